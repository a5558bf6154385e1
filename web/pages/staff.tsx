import type { Language } from "../../server/domain/text.ts";
import { siteTexts } from "../texts/site.ts";
import { staffTexts } from "../texts/staff.ts";
import { document, Layout } from "./layout.tsx";

interface Props {
  language: Language;
  styleUrl: string;
}

/** The front page: one door for participants, one for staff. */
export function startPage({ language, styleUrl }: Props): string {
  const texts = staffTexts[language];
  const frame = {
    language,
    title: texts.startTitle,
    styleUrl,
    path: "/",
    isSignedIn: false,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.startTitle}</h1>
      <p>{texts.startLead}</p>
      <h2>{texts.forParticipants}</h2>
      <p>
        <a class="button" href="/k">
          {texts.enterCode}
        </a>
      </p>
      <h2>{texts.forStaff}</h2>
      <p>{texts.staffAdvice}</p>
      <p>
        <a class="button quiet" href="/programmes">
          {siteTexts[language].programmes}
        </a>
      </p>
    </Layout>,
  );
}

/** What a one-time link shows: a button. Opening the link changes nothing yet. */
export function signInPage({ language, styleUrl }: Props): string {
  const texts = staffTexts[language];
  const frame = {
    language,
    title: texts.signInTitle,
    styleUrl,
    isSignedIn: false,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.signInTitle}</h1>
      <p>{texts.signInAdvice}</p>
      <form method="post">
        <button type="submit">{texts.signIn}</button>
      </form>
    </Layout>,
  );
}
