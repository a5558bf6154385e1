import type { Archive } from "./archive-entries.ts";
import { cleanCell } from "./cell-text.ts";
import { scanXml } from "./read-xml.ts";
import { UploadFault } from "./upload-fault.ts";
import { meaningOf, type NumberMeaning, readEscapes } from "./workbook-values.ts";

/** What stands around the sheets of a workbook. */
export interface WorkbookParts {
  sheets: { name: string; path: string }[];
  is1904: boolean;
  strings: string[];
  /** The meaning of numbers by the number of their cell's style. */
  meanings: NumberMeaning[];
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

const maxSheets = 50;

/** @throws UploadFault */
export function readWorkbookParts(archive: Archive): WorkbookParts {
  const path = officeDocument(archive);
  const relations = readRelations(archive, path);
  const { is1904, sheets } = readWorkbookXml(archive, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const partOf = (kind: string) => relations.find(({ type }) => type === kind)?.path;
  return {
    is1904,
    sheets: sheets.flatMap(({ name, id }) => {
      const relation = byId.get(id);
      return relation?.type === "worksheet" ? [{ name, path: relation.path }] : [];
    }),
    strings: readSharedStrings(archive, partOf("sharedStrings")),
    meanings: readMeanings(archive, partOf("styles")),
  };
}

function officeDocument(archive: Archive): string {
  const path = readRelations(archive, "").find(({ type }) => type === "officeDocument")?.path;
  const workbook = path ?? "xl/workbook.xml";
  if (archive.has("META-INF/manifest.xml") && archive.has("content.xml")) {
    throw new UploadFault("open-document");
  }
  if (!archive.has(workbook)) throw new UploadFault("not-a-workbook");
  return workbook;
}

/** Where the parts lie that a part names; the transitional and the strict standard differ in all but the last word. */
function readRelations(archive: Archive, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const content = archive.read(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!content) return relations;
  scanElements(content, (name, { Id = "", Type = "", Target = "", TargetMode }) => {
    if (name !== "Relationship" || TargetMode === "External") return;
    const type = Type.slice(Type.lastIndexOf("/") + 1);
    relations.push({ id: Id, type, path: resolvePath(folder, Target) });
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  const parts = target.startsWith("/") ? [] : folder.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function readWorkbookXml(archive: Archive, path: string) {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  scanElements(archive.read(path)!, (name, attributes) => {
    if (name === "workbook") isWorkbook = true;
    if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    if (name !== "sheet") return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    sheets.push({ name: cleanCell(attributes.name ?? ""), id });
  });
  if (!isWorkbook) throw new UploadFault("not-a-workbook");
  if (sheets.length > maxSheets) throw new UploadFault("too-much-inside");
  return { is1904, sheets };
}

/** Texts that several cells share. Parts of differing looks are one text; how to pronounce it is left out. */
function readSharedStrings(archive: Archive, path: string | undefined): string[] {
  const content = path === undefined ? undefined : archive.read(path);
  const strings: string[] = [];
  if (!content) return strings;
  const reader = createTextReader();
  scanXml(content, {
    open: (name) => {
      if (name === "si") reader.begin();
      reader.open(name);
    },
    text: reader.text,
    close: (name) => {
      reader.close(name);
      if (name === "si") strings.push(reader.take());
    },
  });
  return strings;
}

/** Gathers the text of a `si` or `is` element. */
export function createTextReader() {
  let gathered = "";
  let isText = false;
  let isPhonetic = false;
  return {
    begin: () => {
      gathered = "";
    },
    open: (name: string) => {
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    text: (text: string) => {
      if (isText) gathered += text;
    },
    close: (name: string) => {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
    },
    take: () => cleanCell(readEscapes(gathered)),
  };
}

function readMeanings(archive: Archive, path: string | undefined): NumberMeaning[] {
  const content = path === undefined ? undefined : archive.read(path);
  if (!content) return [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyle = false;
  scanXml(content, {
    open: (name, { numFmtId, formatCode = "" }) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isCellStyle = true;
      if (name === "xf" && isCellStyle) styles.push(Number(numFmtId ?? 0));
    },
    text: () => {},
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return styles.map((id) => meaningOf(id, codes.get(id)));
}

function scanElements(
  content: Uint8Array,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  scanXml(content, { open, text: () => {}, close: () => {} });
}
