import { raw } from "hono/html";
import encodeQr from "qr";
import { accountTexts } from "../../texts/account.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

interface SecondFactorProps extends StaffPageProps {
  address: string;
  secret: string;
  isWrong: boolean;
}

/** The secret to be scanned, and the code that shows that it arrived. */
export function secondFactorPage(props: SecondFactorProps): string {
  const texts = accountTexts[props.language];
  const mistake = props.isWrong ? texts.codeWrong : undefined;
  return document(
    <StaffFrame
      language={props.language}
      styleUrl={props.styleUrl}
      title={texts.scanTitle}
      isSignedIn
    >
      <MistakeSummary
        title={texts.mistakesTitle}
        mistakes={mistake ? [{ id: "code", words: mistake }] : []}
      />
      <p>{texts.scanAdvice}</p>
      <div class="scan-code" role="img" aria-label={texts.scanAlt}>
        {raw(encodeQr(props.address, "svg", { border: 2 }))}
      </div>
      <p>
        {texts.scanByHand} <code class="secret">{props.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <form class="fields" method="post" action="/account/second-factor/confirmation">
        <Field
          name="code"
          label={texts.code}
          mistake={mistake}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={20}
        />
        <button type="submit">{texts.confirm}</button>
      </form>
    </StaffFrame>,
  );
}

/** Recovery codes, in the one answer that ever holds them. */
export function recoveryCodesPage(props: StaffPageProps & { codes: readonly string[] }): string {
  const texts = accountTexts[props.language];
  return document(
    <StaffFrame
      language={props.language}
      styleUrl={props.styleUrl}
      title={texts.codesTitle}
      isSignedIn
    >
      <p class="notice-box">{texts.codesAdvice}</p>
      <ul class="recovery-codes">
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href="/account">
          {texts.codesDone}
        </a>
      </p>
    </StaffFrame>,
  );
}
