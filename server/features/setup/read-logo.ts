import { drawLogo } from "../../documents/picture.ts";
import { isPng, redrawPng } from "../../documents/redrawn-png.ts";
import { readSvg } from "../../uploads/svg-drawing.ts";

export interface LogoPicture {
  mediaType: "image/svg+xml" | "image/png";
  content: Buffer;
}

export type LogoFault = "too-large" | "not-a-picture" | "unsafe" | "too-big-picture";
export type LogoOutcome = { ok: true; logo: LogoPicture } | { ok: false; fault: LogoFault };

const mostBytes = 1024 * 1024;

/**
 * An uploaded logo as it is kept: judged by its bytes, never by its name, and made anew. Of a PNG only the dots stay, of
 * an SVG only the drawing.
 */
export async function readLogo(bytes: Uint8Array): Promise<LogoOutcome> {
  if (bytes.length > mostBytes) return { ok: false, fault: "too-large" };
  const content = Buffer.from(bytes);
  if (!isPng(content)) return await readDrawing(content);
  const redrawn = await redrawPng(content);
  if (!redrawn.ok) return redrawn;
  return { ok: true, logo: { mediaType: "image/png", content: redrawn.png } };
}

/** A drawing that cannot be drawn is no logo, however well it is written. */
async function readDrawing(bytes: Buffer): Promise<LogoOutcome> {
  const read = readSvg(bytes);
  if (!read.ok) return read;
  const content = Buffer.from(read.svg);
  const logo = { mediaType: "image/svg+xml", content } as const;
  const picture = await drawLogo({ ...logo, alt: "", base64: content.toString("base64") });
  return picture ? { ok: true, logo } : { ok: false, fault: "not-a-picture" };
}
