import type { AnnexBlock, AnnexDocument, AnnexLogo } from "../domain/annex/document.ts";
import { foldColumnTitles, levelHeadings } from "./annex-outline.ts";
import { renderChartSvg } from "./chart-image.ts";
import { cleanTexts, createTextCleaner, type TextCleaner } from "./drawable-text.ts";
import { readCoverage } from "./font-coverage.ts";
import { readFonts } from "./fonts.ts";
import { splitTallChart } from "./tall-chart.ts";
import { settablePictures, typesetPdf } from "./typeset.ts";
import template from "./typst/annex.typ?raw";
import { type DocumentWording, documentWording } from "./wording.ts";

type Files = Record<string, Uint8Array>;

/**
 * An annex as a tagged PDF, PDF/UA-1 and PDF/A-2a in one file, laid out as Lithuanian rules for
 * documents ask. Any text can be in it. The same annex gives the same bytes.
 */
export async function writeAnnexPdf(annex: AnnexDocument): Promise<Uint8Array> {
  const { logos, ...written } = annex;
  const clean = createTextCleaner(readFonts().map(readCoverage));
  const words = documentWording(annex.language);
  const files: Files = {};
  const { blocks, ...rest } = cleanTexts(written, clean);
  const data = {
    ...rest,
    words,
    day: annex.madeOnDay.split("-").map(Number),
    logos: addLogos(logos, files, clean),
    blocks: levelHeadings(blocks).map((block, index) => layOutBlock(block, index, files, words)),
  };
  return await typesetPdf({ template, data, files });
}

/** A logo that cannot be drawn is named instead. */
function addLogos(logos: AnnexLogo[], files: Files, clean: TextCleaner) {
  const pictures = Object.fromEntries(
    logos.map((logo, index) => [logoName(logo, index), Buffer.from(logo.base64, "base64")]),
  );
  const settable = settablePictures(pictures);
  for (const name of settable) files[name] = pictures[name] ?? Buffer.of();
  return logos.map((logo, index) => {
    const name = logoName(logo, index);
    return { path: settable.has(name) ? name : null, alt: clean(logo.alt) };
  });
}

function logoName(logo: AnnexLogo, index: number): string {
  return `logo-${index}.${logo.mediaType === "image/png" ? "png" : "svg"}`;
}

function layOutBlock(block: AnnexBlock, index: number, files: Files, words: DocumentWording) {
  if (block.kind === "table") return foldColumnTitles(block);
  if (block.kind !== "figure") return block;
  const charts = splitTallChart(block.chart);
  const parts = charts.map((chart, part) => {
    const path = `figure-${index}-${part}.svg`;
    files[path] = Buffer.from(renderChartSvg(chart).svg);
    const isOnly = charts.length === 1;
    return {
      path,
      alt: isOnly ? block.alt : `${block.alt} ${words.part(part + 1, charts.length)}`,
    };
  });
  return { kind: block.kind, caption: block.caption, parts };
}
