/** Answers whether a font can draw a character, by its code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType or OpenType font draws from its character map: the segmented
 * formats 4 (Basic Multilingual Plane) and 12 (all planes) of the OpenType specification, "cmap".
 * Throws if the font has neither.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = findTable(view, "cmap");
  const maps = subtables(view, table).flatMap((offset) => readSubtable(view, offset));
  if (maps.length === 0) throw new Error("the font has no character map of a known format");
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const seen = known.get(codePoint);
    if (seen !== undefined) return seen;
    const isDrawn = maps.some((hasGlyph) => hasGlyph(codePoint));
    known.set(codePoint, isDrawn);
    return isDrawn;
  };
}

function findTable(view: DataView, name: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(record + at))).join("");
    if (tag === name) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${name} table`);
}

function subtables(view: DataView, table: number): number[] {
  const count = view.getUint16(table + 2);
  const offsets = Array.from({ length: count }, (_, index) =>
    view.getUint32(table + 4 + index * 8 + 4),
  );
  return [...new Set(offsets)].map((offset) => table + offset);
}

function readSubtable(view: DataView, offset: number): Coverage[] {
  const format = view.getUint16(offset);
  if (format === 4) return [segmentCoverage(view, offset)];
  if (format === 12) return [groupCoverage(view, offset)];
  return [];
}

/** Format 4: segments sorted by their end, each either shifted by a delta or looked up in an array of glyphs. */
function segmentCoverage(view: DataView, offset: number): Coverage {
  const doubled = view.getUint16(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let at = 0; at < doubled; at += 2) {
      if (view.getUint16(ends + at) < codePoint) continue;
      const start = view.getUint16(starts + at);
      if (start > codePoint) return false;
      const range = view.getUint16(ranges + at);
      const glyph =
        range === 0 ? codePoint : view.getUint16(ranges + at + range + 2 * (codePoint - start));
      return glyph !== 0 && ((glyph + view.getUint16(deltas + at)) & 0xffff) !== 0;
    }
    return false;
  };
}

/** Format 12: groups of consecutive characters with consecutive glyphs. */
function groupCoverage(view: DataView, offset: number): Coverage {
  const count = view.getUint32(offset + 12);
  return (codePoint) => {
    for (let index = 0; index < count; index += 1) {
      const group = offset + 16 + index * 12;
      if (codePoint < view.getUint32(group)) return false;
      if (codePoint > view.getUint32(group + 4)) continue;
      return view.getUint32(group + 8) + codePoint - view.getUint32(group) !== 0;
    }
    return false;
  };
}
