import { createCanvas, loadImage } from "@napi-rs/canvas";
import { pngSize } from "./picture-size.ts";

const mostDots = 4_000;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type PngOutcome =
  | { ok: true; png: Buffer }
  | { ok: false; fault: "not-a-picture" | "too-big-picture" };

/** Whether bytes begin as a PNG does. */
export function isPng(content: Buffer): boolean {
  return content.subarray(0, signature.length).equals(signature);
}

/**
 * A PNG drawn anew, so that nothing of the file but its dots stays. Its size is read before anything is unpacked: a
 * small file may claim a picture that fills all memory.
 */
export async function redrawPng(content: Buffer): Promise<PngOutcome> {
  const claimed = pngSize(content);
  if (!claimed) return { ok: false, fault: "not-a-picture" };
  if (Math.max(claimed.width, claimed.height) > mostDots) {
    return { ok: false, fault: "too-big-picture" };
  }
  const image = await loadImage(content).catch(() => undefined);
  if (!image || image.width === 0 || image.height === 0) {
    return { ok: false, fault: "not-a-picture" };
  }
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return { ok: true, png: canvas.toBuffer("image/png") };
}
