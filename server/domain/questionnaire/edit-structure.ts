import { type WaveKind, waveKinds } from "../words.ts";
import type { AnswerSet, Breakdown, Item, QuestionnaireDraft, Scale, Section } from "./document.ts";

// Every edit gives a new draft and leaves the old one as it was; what is not there is left alone.

export type Direction = "up" | "down";

/** Puts a section where the one of that key is, or at the end. */
export function putSection(draft: QuestionnaireDraft, section: Section): QuestionnaireDraft {
  return settleWaves({ ...draft, sections: putByKey(draft.sections, section) });
}

/**
 * Puts an item where the one of that key is, or at the end of a section. An item may stand in several sections that are
 * asked in different waves; asking for a section that holds it already leaves it in all of them.
 */
export function putItem(
  draft: QuestionnaireDraft,
  item: Item,
  sectionKey: string,
): QuestionnaireDraft {
  const items = putByKey(draft.items, item);
  const holders = sectionsOf(draft, item.key).map(({ key }) => key);
  if (holders.includes(sectionKey)) return settle({ ...draft, items });
  const sections = draft.sections.map((section) => {
    const rest = without(section, item.key);
    return section.key === sectionKey ? { ...rest, items: [...rest.items, item.key] } : rest;
  });
  return settle({ ...draft, sections, items });
}

export function putScale(draft: QuestionnaireDraft, scale: Scale): QuestionnaireDraft {
  return { ...draft, scales: putByKey(draft.scales, scale) };
}

export function putBreakdown(draft: QuestionnaireDraft, breakdown: Breakdown): QuestionnaireDraft {
  return { ...draft, breakdowns: putByKey(draft.breakdowns, breakdown) };
}

export function putAnswerSet(
  draft: QuestionnaireDraft,
  key: string,
  set: AnswerSet,
): QuestionnaireDraft {
  return { ...draft, answerSets: { ...draft.answerSets, [key]: set } };
}

function putByKey<T extends { key: string }>(list: readonly T[], entry: T): T[] {
  const isThere = list.some(({ key }) => key === entry.key);
  return isThere ? list.map((one) => (one.key === entry.key ? entry : one)) : [...list, entry];
}

export function sectionsOf(draft: QuestionnaireDraft, itemKey: string): Section[] {
  return draft.sections.filter((section) => section.items.includes(itemKey));
}

function without(section: Section, itemKey: string): Section {
  return { ...section, items: section.items.filter((key) => key !== itemKey) };
}

/** Moves an item one place up or down in a section; beyond the section's ends it goes on into the next one. */
export function moveItem(
  draft: QuestionnaireDraft,
  { key, sectionKey }: { key: string; sectionKey: string },
  direction: Direction,
): QuestionnaireDraft {
  const at = draft.sections.findIndex((one) => one.key === sectionKey && one.items.includes(key));
  const section = draft.sections[at];
  if (!section) return draft;
  const items = swapped(section.items, section.items.indexOf(key), direction);
  if (items) return settle(withSection(draft, { ...section, items }));
  const next = draft.sections[direction === "up" ? at - 1 : at + 1];
  if (!next || next.items.includes(key)) return draft;
  const entered = direction === "up" ? [...next.items, key] : [key, ...next.items];
  const left = withSection(draft, without(section, key));
  return settle(withSection(left, { ...next, items: entered }));
}

function withSection(draft: QuestionnaireDraft, section: Section): QuestionnaireDraft {
  return { ...draft, sections: putByKey(draft.sections, section) };
}

/** Moves a section one place; in every wave that asks both, it changes places with its neighbour there too. */
export function moveSection(
  draft: QuestionnaireDraft,
  key: string,
  direction: Direction,
): QuestionnaireDraft {
  const at = draft.sections.findIndex((section) => section.key === key);
  const sections = at < 0 ? undefined : swapped(draft.sections, at, direction);
  if (!sections) return draft;
  const neighbour = draft.sections[direction === "up" ? at - 1 : at + 1]!.key;
  const [first, second] = direction === "up" ? [key, neighbour] : [neighbour, key];
  const waves = mapWaves(draft, (order) => inOrder(order, first, second));
  return settle({ ...draft, sections, waves });
}

/** The same order with `first` right before `second`, where both are in it the other way round. */
function inOrder(order: readonly string[], first: string, second: string): string[] {
  if (!order.includes(second) || order.indexOf(first) < order.indexOf(second)) return [...order];
  const rest = order.filter((key) => key !== first);
  return rest.flatMap((key) => (key === second ? [first, key] : [key]));
}

/** The list with one entry moved; undefined at the list's end. */
export function swapped<T>(list: readonly T[], at: number, direction: Direction): T[] | undefined {
  const to = direction === "up" ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= list.length) return undefined;
  const moved = [...list];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}

/** Calls an item otherwise, wherever it is named: in sections, scales, rules, pairs and breakdowns. */
export function renameItem(
  draft: QuestionnaireDraft,
  from: string,
  to: string,
): QuestionnaireDraft {
  const name = (key: string) => (key === from ? to : key);
  return {
    ...draft,
    sections: draft.sections.map((one) => ({ ...one, items: one.items.map(name) })),
    scales: draft.scales.map((scale) => ({
      ...scale,
      items: scale.items.map(name),
      reversed: scale.reversed.map(name),
    })),
    breakdowns: draft.breakdowns.map((one) => ({ ...one, item: name(one.item) })),
    items: draft.items.map((item) => renameIn(item, name)),
  };
}

function renameIn(item: Item, name: (key: string) => string): Item {
  const { showIf } = item;
  const renamed = { ...item, key: name(item.key) };
  if (showIf) {
    const conditions = showIf.conditions.map((one) => ({ ...one, item: name(one.item) }));
    renamed.showIf = { ...showIf, conditions };
  }
  if (renamed.kind === "rating" && renamed.looksBackAt !== undefined) {
    renamed.looksBackAt = name(renamed.looksBackAt);
  }
  return renamed;
}

/** Items in the order of their sections, and every wave with the sections that have something to ask in it. */
export function settle(draft: QuestionnaireDraft): QuestionnaireDraft {
  const order = draft.sections.flatMap((section) => section.items);
  const place = (item: Item) => (order.indexOf(item.key) + 1 || order.length + 1) - 1;
  const items = [...draft.items].sort((a, b) => place(a) - place(b));
  return settleWaves({ ...draft, items });
}

/** A wave keeps its sections that ask something in it, and gets those whose items it would lack otherwise. */
function settleWaves(draft: QuestionnaireDraft): QuestionnaireDraft {
  const all = draft.sections.map(({ key }) => key);
  const waves = mapWaves(draft, (order, wave) => {
    const kept = order.filter((key) => askedIn(draft, key, wave).length > 0);
    const placed = new Set(kept.flatMap((key) => askedIn(draft, key, wave)));
    const lacking = all.filter((key) =>
      askedIn(draft, key, wave).some((item) => !placed.has(item)),
    );
    return lacking.reduce((list, key) => entered(list, key, all), kept);
  });
  return { ...draft, waves };
}

/** The keys of a section's items that are asked in a wave. */
export function askedIn(draft: QuestionnaireDraft, sectionKey: string, wave: WaveKind): string[] {
  const items = draft.sections.find((section) => section.key === sectionKey)?.items ?? [];
  return items.filter((key) =>
    draft.items.some((item) => item.key === key && item.waves.includes(wave)),
  );
}

/** Enters a key after the nearest one that stands before it in the whole order. */
function entered(list: readonly string[], key: string, all: readonly string[]): string[] {
  const before = all.slice(0, all.indexOf(key)).reverse();
  const after = before.find((one) => list.includes(one));
  const at = after === undefined ? 0 : list.indexOf(after) + 1;
  return [...list.slice(0, at), key, ...list.slice(at)];
}

function mapWaves(
  draft: QuestionnaireDraft,
  orderOf: (order: readonly string[], wave: WaveKind) => string[],
): QuestionnaireDraft["waves"] {
  const parts = waveKinds.flatMap((kind) => {
    const part = draft.waves[kind];
    return part ? [[kind, { ...part, sections: orderOf(part.sections, kind) }]] : [];
  });
  return Object.fromEntries(parts);
}
