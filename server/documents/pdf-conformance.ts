import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";

const identifier = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

/** PDF/A allows only properties that it knows or that are described: this describes the PDF/UA mark. */
const identifierSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

const extensions = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>${identifierSchema}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/**
 * Marks a PDF/A-2a file that meets PDF/UA-1 as both: the PDF/UA identifier with its description in the
 * XMP metadata (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3), and the title instead of the file name in the
 * window's bar (ISO 14289-1, 7.1). Whether it does meet PDF/UA-1 is for the caller to have made sure.
 */
export async function declareAccessible(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  if (!(metadata instanceof PDFRawStream)) throw new Error("the PDF has no metadata");
  const xmp = withIdentifier(Buffer.from(metadata.getContents()).toString("utf8"));
  const dictionary = context.obj({ Type: "Metadata", Subtype: "XML" });
  const reference = catalog.get(PDFName.of("Metadata"));
  const stream = PDFRawStream.of(dictionary, Buffer.from(xmp, "utf8"));
  catalog.set(PDFName.of("Metadata"), context.register(stream));
  if (reference !== undefined) context.delete(reference as Parameters<typeof context.delete>[0]);
  const preferences = catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  const shown = preferences ?? context.obj({});
  shown.set(PDFName.of("DisplayDocTitle"), PDFBool.True);
  catalog.set(PDFName.of("ViewerPreferences"), shown);
  return await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

function withIdentifier(xmp: string): string {
  const described = xmp.includes("<pdfaExtension:schemas>")
    ? xmp.replace(/<pdfaExtension:schemas>\s*<rdf:Bag>/, (opening) => opening + identifierSchema)
    : xmp.replace("</rdf:RDF>", `${extensions}</rdf:RDF>`);
  return described.replace("</rdf:RDF>", `${identifier}</rdf:RDF>`);
}
