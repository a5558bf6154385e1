import { textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { optionLabels } from "../../../../web/figures/option-labels.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import { programmeTexts } from "../../../../web/texts/programmes.ts";
import type { AnnexBlock } from "../../../domain/annex/document.ts";
import type { Item, QuestionnaireDocument } from "../../../domain/questionnaire/document.ts";
import { type Part, partsOf } from "../../../domain/questionnaire/parts.ts";
import { inLanguage, type Language } from "../../../domain/text.ts";
import type { WaveKind } from "../../../domain/words.ts";
import type { AnnexSource } from "../gather-source.ts";
import { answered, type Form, heading, note, paragraph, table } from "./block.ts";

/** Each wave's questionnaire with the notice before it, numbered as on paper. Spreadsheets have the dictionary instead. */
export function questionnaireBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  if (form.tables === "wide") return [];
  const { language } = form;
  return source.questionnaires.flatMap((questionnaire, index): AnnexBlock[] => {
    const { document, kind } = questionnaire;
    const notice = noticeOf(source, questionnaire);
    const same = source.questionnaires
      .slice(0, index)
      .find((earlier) => isSameNotice(noticeOf(source, earlier), notice));
    let number = 1;
    const parts = partsOf(document, { wave: kind, isNewcomer: true }).flatMap((part) => {
      const blocks = partBlocks(part, number, { document, language });
      number += part.items.length;
      return blocks;
    });
    return [
      ...(index > 0 ? [{ kind: "page-break" as const }] : []),
      heading(2, annexPartTexts[language].waveTitle(kind)),
      ...(same
        ? referenceBlocks(same.kind, language)
        : notice
          ? noticeBlocks(notice, language)
          : []),
      ...parts,
    ];
  });
}

type Notice = AnnexSource["notices"][number]["notice"];

function noticeOf({ notices }: AnnexSource, { waveId }: { waveId: string }): Notice | undefined {
  return notices.find((one) => one.waveId === waveId)?.notice;
}

function isSameNotice(one: Notice | undefined, other: Notice | undefined): boolean {
  const words = (notice: Notice | undefined) =>
    notice && JSON.stringify([notice.text, notice.statements]);
  return one !== undefined && words(one) === words(other);
}

/** A notice that stands before an earlier questionnaire already. */
function referenceBlocks(earlier: WaveKind, language: Language): AnnexBlock[] {
  const texts = annexPartTexts[language];
  return [heading(3, texts.notice), paragraph(texts.sameNotice(texts.waveTitle(earlier)))];
}

function noticeBlocks({ text, statements }: Notice, language: Language): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const items = statements.map(
    (statement) =>
      `${inLanguage(statement.text, language)}${statement.isRequired ? ` (${texts.required})` : ""}`,
  );
  return [
    heading(3, texts.notice),
    ...inLanguage(text, language).split("\n").filter(Boolean).map(paragraph),
    ...(items.length > 0
      ? [paragraph(`${texts.statements}:`), { kind: "list" as const, items }]
      : []),
  ];
}

interface Words {
  document: QuestionnaireDocument;
  language: Language;
}

/** Where all questions of a part offer the same answers, these stand once, under the table. */
function partBlocks({ section, items }: Part, first: number, words: Words): AnnexBlock[] {
  const { language } = words;
  const texts = annexPartTexts[language];
  const { number, question, answers } = texts.questionColumns;
  const offered = items.map((item) => answersOf(item, words));
  const isShared = items.length > 1 && new Set(offered).size === 1;
  const title = inLanguage(section.title, language);
  return [
    heading(3, title),
    ...(section.stem ? [paragraph(inLanguage(section.stem, language))] : []),
    table({
      key: `questions-${section.key}-${first}`,
      caption: title,
      columns: [
        { title: number, align: "end", width: "content" },
        wordColumn(question, 3),
        ...(isShared ? [] : [wordColumn(answers, 3)]),
      ],
      cells: items.map((item, index) => [
        textCell(String(first + index)),
        textCell(inLanguage(item.text, language)),
        ...(isShared ? [] : [textCell(offered[index]!)]),
      ]),
      note: isShared ? texts.answersOfAll(offered[0]!) : "",
    }),
  ];
}

/** What can be answered, as it is offered. Right answers to knowledge questions are not marked. */
function answersOf(item: Item, { document, language }: Words): string {
  const texts = annexPartTexts[language];
  switch (item.kind) {
    case "rating": {
      const set = document.answerSets[item.answerSet];
      const cannot = set?.cannotAnswer ? [inLanguage(set.cannotAnswer, language)] : [];
      return [...optionLabels(document, item, language), ...cannot].join("; ");
    }
    case "recommendation":
      return texts.fromTo(
        inLanguage(item.lowLabel, language),
        inLanguage(item.highLabel, language),
      );
    case "single":
    case "multiple":
      return [
        ...optionLabels(document, item, language),
        ...(item.hasOther ? [texts.otherAnswer] : []),
      ].join("; ");
    case "knowledge":
    case "ranking":
      return optionLabels(document, item, language).join("; ");
    case "number":
      return texts.numberAnswer;
    case "date":
      return texts.dayAnswer;
    case "short-text":
    case "long-text":
      return texts.openAnswer;
    case "consent":
      return texts.agreement;
    case "information":
      return "–";
  }
}

/** Every question by its key, for whoever reads the data next to the annex. */
export function dictionaryBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const { document } = answered(source);
  const columns = texts.dictionaryColumns;
  const waves = programmeTexts[language].waves;
  return [
    note(texts.dictionaryLead),
    table({
      key: "dictionary",
      caption: texts.parts.dictionary,
      columns: [
        wordColumn(columns.key, 1),
        wordColumn(columns.question, 3),
        wordColumn(columns.values, 3),
        wordColumn(columns.waves, 1.4),
      ],
      cells: document.items.map((item) => [
        textCell(item.key),
        textCell(inLanguage(item.text, language)),
        textCell(answersOf(item, { document, language })),
        textCell(item.waves.map((wave) => waves[wave]).join(", ")),
      ]),
    }),
  ];
}
