const identifier = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

/** PDF/A allows only properties that it knows or that are described: this describes the PDF/UA mark. */
const identifierSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

const extensions = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>${identifierSchema}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/**
 * Marks a PDF/A-2a file that meets PDF/UA-1 as both: the PDF/UA identifier with its description in the
 * XMP metadata (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3), and the title instead of the file name in the
 * window's bar (ISO 14289-1, 7.1). Whether it does meet PDF/UA-1 is for the caller to have made sure.
 * Both objects are written anew behind the file (ISO 32000-1, 7.5.6), which stays as the typesetter made it: to read
 * and write all its objects would take as long as setting half of its pages.
 */
export function declareAccessible(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const { table, trailer } = readCrossReferences(file);
  const catalogNumber = numberOf(trailer, "Root");
  const catalog = objectAt(file, table, catalogNumber);
  const metadataNumber = numberOf(catalog, "Metadata");
  const xmp = withIdentifier(streamOf(file, objectOffset(table, metadataNumber)));
  const metadata = `<</Type/Metadata/Subtype/XML/Length ${Buffer.byteLength(xmp)}>>\nstream\n${xmp}\nendstream`;
  return appendObjects(file, trailer, [
    { number: metadataNumber, content: Buffer.from(metadata) },
    { number: catalogNumber, content: Buffer.from(withTitleShown(catalog), "latin1") },
  ]);
}

interface CrossReferences {
  /** One line of twenty bytes for each object, from number 0 on. */
  table: string;
  trailer: string;
}

/** The typesetter writes one table of all objects, and after it the trailer. */
function readCrossReferences(file: Buffer): CrossReferences {
  const end = file.toString("latin1", Math.max(0, file.length - 64));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1];
  const text = start === undefined ? "" : file.toString("latin1", Number(start));
  const [, head = "", count] = /^(xref\s+0 (\d+)\s*\n)/.exec(text) ?? [];
  const tableEnd = head.length + 20 * Number(count);
  const trailer = /^\s*trailer\s*(<<.*>>)\s*startxref/s.exec(text.slice(tableEnd))?.[1];
  if (trailer === undefined) throw new Error("the PDF has no table of its objects");
  return { table: text.slice(head.length, tableEnd), trailer };
}

/** The number of the object that a dictionary names. */
function numberOf(dictionary: string, name: "Root" | "Metadata"): number {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (number === undefined) throw new Error(`the PDF has no ${name}`);
  return Number(number);
}

function objectOffset(table: string, number: number): number {
  return Number(table.slice(20 * number, 20 * number + 10));
}

/** A dictionary without a stream, as it is written. */
function objectAt(file: Buffer, table: string, number: number): string {
  const from = objectOffset(table, number);
  const text = file.toString("latin1", from, file.indexOf("endobj", from));
  const dictionary = /^\d+ 0 obj\s*(<<.*>>)\s*$/s.exec(text)?.[1];
  if (dictionary === undefined) throw new Error("the PDF has no catalogue");
  return dictionary;
}

function streamOf(file: Buffer, from: number): string {
  const stream = file.indexOf("stream", from);
  const length = /\/Length (\d+)/.exec(file.toString("latin1", from, stream))?.[1];
  if (length === undefined) throw new Error("the PDF has no metadata");
  const begin = file.indexOf("\n", stream) + 1;
  return file.toString("utf8", begin, begin + Number(length));
}

function withTitleShown(catalog: string): string {
  if (catalog.includes("/DisplayDocTitle")) return catalog;
  const shown = "/DisplayDocTitle true";
  return catalog.includes("/ViewerPreferences <<")
    ? catalog.replace("/ViewerPreferences <<", `/ViewerPreferences << ${shown}`)
    : `${catalog.slice(0, -2)}/ViewerPreferences << ${shown} >> >>`;
}

/** An incremental update: the objects, a table of them alone, and a trailer that leads to the table before. */
function appendObjects(
  file: Buffer,
  trailer: string,
  objects: readonly { number: number; content: Buffer }[],
): Uint8Array {
  const parts: Buffer[] = [file];
  let length = file.length;
  const append = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const entries = objects.map(({ number, content }) => {
    append(Buffer.from("\n"));
    const offset = String(length).padStart(10, "0");
    append(Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from("\nendobj\n")]));
    return `${number} 1\n${offset} 00000 n \n`;
  });
  const before = /startxref\s+(\d+)/.exec(file.toString("latin1", file.length - 64))?.[1];
  const next = `${trailer.slice(0, -2)}/Prev ${before}\n>>`;
  append(
    Buffer.from(
      `xref\n${entries.join("")}trailer\n${next}\nstartxref\n${length}\n%%EOF\n`,
      "latin1",
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function withIdentifier(xmp: string): string {
  const described = xmp.includes("<pdfaExtension:schemas>")
    ? xmp.replace(/<pdfaExtension:schemas>\s*<rdf:Bag>/, (opening) => opening + identifierSchema)
    : xmp.replace("</rdf:RDF>", `${extensions}</rdf:RDF>`);
  return described.replace("</rdf:RDF>", `${identifier}</rdf:RDF>`);
}
