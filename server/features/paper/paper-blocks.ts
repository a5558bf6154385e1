import { type PaperTexts, paperTexts } from "../../../web/texts/paper.ts";
import type { PaperAnswers, PaperBlock, PaperOption } from "../../documents/paper.ts";
import type { Item, ItemOf, QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import type { Part } from "../../domain/questionnaire/parts.ts";
import { inLanguage, type Language } from "../../domain/text.ts";

interface Numbered {
  item: Item;
  /** The number printed beside it; keyed entry asks by the same. 0 for what is only read, where none is printed. */
  number: number;
}

interface Form {
  document: QuestionnaireDocument;
  language: Language;
}

/** The blocks of one part: neighbouring ratings with the same answers share a table, everything else stands alone. */
export function paperBlocks(
  part: Part,
  numbers: ReadonlyMap<string, number>,
  form: Form,
): PaperBlock[] {
  const numbered = part.items.map((item) => ({ item, number: numbers.get(item.key) ?? 0 }));
  const blocks: PaperBlock[] = [];
  for (let index = 0; index < numbered.length; ) {
    const run = ratingRun(numbered.slice(index), form.document);
    const pairs = pairRun(numbered.slice(index));
    if (pairs.length > 0) {
      blocks.push(pairMatrix(pairs, form));
      index += pairs.length * 2;
    } else if (run.length > 0) {
      blocks.push(matrix(run, form));
      index += run.length;
    } else {
      blocks.push(...singleBlocks(numbered[index]!, form));
      index += 1;
    }
  }
  return blocks;
}

/** The ratings from here on that share one answer set and are no "looking back" halves. */
function ratingRun(rest: readonly Numbered[], document: QuestionnaireDocument): Numbered[] {
  const first = rest[0]!.item;
  if (first.kind !== "rating" || !document.answerSets[first.answerSet]) return [];
  const end = rest.findIndex(
    ({ item }) =>
      item.kind !== "rating" ||
      item.looksBackAt !== undefined ||
      item.answerSet !== first.answerSet,
  );
  return rest.slice(0, end === -1 ? rest.length : end);
}

/** "Looking back" halves from here on, each with its "now" half right behind it. */
function pairRun(rest: readonly Numbered[]): [Numbered, Numbered][] {
  const pairs: [Numbered, Numbered][] = [];
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const [back, now] = [rest[index]!, rest[index + 1]!];
    if (back.item.kind !== "rating" || back.item.looksBackAt !== now.item.key) break;
    pairs.push([back, now]);
  }
  return pairs;
}

function matrix(run: readonly Numbered[], form: Form): PaperBlock {
  const { answerSet } = run[0]!.item as ItemOf<"rating">;
  return {
    kind: "matrix",
    groups: [{ title: null, options: answersOf(answerSet, form) }],
    rows: run.map(({ item, number }) => ({
      number: `${number}.`,
      text: inLanguage(item.text, form.language),
    })),
  };
}

function pairMatrix(pairs: readonly [Numbered, Numbered][], form: Form): PaperBlock {
  const texts = paperTexts[form.language];
  const { answerSet } = pairs[0]![0].item as ItemOf<"rating">;
  const options = answersOf(answerSet, form);
  const groups: PaperAnswers[] = [
    { title: texts.beforeTraining, options },
    { title: texts.now, options },
  ];
  return {
    kind: "matrix",
    groups,
    rows: pairs.map(([back, now]) => ({
      number: `${back.number}–${now.number}.`,
      text: inLanguage(now.item.text, form.language),
    })),
  };
}

function answersOf(answerSet: string, { document, language }: Form): string[] {
  const set = document.answerSets[answerSet]!;
  const apart = [set.cannotAnswer, set.noOpportunity].flatMap((text) => (text ? [text] : []));
  return [...set.points.map((point) => point.label), ...apart].map((text) =>
    inLanguage(text, language),
  );
}

function singleBlocks({ item, number }: Numbered, { language }: Form): PaperBlock[] {
  const texts = paperTexts[language];
  const text = inLanguage(item.text, language);
  const head = { number: `${number}.`, text };
  switch (item.kind) {
    case "single":
      return [
        {
          kind: "choice",
          ...head,
          hint: texts.oneAnswer,
          options: optionsOf(item, texts, language),
        },
      ];
    case "multiple":
      return [
        {
          kind: "choice",
          ...head,
          hint: texts.severalAnswers,
          options: optionsOf(item, texts, language),
        },
      ];
    case "knowledge":
      return [{ kind: "choice", ...head, hint: null, options: knowledgeOptions(item, language) }];
    case "recommendation":
      return [
        {
          kind: "range",
          ...head,
          values: Array.from({ length: 11 }, (_, value) => String(value)),
          low: inLanguage(item.lowLabel, language),
          high: inLanguage(item.highLabel, language),
        },
      ];
    case "short-text":
      return [{ kind: "lines", ...head, lines: 1 }];
    case "long-text":
      return [{ kind: "lines", ...head, lines: 4 }];
    case "number":
      return [
        {
          kind: "boxes",
          ...head,
          groups: [6],
          unit: item.unit ? inLanguage(item.unit, language) : "",
        },
      ];
    case "date":
      return [{ kind: "boxes", ...head, groups: [4, 2, 2], unit: "" }];
    case "ranking":
      return [
        {
          kind: "choice",
          ...head,
          hint: texts.ranking,
          options: item.options.map((option) => ({
            text: inLanguage(option.label, language),
            isOpen: false,
          })),
        },
      ];
    case "consent":
      return [{ kind: "tick", text: `${number}. ${text}` }];
    case "information":
      return [{ kind: "information", text }];
    case "rating":
      // A rating always begins a table of its own; it never comes here.
      return [];
  }
}

function optionsOf(
  item: ItemOf<"single"> | ItemOf<"multiple">,
  texts: PaperTexts,
  language: Language,
): PaperOption[] {
  const options = item.options.map(({ label }) => ({
    text: inLanguage(label, language),
    isOpen: false,
  }));
  return item.hasOther ? [...options, { text: texts.otherAnswer, isOpen: true }] : options;
}

function knowledgeOptions(item: ItemOf<"knowledge">, language: Language): PaperOption[] {
  const labels = [
    ...item.options.map(({ label }) => label),
    ...(item.dontKnow ? [item.dontKnow] : []),
  ];
  return labels.map((label) => ({ text: inLanguage(label, language), isOpen: false }));
}
