import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface RawWorkbook {
  /** The inside of each `sheetData` (or, with `after`, what follows it), as the file has it. */
  sheets: { name: string; data: string; after?: string }[];
  sharedStrings?: string;
  styles?: string;
  workbookPr?: string;
  extra?: Record<string, Uint8Array>;
}

/** A workbook by its raw XML, for what our own writer would never write. */
export function rawWorkbook({
  sheets,
  sharedStrings,
  styles,
  workbookPr = "",
  extra,
}: RawWorkbook) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`,
  );
  const files: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${packageRelations}">${relation("w", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><workbookPr ${workbookPr}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}">${[
      ...sheets.map((_, i) => relation(`s${i}`, "worksheet", `worksheets/sheet${i}.xml`)),
      relation("ss", "sharedStrings", "sharedStrings.xml"),
      relation("st", "styles", "/xl/styles.xml"),
    ].join("")}</Relationships>`,
    ...(sharedStrings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${main}">${sharedStrings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
  };
  sheets.forEach(({ data, after = "" }, i) => {
    files[`xl/worksheets/sheet${i}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`;
  });
  const texts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(texts), ...extra });
}
