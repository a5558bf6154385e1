import { languages, type Text } from "../text.ts";
import { columnNames, type NamedRow } from "./foreign-table.ts";
import type { Loss } from "./loss.ts";
import type { ImportWish } from "./outline.ts";
import { knownText, languageCode } from "./plain-text.ts";

/** Where a form says its wordings: "label", "label::Lietuvių (lt)". */
export interface Wordings {
  read(row: NamedRow, column: "label" | "hint"): Text;
  /** The language of what stands in columns that name none. */
  ownLanguage: string;
  losses: Loss[];
}

interface WordingColumn {
  base: string;
  name: string;
  language: string;
}

/**
 * Finds in which columns a form has its wordings. Languages that we do not have are left out and told; where a form has
 * none of ours, its default language is taken for the one that the person names. A column without a language has the
 * form's default language, or the one that no other column has.
 */
export function findWordings(
  heads: readonly (readonly string[])[],
  wish: ImportWish,
  defaultLanguage: string,
): Wordings {
  const columns = heads.flatMap((names) => columnNames(names).flatMap(wordingColumn));
  const present = [...new Set(columns.map(({ language }) => language))].filter((one) => one !== "");
  const foreign = present.filter((language) => !isOurs(language));
  const hasUnnamed = columns.some(({ language }) => language === "");
  const needsForeign = foreign.length === present.length && !hasUnnamed && foreign.length > 0;
  const wanted = languageCode(defaultLanguage);
  const taken = needsForeign ? (foreign.find((one) => one === wanted) ?? foreign[0]) : undefined;
  const losses = foreign.map((language): Loss => {
    const code = language === taken ? "language-taken-as" : "language-left-out";
    return { code, detail: language };
  });
  const ownLanguage = isOurs(wanted) ? wanted : unnamedLanguage(present, wish);
  const ours = (language: string) =>
    language === "" ? ownLanguage : language === taken ? wish.language : language;
  return { losses, ownLanguage, read: (row, column) => readText(row, column, { columns, ours }) };
}

function isOurs(language: string): boolean {
  return languages.some((one) => one === language);
}

function unnamedLanguage(present: readonly string[], wish: ImportWish): string {
  if (!present.includes(wish.language)) return wish.language;
  return languages.find((language) => !present.includes(language)) ?? wish.language;
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
  return knownText(mapped(wordings, withoutMarks));
}

function mapped(
  wordings: Record<string, string>,
  change: (wording: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wordings).map(([language, wording]) => [language, change(wording)]),
  );
}

/** Forms mark words by Markdown: headings, bold, italics and links, of which the words alone are left. */
function withoutMarks(wording: string): string {
  return wording
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/\[([^\][]+)\]\((https?:[^()\s]+)\)/g, "$1 ($2)")
    .replace(/(\*\*|__)(?=\S)([^*_]+?)\1/g, "$2")
    .replace(/(^|[\s(„“])([*_])(?=\S)([^*_\n]+?)\2(?=[\s).,;:!?“]|$)/g, "$1$3");
}

function wordingColumn(name: string): WordingColumn[] {
  const [base = "", ...rest] = name.split(/::?/);
  const folded = base.trim().toLowerCase();
  if (folded !== "label" && folded !== "hint") return [];
  return [{ base: folded, name, language: rest.length === 0 ? "" : languageCode(rest.join(" ")) }];
}
