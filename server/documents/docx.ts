import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { AnnexDocument, AnnexLogo } from "../domain/annex/document.ts";
import { hasContents, levelHeadings } from "./annex-outline.ts";
import { docxBlocks } from "./docx-blocks.ts";
import { normalisePackage } from "./docx-package.ts";
import { documentNumbering, documentStyles, pageMargins, soft, styleId } from "./docx-styles.ts";
import { plainRow } from "./docx-tables.ts";
import { cleanText, textRuns } from "./docx-text.ts";
import { drawLogo, rowHeights } from "./picture.ts";
import { textWidth } from "./table-shape.ts";
import { type DocumentWording, documentWording } from "./wording.ts";

/**
 * An annex as a Word document with the same contents as the PDF: real styles, headings and captions that Word
 * numbers, tables that can be edited, pictures with alternative texts. The same annex gives the same bytes.
 */
export async function writeAnnexDocx(annex: AnnexDocument): Promise<Uint8Array> {
  const words = documentWording(annex.language);
  const blocks = levelHeadings(annex.blocks);
  const document = new Document({
    title: cleanText(annex.title),
    creator: cleanText(annex.organisation),
    lastModifiedBy: cleanText(annex.organisation),
    description: cleanText(annex.subtitle),
    styles: documentStyles(annex.language),
    numbering: documentNumbering,
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: { titlePage: true, page: { margin: pageMargins } },
        headers: { first: pageHeader(annex, false), default: pageHeader(annex, true) },
        children: [
          ...(await titlePage(annex)),
          ...(hasContents(blocks) ? contentsPage(words) : []),
          ...docxBlocks(blocks, words),
          ...ending(annex, words),
        ],
      },
    ],
  });
  return normalisePackage(await Packer.toBuffer(document), annex.madeOnDay);
}

/** The number of the page at the top centre, from the second page; on all pages, that the data is invented. */
function pageHeader({ demonstration }: AnnexDocument, isNumbered: boolean): Header {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 0 },
    children: isNumbered ? [new TextRun({ children: [PageNumber.CURRENT] })] : [],
  });
  if (demonstration === null) return new Header({ children: [number] });
  const mark = new Paragraph({
    spacing: { after: 0 },
    children: textRuns(demonstration, { bold: true, size: 17 }),
  });
  const cells = [
    { share: 1, children: [mark] },
    { share: 1, children: [number] },
    { share: 1, children: [new Paragraph({})] },
  ];
  return new Header({
    children: [plainRow(cells), new Paragraph({ spacing: { after: 0 } })],
  });
}

async function titlePage(annex: AnnexDocument): Promise<FileChild[]> {
  const mark = annex.mark.split("\n").map(
    (line) =>
      new Paragraph({
        indent: { left: Math.round(textWidth * 0.55) },
        spacing: { after: 0 },
        children: textRuns(line),
      }),
  );
  const lines = annex.titleLines.map(
    ({ label, text }) =>
      new Paragraph({
        spacing: { after: 80 },
        children: [new TextRun({ text: `${cleanText(label)}: `, color: soft }), ...textRuns(text)],
      }),
  );
  return [
    ...(annex.mark === "" ? [] : mark),
    ...(await logoRow(annex.logos)),
    new Paragraph({
      style: "Title",
      spacing: { before: 2400, after: 240 },
      children: textRuns(annex.title),
    }),
    new Paragraph({
      style: styleId("Subtitle"),
      spacing: { after: 400 },
      children: textRuns(annex.subtitle),
    }),
    ...lines,
    new Paragraph({
      spacing: { before: 2400 },
      children: textRuns(`${annex.organisation}\n${annex.madeOn}`),
    }),
  ];
}

/** Logos in one row; one that cannot be drawn is named. Sizes are in pixels of 1/96 inch. */
async function logoRow(logos: AnnexLogo[]): Promise<FileChild[]> {
  if (logos.length === 0) return [];
  const pictures = await Promise.all(logos.map(drawLogo));
  const ratios = pictures.map((picture) => picture?.ratio ?? 3);
  const heights = rowHeights(ratios, 53, 600 - 20 * logos.length);
  const cells = logos.map(({ alt }, index) => {
    const picture = pictures[index];
    const height = heights[index] ?? 0;
    const ratio = ratios[index] ?? 1;
    const transformation = { width: Math.round(height * ratio), height: Math.round(height) };
    const altText = { name: "", description: cleanText(alt) };
    const shown = picture
      ? [new ImageRun({ type: "png", data: picture.png, transformation, altText })]
      : textRuns(alt, { bold: true, size: 18 });
    return { share: height * ratio + 20, children: [new Paragraph({ children: shown })] };
  });
  return [new Paragraph({ spacing: { after: 120 } }), plainRow(cells)];
}

function contentsPage(words: DocumentWording): FileChild[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 160 },
      children: [new TextRun({ text: words.contents, bold: true, size: 30 })],
    }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}

/** Where the figures come from and the signature, kept on one page. */
function ending({ provenance, signatory }: AnnexDocument, words: DocumentWording): FileChild[] {
  const lines = provenance.map(
    ({ label, text }, index) =>
      new Paragraph({
        style: styleId("Small"),
        keepNext: signatory !== null || index < provenance.length - 1,
        spacing: { before: index === 0 ? 500 : 0, after: 40 },
        children: textRuns(`${label}: ${text}`),
      }),
  );
  if (signatory === null) return lines;
  const name = new Paragraph({ alignment: AlignmentType.END, children: textRuns(signatory.name) });
  const line = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: textRuns(`______________________\n${words.signature}`, { size: 18 }),
  });
  const position = new Paragraph({ keepNext: true, children: textRuns(signatory.position) });
  return [
    ...lines,
    new Paragraph({ keepNext: true, spacing: { before: 500, after: 0 } }),
    plainRow([position, line, name].map((paragraph) => ({ share: 1, children: [paragraph] }))),
  ];
}
