import { wrapText } from "../../web/figures/configuration-wrapping.ts";
import type { AnnexBlock, AnnexTable } from "../domain/annex/document.ts";

/** Headings whose levels never jump downwards by more than one: PDF/UA and screen readers need an unbroken ladder. */
export function levelHeadings(blocks: AnnexBlock[]): AnnexBlock[] {
  let last = 0;
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    last = Math.min(block.level, last + 1);
    return { ...block, level: last as 1 | 2 | 3 };
  });
}

/** With fewer headings than this, and few tables and figures, whoever holds the paper finds everything at once. */
const headingsForContents = 8;
const exhibitsForContents = 4;

/** Whether a document is long enough for a table of contents: two pages of text need none. */
export function hasContents(blocks: readonly AnnexBlock[]): boolean {
  const headings = blocks.filter(({ kind }) => kind === "heading").length;
  const exhibits = blocks.filter(({ kind }) => kind === "table" || kind === "figure").length;
  return headings >= headingsForContents || (headings > 0 && exhibits >= exhibitsForContents);
}

const shortestTitleLine = 8;

/**
 * Breaks the titles of columns that take what they need, so that a long title over short numbers does not
 * take the room of the columns of words: a line is as long as the longest cell or the longest word.
 */
export function foldColumnTitles(table: AnnexTable): AnnexTable {
  const columns = table.columns.map((column, index) => {
    if (column.width !== "content") return column;
    const cells = table.rows.map((row) => row.cells[index]?.text ?? "");
    const texts = [...cells, ...column.title.split(" ")];
    const longest = Math.max(shortestTitleLine, ...texts.map((text) => text.length));
    const title = wrapText(column.title, longest, (text) => text.length).join("\n");
    return { ...column, title };
  });
  return { ...table, columns };
}
