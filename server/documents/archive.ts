import { setImmediate as nextTurn } from "node:timers/promises";
import { Zip, ZipDeflate } from "fflate";

/** The earliest day a zip file knows, in local time as the format has it. */
const zipEpoch = new Date(1980, 0, 1);
/** Bytes that are compressed at a time; between them others have their turn. */
const pieceLength = 1 << 18;

/** Files as one zip, by name and without times: the same files give the same bytes. One file after the other. */
export async function writeArchive(
  files: readonly { name: string; content: Uint8Array }[],
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, content } of sorted) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = zipEpoch;
    zip.add(entry);
    for (let from = 0; from < content.length; from += pieceLength) {
      entry.push(content.subarray(from, from + pieceLength));
      await nextTurn();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
