import { faulty, positionAt, type Reading } from "./fault.ts";

/** Bytes as text, without a byte order mark; anything but UTF-8 is refused, since wrong letters would separate pairs. */
export function readUtf8(bytes: Uint8Array): Reading<string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") return faulty({ code: "empty-file", line: 1 });
    return { ok: true, content: text };
  } catch {
    return faulty({ code: "not-utf-8", ...firstBrokenPlace(bytes), detail: encodingGuess(bytes) });
  }
}

/** Where the longest beginning that is UTF-8 ends. */
function firstBrokenPlace(bytes: Uint8Array) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let good = 0;
  let broken = bytes.length;
  while (broken - good > 1) {
    const middle = Math.floor((good + broken) / 2);
    // A character that is cut in two is no fault: `stream` waits for the rest of it.
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else broken = middle;
  }
  const text = decoder.decode(wholeCharacters(bytes.subarray(0, good)));
  return positionAt(text, text.length);
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Without the last character where its bytes (at most four) are not all there. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  const last = bytes[end - 1] ?? 0;
  return last < 0x80 ? bytes : bytes.subarray(0, Math.max(0, end - 1));
}

function encodingGuess(bytes: Uint8Array): { guess: string } {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return { guess: isWide ? "UTF-16" : "Windows-1257" };
}
