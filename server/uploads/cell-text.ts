/**
 * A cell's text as the rest of the product may rely on it: composed letters (NFC), single line ends, and nothing that a
 * database or an XML file cannot hold.
 */
export function cleanCell(text: string): string {
  if (isPlain.test(text)) return text;
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(unstorable, "");
}

const isPlain = /^[\n\x20-\x7e]*$/;
const unstorable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How much of a table is read: an import for a programme needs far less. */
export const tableLimits = { rows: 50_000, columns: 500, cells: 2_000_000 };

/** Rows made equally long, without the columns and rows that are empty to the end. */
export function squareRows(rows: string[][]): string[][] {
  const isFilled = (cell: string) => cell !== "";
  const lengths = rows.map((row) => row.findLastIndex(isFilled) + 1);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  const height = lengths.findLastIndex((length) => length > 0) + 1;
  return rows.slice(0, height).map((row) => {
    const cut = row.slice(0, width);
    while (cut.length < width) cut.push("");
    return cut;
  });
}
