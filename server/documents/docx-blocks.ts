import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  SequentialIdentifier,
  TextRun,
} from "docx";
import type { AnnexBlock, AnnexTable } from "../domain/annex/document.ts";
import { renderChartPng } from "./chart-image.ts";
import { dashes, headingNumbers, styleId } from "./docx-styles.ts";
import { docxTable } from "./docx-tables.ts";
import { cleanText, textRuns } from "./docx-text.ts";
import { splitTallChart } from "./tall-chart.ts";
import type { DocumentWording } from "./wording.ts";

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Blocks as Word's own elements: headings, lists, tables and captions that Word numbers and can list. They begin on a new page. */
export function docxBlocks(blocks: AnnexBlock[], words: DocumentWording): FileChild[] {
  let isPageDue = true;
  return blocks.flatMap((block, index) => {
    if (block.kind === "page-break") {
      isPageDue = true;
      return [];
    }
    const isFirstOfPage = isPageDue;
    isPageDue = false;
    if (block.kind === "heading") return [heading(block.level, block.text, isFirstOfPage)];
    // Of the other blocks none can carry the break itself.
    const pageBreak = new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } });
    const around = { before: blocks[index - 1]?.kind, next: blocks[index + 1]?.kind };
    return [...(isFirstOfPage ? [pageBreak] : []), ...contentBlock(block, words, around)];
  });
}

type ContentBlock = Exclude<AnnexBlock, { kind: "heading" | "page-break" }>;

/** The kinds of what stands before and after a block. */
type Around = Record<"before" | "next", AnnexBlock["kind"] | undefined>;

/** Words before a table, and a note after it, are not parted from it; a note between two belongs to the first. */
function contentBlock(
  block: ContentBlock,
  words: DocumentWording,
  { before, next }: Around,
): FileChild[] {
  const keepNext = next === "table" && before !== "table";
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ keepNext, children: textRuns(block.text) })];
    case "list":
      return block.items.map((item) => listItem(item));
    case "note":
      return [new Paragraph({ style: styleId("Note"), keepNext, children: textRuns(block.text) })];
    case "quotation":
      return [quotation(block.text, block.source)];
    case "table":
      return tableBlock(block, words, next === "note");
    case "figure":
      return figureBlock(block, words);
  }
}

function heading(level: 1 | 2 | 3, text: string, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({
    pageBreakBefore,
    heading: levels[level - 1],
    numbering: { reference: headingNumbers, level: level - 1 },
    children: textRuns(text),
  });
}

function listItem(text: string): Paragraph {
  return new Paragraph({
    numbering: { reference: dashes, level: 0 },
    spacing: { after: 60 },
    children: textRuns(text),
  });
}

function quotation(text: string, source: string): Paragraph {
  const from =
    source === "" ? [] : [new TextRun({ break: 1, text: `– ${cleanText(source)}`, size: 19 })];
  return new Paragraph({ style: styleId("Quotation"), children: [...textRuns(text), ...from] });
}

function tableBlock(table: AnnexTable, words: DocumentWording, isExplained: boolean): FileChild[] {
  const note = table.note === null ? [] : textRuns(table.note);
  return [
    caption(words.table, table.caption, words, { keepNext: true }),
    docxTable(table, words.empty),
    // Word runs two tables together that have no paragraph between them.
    new Paragraph({
      style: styleId("Small"),
      keepNext: isExplained,
      spacing: { before: 60, after: 200 },
      children: note,
    }),
  ];
}

function figureBlock(
  { chart, alt, caption: text }: AnnexBlock & { kind: "figure" },
  words: DocumentWording,
): FileChild[] {
  const charts = splitTallChart(chart);
  const pictures = charts.flatMap((part, index) => {
    const label = charts.length === 1 ? null : words.part(index + 1, charts.length);
    const told = label === null ? alt : `${alt} ${label}`;
    const picture = new Paragraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      children: [chartImage(part, cleanText(told))],
    });
    if (label === null) return [picture];
    const keepNext = index === charts.length - 1;
    return [
      picture,
      new Paragraph({ style: styleId("Small"), keepNext, children: textRuns(label) }),
    ];
  });
  return [...pictures, caption(words.figure, text, words, {})];
}

/** As wide as the text, in pixels of 1/96 inch: 165 mm. */
const pictureWidth = 623;
/** Dots a CSS pixel: about 200 dots per inch on paper. */
const pictureScale = 2;

function chartImage(chart: Parameters<typeof renderChartPng>[0], alt: string): ImageRun {
  const { png, width, height } = renderChartPng(chart, { scale: pictureScale });
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width: pictureWidth, height: Math.round((height * pictureWidth) / width) },
    altText: { name: "", description: alt },
  });
}

/** Word counts captions itself, each kind by its word, so that one put in between renumbers the rest. */
function caption(
  word: string,
  text: string,
  words: DocumentWording,
  { keepNext = false },
): Paragraph {
  const number = new SequentialIdentifier(word);
  const label = words.numberFirst
    ? [number, new TextRun(` ${word}. `)]
    : [new TextRun(`${word} `), number, new TextRun(". ")];
  return new Paragraph({
    style: styleId("Caption"),
    keepNext,
    children: [...label, ...textRuns(text, { bold: false })],
  });
}
