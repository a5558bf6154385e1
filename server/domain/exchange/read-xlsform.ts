import type { UploadedSheet } from "../upload/table.ts";
import { type BuildWords, buildDocument } from "./build-document.ts";
import { columnNames, headRowOf, type NamedRow, namedRows } from "./foreign-table.ts";
import type { ImportOutcome } from "./loss.ts";
import type { ImportWish, OutlineOption } from "./outline.ts";
import { isEmptyText, knownText } from "./plain-text.ts";
import type { Form } from "./xlsform-form.ts";
import { readSections } from "./xlsform-sections.ts";
import { findWordings } from "./xlsform-wordings.ts";

/**
 * A questionnaire of an XLSForm workbook (xlsform.org): the sheets "survey", "choices" and "settings". Groups become
 * sections; inner ones follow one another. Repeats are refused with what is in them, since a questionnaire of ours is
 * answered once.
 */
export function readXlsform(
  sheets: readonly UploadedSheet[],
  wish: ImportWish,
  words: BuildWords,
): ImportOutcome {
  const rowsOf = (wanted: string) =>
    sheets.find(({ name }) => name.trim().toLowerCase() === wanted)?.rows ?? [];
  const [survey, choices] = [rowsOf("survey"), rowsOf("choices")];
  if (survey.length === 0) return { ok: false, fault: { code: "no-survey-sheet" } };
  const headAt = headRowOf(survey, ["type", "name"]);
  if (headAt === -1) return { ok: false, fault: { code: "no-type-column" } };
  const listHeadAt = Math.max(0, headRowOf(choices, ["list name"]));
  const heads = [survey[headAt]!, choices[listHeadAt] ?? []];
  const settings = namedRows(rowsOf("settings"))[0];
  const wordings = findWordings(heads, wish, settings?.get("default_language") ?? "");
  const rows = namedRows(survey, headAt);
  const form: Form = {
    wordings,
    lists: new Map(),
    uses: countUses(rows.map((row) => row.get("type"))),
    media: heads.map((names) => columnNames(names).filter((name) => isMedia.test(name.trim()))),
    losses: [...wordings.losses],
  };
  const lists = readLists(namedRows(choices, listHeadAt), form);
  const sections = readSections(rows, { ...form, lists });
  const title = knownText({ [wordings.ownLanguage]: settings?.get("form_title") });
  return buildDocument({ title, introduction: {}, sections, losses: form.losses }, wish, words);
}

/** "image", "media::audio", "media::image::English (en)". */
const isMedia = /^(?:media::?)?(?:image|big-image|audio|video)(?:::?.*)?$/i;

function readLists(rows: readonly NamedRow[], form: Form): Map<string, OutlineOption[]> {
  const lists = new Map<string, OutlineOption[]>();
  const withMedia = new Set<string>();
  for (const row of rows) {
    const list = row.get("list_name");
    const name = row.get("name") || row.get("value");
    if (list === "" || name === "") continue;
    const label = form.wordings.read(row, "label");
    const options = lists.get(list) ?? [];
    options.push({ name, label: isEmptyText(label) ? { lt: name, en: name } : label });
    lists.set(list, options);
    if (form.media[1]?.some((column) => row.get(column) !== "")) withMedia.add(list);
  }
  for (const name of withMedia) form.losses.push({ code: "media-left-out", name });
  return lists;
}

/** How many questions choose one of each list: a list of numbers that several share is a scale. */
function countUses(types: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const type of types) {
    const list = /^select[_ ]one\s+(\S+)/i.exec(type)?.[1];
    if (list !== undefined) uses.set(list, (uses.get(list) ?? 0) + 1);
  }
  return uses;
}
