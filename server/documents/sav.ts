import {
  compressionBias,
  type SavVariable,
  savDictionary,
  savVariables,
  unitsOf,
} from "./sav-dictionary.ts";
import { cutBytes, type StatisticalData } from "./statistical-data.ts";

/**
 * Data as an SPSS system file (.sav): UTF-8, long names, labels of variables and values, missing codes,
 * measurement levels, days, texts up to 32,759 bytes. It comes in pieces, so that a large file needs
 * little memory. Throws when the rows are not as many as said.
 */
export function* writeSav(data: StatisticalData): Generator<Uint8Array> {
  const variables = savVariables(data.variables);
  yield savDictionary(data, variables);
  const packer = createPacker();
  let count = 0;
  for (const row of data.rows) {
    count += 1;
    for (const [column, variable] of variables.entries()) {
      packValue(packer, variable, row[column] ?? null);
    }
    if (packer.size() > pieceLength) yield packer.take();
  }
  packer.close();
  yield packer.take();
  if (count !== data.rowCount) throw new RangeError(`${count} rows instead of ${data.rowCount}`);
}

/** The whole file at once. */
export function writeSavFile(data: StatisticalData): Uint8Array {
  return new Uint8Array(Buffer.concat([...writeSav(data)]));
}

const pieceLength = 1 << 16;

/** Instructions of the compression: a byte each, in blocks of eight, before the eight-byte values that they announce. */
const instruction = { literal: 253, blanks: 254, missing: 255 } as const;

interface Packer {
  /** A value that one byte says. */
  short(code: number): void;
  /** Eight bytes as they are. */
  literal(bytes: Buffer): void;
  /** Ends the last block. */
  close(): void;
  size(): number;
  take(): Uint8Array;
}

function createPacker(): Packer {
  let done: Buffer[] = [];
  let size = 0;
  let codes = Buffer.alloc(8);
  let used = 0;
  let literals: Buffer[] = [];
  const endBlock = () => {
    done.push(codes, ...literals);
    size += 8 + literals.length * 8;
    codes = Buffer.alloc(8);
    literals = [];
    used = 0;
  };
  const add = (code: number) => {
    codes[used] = code;
    used += 1;
  };
  return {
    short: (code) => {
      add(code);
      if (used === 8) endBlock();
    },
    literal: (bytes) => {
      add(instruction.literal);
      literals.push(bytes);
      if (used === 8) endBlock();
    },
    close: () => {
      if (used > 0) endBlock();
    },
    size: () => size,
    take: () => {
      const taken = Buffer.concat(done);
      done = [];
      size = 0;
      return taken;
    },
  };
}

function packValue(packer: Packer, variable: SavVariable, value: string | number | null): void {
  if (variable.kind === "text") packText(packer, variable, value === null ? "" : String(value));
  else if (value === null) packer.short(instruction.missing);
  else packNumber(packer, variable.kind === "day" ? secondsOf(String(value)) : Number(value));
}

function packNumber(packer: Packer, value: number): void {
  const code = value + compressionBias;
  if (!Number.isFinite(value)) packer.short(instruction.missing);
  else if (Number.isInteger(value) && code >= 1 && code <= 251) packer.short(code);
  else packer.literal(doubleBytes(value));
}

function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** Seconds since 14 October 1582, the eve of the Gregorian calendar, at midnight of a day. */
const gregorianSeconds = 12_219_379_200;

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + gregorianSeconds;
}

/** A long text lies in pieces of 255 bytes, each filled up to whole units. */
function packText(packer: Packer, { segments, width }: SavVariable, value: string): void {
  const most = segments.length > 1 ? width - 1 : width;
  const bytes = Buffer.from(cutBytes(value.replace(/\0/g, ""), most), "utf8");
  segments.forEach((length, segment) => {
    const piece = bytes.subarray(segment * 255, segment * 255 + length);
    for (let unit = 0; unit < unitsOf(length); unit += 1) {
      packUnit(packer, piece.subarray(unit * 8, unit * 8 + 8));
    }
  });
}

function packUnit(packer: Packer, bytes: Buffer): void {
  if (bytes.length === 0) {
    packer.short(instruction.blanks);
    return;
  }
  const unit = Buffer.alloc(8, 0x20);
  bytes.copy(unit);
  packer.literal(unit);
}
