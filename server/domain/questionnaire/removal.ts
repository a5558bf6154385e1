import { z } from "zod";
import type { WaveKind } from "../words.ts";
import type { QuestionnaireDraft, Scale } from "./document.ts";
import { questionnaireDraftSchema } from "./document.ts";
import { askedIn, settle } from "./edit-structure.ts";

/** What was deleted last, with the draft as it was before: its place and its scales are found there again. */
const removedSchema = z.object({
  kind: z.enum(["item", "section", "scale", "answer-set", "breakdown"]),
  key: z.string(),
  before: questionnaireDraftSchema,
});
export type Removed = z.infer<typeof removedSchema>;
export type RemovedKind = Removed["kind"];

export function readRemoved(value: unknown): Removed | undefined {
  const read = removedSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/**
 * Takes something out of a draft: a section goes with its items, an item leaves its scales. Rules that look at it stay
 * and are told as wrong, so that nobody's routing changes unseen. Undefined when there is no such thing.
 */
export function remove(
  draft: QuestionnaireDraft,
  { kind, key }: { kind: RemovedKind; key: string },
): { draft: QuestionnaireDraft; removed: Removed } | undefined {
  if (!has(draft, { kind, key })) return undefined;
  return { draft: taken(draft, { kind, key }), removed: { kind, key, before: draft } };
}

function has(draft: QuestionnaireDraft, { kind, key }: { kind: RemovedKind; key: string }) {
  if (kind === "answer-set") return key in draft.answerSets;
  const lists = { item: "items", section: "sections", scale: "scales", breakdown: "breakdowns" };
  const list = draft[lists[kind] as "items"];
  return list.some((entry) => entry.key === key);
}

function taken(
  draft: QuestionnaireDraft,
  { kind, key }: { kind: RemovedKind; key: string },
): QuestionnaireDraft {
  const isOther = (entry: { key: string }) => entry.key !== key;
  switch (kind) {
    case "item":
      return withoutItems(draft, [key]);
    case "section": {
      const items = draft.sections.find((section) => section.key === key)?.items ?? [];
      const rest = { ...draft, sections: draft.sections.filter(isOther) };
      const kept = new Set(rest.sections.flatMap((section) => section.items));
      return withoutItems(
        rest,
        items.filter((item) => !kept.has(item)),
      );
    }
    case "scale":
      return { ...draft, scales: draft.scales.filter(isOther) };
    case "breakdown":
      return { ...draft, breakdowns: draft.breakdowns.filter(isOther) };
    case "answer-set": {
      const rest = Object.entries(draft.answerSets).filter(([name]) => name !== key);
      return { ...draft, answerSets: Object.fromEntries(rest) };
    }
  }
}

function withoutItems(draft: QuestionnaireDraft, keys: readonly string[]): QuestionnaireDraft {
  const stays = (key: string) => !keys.includes(key);
  return settle({
    ...draft,
    items: draft.items.filter((item) => stays(item.key)),
    sections: draft.sections.map((one) => ({ ...one, items: one.items.filter(stays) })),
    scales: draft.scales.map((scale) => ({
      ...scale,
      items: scale.items.filter(stays),
      reversed: scale.reversed.filter(stays),
    })),
  });
}

/**
 * Puts back what was deleted, where it was, into the draft as it is by now: what was changed since stays changed.
 * Undefined when its name has been given to something else.
 */
export function restore(
  draft: QuestionnaireDraft,
  removed: Removed,
): QuestionnaireDraft | undefined {
  const { kind, key, before } = removed;
  if (has(draft, removed)) return undefined;
  switch (kind) {
    case "item":
      return restoreItems(draft, before, [key]);
    case "section": {
      const sections = returned(draft.sections, before.sections, key);
      const items = before.sections.find((section) => section.key === key)?.items ?? [];
      const free = items.filter((item) => !has(draft, { kind: "item", key: item }));
      const kept = items.filter((item) => !free.includes(item));
      const held = sections.map((one) => (one.key === key ? { ...one, items: kept } : one));
      return restoreItems({ ...draft, sections: held }, before, free);
    }
    case "scale":
      return { ...draft, scales: returned(draft.scales, before.scales, key) };
    case "breakdown":
      return { ...draft, breakdowns: returned(draft.breakdowns, before.breakdowns, key) };
    case "answer-set": {
      const set = before.answerSets[key]!;
      return { ...draft, answerSets: { ...draft.answerSets, [key]: set } };
    }
  }
}

function restoreItems(
  draft: QuestionnaireDraft,
  before: QuestionnaireDraft,
  keys: readonly string[],
): QuestionnaireDraft {
  const isBack = (key: string) => keys.includes(key);
  const items = before.items.filter((item) => isBack(item.key));
  const sections = draft.sections.map((section) => {
    const order = before.sections.find((one) => one.key === section.key)?.items ?? [];
    return { ...section, items: reentered(section.items, order, order.filter(isBack)) };
  });
  const homeless = keys.filter((key) => !sections.some((section) => section.items.includes(key)));
  if (sections[0]) sections[0] = { ...sections[0], items: [...sections[0].items, ...homeless] };
  const scales = draft.scales.map((scale) => restoreMembers(scale, before, isBack));
  const whole = { ...draft, items: [...draft.items, ...items], sections, scales };
  return settle({ ...whole, waves: restoreOrder(whole, before) });
}

function restoreMembers(
  scale: Scale,
  before: QuestionnaireDraft,
  isBack: (key: string) => boolean,
): Scale {
  const was = before.scales.find((one) => one.key === scale.key);
  if (!was) return scale;
  return {
    ...scale,
    items: reentered(scale.items, was.items, was.items.filter(isBack)),
    reversed: reentered(scale.reversed, was.reversed, was.reversed.filter(isBack)),
  };
}

/**
 * Sections that a wave has lost with their last item come back to their place in that wave, and one that had stepped in
 * for them, holding the same items, steps back.
 */
function restoreOrder(draft: QuestionnaireDraft, before: QuestionnaireDraft) {
  const parts = Object.entries(draft.waves).map(([name, part]) => {
    const kind = name as WaveKind;
    const was = before.waves[kind]?.sections ?? [];
    const lost = was.filter(
      (key) => !part.sections.includes(key) && has(draft, { kind: "section", key }),
    );
    const back = new Set(lost.flatMap((key) => askedIn(draft, key, kind)));
    const staying = part.sections.filter(
      (key) => was.includes(key) || askedIn(draft, key, kind).some((item) => !back.has(item)),
    );
    return [kind, { ...part, sections: reentered(staying, was, lost) }];
  });
  return Object.fromEntries(parts) as QuestionnaireDraft["waves"];
}

function returned<T extends { key: string }>(
  list: readonly T[],
  before: readonly T[],
  key: string,
): T[] {
  const order = reentered(
    list.map((entry) => entry.key),
    before.map((entry) => entry.key),
    [key],
  );
  return order.map((name) => list.find((entry) => entry.key === name) ?? find(before, name));
}

function find<T extends { key: string }>(list: readonly T[], key: string): T {
  return list.find((entry) => entry.key === key)!;
}

/** Enters keys again, each after the nearest that stood before it and is still there. */
function reentered(
  list: readonly string[],
  order: readonly string[],
  keys: readonly string[],
): string[] {
  return keys.reduce<string[]>(
    (now, key) => {
      const earlier = order.slice(0, order.indexOf(key)).reverse();
      const after = earlier.find((one) => now.includes(one));
      const at = after === undefined ? 0 : now.indexOf(after) + 1;
      return [...now.slice(0, at), key, ...now.slice(at)];
    },
    [...list],
  );
}
