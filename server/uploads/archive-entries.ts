import { crc32, inflateRawSync } from "node:zlib";
import { UploadFault } from "./upload-fault.ts";

/** The files inside a zip file, each inflated when it is asked for and never beyond what it may hold. */
export interface Archive {
  has(name: string): boolean;
  /** The names of all entries. */
  names(): string[];
  /** The content of the file of that name (without regard to case, as Excel reads it); undefined if there is none. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  name: string;
  isDeflated: boolean;
  checksum: number;
  compressedBytes: number;
  plainBytes: number;
  header: number;
}

const maxEntries = 1000;
/** All that one archive may hold when inflated; a sheet of 20,000 rows and 30 columns takes about a third. */
const maxPlainBytes = 96 * 1024 * 1024;
/** Sheets shrink to about a thirtieth; only what is made to harm shrinks to a thousandth. */
const maxRatio = 200;
/** Small files may shrink as they like. */
const harmlessBytes = 1024 * 1024;

/**
 * Opens a zip file (PKWARE's APPNOTE 6.3) by its central directory. Refused before anything is inflated: too many
 * entries, sizes that no honest file has, entries that overlap or lead out of the archive, links, ciphers, zip64.
 * @throws UploadFault
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const ranges = entries.map((entry) => dataRange(view, entry));
  refuseOverlaps(ranges);
  refuseBombs(entries);
  const byName = new Map(entries.map((entry, index) => [entry.name, { entry, ...ranges[index]! }]));
  if (byName.size < entries.length) throw new UploadFault("unsafe-archive");
  return {
    names: () => [...byName.keys()],
    has: (name) => byName.has(name.toLowerCase()),
    read: (name) => {
      const found = byName.get(name.toLowerCase());
      return found && inflate(found.entry, bytes.subarray(found.data, found.end));
    },
  };
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const endLength = 22;

/** The record that ends a zip file: before it stand at most 65,535 bytes of comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new UploadFault("broken-archive");
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw new UploadFault("too-much-inside");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.entry)
      throw new UploadFault("broken-archive");
    const nameLength = view.getUint16(at + 28, true);
    entries.push(readEntry(bytes, view, at, nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): Entry {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  if ((flags & 1) !== 0) throw new UploadFault("locked-archive");
  if (method !== 0 && method !== 8) throw new UploadFault("broken-archive");
  const isLink = (view.getUint16(at + 40, true) & 0xf000) === 0xa000;
  const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8");
  if (isLink || !isInside(name)) throw new UploadFault("unsafe-archive");
  return {
    name: name.toLowerCase(),
    isDeflated: method === 8,
    checksum: view.getUint32(at + 16, true),
    compressedBytes: view.getUint32(at + 20, true),
    plainBytes: view.getUint32(at + 24, true),
    header: view.getUint32(at + 42, true),
  };
}

/** Whether a name stays in the archive's own folders. */
function isInside(name: string): boolean {
  if (/[\\\0:]/.test(name) || name.startsWith("/")) return false;
  return !name.split("/").includes("..");
}

interface Range {
  start: number;
  data: number;
  end: number;
}

function dataRange(view: DataView, { header, compressedBytes }: Entry): Range {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== signatures.local)
    throw new UploadFault("broken-archive");
  const lengths = view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const data = header + 30 + lengths;
  const end = data + compressedBytes;
  if (end > view.byteLength) throw new UploadFault("broken-archive");
  return { start: header, data, end };
}

/** Entries that share their bytes are how a small file claims to be endless (Fifield, "A better zip bomb", 2019). */
function refuseOverlaps(ranges: Range[]): void {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const overlaps = sorted.some((range, index) => index > 0 && range.start < sorted[index - 1]!.end);
  if (overlaps) throw new UploadFault("unsafe-archive");
}

function refuseBombs(entries: Entry[]): void {
  const total = entries.reduce((sum, { plainBytes }) => sum + plainBytes, 0);
  const isBomb = entries.some((entry) => entry.plainBytes > mostPlainBytes(entry));
  if (total > maxPlainBytes || isBomb) throw new UploadFault("too-much-inside");
}

function mostPlainBytes({ compressedBytes }: Entry): number {
  return Math.max(harmlessBytes, compressedBytes * maxRatio);
}

/** What an entry says of its size was judged already; that it is true is counted while it is inflated. */
function inflate(entry: Entry, data: Uint8Array): Uint8Array {
  const plain = entry.isDeflated ? inflateWithin(data, entry.plainBytes) : data;
  if (plain.length !== entry.plainBytes || crc32(plain) !== entry.checksum)
    throw new UploadFault("broken-archive");
  return plain;
}

function inflateWithin(data: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutputLength) });
  } catch {
    throw new UploadFault("broken-archive");
  }
}
