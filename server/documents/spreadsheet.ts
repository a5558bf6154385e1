import { Zip, ZipDeflate } from "fflate";
import {
  columnName,
  createStyles,
  rowXml,
  type SheetRow,
  type Styles,
} from "./spreadsheet-cells.ts";
import { escapeXml, xmlDeclaration } from "./xml.ts";

export interface Workbook {
  title: string;
  author: string;
  /** YYYY-MM-DD: the file's date, so that the same workbook gives the same bytes. */
  day: string;
  sheets: Sheet[];
}

export interface Sheet {
  name: string;
  /** In characters, about. */
  columnWidths: number[];
  rows: Iterable<SheetRow>;
  /** Rows at the top that stay in sight, and are repeated on every printed page. */
  headRows: number;
  /** Printed at the top of every page. */
  header: string | null;
  /** Cells that are one: "A1:D1". */
  merged?: string[];
  /** Cells that lead to another sheet. */
  links?: { cell: string; sheet: number }[];
}

/**
 * Writes a workbook as XLSX (ECMA-376, transitional). Rows are compressed while they come, so a large
 * table needs little memory. There are no formulas: what is text stays text whatever it begins with.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  const styles = createStyles();
  const archive = createArchive();
  archive.add("[Content_Types].xml", contentTypesXml(names.length));
  archive.add("_rels/.rels", packageRelationsXml);
  archive.add("docProps/core.xml", propertiesXml(workbook));
  archive.add("xl/workbook.xml", workbookXml(workbook.sheets, names));
  archive.add("xl/_rels/workbook.xml.rels", workbookRelationsXml(names.length));
  workbook.sheets.forEach((sheet, index) => {
    archive.addParts(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, names, styles));
  });
  archive.add("xl/styles.xml", xmlDeclaration + styles.xml());
  return archive.finish();
}

/** The earliest day a zip file knows, in local time as the format has it: the same bytes everywhere and always. */
const zipEpoch = new Date(1980, 0, 1);

function createArchive() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const addParts = (name: string, parts: Iterable<string>) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = zipEpoch;
    zip.add(file);
    for (const part of parts) file.push(Buffer.from(part, "utf8"));
    file.push(new Uint8Array(0), true);
  };
  return {
    addParts,
    add: (name: string, content: string) => addParts(name, [content]),
    finish: () => {
      zip.end();
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** Enough text at a time for the compressor to work well. */
const partLength = 1 << 17;

function* sheetXml(sheet: Sheet, names: string[], styles: Styles): Generator<string> {
  let part = `${xmlDeclaration}<worksheet ${namespaces}>${viewXml(sheet)}${columnsXml(sheet)}<sheetData>`;
  const columns = sheet.columnWidths.map((_, index) => columnName(index));
  let number = 0;
  for (const row of sheet.rows) {
    number += 1;
    part += rowXml(row, number, columns, styles);
    if (part.length > partLength) {
      yield part;
      part = "";
    }
  }
  yield `${part}</sheetData>${mergedXml(sheet)}${linksXml(sheet, names)}${printXml(sheet)}</worksheet>`;
}

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function viewXml({ headRows }: Sheet): string {
  const pane =
    headRows === 0
      ? ""
      : `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return `${fit}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnsXml({ columnWidths }: Sheet): string {
  const columns = columnWidths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}

function mergedXml({ merged = [] }: Sheet): string {
  if (merged.length === 0) return "";
  return `<mergeCells count="${merged.length}">${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join("")}</mergeCells>`;
}

function linksXml({ links = [] }: Sheet, names: string[]): string {
  if (links.length === 0) return "";
  const written = links.map(({ cell, sheet }) => {
    const name = names[sheet] ?? "";
    return `<hyperlink ref="${cell}" location="${escapeXml(`${quoteName(name)}!A1`)}" display="${escapeXml(name)}"/>`;
  });
  return `<hyperlinks>${written.join("")}</hyperlinks>`;
}

/** In a header an ampersand begins an instruction, so one that is meant is doubled. */
function printXml({ header }: Sheet): string {
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const text = header === null ? "" : `&C${header.replace(/&/g, "&&")}`;
  return `${setup}<headerFooter><oddHeader>${escapeXml(text)}</oddHeader><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>`;
}

/** Names as sheets may have them: up to 31 characters, without the signs of references, each once. */
export function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain = name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^'+|'+$/g, "");
    const short = plain.slice(0, 31).trim() || String(index + 1);
    const free = taken.has(short.toLowerCase()) ? `${short.slice(0, 26)} ${index + 1}` : short;
    taken.add(free.toLowerCase());
    return free;
  });
}

function quoteName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function workbookXml(sheets: Sheet[], names: string[]): string {
  const listed = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ headRows }, index) => {
    if (headRows === 0) return [];
    const rows = escapeXml(`${quoteName(names[index] ?? "")}!$1:$${headRows}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`];
  });
  const defined = titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`;
  return `${xmlDeclaration}<workbook ${namespaces}><sheets>${listed.join("")}</sheets>${defined}</workbook>`;
}

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

function workbookRelationsXml(sheets: number): string {
  const listed = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/>`;
  return `${xmlDeclaration}<Relationships xmlns="${packageRelationships}">${listed.join("")}${styles}</Relationships>`;
}

const packageRelationsXml = `${xmlDeclaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function contentTypesXml(sheets: number): string {
  const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`),
  );
  return [
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("/xl/workbook.xml", `${spreadsheet}.sheet.main+xml`),
    part("/xl/styles.xml", `${spreadsheet}.styles+xml`),
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ...worksheets,
    "</Types>",
  ].join("");
}

function propertiesXml({ title, author, day }: Workbook): string {
  const namespace =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `${xmlDeclaration}<cp:coreProperties ${namespace}><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;
}
