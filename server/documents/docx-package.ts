import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The earliest day a zip file knows, in local time as the format has it. */
const zipEpoch = new Date(1980, 0, 1);

/**
 * The same package with nothing in it of the moment it was made: the document's day in its properties, files without a
 * time, and identifiers that were counted since the process began counted within the document.
 */
export function normalisePackage(docx: Uint8Array, day: string): Uint8Array {
  const files = unzipSync(docx);
  const written: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const bytes = files[name] ?? new Uint8Array(0);
    written[name] = name.endsWith(".xml") ? strToU8(normaliseXml(strFromU8(bytes), day)) : bytes;
  }
  return zipSync(written, { mtime: zipEpoch, level: 6 });
}

function normaliseXml(xml: string, day: string): string {
  const counts = new Map<string, number>();
  const count = (name: string) => {
    if (!counts.has(name)) counts.set(name, counts.size + 1);
    return counts.get(name);
  };
  return xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
    .replace(/\b_Toc\d+\b/g, (name) => `_Toc${count(name)}`)
    .replace(
      /(<w:bookmark(?:Start|End)[^>]* w:id=)"(\d+)"/g,
      (_, start, id) => `${start}"${count(`bookmark ${id}`)}"`,
    )
    .replace(/(<wp:docPr id=)"(\d+)"/g, (_, start, id) => `${start}"${count(`picture ${id}`)}"`);
}
