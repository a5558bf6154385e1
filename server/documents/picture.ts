import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { AnnexLogo } from "../domain/annex/document.ts";
import { registerFonts } from "./canvas-fonts.ts";

export interface Picture {
  png: Uint8Array;
  /** Width over height. */
  ratio: number;
}

/** Enough for 300 dots per inch at the size of a logo. */
const drawnHeight = 240;
const widestRatio = 20;

/** A logo as a PNG, whatever it came as; undefined when it cannot be drawn. */
export async function drawLogo({ base64 }: AnnexLogo): Promise<Picture | undefined> {
  registerFonts();
  const image = await loadImage(Buffer.from(base64, "base64")).catch(() => undefined);
  if (image === undefined || !(image.width > 0) || !(image.height > 0)) return undefined;
  const ratio = Math.min(image.width / image.height, widestRatio);
  const canvas = createCanvas(Math.max(1, Math.round(drawnHeight * ratio)), drawnHeight);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return { png: canvas.toBuffer("image/png"), ratio };
}

/**
 * Heights for logos that stand in one row, in the unit of `height`: a square emblem looks smaller than a long word
 * mark of the same height, so heights follow the shapes; the row shrinks together when it would be wider than `width`.
 */
export function rowHeights(ratios: number[], height: number, width: number): number[] {
  const heights = ratios.map(
    (ratio) => height * Math.min(Math.max((ratio / 2.5) ** -0.22, 0.8), 1.25),
  );
  const total = heights.reduce((sum, one, index) => sum + one * (ratios[index] ?? 1), 0);
  return heights.map((one) => one * Math.min(1, width / total));
}
