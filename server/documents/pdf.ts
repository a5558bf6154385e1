import type { AnnexBlock, AnnexDocument } from "../domain/annex/document.ts";
import { foldColumnTitles, hasContents, levelHeadings } from "./annex-outline.ts";
import { renderChartSvg } from "./chart-image.ts";
import { cleanTexts, documentCleaner } from "./drawable-text.ts";
import { settableLogos } from "./settable-logos.ts";
import { isHeldTogether } from "./table-shape.ts";
import { splitTallChart } from "./tall-chart.ts";
import { typesetPdf } from "./typeset.ts";
import template from "./typst/annex.typ?raw";
import { aboutFile, type DocumentWording, documentWording } from "./wording.ts";

/**
 * An annex as a tagged PDF, PDF/UA-1 and PDF/A-2a in one file, laid out as Lithuanian rules for
 * documents ask. Any text can be in it. The same annex gives the same bytes.
 */
export async function writeAnnexPdf(annex: AnnexDocument): Promise<Uint8Array> {
  const { logos, ...written } = annex;
  const clean = documentCleaner();
  const words = documentWording(annex.language);
  const { blocks, ...rest } = cleanTexts(written, clean);
  const placed = await settableLogos(logos, { width: 165, height: 14 }, clean);
  const files = { ...placed.files };
  const data = {
    ...rest,
    words,
    about: aboutFile({ ...rest, description: rest.subtitle }),
    logos: placed.logos,
    hasContents: hasContents(blocks),
    blocks: levelHeadings(blocks).map((block, index) => layOutBlock(block, index, files, words)),
  };
  return await typesetPdf({ template, data, files });
}

function layOutBlock(
  block: AnnexBlock,
  index: number,
  files: Record<string, Uint8Array>,
  words: DocumentWording,
) {
  if (block.kind === "table") {
    return { ...foldColumnTitles(block), isWhole: isHeldTogether(block) };
  }
  if (block.kind !== "figure") return block;
  const charts = splitTallChart(block.chart);
  const parts = charts.map((chart, part) => {
    const path = `figure-${index}-${part}.svg`;
    files[path] = Buffer.from(renderChartSvg(chart, { letters: "text" }).svg);
    const label = charts.length === 1 ? null : words.part(part + 1, charts.length);
    return { path, label, alt: label === null ? block.alt : `${block.alt} ${label}` };
  });
  return { kind: block.kind, caption: block.caption, parts };
}
