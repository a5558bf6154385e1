import { languages, type Text } from "../text.ts";
import { columnNames, type NamedRow } from "./foreign-table.ts";
import type { Loss } from "./loss.ts";
import type { ImportWish } from "./outline.ts";
import { knownText, languageCode } from "./plain-text.ts";

/** Where a form says its wordings: "label", "label::Lietuvių (lt)". */
export interface Wordings {
  read(row: NamedRow, column: "label" | "hint"): Text;
  losses: Loss[];
}

interface WordingColumn {
  base: string;
  name: string;
  language: string;
}

/**
 * Finds in which columns a form has its wordings. Languages that we do not have are left out and told; where a form has
 * none of ours, its default language is taken for the one that the person names.
 */
export function findWordings(
  sheets: readonly (readonly (readonly string[])[])[],
  wish: ImportWish,
  defaultLanguage: string,
): Wordings {
  const columns = sheets.flatMap((rows) => columnNames(rows).flatMap(wordingColumn));
  const present = [...new Set(columns.map(({ language }) => language))].filter((one) => one !== "");
  const isKnown = (language: string) => languages.some((one) => one === language);
  const foreign = present.filter((language) => !isKnown(language));
  const hasUnnamed = columns.some(({ language }) => language === "");
  const needsForeign = foreign.length === present.length && !hasUnnamed && foreign.length > 0;
  const wanted = languageCode(defaultLanguage);
  const taken = needsForeign ? (foreign.find((one) => one === wanted) ?? foreign[0]) : undefined;
  const losses = foreign.map((language): Loss => {
    const code = language === taken ? "language-taken-as" : "language-left-out";
    return { code, detail: language };
  });
  const ours = (language: string) =>
    language === "" || language === taken ? wish.language : language;
  return { losses, read: (row, column) => readText(row, column, { columns, ours }) };
}

function readText(
  row: NamedRow,
  column: string,
  { columns, ours }: { columns: WordingColumn[]; ours: (language: string) => string },
): Text {
  const wordings: Record<string, string> = {};
  for (const { base, name, language } of columns) {
    if (base !== column) continue;
    const wording = row.get(name);
    if (wording !== "") wordings[ours(language)] ??= wording;
  }
  return knownText(wordings);
}

function wordingColumn(name: string): WordingColumn[] {
  const [base = "", ...rest] = name.split(/::?/);
  const folded = base.trim().toLowerCase();
  if (folded !== "label" && folded !== "hint") return [];
  return [{ base: folded, name, language: rest.length === 0 ? "" : languageCode(rest.join(" ")) }];
}
