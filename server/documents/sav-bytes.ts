import { cutBytes } from "./statistical-data.ts";

/** Puts little-endian numbers and padded texts together. */
export interface ByteSink {
  int(...values: number[]): void;
  double(...values: number[]): void;
  /** A text in exactly so many bytes, with blanks behind it. */
  text(value: string, length: number): void;
  bytes(value: Uint8Array): void;
  take(): Buffer;
}

export function createSink(): ByteSink {
  let parts: Uint8Array[] = [];
  return {
    int: (...values) => {
      const bytes = Buffer.alloc(values.length * 4);
      for (const [index, value] of values.entries()) bytes.writeInt32LE(value, index * 4);
      parts.push(bytes);
    },
    double: (...values) => {
      const bytes = Buffer.alloc(values.length * 8);
      for (const [index, value] of values.entries()) bytes.writeDoubleLE(value, index * 8);
      parts.push(bytes);
    },
    text: (value, length) => parts.push(paddedText(value, length)),
    bytes: (value) => parts.push(value),
    take: () => {
      const taken = Buffer.concat(parts);
      parts = [];
      return taken;
    },
  };
}

export function paddedText(value: string, length: number): Buffer {
  const bytes = Buffer.alloc(length, 0x20);
  bytes.write(cutBytes(value, length), "utf8");
  return bytes;
}
