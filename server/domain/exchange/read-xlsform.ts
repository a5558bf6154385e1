import type { UploadedSheet } from "../upload/table.ts";
import { type BuildWords, buildDocument } from "./build-document.ts";
import { namedRows } from "./foreign-table.ts";
import type { ImportOutcome } from "./loss.ts";
import type { ImportWish, OutlineOption, OutlineSection } from "./outline.ts";
import { isEmptyText, knownText } from "./plain-text.ts";
import { readCondition } from "./read-condition.ts";
import { bothOrLost, type Form, type OpenGroup } from "./xlsform-form.ts";
import { readFormRow } from "./xlsform-row.ts";
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
  const settings = namedRows(rowsOf("settings"))[0];
  const wordings = findWordings([survey, choices], wish, settings?.get("default_language") ?? "");
  const rows = namedRows(survey);
  const form: Form = {
    wordings,
    lists: readLists(choices, wordings),
    uses: countUses(rows.map((row) => row.get("type"))),
    losses: [...wordings.losses],
  };
  const sections = readSections(rows, form);
  const title = knownText({ [wish.language]: settings?.get("form_title") });
  return buildDocument({ title, introduction: {}, sections, losses: form.losses }, wish, words);
}

function readLists(choices: string[][], wordings: Form["wordings"]): Map<string, OutlineOption[]> {
  const lists = new Map<string, OutlineOption[]>();
  for (const row of namedRows(choices)) {
    const list = row.get("list_name") || row.get("list name");
    const name = row.get("name") || row.get("value");
    if (list === "" || name === "") continue;
    const label = wordings.read(row, "label");
    const options = lists.get(list) ?? [];
    options.push({ name, label: isEmptyText(label) ? { lt: name, en: name } : label });
    lists.set(list, options);
  }
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

function readSections(rows: ReturnType<typeof namedRows>, form: Form): OutlineSection[] {
  const sections: OutlineSection[] = [];
  const open: OpenGroup[] = [{ name: "form", title: {}, rule: undefined }];
  let repeats = 0;
  let isFresh = true;
  for (const row of rows) {
    const type = row.get("type").toLowerCase().replace(/\s+/g, "_");
    if (type === "begin_repeat") {
      if (repeats === 0) form.losses.push({ code: "repeat-refused", name: row.get("name") });
      repeats += 1;
    } else if (type === "end_repeat") repeats = Math.max(0, repeats - 1);
    else if (repeats > 0) continue;
    else if (type === "begin_group") {
      open.push(openGroup(row, open.at(-1)!, form));
      isFresh = true;
    } else if (type === "end_group") {
      if (open.length > 1) open.pop();
      isFresh = true;
    } else {
      const group = open.at(-1)!;
      const questions = readFormRow(row, group, form);
      if (questions.length === 0) continue;
      if (isFresh) {
        sections.push({ name: group.name, title: group.title, stem: {}, questions: [] });
      }
      sections.at(-1)!.questions.push(...questions);
      isFresh = false;
    }
  }
  return sections;
}

function openGroup(
  row: ReturnType<typeof namedRows>[number],
  outer: OpenGroup,
  form: Form,
): OpenGroup {
  const name = row.get("name") || "group";
  const title = form.wordings.read(row, "label");
  const own = readCondition(row.get("relevant"), "xpath");
  if (own.is === "foreign") form.losses.push({ code: "condition-not-expressible", name });
  const rule = bothOrLost(outer.rule, own.is === "rule" ? own.rule : undefined, name, form);
  return { name, title: isEmptyText(title) ? outer.title : title, rule };
}
