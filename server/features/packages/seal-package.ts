import { createHash } from "node:crypto";
import { writeArchive } from "../../documents/archive.ts";
import { readCsvRecords } from "../../domain/analysis/csv-records.ts";
import { isFault } from "../../domain/analysis/fault.ts";
import type { PackageFile } from "./build-files.ts";

/** What a manifest tells of a package beside its files. */
export interface PackageFacts {
  programme: string;
  release: number;
  releaseHash: string;
  day: string;
  hasOpenTexts: boolean;
  /** Submitted responses as the database counted them in the same moment. */
  submitted: number;
}

export interface Manifest extends PackageFacts {
  format: "pokytis-package/1";
  counted: number;
  excluded: number;
  files: { name: string; bytes: number; sha256: string; rows?: number }[];
}

/**
 * The files as one zip, with a manifest of their sizes, rows and SHA-256. The rows are counted once more in the bytes
 * that were written: throws a RangeError when they are not the database's, and nothing is given out.
 */
export async function sealPackage(
  files: readonly PackageFile[],
  facts: PackageFacts,
): Promise<Uint8Array> {
  const manifest = buildManifest(files, facts);
  const content = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  return await writeArchive([...files, { name: "manifest.json", content }]);
}

function buildManifest(files: readonly PackageFile[], facts: PackageFacts): Manifest {
  const [counted, excluded] = [countRows(files, "answers.csv"), countRows(files, "excluded.csv")];
  if (counted + excluded !== facts.submitted) {
    const found = `${counted} + ${excluded} rows`;
    throw new RangeError(`${found} in the package, ${facts.submitted} responses in the database`);
  }
  return {
    format: "pokytis-package/1",
    ...facts,
    counted,
    excluded,
    files: files.map(({ name, content, rows }) => ({
      name,
      bytes: content.byteLength,
      sha256: createHash("sha256").update(content).digest("hex"),
      ...(rows === undefined ? {} : { rows }),
    })),
  };
}

/** Rows below the heading, read back as whoever gets the file will read them. */
function countRows(files: readonly PackageFile[], name: string): number {
  const file = files.find((one) => one.name === name);
  if (!file) throw new RangeError(`${name} is missing`);
  let rows = -1;
  for (const record of readCsvRecords(bytesOf(file).toString("utf8"), ",")) {
    if (isFault(record)) throw new RangeError(`${name} cannot be read back: ${record.code}`);
    rows += 1;
  }
  return rows;
}

/** The same bytes, without a copy of them. */
function bytesOf({ content }: PackageFile): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
