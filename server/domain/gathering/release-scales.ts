import { measuresOf } from "../analysis/measures.ts";
import type { ItemInput, LocalityCells, ScaleInput } from "../disclosure/input.ts";
import { addItemCounts, addItemTables, groupsOf } from "../disclosure/pair-answers.ts";
import type { QuestionnaireDocument } from "../questionnaire/document.ts";
import { mergeCells } from "../statistics/cells.ts";
import { waveKinds } from "../words.ts";
import { unansweredGroup } from "./gather-pairs.ts";
import { rulesOfItem, toldItem } from "./told-items.ts";

/** Items of scales, counted over the very people of the settled cells. */
export function itemsOfScales(
  document: QuestionnaireDocument,
  scales: readonly ScaleInput[],
): ItemInput[] {
  return scales.flatMap(({ key: scale, localities, hasChanged }) => {
    const items = document.scales.find(({ key }) => key === scale)?.items ?? [];
    if (hasChanged) return [];
    return items.flatMap((key) => itemOfScale(document, key, { scale, localities }));
  });
}

function itemOfScale(
  document: QuestionnaireDocument,
  key: string,
  { scale, localities }: { scale: string; localities: readonly LocalityCells[] },
): ItemInput[] {
  const told = toldItem(document, key);
  if (!told) return [];
  const { isOrdered } = rulesOfItem(told, document);
  const rules = { isOrdered, hasTopTwo: false, scale };
  return waveKinds
    .filter((wave) => told.item.waves.includes(wave))
    .map((wave) => {
      const options = addItemCounts(localities, { item: key, wave, options: told.options });
      return { item: key, wave, options, ...rules };
    });
}

/** A settled scale with its breakdowns and the sums that reliability is made of, both of the very people of its cells. */
export function withGroups(document: QuestionnaireDocument, scale: ScaleInput): ScaleInput {
  const breakdowns = document.breakdowns.flatMap(({ key, groups }) => {
    const named = groups.map((group) => group.key);
    const found = groupsOf(key, [...named, unansweredGroup], scale.localities);
    if (!found) return [];
    return {
      key,
      groups: found.groups.filter((one) => one.group !== unansweredGroup || hasPeople(one)),
    };
  });
  const table = addItemTables(scale.localities);
  const itemTable = table && { table, range: rangeOf(document, scale.key) };
  return { ...scale, breakdowns, ...(itemTable && { itemTable }) };
}

function hasPeople({ localities }: { localities: readonly LocalityCells[] }): boolean {
  return mergeCells(...localities.map(({ cells }) => cells)).length > 0;
}

/** How far the answers to an item reach, on average over the scale's items. */
function rangeOf(document: QuestionnaireDocument, scaleKey: string): number {
  const items = measuresOf(document).scales.find(({ scale }) => scale.key === scaleKey)!.items;
  return items.reduce((sum, { top }) => sum + top, 0) / items.length;
}
