import { accountTexts } from "../../texts/account.ts";
import { formatMoment } from "../../texts/numbers.ts";
import type { AccountProps } from "./account.tsx";
import { ProofField } from "./account-proof.tsx";
import { Field } from "./fields.tsx";

export interface ShownPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Times of one's own account are told in this country's time: a person has no time zone of their own here. */
export const accountTimeZone = "Europe/Vilnius";

/** The passkeys somebody has, and making another, where the browser can. */
export function PasskeySection({ props }: { props: AccountProps }) {
  const texts = accountTexts[props.language];
  const isWrong = props.mistake?.field === "passkey";
  return (
    <section id="passkey">
      <h2>{texts.passkeysTitle}</h2>
      <p>{texts.passkeysWhy}</p>
      {isWrong ? <p class="mistake">{texts.proofWrong}</p> : null}
      {props.passkeys.length === 0 ? (
        <p class="soft">{texts.noPasskeys}</p>
      ) : (
        <ul class="plain-list">
          {props.passkeys.map((passkey) => (
            <PasskeyLine props={props} passkey={passkey} />
          ))}
        </ul>
      )}
      {props.needed === "new-sign-in" ? (
        <p class="notice-box">{texts.proofBySignIn}</p>
      ) : (
        <NewPasskey props={props} />
      )}
    </section>
  );
}

function PasskeyLine({ props, passkey }: { props: AccountProps; passkey: ShownPasskey }) {
  const { language } = props;
  const texts = accountTexts[language];
  const say = (at: Date) => formatMoment(at, language, accountTimeZone);
  const used = passkey.lastUsedAt ? say(passkey.lastUsedAt) : texts.never;
  return (
    <li>
      <strong>{passkey.name}</strong>
      <br />
      <span class="soft">
        {`${texts.created}: ${say(passkey.createdAt)}. ${texts.lastUsed}: ${used}`}
      </span>
      {props.needed === "new-sign-in" ? null : (
        <form
          class="fields"
          method="post"
          action={`/account/passkeys/${encodeURIComponent(passkey.id)}/removal`}
        >
          <ProofField props={props} id={`proof-${passkey.id}`} />
          <button class="quiet" type="submit" aria-label={`${texts.remove}: ${passkey.name}`}>
            {texts.remove}
          </button>
        </form>
      )}
    </li>
  );
}

/** Without the script, or where the browser knows no passkeys, the sentence says what is missing. */
function NewPasskey({ props }: { props: AccountProps }) {
  const texts = accountTexts[props.language];
  return (
    <>
      <p class="soft" data-passkey-missing>
        {texts.passkeyNeedsScript}
      </p>
      <form class="fields" data-passkey="add" hidden>
        <Field
          name="name"
          id="passkey-name"
          label={texts.passkeyName}
          hint={texts.passkeyNameHint}
          maxlength={120}
        />
        <ProofField props={props} id="passkey-proof" />
        <button class="quiet" type="submit">
          {texts.addPasskey}
        </button>
        <p class="mistake" role="alert" data-passkey-failed={texts.passkeyFailed} />
      </form>
    </>
  );
}
