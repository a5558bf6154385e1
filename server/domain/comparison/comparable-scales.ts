import type { Item, QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";

/** Why results on a scale of one questionnaire must not be set beside those of another. */
export type Incomparable =
  | "not-in-both"
  | "other-kind"
  | "other-items"
  | "other-wording"
  | "other-answers"
  | "other-scoring";

export type Comparability = { comparable: true } | { comparable: false; reason: Incomparable };

export interface TwoQuestionnaires {
  one: QuestionnaireDocument;
  other: QuestionnaireDocument;
  /** Items of `one` whose wording differs from that of an item of `other` without a difference in meaning, by key. */
  equivalent: Readonly<Record<string, string>>;
}

/**
 * Whether a scale means the same in two questionnaires: the same items in the same words with the same answers, scored
 * alike. A reworded item is another item unless somebody declared the two equivalent.
 */
export function compareScale(scaleKey: string, questionnaires: TwoQuestionnaires): Comparability {
  const { one, other } = questionnaires;
  const [first, second] = [one, other].map((document) =>
    document.scales.find(({ key }) => key === scaleKey),
  );
  if (!first || !second) return refuse("not-in-both");
  if (first.kind !== second.kind) return refuse("other-kind");
  const pairs = pairItems(first, second, questionnaires);
  if (!pairs) return refuse("other-items");
  if (!isScoredAlike(first, second, questionnaires.equivalent)) return refuse("other-scoring");
  if (pairs.some(([a, b]) => !isWordedAlike(a, b, questionnaires))) return refuse("other-wording");
  return pairs.every(([a, b]) => isAnsweredAlike(a, b, questionnaires))
    ? { comparable: true }
    : refuse("other-answers");
}

function refuse(reason: Incomparable): Comparability {
  return { comparable: false, reason };
}

function pairItems(
  first: Scale,
  second: Scale,
  { one, other, equivalent }: TwoQuestionnaires,
): [Item, Item][] | undefined {
  if (first.items.length !== second.items.length) return undefined;
  const pairs = first.items.flatMap((key): [Item, Item][] => {
    const partner = equivalent[key] ?? key;
    const a = one.items.find((item) => item.key === key);
    const b = other.items.find((item) => item.key === partner);
    return a && b && second.items.includes(partner) && a.kind === b.kind ? [[a, b]] : [];
  });
  return pairs.length === first.items.length ? pairs : undefined;
}

function isScoredAlike(
  first: Scale,
  second: Scale,
  equivalent: TwoQuestionnaires["equivalent"],
): boolean {
  const reversed = first.reversed.map((key) => equivalent[key] ?? key).sort();
  return (
    reversed.join(" ") === [...second.reversed].sort().join(" ") &&
    first.minimumAnswered === second.minimumAnswered
  );
}

function isWordedAlike(a: Item, b: Item, { equivalent }: TwoQuestionnaires): boolean {
  return equivalent[a.key] === b.key || isSameText(a.text, b.text);
}

/** A language that only one of them has is no difference: nobody compared it. */
export function isSameText(a: Text, b: Text): boolean {
  const shared = Object.keys(a).filter((language) => language in b);
  return shared.length > 0 && shared.every((language) => a[language] === b[language]);
}

function isAnsweredAlike(a: Item, b: Item, { one, other }: TwoQuestionnaires): boolean {
  const [first, second] = [answersOf(a, one), answersOf(b, other)];
  return (
    first.length === second.length &&
    first.every((answer, index) => {
      const partner = second[index]!;
      return answer.value === partner.value && isSameText(answer.label, partner.label);
    })
  );
}

/** What can be answered, in order; for a knowledge question also which answer is right and what it is worth. */
function answersOf(
  item: Item,
  document: QuestionnaireDocument,
): { value: string | number; label: Text }[] {
  if (item.kind === "rating") return document.answerSets[item.answerSet]?.points ?? [];
  if (item.kind !== "knowledge") return [];
  const key = { value: `${item.correct} ${item.points}`, label: { key: "" } };
  return [...item.options, key];
}
