import type { ForeignFormat } from "../../server/domain/exchange/formats.ts";
import type { Loss } from "../../server/domain/exchange/loss.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { exchangeTexts } from "../texts/exchange.ts";
import { Losses } from "./exchange-losses.tsx";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface ExportProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  id: string;
  version: number | null;
  document: QuestionnaireDocument;
  formats: readonly { format: ForeignFormat; losses: readonly Loss[] }[];
}

/** The formats in which a questionnaire can be had, and what each cannot say of it. */
export function exportPage(props: ExportProps): string {
  const { language, version } = props;
  const texts = exchangeTexts[language];
  const home = `/programmes/${props.programme.slug}/questionnaires`;
  const query = version === null ? "" : `?version=${version}`;
  return document(
    <ProgrammePage {...props} title={texts.exportTitle} place={`questionnaires/${props.id}/export`}>
      <p>
        <strong>{inLanguage(props.document.title, language)}</strong>
        <br />
        {version === null ? texts.ofDraft : texts.ofVersion(version)}
      </p>
      <p>{texts.exportLead}</p>
      {props.formats.map(({ format, losses }) => (
        <section>
          <h2>{texts.formats[format]}</h2>
          <p>{texts.formatHints[format]}</p>
          <p>
            <a href={`${home}/${props.id}/export/${format}${query}`}>
              {texts.download(texts.formats[format])}
            </a>
          </p>
          {losses.length === 0 ? (
            <p class="soft">{texts.nothingLost}</p>
          ) : (
            <details>
              <summary>{texts.someLost(losses.length)}</summary>
              <Losses language={language} losses={losses} />
            </details>
          )}
        </section>
      ))}
      <p>
        <a href={home}>{texts.back}</a>
      </p>
    </ProgrammePage>,
  );
}
