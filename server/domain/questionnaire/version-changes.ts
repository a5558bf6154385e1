import type { Item, QuestionnaireDocument } from "./document.ts";
import { itemsByKey } from "./parts.ts";
import { isSameJson } from "./same-json.ts";

/** What of an item differs between two versions. The first four can change what an answer means. */
export type ItemChange =
  | "kind"
  | "text"
  | "answers"
  | "correct"
  | "help"
  | "waves"
  | "required"
  | "rule"
  | "limits";

const meaningful: readonly ItemChange[] = ["kind", "text", "answers", "correct"];

/** An item of the later version beside the one of the earlier version that it seems to continue. */
export interface ItemMatch {
  key: string;
  /** Undefined for an item without a forerunner. */
  earlierKey: string | undefined;
  changes: ItemChange[];
  /** Proposed: the same meaning, a changed one, or for somebody to decide who knows what was meant. */
  proposal: "same" | "changed" | "undecided" | "new";
  /** Whether answers are of one kind and range at all, so that they could be compared. */
  canBeSame: boolean;
}

export interface VersionChanges {
  items: ItemMatch[];
  removedItems: string[];
  addedScales: string[];
  removedScales: string[];
  changedScales: string[];
}

/**
 * What a later version changes, and which of its items may be compared with which of the earlier one. An item continues
 * the one of its own key, else one that asks exactly the same by another key. Where only wording differs, people decide.
 */
export function compareVersions(
  earlier: QuestionnaireDocument,
  later: QuestionnaireDocument,
): VersionChanges {
  const before = itemsByKey(earlier);
  const laterKeys = new Set(later.items.map(({ key }) => key));
  const free = earlier.items.filter(({ key }) => !laterKeys.has(key));
  const items = later.items
    .filter(({ kind }) => kind !== "information")
    .map((item) => {
      const known = before.get(item.key) ?? findRenamed({ earlier, later }, item, free);
      return matchOf({ earlier, later }, item, known);
    });
  const continued = new Set(items.map(({ earlierKey }) => earlierKey));
  const removedItems = earlier.items.map(({ key }) => key).filter((key) => !continued.has(key));
  return { items, removedItems, ...compareScales(earlier, later) };
}

interface Pair {
  earlier: QuestionnaireDocument;
  later: QuestionnaireDocument;
}

function findRenamed(pair: Pair, item: Item, free: readonly Item[]): Item | undefined {
  return free.find((one) => {
    const changes = changesOf(pair, one, item);
    return !changes.some((change) => meaningful.includes(change));
  });
}

/** How one item of the later version relates to one of the earlier, or to none. */
export function matchOf(pair: Pair, item: Item, known: Item | undefined): ItemMatch {
  if (!known) {
    const nothing = { earlierKey: undefined, changes: [], canBeSame: false };
    return { key: item.key, proposal: "new", ...nothing };
  }
  const changes = changesOf(pair, known, item);
  const canBeSame = areComparable(pair, known, item);
  const isSame = !changes.some((change) => meaningful.includes(change));
  const proposal = isSame ? "same" : canBeSame ? "undecided" : "changed";
  return { key: item.key, earlierKey: known.key, changes, proposal, canBeSame };
}

function changesOf({ earlier, later }: Pair, was: Item, is: Item): ItemChange[] {
  const differs: Record<ItemChange, boolean> = {
    kind: was.kind !== is.kind,
    text: !isSameJson(was.text, is.text),
    answers: !isSameJson(answersOf(earlier, was), answersOf(later, is)),
    correct: correctOf(was) !== correctOf(is),
    help: !isSameJson(was.help ?? {}, is.help ?? {}),
    waves: !isSameJson([...was.waves].sort(), [...is.waves].sort()),
    required: was.isRequired !== is.isRequired,
    rule: !isSameJson(was.showIf ?? {}, is.showIf ?? {}),
    limits: !isSameJson(limitsOf(was), limitsOf(is)),
  };
  return (Object.keys(differs) as ItemChange[]).filter((change) => differs[change]);
}

/** The same values with the same right one: scores then lie on one lattice, whatever the words are. */
function areComparable({ earlier, later }: Pair, was: Item, is: Item): boolean {
  return (
    was.kind === is.kind &&
    isSameJson(valuesOf(earlier, was), valuesOf(later, is)) &&
    correctOf(was) === correctOf(is)
  );
}

function answersOf(document: QuestionnaireDocument, item: Item): unknown {
  switch (item.kind) {
    case "rating": {
      const { points, cannotAnswer, noOpportunity } = document.answerSets[item.answerSet] ?? {};
      return { points, cannotAnswer, noOpportunity };
    }
    case "single":
    case "multiple":
      return { options: item.options, hasOther: item.hasOther };
    case "knowledge":
      return { options: item.options, dontKnow: item.dontKnow };
    case "ranking":
      return item.options;
    case "recommendation":
      return { low: item.lowLabel, high: item.highLabel };
    case "number":
      return item.unit ?? {};
    default:
      return {};
  }
}

function valuesOf(document: QuestionnaireDocument, item: Item): unknown[] {
  if (item.kind === "rating") {
    return (document.answerSets[item.answerSet]?.points ?? []).map((point) => point.value).sort();
  }
  return "options" in item ? item.options.map((option) => option.value).sort() : [];
}

function correctOf(item: Item): string {
  return item.kind === "knowledge" ? `${item.correct} ${item.points}` : "";
}

function limitsOf(item: Item): unknown {
  switch (item.kind) {
    case "number":
    case "multiple":
      return [item.minimum ?? null, item.maximum ?? null];
    case "date":
      return [item.earliest ?? null, item.latest ?? null];
    case "short-text":
    case "long-text":
      return item.maximumLength;
    default:
      return [];
  }
}

function compareScales(earlier: QuestionnaireDocument, later: QuestionnaireDocument) {
  const was = new Map(earlier.scales.map((scale) => [scale.key, scale]));
  const is = new Map(later.scales.map((scale) => [scale.key, scale]));
  const both = [...is.keys()].filter((key) => was.has(key));
  return {
    addedScales: [...is.keys()].filter((key) => !was.has(key)),
    removedScales: [...was.keys()].filter((key) => !is.has(key)),
    changedScales: both.filter((key) => !isSameJson(was.get(key), is.get(key))),
  };
}
