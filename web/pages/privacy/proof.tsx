import type { DestructionKind } from "../../../server/domain/retention/retention.ts";
import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { privacyTexts, rowsInWords } from "../../texts/privacy.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import type { DeskProgramme } from "./desk.tsx";

interface ProofProps {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  organisation: string;
  destruction: {
    id: string;
    kind: DestructionKind;
    doneAt: Date;
    doneBy: string | null;
    counts: Record<string, number>;
    contentHash: string;
  };
}

/** The certificate of destruction: a page made to be printed and filed. */
export function proofPage({ language, styleUrl, programme, ...props }: ProofProps): string {
  const texts = privacyTexts[language];
  const { id, kind, doneAt, doneBy, counts, contentHash } = props.destruction;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      programme={programme}
      title={texts.proofTitle}
      place={`privacy/destructions/${id}`}
    >
      <p>
        {props.organisation}
        <br />
        {inLanguage(programme.title, language)}
      </p>
      <h2>{texts.proofOf[kind]}</h2>
      <p>{texts.proofDone(formatMoment(doneAt, language, programme.timeZone), doneBy)}</p>
      <p>{texts.proofLead[kind]}</p>
      <p>{rowsInWords(counts, language)}</p>
      <p>
        {texts.proofHash}:
        <br />
        <span class="hash">{contentHash}</span>
      </p>
      <p class="soft">{texts.proofLimits}</p>
    </ProgrammePage>,
  );
}

/** One version of the notice, as participants were shown it. */
export function noticeVersionPage(props: {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  notice: { number: number; publishedOn: string; text: Text; statements: { text: Text }[] };
}): string {
  const { language, programme, notice } = props;
  const texts = privacyTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.noticeVersion(notice.number, notice.publishedOn)}
      place={`privacy/notices/${notice.number}`}
    >
      {inLanguage(notice.text, language)
        .split("\n")
        .map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      <ul>
        {notice.statements.map((statement) => (
          <li>{inLanguage(statement.text, language)}</li>
        ))}
      </ul>
    </ProgrammePage>,
  );
}
