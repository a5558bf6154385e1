import type { TableFault, TextEncodingName } from "../domain/upload/table.ts";
import { wideEncoding } from "./read-xml.ts";
import { outcomeOf, UploadFault } from "./upload-fault.ts";

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

export type TextOutcome = ({ ok: true } & DecodedText) | { ok: false; fault: TableFault };

/** The text of a file, whichever way its letters were written. */
export function readText(bytes: Uint8Array): TextOutcome {
  return outcomeOf(() => ({ ok: true, ...decodeText(bytes) }));
}

/**
 * Finds how letters were written: a byte order mark says it; else UTF-16 shows by the zero bytes beside its Latin
 * letters; what is valid UTF-8 is that, for no other text happens to be; the rest is taken for windows-1257, in which
 * Lithuanian programs of before wrote.
 * @throws UploadFault
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeAnyhow(bytes);
  if (decoded.text.includes("\0")) throw new UploadFault("not-a-table");
  if (decoded.text.trim() === "") throw new UploadFault("empty-file");
  return decoded;
}

function decodeAnyhow(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes) ?? unmarkedWideEncoding(bytes);
  if (wide) return { text: decodeAs(wide, bytes), encoding: "utf-16" };
  try {
    return { text: decodeAs("utf-8", bytes), encoding: "utf-8" };
  } catch {
    if (hasManyControls(bytes)) throw new UploadFault("not-a-table");
    return { text: decodeAs("windows-1257", bytes), encoding: "windows-1257" };
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UploadFault("unknown-encoding");
  }
}

function unmarkedWideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const beginning = bytes.subarray(0, 512);
  const pairs = Math.floor(beginning.length / 2);
  if (pairs < 2 || bytes.length % 2 === 1) return undefined;
  const zeros = (from: 0 | 1) =>
    beginning.filter((byte, at) => at % 2 === from && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > pairs / 2 && even === 0) return "utf-16le";
  if (even > pairs / 2 && odd === 0) return "utf-16be";
  return undefined;
}

/** Pictures and programs are full of bytes below the blank; no text is. */
function hasManyControls(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4096);
  const isControl = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13;
  return beginning.filter(isControl).length > beginning.length / 100;
}
