/** The kinds of documents that are kept, told by their first bytes and never by their names. */
const kinds = [
  { mediaType: "application/pdf", ending: "pdf", beginning: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  {
    mediaType: "image/png",
    ending: "png",
    beginning: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { mediaType: "image/jpeg", ending: "jpg", beginning: [0xff, 0xd8, 0xff] },
] as const;

export type DocumentKind = Pick<(typeof kinds)[number], "mediaType" | "ending">;

/** What kind of document bytes are, or undefined for any other. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  return kinds.find(({ beginning }) => beginning.every((byte, index) => bytes[index] === byte));
}
