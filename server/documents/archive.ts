import { promisify } from "node:util";
import { type AsyncZipOptions, type AsyncZippable, zip } from "fflate";

/** The earliest day a zip file knows, in local time as the format has it. */
const zipEpoch = new Date(1980, 0, 1);
const compress = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip);

/** Files as one zip, by name and without times: the same files give the same bytes. Large ones are compressed aside. */
export async function writeArchive(
  files: readonly { name: string; content: Uint8Array }[],
): Promise<Uint8Array> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ name, content }) => [name, content]));
  return await compress(entries, { mtime: zipEpoch, level: 6 });
}
