import { type SignInMistake, staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary, News } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

export interface SignInProps extends StaffPageProps {
  scriptUrl: string;
  hasLetters: boolean;
  hasOpenId: boolean;
  isLetterSent: boolean;
  email?: string;
  mistake?: SignInMistake;
}

/** Every way in that this installation has; the password's form works in any browser. */
export function signInPage(props: SignInProps): string {
  const { language, mistake } = props;
  const texts = staffTexts[language];
  const mistakes = mistake ? [{ id: "email", words: texts.wrong[mistake] }] : [];
  return document(
    <StaffFrame
      language={language}
      styleUrl={props.styleUrl}
      scriptUrl={props.scriptUrl}
      title={texts.signInTitle}
      path="/sign-in"
    >
      <MistakeSummary title={texts.mistakesTitle} mistakes={mistakes} />
      {props.isLetterSent ? <News>{texts.letterSent}</News> : null}
      <PasswordForm props={props} />
      <h2>{texts.otherWays}</h2>
      {props.hasOpenId ? (
        <p>
          <a class="button quiet" href="/sign-in/openid">
            {texts.byInstitution}
          </a>
        </p>
      ) : null}
      <PasskeyButton props={props} />
      {props.hasLetters ? <LetterForm props={props} /> : <p>{texts.lostPassword}</p>}
    </StaffFrame>,
  );
}

function PasswordForm({ props }: { props: SignInProps }) {
  const texts = staffTexts[props.language];
  return (
    <form class="fields" method="post" action="/sign-in">
      <Field
        name="email"
        type="email"
        label={texts.email}
        value={props.email ?? ""}
        autocomplete="username"
        maxlength={254}
      />
      <Field
        name="password"
        type="password"
        label={texts.password}
        autocomplete="current-password"
        mistake={props.mistake === "wrong" ? texts.wrong.wrong : undefined}
      />
      <button type="submit">{texts.signIn}</button>
    </form>
  );
}

/** Shown by the script, where the browser knows passkeys. */
function PasskeyButton({ props }: { props: SignInProps }) {
  const texts = staffTexts[props.language];
  return (
    <div data-passkey="sign-in" hidden>
      <p>{texts.passkeyAdvice}</p>
      <p>
        <button class="quiet" type="button">
          {texts.byPasskey}
        </button>
      </p>
      <p class="mistake" role="alert" data-passkey-failed={texts.passkeyFailed} />
    </div>
  );
}

function LetterForm({ props }: { props: SignInProps }) {
  const texts = staffTexts[props.language];
  return (
    <form class="fields" method="post" action="/sign-in/letter">
      <h3>{texts.byLetter}</h3>
      <p>{texts.letterAdvice}</p>
      <Field
        id="letter-email"
        name="email"
        type="email"
        label={texts.email}
        value={props.email ?? ""}
        autocomplete="email"
        maxlength={254}
      />
      <button class="quiet" type="submit">
        {texts.sendLetter}
      </button>
    </form>
  );
}
