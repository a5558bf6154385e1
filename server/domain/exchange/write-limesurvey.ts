import type { AnswerSet, Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";
import { commonLosses, sectionsWithItems } from "./export-losses.ts";
import type { LimeAnswer, LimeGroup, LimeQuestion, LimeSurvey } from "./limesurvey.ts";
import { limeCodes, limeQuestion } from "./limesurvey-item.ts";
import { relevanceOf } from "./limesurvey-relevance.ts";
import type { Exported, Loss } from "./loss.ts";

type Rating = Extract<Item, { kind: "rating" }>;

/** What the items of a document are written with. */
export interface LimeWriting {
  document: QuestionnaireDocument;
  losses: Loss[];
  /** What an item is called there: letters and digits, at most twenty. */
  codeOf: (key: string) => string;
  /** The code of the table in which a rating is a row. */
  tableOf: Map<string, string>;
}

/** A questionnaire as a LimeSurvey survey: sections become groups, ratings that follow one another tables. */
export function writeLimeSurvey(document: QuestionnaireDocument): Exported<LimeSurvey> {
  const losses = commonLosses(document);
  const codes = limeCodes();
  const keys = new Map(document.items.map(({ key }) => [key, codes(key)]));
  for (const [key, code] of keys) {
    if (code !== key) losses.push({ code: "codes-changed", name: key, detail: code });
  }
  const writing: LimeWriting = {
    document,
    losses,
    codeOf: (key) => keys.get(key) ?? key,
    tableOf: new Map(),
  };
  const [first] = Object.values(document.waves);
  const groups = sectionsWithItems(document).map(({ section, items }): LimeGroup => {
    const questions = runsOf(items).map((run) => writeRun(run, codes, writing));
    return { name: section.title, description: section.stem ?? {}, relevance: "", questions };
  });
  const { title, languages } = document;
  const content = { languages, title, welcome: first?.introduction ?? {}, groups };
  return { content, losses };
}

/** Ratings that follow one another and differ in their wording alone are one table. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && isOfTable(last[0]!, item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function isOfTable(first: Item, next: Item): boolean {
  if (first.kind !== "rating" || next.kind !== "rating") return false;
  const isAlike = first.answerSet === next.answerSet && first.isRequired === next.isRequired;
  const isAskedAlike = JSON.stringify(first.showIf) === JSON.stringify(next.showIf);
  return isAlike && isAskedAlike && !first.help && !next.help;
}

function writeRun(
  run: Item[],
  codes: (wanted: string) => string,
  writing: LimeWriting,
): LimeQuestion {
  const [first] = run;
  const question =
    first?.kind === "rating"
      ? writeTable(run as Rating[], codes(`T${first.key}`), writing)
      : limeQuestion(first!, writing);
  return { ...question, relevance: relevanceOf(first!, writing) };
}

function writeTable(run: Rating[], code: string, writing: LimeWriting): LimeQuestion {
  const [first] = run;
  for (const { key } of run) writing.tableOf.set(key, code);
  return {
    code,
    type: "F",
    text: {},
    help: first!.help ?? {},
    isMandatory: first!.isRequired,
    validation: "",
    hasDefault: false,
    hasOther: false,
    relevance: "",
    attributes: {},
    wordings: {},
    subquestions: run.map(({ key, text }) => answer(writing.codeOf(key), text)),
    answers: pointsOf(first!.answerSet, writing),
  };
}

function pointsOf(key: string, { document, losses }: LimeWriting): LimeAnswer[] {
  const set: AnswerSet | undefined = document.answerSets[key];
  if (!set) return [];
  const isPlain = set.points.every(({ value }) => value >= 0);
  const points = set.points.map(({ value, label }, index) =>
    answer(isPlain ? String(value) : `A${index + 1}`, label),
  );
  const waysOut = [
    ...(set.noOpportunity ? [answer("NO", set.noOpportunity)] : []),
    ...(set.cannotAnswer ? [answer("NA", set.cannotAnswer)] : []),
  ];
  for (const { code } of waysOut)
    losses.push({ code: "way-out-as-option", name: key, detail: code });
  return [...points, ...waysOut];
}

function answer(code: string, text: Text): LimeAnswer {
  return { code, text, scale: "0", assessment: 0, relevance: "" };
}
