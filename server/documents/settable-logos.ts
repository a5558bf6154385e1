import type { AnnexLogo } from "../domain/annex/document.ts";
import type { TextCleaner } from "./drawable-text.ts";
import { drawLogo, rowHeights } from "./picture.ts";
import { settablePictures } from "./typeset.ts";

export interface SettableLogos {
  /** For the template: a name among the files, or none where the logo cannot be drawn and is named; height in mm. */
  logos: { path: string | null; alt: string; height: number }[];
  files: Record<string, Uint8Array>;
}

/** The ratio of the box in which a name stands. */
const namedRatio = 3;

/** Logos for a row of that width, about as high as asked, both in millimetres. */
export async function settableLogos(
  logos: AnnexLogo[],
  row: { width: number; height: number },
  clean: TextCleaner,
): Promise<SettableLogos> {
  if (logos.length === 0) return { logos: [], files: {} };
  const pictures = Object.fromEntries(
    logos.map((logo, index) => [nameOf(logo, index), Buffer.from(logo.base64, "base64")]),
  );
  const settable = settablePictures(pictures);
  const drawn = await Promise.all(logos.map(drawLogo));
  const ratios = drawn.map((picture) => picture?.ratio ?? namedRatio);
  const heights = rowHeights(ratios, row.height, row.width - 10 * (logos.length - 1));
  return {
    files: Object.fromEntries(Object.entries(pictures).filter(([name]) => settable.has(name))),
    logos: logos.map((logo, index) => {
      const name = nameOf(logo, index);
      const path = settable.has(name) ? name : null;
      return { path, alt: clean(logo.alt), height: heights[index] ?? row.height };
    }),
  };
}

function nameOf({ mediaType }: AnnexLogo, index: number): string {
  return `logo-${index}.${mediaType === "image/png" ? "png" : "svg"}`;
}
