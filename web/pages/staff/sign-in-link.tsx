import { staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

/**
 * What a one-time link shows: a button, and whom it signs in, so that nobody works in somebody else's name unawares.
 * Opening the link changes nothing yet. Without a name the link belongs to another browser.
 */
export function linkPage({
  language,
  styleUrl,
  displayName,
}: StaffPageProps & { displayName: string | undefined }): string {
  const texts = staffTexts[language];
  if (displayName === undefined) {
    return document(
      <StaffFrame language={language} styleUrl={styleUrl} title={texts.elsewhereTitle}>
        <p>{texts.elsewhereAdvice}</p>
        <p>
          <a class="button" href="/sign-in">
            {texts.signIn}
          </a>
        </p>
      </StaffFrame>,
    );
  }
  return document(
    <StaffFrame language={language} styleUrl={styleUrl} title={texts.signInTitle}>
      <p>{texts.linkFor(displayName)}</p>
      <p>{texts.linkAdvice}</p>
      <form method="post">
        <button type="submit">{texts.signIn}</button>
      </form>
    </StaffFrame>,
  );
}
