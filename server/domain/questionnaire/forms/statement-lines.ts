import { cleanLine, lengthOf } from "../../response/clean-text.ts";
import type { FormFields } from "../../response/form-fields.ts";
import type { Text } from "../../text.ts";
import { waveKinds } from "../../words.ts";
import type { ItemOf, QuestionnaireDraft, Scale, Section } from "../document.ts";
import { putItem, putScale } from "../edit-structure.ts";
import { type FormMistake, nextKey, typedIn, wordingField } from "./form-words.ts";
import { longestText } from "./item-form.ts";

/** More at once are a pasted chapter and not a list of statements. */
export const mostLines = 60;

/** What the form says for "make a scale of them", where a scale's key may stand. */
export const newScale = "+";

export type ReadStatements =
  | { ok: true; draft: QuestionnaireDraft; keys: string[] }
  | { ok: false; mistakes: FormMistake[] };

/**
 * Many statements at once: one a line, in every language the same number of lines in the same order, or none. All are
 * rated by one answer set in the same waves, and may join a scale, or make one that is called like their section.
 */
export function readStatements(draft: QuestionnaireDraft, fields: FormFields): ReadStatements {
  const section = draft.sections.find(({ key }) => key === typedIn(fields, "section"));
  const answerSet = typedIn(fields, "answerSet");
  const wanted = typedIn(fields, "scale");
  const { texts, mistakes } = readTexts(draft, fields);
  if (!section) mistakes.push({ field: "section", code: "unknown-choice" });
  if (!Object.hasOwn(draft.answerSets, answerSet)) {
    mistakes.push({ field: "answerSet", code: "unknown-choice" });
  }
  if (!["", newScale].includes(wanted) && !ratingScales(draft).some(({ key }) => key === wanted)) {
    mistakes.push({ field: "scale", code: "unknown-choice" });
  }
  if (!section || mistakes.length > 0) return { ok: false, mistakes };
  const waves = waveKinds.filter((wave) => fields.get("wave")?.includes(wave));
  const items = itemsOf(draft, section, texts).map((item) => ({ ...item, answerSet, waves }));
  const added = items.reduce((changed, item) => putItem(changed, item, section.key), draft);
  const keys = items.map(({ key }) => key);
  return { ok: true, draft: withScale(added, { wanted, section, keys }), keys };
}

export function ratingScales(draft: QuestionnaireDraft): Scale[] {
  return draft.scales.filter(({ kind }) => kind === "rating");
}

/** The statements with their words in every language, and what is wrong with the lines. */
function readTexts(
  { languages, items }: QuestionnaireDraft,
  fields: FormFields,
): { texts: Text[]; mistakes: FormMistake[] } {
  const columns = languages.map((language) => {
    const field = wordingField("lines", language);
    return { language, field, lines: linesOf(typedIn(fields, field)) };
  });
  const full = columns.filter(({ lines }) => lines.length > 0);
  const first = full[0];
  if (!first) {
    const field = wordingField("lines", languages[0] ?? "lt");
    return { texts: [], mistakes: [{ field, code: "empty" }] };
  }
  const count = first.lines.length;
  const most = Math.min(mostLines, 500 - items.length);
  const mistakes: FormMistake[] = [];
  if (count > most) mistakes.push({ field: first.field, code: "too-many-lines", detail: most });
  for (const { field, lines } of full) {
    if (lines.length !== count) mistakes.push({ field, code: "line-count", detail: count });
    if (lines.some((line) => lengthOf(line) > longestText)) {
      mistakes.push({ field, code: "too-long", detail: longestText });
    }
  }
  const texts = first.lines.map((_, at) =>
    Object.fromEntries(columns.map(({ language, lines }) => [language, lines[at] ?? ""])),
  );
  return { texts, mistakes };
}

/** Lines with something in them, without the numbers and dots of the list that they were copied from. */
function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => cleanLine(cleanLine(line).replace(/^(?:[•·▪◦*–—-]|\d{1,3}[.)])\s+/, "")))
    .filter((line) => line !== "");
}

type Statement = Omit<ItemOf<"rating">, "answerSet" | "waves">;

function itemsOf(draft: QuestionnaireDraft, section: Section, texts: readonly Text[]): Statement[] {
  const taken = new Set(draft.items.map(({ key }) => key));
  return texts.map((text) => {
    const key = nextKey(section.key, taken);
    taken.add(key);
    return { kind: "rating", key, text, isRequired: false };
  });
}

function withScale(
  draft: QuestionnaireDraft,
  { wanted, section, keys }: { wanted: string; section: Section; keys: readonly string[] },
): QuestionnaireDraft {
  if (wanted === "") return draft;
  const old = draft.scales.find(({ key }) => key === wanted);
  if (old) return putScale(draft, { ...old, items: [...old.items, ...keys] });
  const taken = new Set(draft.scales.map(({ key }) => key));
  const key = taken.has(section.key) ? nextKey(section.key, taken) : section.key;
  const { title } = section;
  return putScale(draft, { key, title, kind: "rating", items: [...keys], reversed: [] });
}
