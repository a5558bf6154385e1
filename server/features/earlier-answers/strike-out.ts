import type { EarlierChoices } from "../../domain/earlier/choices.ts";
import { firstRowOf, headsOf } from "../../domain/earlier/heads.ts";
import { personalColumns } from "../../domain/earlier/personal-columns.ts";
import type { UploadedSheet } from "../../domain/upload/table.ts";

/** The sheets without the cells of columns that say who answered, as long as nothing was chosen for them. */
export function strikeOut(
  sheets: readonly UploadedSheet[],
  choices: EarlierChoices,
): UploadedSheet[] {
  return sheets.map((sheet, index) => {
    if (index !== choices.sheet) return sheet;
    const from = firstRowOf(choices);
    const found = personalColumns(headsOf(sheet.rows, choices), sheet.rows.slice(from));
    const struck = new Set(found.filter((at) => choices.columns[at] === ""));
    const rows = sheet.rows.map((row, number) =>
      number < choices.headRow - 1 ? row : row.map((cell, at) => (struck.has(at) ? "" : cell)),
    );
    return { ...sheet, rows };
  });
}
