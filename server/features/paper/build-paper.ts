import type { WaveQuestionnaire } from "../../../db/queries/questionnaires.ts";
import { paperTexts } from "../../../web/texts/paper.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { PaperQuestionnaire, PaperSection } from "../../documents/paper.ts";
import { partsOf } from "../../domain/questionnaire/parts.ts";
import { numberedItems } from "../../domain/response/keyed-answers.ts";
import { inLanguage, type Language, type Text } from "../../domain/text.ts";
import { paperBlocks } from "./paper-blocks.ts";

export interface PaperSource {
  questionnaire: WaveQuestionnaire;
  programme: { title: Text; isDemonstration: boolean };
  organisation: string;
  /** The notice that a participant reads before the first question, with the statements to tick. */
  notice: { text: Text; statements: readonly { text: Text }[] };
  language: Language;
  /** Where the questionnaire can be answered on a screen. */
  address: string;
  madeOnDay: string;
}

/** A wave's questionnaire for pen and paper: the notice, then every part with the items numbered through. */
export function buildPaper(source: PaperSource): PaperQuestionnaire {
  const { questionnaire, language, programme, address } = source;
  const texts = paperTexts[language];
  const { document, kind } = questionnaire;
  const wave = document.waves[kind];
  return {
    language,
    title: inLanguage(wave?.title ?? document.title, language),
    subtitle: inLanguage(programme.title, language),
    organisation: source.organisation,
    madeOnDay: source.madeOnDay,
    demonstration: programme.isDemonstration ? siteTexts[language].demonstration : null,
    form: texts.form(questionnaire.number, questionnaire.contentHash),
    introduction: [
      ...(wave?.introduction ? [inLanguage(wave.introduction, language)] : []),
      ...inLanguage(source.notice.text, language).split("\n"),
      texts.howTo,
    ],
    code: { label: texts.code, groups: [4, 4] },
    link: { url: `${address}/k`, label: texts.online },
    sections: [...statementSection(source), ...sections(source)],
    closing: texts.closing,
  };
}

function statementSection({ notice, language }: PaperSource): PaperSection[] {
  const blocks = notice.statements.map(({ text }) => ({
    kind: "tick" as const,
    text: inLanguage(text, language),
  }));
  const title = paperTexts[language].beforeYouBegin;
  return blocks.length > 0 ? [{ title, introduction: null, blocks }] : [];
}

/** A sheet may land in a newcomer's hands, so the background is printed in every wave. */
function sections({ questionnaire, language }: PaperSource): PaperSection[] {
  const { document, kind } = questionnaire;
  const numbers = new Map(
    numberedItems(document, kind).map(({ item, number }) => [item.key, number]),
  );
  return partsOf(document, { wave: kind, isNewcomer: true }).map((part) => {
    const blocks = paperBlocks(part, numbers, { document, language });
    const { title, stem } = part.section;
    return {
      title: inLanguage(title, language),
      introduction: stem ? inLanguage(stem, language) : null,
      blocks,
    };
  });
}
