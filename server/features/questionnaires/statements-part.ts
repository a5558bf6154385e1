import { statementsPage } from "../../../web/pages/questionnaires/statements-page.tsx";
import type { Item, QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import { wavesOf } from "../../domain/questionnaire/draft.ts";
import { readStatements } from "../../domain/questionnaire/forms/statement-lines.ts";
import type { PartKind } from "./part-kinds.ts";

/** A list of statements that is pasted at once; once stored, each is an item like any other. */
export const statements: PartKind = {
  place: "statements",
  find: () => undefined,
  fill: () => new Map(),
  blank: (draft, query) => {
    const section = query("section") || (draft.sections.at(-1)?.key ?? "");
    return new Map<string, readonly string[]>([
      ["section", [section]],
      ["wave", wavesLike(draft, section)],
      ["answerSet", [lastAnswerSet(draft, section)]],
    ]);
  },
  read: (draft, fields) => {
    const read = readStatements(draft, fields);
    if (!read.ok) return read;
    const key = read.keys[0]!;
    return { ok: true, draft: read.draft, key, anchor: `item-${key}` };
  },
  page: statementsPage,
};

/** A new question is asked when its neighbours are; the first one of a section, in every wave. */
export function wavesLike(draft: QuestionnaireDraft, sectionKey: string): readonly string[] {
  return itemsIn(draft, sectionKey).at(-1)?.waves ?? wavesOf(draft);
}

/** A new statement is rated like those before it. */
export function lastAnswerSet(draft: QuestionnaireDraft, sectionKey: string): string {
  const rating = itemsIn(draft, sectionKey).findLast((item) => item.kind === "rating");
  const sets = Object.keys(draft.answerSets);
  return rating?.kind === "rating" ? rating.answerSet : (sets[0] ?? "");
}

function itemsIn(draft: QuestionnaireDraft, sectionKey: string): Item[] {
  const keys = draft.sections.find(({ key }) => key === sectionKey)?.items ?? [];
  return keys.flatMap((key) => draft.items.find((item) => item.key === key) ?? []);
}
