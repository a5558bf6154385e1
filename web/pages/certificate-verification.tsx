import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { certificateTexts } from "../texts/certificates.ts";
import { formatDay } from "../texts/numbers.ts";
import { document, Layout } from "./layout.tsx";

interface PageProps {
  language: Language;
  styleUrl: string;
  path: string;
  certificate: {
    number: string;
    title: Text;
    issuedOn: string;
    isRevoked: boolean;
    programmeKind: ProgrammeKind;
  };
  longestName: number;
  /** What was typed and how it compared; the name on the certificate comes along only when it agreed. */
  checked?: {
    typed: string;
    outcome: "same" | "other" | "empty" | "tooManyTries";
    fullName: string | undefined;
  };
}

/** What anybody sees who follows the QR code of a certificate: whether it is valid, its number, title and date. */
export function verificationPage(props: PageProps): string {
  const { language, certificate } = props;
  const texts = certificateTexts[language].verify;
  const frame = {
    language,
    title: texts.title,
    styleUrl: props.styleUrl,
    path: props.path,
    isSignedIn: false,
    isDemonstration: certificate.programmeKind !== "real",
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.title}</h1>
      <p class={certificate.isRevoked ? "notice-box wrong" : "notice-box"}>
        <strong>{certificate.isRevoked ? texts.revoked : texts.valid}</strong>
      </p>
      <dl class="facts">
        <dt>{texts.number}</dt>
        <dd>{certificate.number}</dd>
        <dt>{texts.training}</dt>
        <dd>{inLanguage(certificate.title, language)}</dd>
        <dt>{texts.day}</dt>
        <dd>{formatDay(certificate.issuedOn, language)}</dd>
      </dl>
      <h2>{texts.isSomebodys}</h2>
      {props.checked?.fullName ? (
        <p class="notice-box" role="status">
          {texts.isSame(props.checked.fullName)}
        </p>
      ) : (
        <NameForm props={props} />
      )}
    </Layout>,
  );
}

function NameForm({ props }: { props: PageProps }) {
  const texts = certificateTexts[props.language].verify;
  const mistake = mistakeOf(props);
  return (
    <form class="fields" method="post" action={props.path}>
      <p id="name-advice">{texts.advice}</p>
      <p>
        <label for="name">{texts.name}</label>
        <input
          id="name"
          name="name"
          maxlength={props.longestName}
          value={props.checked?.typed ?? ""}
          autocomplete="off"
          aria-invalid={mistake ? "true" : undefined}
          aria-describedby={mistake ? "name-mistake name-advice" : "name-advice"}
        />
        {mistake ? (
          <span id="name-mistake" class="mistake">
            {mistake}
          </span>
        ) : null}
      </p>
      <button type="submit">{texts.compare}</button>
    </form>
  );
}

function mistakeOf({ language, checked }: PageProps): string | undefined {
  const texts = certificateTexts[language].verify;
  if (!checked || checked.outcome === "same") return undefined;
  const words = {
    other: texts.isOther,
    empty: texts.nameMissing,
    tooManyTries: texts.tooManyTries,
  };
  return words[checked.outcome];
}
