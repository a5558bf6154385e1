/** Width and height in dots, as a file claims them. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The size that a PNG claims, read from its first chunk without unpacking anything. */
export function pngSize(content: Buffer): PictureSize | undefined {
  if (content.length < 33 || content.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/**
 * The size that a JPEG claims, read from its frame header (ITU-T T.81, B.2.2) by going from segment to segment; undefined
 * when the picture data begins, or the file ends, without one.
 */
export function jpegSize(content: Buffer): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= content.length) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1]!;
    // Any number of 0xff may stand before a marker; a few markers have no length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      return { width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) };
    } else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 … SOF15; the three that stand among them define tables and an extension. */
function isFrame(marker: number): boolean {
  const tables = [0xc4, 0xc8, 0xcc];
  return marker >= 0xc0 && marker <= 0xcf && !tables.includes(marker);
}
