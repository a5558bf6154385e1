/** A table of data with all that a statistics programme should know of its columns. */
export interface StatisticalData {
  title: string;
  /** YYYY-MM-DD: the file's date. */
  day: string;
  variables: Variable[];
  rows: Iterable<(string | number | null)[]>;
  /** How many rows there are: it stands at the head of the file. */
  rowCount: number;
  /** Lines of a note inside the file: where the data comes from, what may be done with it. */
  notes: string[];
}

export interface Variable {
  /** As `variableNames` makes it. */
  name: string;
  label: string;
  /** The question as it was asked; for the code book. */
  question?: string;
  kind: "number" | "text" | "day";
  measure: "nominal" | "ordinal" | "scale";
  /** Digits after the point of a number. */
  decimals?: number;
  /** Most bytes of a text in UTF-8: 1 to 32,759, the rest is cut off. */
  width?: number;
  values?: ValueLabel[];
  /** Codes of answers that are missing: at most three, or a range. */
  missing?: number[] | { from: number; to: number };
}

export interface ValueLabel {
  value: number;
  label: string;
}

const reserved = new Set([
  "all",
  "and",
  "by",
  "eq",
  "ge",
  "gt",
  "le",
  "lt",
  "ne",
  "not",
  "or",
  "to",
  "with",
]);
const longestName = 64;

/**
 * Names that SPSS, R and Stata take, one for each of ours, in order: a letter first, then letters, digits,
 * points and underscores, at most 64 bytes, each once whatever its case. Lithuanian letters may stay.
 */
export function variableNames(names: string[]): string[] {
  const taken = new Set(reserved);
  return names.map((name) => {
    const plain = name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}_.]/gu, "_")
      .replace(/^(?!\p{L})/u, "v")
      .replace(/(?<!\.)\.+$/, "");
    const free = firstFree(plain, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function firstFree(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `_${number}`;
    const candidate = cutBytes(name, longestName - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** As much of a text as fits into so many bytes of UTF-8, without half a letter at its end. */
export function cutBytes(text: string, most: number): string {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length <= most) return text;
  let end = most;
  // Bytes 10xxxxxx continue a letter.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString("utf8", 0, end);
}

/** Whether a number stands for a missing answer of this variable. */
export function isMissingCode({ missing }: Variable, value: number): boolean {
  if (missing === undefined) return false;
  if (Array.isArray(missing)) return missing.includes(value);
  return value >= missing.from && value <= missing.to;
}
