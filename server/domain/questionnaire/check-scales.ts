import { halfRule, lattice } from "../scoring/lattice.ts";
import type { Item, QuestionnaireDocument, Scale } from "./document.ts";
import { type Finding, findRepeated } from "./finding.ts";
import { recommendationPoints } from "./kinds/recommendation.ts";
import { itemsByKey } from "./parts.ts";

/** A scale's items are of its kind, share one answer range and the same waves; what is reversed belongs to it. */
export function checkScales(document: QuestionnaireDocument): Finding[] {
  const items = itemsByKey(document);
  return document.scales.flatMap((scale, at) => {
    const path = `scales[${at}]`;
    const members = scale.items.flatMap((key) => items.get(key) ?? []);
    return [
      ...findRepeated(scale.items, `${path}.items`),
      ...checkMembers(scale, items, path),
      ...checkRange(document, members, path),
      ...checkSameWaves(members, path),
      ...checkReversed(scale, path),
      ...checkMinimum(scale, path),
      ...checkLattice(document, { scale, members, path }),
    ];
  });
}

function checkMembers(scale: Scale, items: Map<string, Item>, path: string): Finding[] {
  const allowed = scale.kind === "knowledge" ? ["knowledge"] : ["rating", "recommendation"];
  return scale.items.flatMap((key, index): Finding[] => {
    const item = items.get(key);
    const here = `${path}.items[${index}]`;
    if (!item) return [{ code: "item-unknown", path: here, key }];
    return allowed.includes(item.kind) ? [] : [{ code: "scale-item-kind", path: here, key }];
  });
}

/** Points of different ranges cannot be averaged. */
function checkRange(
  document: QuestionnaireDocument,
  members: readonly Item[],
  path: string,
): Finding[] {
  const ranges = members.flatMap((item) => rangeOf(document, item) ?? []);
  return new Set(ranges).size > 1 ? [{ code: "scale-ranges-differ", path }] : [];
}

/**
 * From 37 items on, the units of a rating scale are too small for the whole numbers of a double to count them, so its
 * scores would not be exact.
 */
function checkLattice(
  document: QuestionnaireDocument,
  { scale, members, path }: { scale: Scale; members: readonly Item[]; path: string },
): Finding[] {
  if (scale.kind === "knowledge" || scale.items.length === 0) return [];
  const values = members.flatMap((item) => valuesOf(document, item));
  if (values.length === 0) return [];
  const items = scale.items.length;
  const { top } = lattice({
    kind: "rating",
    items,
    min: Math.min(...values),
    max: Math.max(...values),
    minimumAnswered: Math.min(scale.minimumAnswered ?? halfRule(items), items),
    reversed: [],
  });
  return Number.isSafeInteger(top) ? [] : [{ code: "scale-too-long", path, key: scale.key }];
}

function rangeOf(document: QuestionnaireDocument, item: Item): string | undefined {
  const values = valuesOf(document, item);
  return values.length > 0 ? `${Math.min(...values)}..${Math.max(...values)}` : undefined;
}

function valuesOf(document: QuestionnaireDocument, item: Item): readonly number[] {
  if (item.kind === "recommendation") return recommendationPoints;
  const set = item.kind === "rating" ? document.answerSets[item.answerSet] : undefined;
  return set?.points.map((point) => point.value) ?? [];
}

/** Otherwise a score before and a score after would rest on different items. */
function checkSameWaves(members: readonly Item[], path: string): Finding[] {
  const waves = new Set(members.map((item) => [...item.waves].sort().join(" ")));
  return waves.size > 1 ? [{ code: "scale-waves-differ", path }] : [];
}

function checkReversed(scale: Scale, path: string): Finding[] {
  const outside = scale.reversed.flatMap((key, index): Finding[] =>
    scale.items.includes(key)
      ? []
      : [{ code: "reversed-outside-scale", path: `${path}.reversed[${index}]`, key }],
  );
  if (scale.kind === "rating" || scale.reversed.length === 0) return outside;
  return [...outside, { code: "knowledge-reversed", path: `${path}.reversed` }];
}

function checkMinimum(scale: Scale, path: string): Finding[] {
  if ((scale.minimumAnswered ?? 0) <= scale.items.length) return [];
  return [{ code: "minimum-above-items", path: `${path}.minimumAnswered` }];
}

/** A breakdown recodes each option of one single-choice item at most once. */
export function checkBreakdowns(document: QuestionnaireDocument): Finding[] {
  const items = itemsByKey(document);
  return document.breakdowns.flatMap((breakdown, at): Finding[] => {
    const path = `breakdowns[${at}]`;
    const item = items.get(breakdown.item);
    if (!item) return [{ code: "item-unknown", path: `${path}.item`, key: breakdown.item }];
    if (item.kind !== "single") {
      return [{ code: "breakdown-item-kind", path: `${path}.item`, key: item.key }];
    }
    const known = item.options.map((option) => option.value);
    if (item.hasOther) known.push("other");
    const values = breakdown.groups.flatMap((group) => group.values);
    const unknown = values.filter((value) => !known.includes(value));
    return [
      ...findRepeated(
        breakdown.groups.map((group) => group.key),
        `${path}.groups`,
      ),
      ...findRepeated(values, `${path}.groups.values`),
      ...unknown.map((key): Finding => ({ code: "breakdown-value-unknown", path, key })),
    ];
  });
}
