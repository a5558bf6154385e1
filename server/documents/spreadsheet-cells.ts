import { escapeXml } from "./xml.ts";

/** How a cell looks; numbers and texts are told apart by what they are. */
export type CellLook = "plain" | "wrapped" | "label" | "head" | "total" | "title" | "mark" | "note";

export interface SheetCell {
  /** A number is written as a number, a text as a text: nothing that a person typed can become a formula. */
  value: string | number | null;
  look?: CellLook;
  /** An Excel number format, such as "0.0"; left out, the programme chooses. */
  format?: string;
  align?: "start" | "end";
}

export interface SheetRow {
  cells: SheetCell[];
  /** Lines of text that the row must show: a spreadsheet does not measure wrapped texts when it opens a file. */
  lines?: number;
}

/** The styles that were used, numbered in the order of their first use. */
export interface Styles {
  indexOf(cell: SheetCell): number;
  xml(): string;
}

/** Numbers of a font and of a border, in the order of the lists below. */
const looks: Record<CellLook, { font: number; border: number; isWrapped: boolean }> = {
  plain: { font: 0, border: 0, isWrapped: false },
  wrapped: { font: 0, border: 0, isWrapped: true },
  label: { font: 1, border: 0, isWrapped: true },
  head: { font: 1, border: 1, isWrapped: true },
  total: { font: 1, border: 2, isWrapped: false },
  title: { font: 2, border: 0, isWrapped: true },
  mark: { font: 3, border: 0, isWrapped: false },
  note: { font: 3, border: 0, isWrapped: true },
};

const fonts = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font>',
  '<font><i/><sz val="10"/><name val="Calibri"/><family val="2"/></font>',
];

const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border>',
  '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border>',
];

/** The first number that a format of one's own may have. */
const firstFormat = 164;

export function createStyles(): Styles {
  const formats: string[] = [];
  const styles = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const known = new Map<string, number>();
  return {
    indexOf: (cell) => {
      if (isPlain(cell)) return 0;
      const key = `${cell.look ?? "plain"}|${cell.format ?? ""}|${cell.align ?? ""}`;
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      if (cell.format !== undefined && !formats.includes(cell.format)) formats.push(cell.format);
      styles.push(styleXml(cell, formats));
      known.set(key, styles.length - 1);
      return styles.length - 1;
    },
    xml: () => stylesXml(formats, styles),
  };
}

function styleXml({ look = "plain", format, align }: SheetCell, formats: string[]): string {
  const { font, border, isWrapped } = looks[look];
  const numberFormat = format === undefined ? 0 : firstFormat + formats.indexOf(format);
  const horizontal = { start: ' horizontal="left" indent="1"', end: ' horizontal="right"' };
  const vertical = look === "head" ? "bottom" : "top";
  const alignment = `<alignment vertical="${vertical}"${align ? horizontal[align] : ""}${isWrapped ? ' wrapText="1"' : ""}/>`;
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

function stylesXml(formats: string[], styles: string[]): string {
  const numberFormats = formats.map(
    (format, index) =>
      `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeXml(format)}"/>`,
  );
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    formats.length > 0 ? counted("numFmts", numberFormats) : "",
    counted("fonts", fonts),
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    counted("borders", borders),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    counted("cellXfs", styles),
    "</styleSheet>",
  ].join("");
}

function counted(element: string, parts: string[]): string {
  return `<${element} count="${parts.length}">${parts.join("")}</${element}>`;
}

/** "A", "Z", "AA" ... for a column counted from zero. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

function isPlain({ look, format, align }: SheetCell): boolean {
  return look === undefined && format === undefined && align === undefined;
}

/** Height of a line of the usual font in points. */
const lineHeight = 15;

/** A row's XML; `columns` are the names of columns, made once for all rows. Empty cells without a style are left out. */
export function rowXml(row: SheetRow, number: number, columns: string[], styles: Styles): string {
  const { lines = 1 } = row;
  const height = lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : "";
  let xml = `<row r="${number}"${height}>`;
  row.cells.forEach((cell, index) => {
    xml += cellXml(cell, `${columns[index] ?? columnName(index)}${number}`, styles);
  });
  return `${xml}</row>`;
}

function cellXml(cell: SheetCell, place: string, styles: Styles): string {
  const { value } = cell;
  const style = styles.indexOf(cell);
  const head = style === 0 ? `<c r="${place}"` : `<c r="${place}" s="${style}"`;
  if (typeof value === "number" && Number.isFinite(value)) return `${head}><v>${value}</v></c>`;
  if (typeof value !== "string" || value === "") return style === 0 ? "" : `${head}/>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}

/** As many characters as a cell holds. */
const longestText = 32_767;

/** Spreadsheets read "_x0041_" as an "A": its first sign is escaped in their own manner. */
function escapeCellText(text: string): string {
  const cut = text.length > longestText ? text.slice(0, longestText) : text;
  const plain = cut.includes("_x") ? cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : cut;
  return escapeXml(plain);
}
