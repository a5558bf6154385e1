import type { PasswordMistake } from "../../../server/domain/staff/password.ts";
import { languages } from "../../../server/domain/text.ts";
import { type AccountNews, accountTexts } from "../../texts/account.ts";
import { siteTexts } from "../../texts/site.ts";
import { staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { PasskeySection, type ShownPasskey } from "./account-passkeys.tsx";
import { ProofField } from "./account-proof.tsx";
import { SessionSection, type ShownSession } from "./account-sessions.tsx";
import { Field, MistakeSummary, News } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

type Proof = "nothing" | "password" | "new-sign-in";

export interface AccountMistake {
  field: "current" | "password" | "begin" | "codes" | "end" | "passkey";
  reason: "wrong" | PasswordMistake;
}

export interface AccountProps extends StaffPageProps {
  scriptUrl: string;
  account: {
    displayName: string;
    email: string;
    language: string;
    hasPassword: boolean;
    hasSecondFactor: boolean;
    isAdministrator: boolean;
  };
  /** What must be shown before ways in are changed. */
  needed: Proof;
  neededForPassword: Proof;
  recoveryCodes: number;
  passkeys: readonly ShownPasskey[];
  sessions: readonly ShownSession[];
  news?: AccountNews;
  mistake?: AccountMistake;
}

/** Somebody's own account: how they come in, and where they are in. */
export function accountPage(props: AccountProps): string {
  const { language, account, mistake } = props;
  const texts = accountTexts[language];
  const mistakes = mistake ? [{ id: mistake.field, words: sayMistake(props, mistake) }] : [];
  return document(
    <StaffFrame
      language={language}
      styleUrl={props.styleUrl}
      scriptUrl={props.scriptUrl}
      title={texts.title}
      path="/account"
      isSignedIn
    >
      <p class="soft">{texts.lead({ name: account.displayName, email: account.email })}</p>
      {props.news ? <News>{texts.news[props.news]}</News> : null}
      <MistakeSummary title={texts.mistakesTitle} mistakes={mistakes} />
      <PasswordSection props={props} />
      <SecondFactorSection props={props} />
      <PasskeySection props={props} />
      <SessionSection props={props} />
      <LanguageSection props={props} />
    </StaffFrame>,
  );
}

function sayMistake({ language }: AccountProps, { reason }: AccountMistake): string {
  if (reason === "wrong") return accountTexts[language].proofWrong;
  return staffTexts[language].passwordMistakes[reason];
}

function mistakeAt(props: AccountProps, field: AccountMistake["field"]): string | undefined {
  return props.mistake?.field === field ? sayMistake(props, props.mistake) : undefined;
}

function PasswordSection({ props }: { props: AccountProps }) {
  const { language, account } = props;
  const texts = accountTexts[language];
  return (
    <section>
      <h2>{texts.passwordTitle}</h2>
      <p>{account.hasPassword ? texts.passwordSet : texts.passwordNone}</p>
      {props.neededForPassword === "new-sign-in" ? (
        <p class="notice-box">{texts.proofBySignIn}</p>
      ) : (
        <form class="fields" method="post" action="/account/password">
          {props.neededForPassword === "password" ? (
            <Field
              name="current"
              type="password"
              label={texts.currentPassword}
              autocomplete="current-password"
              mistake={mistakeAt(props, "current")}
            />
          ) : null}
          <Field
            name="password"
            type="password"
            label={texts.newPassword}
            hint={staffTexts[language].passwordHint}
            autocomplete="new-password"
            mistake={mistakeAt(props, "password")}
          />
          <button type="submit">{texts.savePassword}</button>
        </form>
      )}
    </section>
  );
}

function SecondFactorSection({ props }: { props: AccountProps }) {
  const texts = accountTexts[props.language];
  if (!props.account.hasSecondFactor) {
    return (
      <section>
        <h2>{texts.secondFactorTitle}</h2>
        <p>{texts.secondFactorWhy}</p>
        <ProvenForm props={props} field="begin" action="" label={texts.beginSecondFactor} />
      </section>
    );
  }
  return (
    <section>
      <h2>{texts.secondFactorTitle}</h2>
      <p>{texts.secondFactorOn}</p>
      <p>{texts.codesLeft(props.recoveryCodes)}</p>
      <ProvenForm props={props} field="codes" action="/recovery-codes" label={texts.renewCodes} />
      <ProvenForm props={props} field="end" action="/removal" label={texts.endSecondFactor} />
    </section>
  );
}

interface ProvenFormProps {
  props: AccountProps;
  field: "begin" | "codes" | "end";
  /** What follows the address of the second factor. */
  action: string;
  label: string;
}

/** A button, with the password before it where the sign-in is no longer fresh. */
function ProvenForm({ props, field, action, label }: ProvenFormProps) {
  if (props.needed === "new-sign-in") {
    return <p class="notice-box">{accountTexts[props.language].proofBySignIn}</p>;
  }
  return (
    <form class="fields" method="post" action={`/account/second-factor${action}`}>
      <ProofField props={props} id={field} mistake={mistakeAt(props, field)} />
      <button class="quiet" type="submit">
        {label}
      </button>
    </form>
  );
}

function LanguageSection({ props }: { props: AccountProps }) {
  const texts = accountTexts[props.language];
  return (
    <section>
      <h2>{texts.languageTitle}</h2>
      <p>{texts.languageAdvice}</p>
      <form class="fields in-row" method="post" action="/account/language">
        <select name="language" aria-label={texts.languageTitle}>
          {languages.map((language) => (
            <option value={language} selected={language === props.account.language} lang={language}>
              {texts.languageNames[language]}
            </option>
          ))}
        </select>
        <button class="quiet" type="submit" aria-label={`${texts.save}: ${texts.languageTitle}`}>
          {texts.save}
        </button>
      </form>
      {props.account.isAdministrator ? (
        <p>
          <a href="/team">{siteTexts[props.language].team}</a>
        </p>
      ) : null}
    </section>
  );
}
