import type { SignInMethod } from "../../../server/domain/staff/sign-in-method.ts";
import { accountTexts } from "../../texts/account.ts";
import { formatMoment } from "../../texts/numbers.ts";
import type { AccountProps } from "./account.tsx";
import { accountTimeZone } from "./account-passkeys.tsx";

export interface ShownSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  method: SignInMethod;
  device: string;
  isThis: boolean;
}

/** Where somebody is signed in, and ending it there. */
export function SessionSection({ props }: { props: AccountProps }) {
  const texts = accountTexts[props.language];
  return (
    <section>
      <h2>{texts.sessionsTitle}</h2>
      <p>{texts.sessionsAdvice}</p>
      <ul class="plain-list">
        {props.sessions.map((session) => (
          <SessionLine props={props} session={session} />
        ))}
      </ul>
      {props.sessions.length > 1 ? (
        <form method="post" action="/account/other-sessions/ending">
          <button class="quiet" type="submit">
            {texts.endOthers}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function SessionLine({ props, session }: { props: AccountProps; session: ShownSession }) {
  const { language } = props;
  const texts = accountTexts[language];
  const say = (at: Date) => formatMoment(at, language, accountTimeZone);
  const device = session.device || texts.unknownDevice;
  return (
    <li>
      <strong>{device}</strong>
      {session.isThis ? ` (${texts.thisSession})` : ""}
      <br />
      <span class="soft">
        {`${texts.begun}: ${say(session.createdAt)} (${texts.methods[session.method]}). ${texts.lastSeen}: ${say(session.lastSeenAt)}`}
      </span>
      {session.isThis ? null : (
        <form method="post" action={`/account/sessions/${session.id}/ending`}>
          <button
            class="quiet"
            type="submit"
            aria-label={`${texts.end}: ${device}, ${say(session.createdAt)}`}
          >
            {texts.end}
          </button>
        </form>
      )}
    </li>
  );
}
