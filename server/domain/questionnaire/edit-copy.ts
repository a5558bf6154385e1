import type { Item, QuestionnaireDraft } from "./document.ts";
import { putItem, settle } from "./edit-structure.ts";
import { nextKey } from "./forms/form-words.ts";

/** The same item once more, right below, with a key of its own; it belongs to no scale yet. */
export function copyItem(
  draft: QuestionnaireDraft,
  { key, sectionKey }: { key: string; sectionKey: string },
): { draft: QuestionnaireDraft; key: string } | undefined {
  const item = draft.items.find((one) => one.key === key);
  const section = draft.sections.find((one) => one.key === sectionKey);
  if (!item || !section?.items.includes(key)) return undefined;
  const copy = { ...structuredClone(item), key: freeItemKey(draft, sectionKey) };
  const at = section.items.indexOf(key) + 1;
  const items = [...section.items.slice(0, at), copy.key, ...section.items.slice(at)];
  const sections = draft.sections.map((one) => (one === section ? { ...one, items } : one));
  const whole = settle({ ...draft, sections, items: [...draft.items, copy] });
  return { draft: whole, key: copy.key };
}

function freeItemKey(draft: QuestionnaireDraft, base: string): string {
  return nextKey(base, new Set(draft.items.map(({ key }) => key)));
}

/** Puts both halves of a "looking back / now" pair: `now` as it is, and before it the one that looks back at it. */
export function putPair(
  draft: QuestionnaireDraft,
  now: Extract<Item, { kind: "rating" }>,
  sectionKey: string,
): QuestionnaireDraft {
  const taken = new Set([...draft.items.map(({ key }) => key), now.key]);
  const back = {
    ...now,
    key: nextKey(`${now.key.slice(0, 30)}_then`, taken),
    looksBackAt: now.key,
  };
  return putItem(putItem(draft, back, sectionKey), now, sectionKey);
}
