import { scanXml } from "./read-xml.ts";
import { addressedIds, isLocalStyle } from "./svg-style.ts";
import { drawnAttributes, drawnElements, paintElements, refusedElements } from "./svg-words.ts";
import { UploadFault } from "./upload-fault.ts";

export type SvgOutcome =
  | { ok: true; svg: string }
  | { ok: false; fault: "unsafe" | "not-a-picture" };

/** More than any logo needs; a drawing that grows beyond it through references is meant to. */
const mostElements = 20_000;
const mostExpanded = 20_000;

/** A drawing while it is written anew. */
interface Drawing {
  parts: string[];
  elements: number;
  /** The elements that are open, each with its id or "". */
  open: { name: string; id: string }[];
  /** What kind of element each id names. */
  kinds: Map<string, string>;
  /** The ids that are referred to inside the element of an id; inside "", those of the whole drawing. */
  references: Map<string, string[]>;
  styled: string[];
  /** How deep we are inside something left out; 0 outside. */
  skipped: number;
}

class UnsafeDrawing extends Error {}

/**
 * Reads an SVG and writes it anew from what a drawing is made of: shapes, text, gradients, and references within itself.
 * Scripts, event handlers, foreign content, pictures and whatever comes from elsewhere are refused, not mended, so that
 * nobody finds a logo other than the one they sent; an editor's own notes are left out in silence.
 */
export function readSvg(bytes: Uint8Array): SvgOutcome {
  try {
    return { ok: true, svg: redraw(bytes) };
  } catch (error) {
    if (error instanceof UnsafeDrawing) return { ok: false, fault: "unsafe" };
    if (!(error instanceof UploadFault)) throw error;
    const isRefused = error.fault.code === "doctype" || error.fault.code === "too-much-inside";
    return { ok: false, fault: isRefused ? "unsafe" : "not-a-picture" };
  }
}

function redraw(bytes: Uint8Array): string {
  const drawing: Drawing = {
    parts: [],
    elements: 0,
    open: [],
    kinds: new Map(),
    references: new Map([["", []]]),
    styled: [],
    skipped: 0,
  };
  scanXml(bytes, {
    open: (name, attributes) => openElement(drawing, name, attributes),
    close: () => closeElement(drawing),
    text: (text) => writeText(drawing, text),
  });
  refuseGrowth(drawing);
  return drawing.parts.join("");
}

function openElement(
  drawing: Drawing,
  named: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (refusedElements.has(named)) throw new UnsafeDrawing();
  refuseHandlers(attributes);
  // A link only carries what it surrounds; where it would lead is left out.
  const name = named === "a" ? "g" : named;
  if (drawing.open.length === 0 && name !== "svg") throw new UploadFault("broken-xml");
  if (drawing.skipped > 0 || !drawnElements.has(name)) {
    drawing.skipped += 1;
    return;
  }
  drawing.elements += 1;
  if (drawing.elements > mostElements) throw new UnsafeDrawing();
  const id = attributes.id ?? "";
  if (id !== "") drawing.kinds.set(id, name);
  const isRoot = drawing.open.length === 0;
  drawing.open.push({ name, id });
  const kept = isRoot ? rootAttributes(attributes) : attributes;
  drawing.parts.push(`<${name}${isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ""}`);
  writeAttributes(drawing, named === "a" ? without(kept, "href") : kept);
  drawing.parts.push(">");
}

function refuseHandlers(attributes: Readonly<Record<string, string>>): void {
  if (Object.keys(attributes).some((name) => /^(?:[\w-]+:)?on/i.test(name))) {
    throw new UnsafeDrawing();
  }
}

function without(attributes: Readonly<Record<string, string>>, name: string) {
  const others = Object.entries(attributes).filter(([one]) => plainName(one) !== name);
  return Object.fromEntries(others);
}

/** Older files say `xlink:href`. */
function plainName(name: string): string {
  return name === "xlink:href" ? "href" : name;
}

/** A drawing without a size of its own takes the one of its view box, so that it can stand in a row. */
function rootAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const [, , width, height] = (attributes.viewBox ?? "").trim().split(/[\s,]+/);
  const hasSize = [attributes.width, attributes.height].every((size) => /^[\d.]+/.test(size ?? ""));
  const isShare = [attributes.width, attributes.height].some((size) => size?.includes("%"));
  if (hasSize && !isShare) return { ...attributes };
  if (!width || !height) throw new UploadFault("broken-xml");
  return { ...attributes, width, height };
}

function writeAttributes(drawing: Drawing, attributes: Readonly<Record<string, string>>): void {
  for (const [named, value] of Object.entries(attributes)) {
    const name = plainName(named);
    if (!drawnAttributes.has(name)) continue;
    if (name === "href" && !/^#[\w.:-]{1,200}$/.test(value)) throw new UnsafeDrawing();
    if (!isLocalStyle(value)) throw new UnsafeDrawing();
    const ids = name === "href" ? [value.slice(1)] : addressedIds(value);
    for (const id of ids) noteReference(drawing, id);
    drawing.parts.push(` ${name}="${escaped(value)}"`);
  }
}

/** A reference counts inside every element with an id that surrounds it. */
function noteReference(drawing: Drawing, id: string): void {
  for (const around of new Set(["", ...drawing.open.map((one) => one.id)])) {
    const inside = drawing.references.get(around) ?? [];
    drawing.references.set(around, inside);
    inside.push(id);
  }
}

function writeText(drawing: Drawing, text: string): void {
  const inside = drawing.open.at(-1);
  if (drawing.skipped > 0 || !inside) return;
  if (inside.name === "style") {
    if (!isLocalStyle(text)) throw new UnsafeDrawing();
    drawing.styled.push(...addressedIds(text));
  }
  drawing.parts.push(escaped(text));
}

function closeElement(drawing: Drawing): void {
  if (drawing.skipped > 0) {
    drawing.skipped -= 1;
    return;
  }
  const closed = drawing.open.pop();
  if (closed) drawing.parts.push(`</${closed.name}>`);
}

/** References to things that hold references grow like powers; whoever draws them would never be done. */
function refuseGrowth({ kinds, references, styled }: Drawing): void {
  if (styled.some((id) => !paintElements.has(kinds.get(id) ?? "linearGradient"))) {
    throw new UnsafeDrawing();
  }
  const sizes = new Map<string, number>();
  const sizeOf = (id: string, above: readonly string[]): number => {
    if (above.includes(id)) throw new UnsafeDrawing();
    const known = sizes.get(id);
    if (known !== undefined) return known;
    const inside = references.get(id) ?? [];
    const size = inside.reduce((sum, one) => sum + sizeOf(one, [...above, id]), 1);
    sizes.set(id, size);
    if (size > mostExpanded) throw new UnsafeDrawing();
    return size;
  };
  sizeOf("", []);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
