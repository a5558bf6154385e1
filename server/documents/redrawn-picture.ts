import { type Canvas, createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import { jpegSize, type PictureSize, pngSize } from "./picture-size.ts";

export type PictureType = "image/png" | "image/jpeg";
export type RedrawnOutcome =
  | { ok: true; content: Buffer }
  | { ok: false; fault: "not-a-picture" | "too-big-picture" };

/** What may be unpacked: a telephone's 48 million dots are 200 MB for a moment. */
const mostDots = 50_000_000;
/** What is kept: a usual photograph as it is, or a long page; four bytes a dot while it is drawn. */
const mostKeptDots = 16_000_000;
/** Of 100: no difference that an eye would find, at about half the bytes of what a telephone writes. */
const jpegQuality = 85;

/**
 * A photograph or a picture of a page drawn anew, so that nothing of the file but its dots stays: no place where it was
 * taken, no names, no device, no smaller picture inside, nothing behind the end. It stands as its orientation says and in
 * the colours that its profile says (in sRGB). A very large one is made smaller. Its size is read before anything is
 * unpacked: a small file may claim a picture that fills all memory.
 */
export async function redrawPicture(content: Buffer, type: PictureType): Promise<RedrawnOutcome> {
  const claimed = type === "image/png" ? pngSize(content) : jpegSize(content);
  if (!claimed) return { ok: false, fault: "not-a-picture" };
  if (dotsOf(claimed) > mostDots) return { ok: false, fault: "too-big-picture" };
  const image = await loadImage(content).catch(() => undefined);
  if (!image || dotsOf(image) === 0) return { ok: false, fault: "not-a-picture" };
  return { ok: true, content: await encode(draw(image), type) };
}

function dotsOf({ width, height }: PictureSize): number {
  return width * height;
}

function draw(image: Image): Canvas {
  const scale = Math.min(1, Math.sqrt(mostKeptDots / dotsOf(image)));
  const sideOf = (dots: number) => Math.max(1, Math.round(dots * scale));
  const canvas = createCanvas(sideOf(image.width), sideOf(image.height));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function encode(canvas: Canvas, type: PictureType): Promise<Buffer> {
  return type === "image/png"
    ? await canvas.encode("png")
    : await canvas.encode("jpeg", jpegQuality);
}
