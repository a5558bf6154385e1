import { answerInWords } from "../../../web/pages/answering/answer-words.ts";
import type { OwnChangeProps, OwnResponse } from "../../../web/pages/answering/own.tsx";
import { changeInWords } from "../../../web/pages/answering/own-change.tsx";
import { formatDay } from "../../../web/texts/numbers.ts";
import { ownAnswersTexts } from "../../../web/texts/own-answers.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { OwnAnswersSection, OwnAnswersSheet } from "../../documents/own-answers.ts";
import type { Item } from "../../domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { Owner } from "./own-answers.ts";

export interface OwnSheetSource {
  owner: Owner;
  responses: readonly OwnResponse[];
  changes: readonly OwnChangeProps[];
  isKeyShown: boolean;
  madeOnDay: string;
}

/** What is stored of one participant's answering, to be read and printed: just what their own page shows. */
export function buildOwnSheet(source: OwnSheetSource): OwnAnswersSheet {
  const { language, invitation } = source.owner;
  const texts = ownAnswersTexts[language];
  const programme = inLanguage(invitation.programmeTitle, language);
  return {
    language,
    title: texts.title,
    subtitle: `${invitation.localityName}. ${programme}`,
    organisation: programme,
    madeOnDay: source.madeOnDay,
    demonstration: invitation.programmeKind === "real" ? null : siteTexts[language].demonstration,
    sections: [
      ...source.changes.map((change) => changeSection(change, language)),
      ...source.responses.map((response) => responseSection(response, source)),
    ],
    nothing: texts.nothing,
  };
}

function changeSection({ title, changes }: OwnChangeProps, language: Language): OwnAnswersSection {
  const texts = ownAnswersTexts[language].change;
  const rows = changes.map((change) => ({
    question: inLanguage(change.scale.title, language),
    answer: changeInWords(change, language),
    note: null,
  }));
  return {
    title: texts.title,
    lead: `${texts.lead(title)} ${texts.caution}`,
    parts: [{ title: null, rows }],
  };
}

function responseSection(response: OwnResponse, source: OwnSheetSource): OwnAnswersSection {
  const { language } = source.owner;
  const texts = ownAnswersTexts[language];
  const { submittedOn, title, parts } = response;
  return {
    title,
    lead: submittedOn ? texts.sentOn(formatDay(submittedOn, language)) : texts.notSent,
    parts: parts.map((part) => ({
      title: inLanguage(part.section.title, language),
      rows: part.items.map((item) => rowOf(item, response, source)),
    })),
  };
}

function rowOf(
  item: Item,
  { document, answers }: OwnResponse,
  { owner, isKeyShown }: OwnSheetSource,
) {
  const { language } = owner;
  const texts = ownAnswersTexts[language];
  const answer = answers[item.key];
  const words = answer === undefined ? "" : answerInWords({ document, language }, item, answer);
  const isWrong = isKeyShown && item.kind === "knowledge" && answer !== item.correct;
  return {
    question: inLanguage(item.text, language),
    answer: words || texts.noAnswer,
    note: isWrong ? texts.correctAnswer(correctOption(item, language)) : null,
  };
}

function correctOption(item: Extract<Item, { kind: "knowledge" }>, language: Language): string {
  const option = item.options.find(({ value }) => value === item.correct);
  return inLanguage(option?.label ?? {}, language);
}
