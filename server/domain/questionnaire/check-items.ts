import type { Item, ItemOf, QuestionnaireDocument } from "./document.ts";
import { type Finding, findRepeated } from "./finding.ts";
import { dontKnowValue, otherValue } from "./kinds/choice-values.ts";
import { itemsByKey } from "./parts.ts";

/** What one item needs for itself: its answer set, distinct options, a correct option that exists, sensible limits. */
export function checkItems(document: QuestionnaireDocument): Finding[] {
  const sets = Object.entries(document.answerSets).flatMap(([key, set]) =>
    findRepeated(
      set.points.map((point) => point.value),
      `answerSets.${key}.points`,
    ),
  );
  const items = document.items.flatMap((item, at) => checkItem(document, item, `items[${at}]`));
  return [...sets, ...items];
}

function checkItem(document: QuestionnaireDocument, item: Item, path: string): Finding[] {
  switch (item.kind) {
    case "rating":
      return checkRating(document, item, path);
    case "single":
      return checkOptions(item, path, item.hasOther ? [otherValue] : []);
    case "multiple":
      return [
        ...checkOptions(item, path, item.hasOther ? [otherValue] : []),
        ...checkLimits(item, path),
        ...checkCount(item, path),
      ];
    case "knowledge":
      return [...checkOptions(item, path, [dontKnowValue]), ...checkCorrect(item, path)];
    case "ranking":
      return checkOptions(item, path, []);
    case "number":
      return checkLimits(item, path);
    case "date":
      return checkLimits({ minimum: item.earliest, maximum: item.latest }, path);
    case "recommendation":
    case "short-text":
    case "long-text":
    case "consent":
    case "information":
      return [];
  }
}

function checkRating(
  document: QuestionnaireDocument,
  item: ItemOf<"rating">,
  path: string,
): Finding[] {
  const findings: Finding[] = [];
  if (!document.answerSets[item.answerSet]) {
    findings.push({ code: "answer-set-unknown", path: `${path}.answerSet`, key: item.answerSet });
  }
  if (item.looksBackAt !== undefined && !looksBackRightly(document, item)) {
    findings.push({
      code: "looks-back-wrongly",
      path: `${path}.looksBackAt`,
      key: item.looksBackAt,
    });
  }
  return findings;
}

/** The "now" half must be another rating by the same answer set, asked in every wave of the "looking back" half. */
function looksBackRightly(document: QuestionnaireDocument, item: ItemOf<"rating">): boolean {
  const now = itemsByKey(document).get(item.looksBackAt ?? "");
  return (
    now?.kind === "rating" &&
    now.key !== item.key &&
    now.looksBackAt === undefined &&
    now.answerSet === item.answerSet &&
    item.waves.every((wave) => now.waves.includes(wave))
  );
}

function checkOptions(
  item: { options: readonly { value: string }[] },
  path: string,
  reserved: readonly string[],
): Finding[] {
  const values = item.options.map((option) => option.value);
  const taken = values.flatMap((value, index): Finding[] =>
    reserved.includes(value)
      ? [{ code: "option-reserved", path: `${path}.options[${index}]`, key: value }]
      : [],
  );
  return [...findRepeated(values, `${path}.options`), ...taken];
}

function checkCorrect(item: ItemOf<"knowledge">, path: string): Finding[] {
  if (item.options.some((option) => option.value === item.correct)) return [];
  return [{ code: "correct-unknown", path: `${path}.correct`, key: item.correct }];
}

function checkLimits<T extends number | string>(
  { minimum, maximum }: { minimum?: T; maximum?: T },
  path: string,
): Finding[] {
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return [];
  return [{ code: "minimum-above-maximum", path }];
}

function checkCount(item: ItemOf<"multiple">, path: string): Finding[] {
  const there = item.options.length + (item.hasOther ? 1 : 0);
  if ((item.minimum ?? 0) <= there && (item.maximum ?? 0) <= there) return [];
  return [{ code: "more-than-there-are", path, detail: String(there) }];
}
