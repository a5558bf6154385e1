import { createHash } from "node:crypto";
import fs from "node:fs";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import type { RowSum } from "./rows.ts";

// The file: gzip of text lines. A row is a JSON object; lines about the file begin with "#".
// # {head} · for each table: #table, its rows, #end with their number and sum · #complete.

export const fileVersion = 1;

const headSchema = z.object({
  format: z.enum(["pokytis-backup", "pokytis-programme"]),
  version: z.literal(fileVersion),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Of a programme's file: which one. */
  programmeId: z.uuid().optional(),
});
export type FileHead = z.infer<typeof headSchema>;

const endSchema = z.object({ end: z.string(), rows: z.number().int(), sum: z.string() });
const lastSchema = z.object({ complete: z.literal(true), sha256: z.string() });

/** How much may come out of a file. */
export interface MostInside {
  bytes: number;
  lines: number;
}

/** What a file says of itself, piece by piece in its order. */
export type Piece =
  | { kind: "head"; head: FileHead }
  | { kind: "table"; table: string }
  | { kind: "row"; line: string }
  | { kind: "end"; table: string; told: RowSum };

export const headLine = (head: FileHead) => `#${JSON.stringify(head)}`;
export const tableLine = (table: string) => `#${JSON.stringify({ table })}`;
export const endLine = (table: string, told: RowSum) =>
  `#${JSON.stringify({ end: table, ...told })}`;

/** A file that is not one of ours, or not whole. The sentence says what to do. */
export class BrokenFile extends Error {
  constructor(reason: string) {
    super(`${reason} Nothing was changed. Use another copy of the file.`);
    this.name = "BrokenFile";
  }
}

/** Writes lines and a last one that seals them. The file appears under its name only when it is whole and on the disk. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const out = fs.createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(sealed(lines)), createGzip(), out);
    fs.renameSync(unfinished, file);
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
}

/** The same as a stream, for sending it on. */
export function streamLines(lines: AsyncIterable<string>): Transform {
  const gzip = createGzip();
  void pipeline(Readable.from(sealed(lines)), gzip).catch((error: Error) => gzip.destroy(error));
  return gzip;
}

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  for await (const line of lines) {
    const text = `${line}\n`;
    hash.update(text);
    yield text;
  }
  yield `#${JSON.stringify({ complete: true, sha256: hash.digest("hex") })}\n`;
}

/**
 * Reads a file to its end, which must be there: a file cut short is never taken for a whole one. `most` is for files
 * from people who do not hold the machine.
 *
 * @throws BrokenFile
 */
export async function* readPieces(
  source: Readable,
  most: MostInside = { bytes: Number.POSITIVE_INFINITY, lines: Number.POSITIVE_INFINITY },
): AsyncGenerator<Piece> {
  const hash = createHash("sha256");
  let isComplete = false;
  for await (const line of linesOf(source, most)) {
    if (isComplete) throw new BrokenFile("Something stands after the end of the file.");
    const last = line.startsWith("#") ? lastSchema.safeParse(parse(line)) : undefined;
    if (last?.success) {
      isComplete = last.data.sha256 === hash.digest("hex");
      if (!isComplete) throw new BrokenFile("The file was changed after it was made.");
      continue;
    }
    hash.update(`${line}\n`);
    yield pieceOf(line);
  }
  if (!isComplete) throw new BrokenFile("The file is not whole: its end is missing.");
}

async function* linesOf(source: Readable, most: MostInside): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // Its end is awaited by reading to it; a failure reaches the loop as well as this.
  const piped = pipeline(source, unpacked).catch(() => {});
  try {
    yield* splitLines(unpacked, most);
  } catch (error) {
    throw error instanceof BrokenFile ? error : new BrokenFile("The file cannot be unpacked.");
  } finally {
    unpacked.destroy();
    await piped;
  }
}

/** A row holds a file of eight megabytes at most, twice as long in hex; whatever is much longer is no row of ours. */
const longestLine = 24 * 1024 * 1024;

async function* splitLines(chunks: AsyncIterable<Buffer>, most: MostInside) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  // Pieces of the line under way: putting them together at each chunk would copy a long line thousands of times.
  let begun: string[] = [];
  let [length, bytes, lines] = [0, 0, 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
    lines += more.length;
    if (bytes > most.bytes || lines > most.lines) throw new BrokenFile("Too much is in the file.");
    begun.push(first);
    length += first.length;
    if (length > longestLine) throw new BrokenFile("This is not a file that Pokytis made.");
    const last = more.pop();
    if (last === undefined) continue;
    yield begun.join("");
    yield* more;
    [begun, length] = [[last], last.length];
  }
  if (length > 0) throw new BrokenFile("The file is not whole: it ends in the middle of a line.");
}

function pieceOf(line: string): Piece {
  if (!line.startsWith("#")) return { kind: "row", line };
  const told = parse(line);
  const end = endSchema.safeParse(told);
  if (end.success) {
    const { end: table, rows, sum } = end.data;
    return { kind: "end", table, told: { rows, sum } };
  }
  const table = z.object({ table: z.string() }).safeParse(told);
  if (table.success) return { kind: "table", table: table.data.table };
  const head = headSchema.safeParse(told);
  if (head.success) return { kind: "head", head: head.data };
  throw new BrokenFile("This is not a file that Pokytis made, or a newer release made it.");
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.slice(1));
  } catch {
    throw new BrokenFile("This is not a file that Pokytis made.");
  }
}
