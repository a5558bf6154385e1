import { type Fault, faulty, positionAt, type Reading } from "./fault.ts";

/** A JSON text that was read: its value, and where in the text each part of it stands. */
export interface LocatedJson {
  value: unknown;
  /** Line and column of a path such as `items[3].showIf`; of the nearest part around it where it does not exist. */
  positionOf(path: string): { line: number; column: number };
}

/** Deeper than any document of ours, and shallow enough for every stack. */
const deepest = 100;

class JsonFault extends Error {
  readonly code: Fault["code"];
  readonly offset: number;
  readonly detail: Record<string, string>;

  constructor(code: Fault["code"], offset: number, detail: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.offset = offset;
    this.detail = detail;
  }
}

/**
 * Reads JSON (RFC 8259) as `JSON.parse` does, and knows the place of everything in it: an error of syntax, and a wrong
 * value found later, can be shown by line and column. The same key twice in an object is refused, not overwritten.
 */
export function readJson(text: string): Reading<LocatedJson> {
  const places = new Map<string, number>();
  try {
    scanDocument(text, places);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { code, offset, detail } = error;
    return faulty({ code, ...positionAt(text, offset), detail });
  }
  const positionOf = (path: string) => positionAt(text, nearestPlace(places, path));
  return { ok: true, content: { value: JSON.parse(text), positionOf } };
}

/** A path as messages write it: `items[3].showIf`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : joined(text, String(key))),
    "",
  );
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function nearestPlace(places: ReadonlyMap<string, number>, path: string): number {
  for (let part = path; part !== ""; part = part.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, "")) {
    const place = places.get(part);
    if (place !== undefined) return place;
  }
  return places.get("") ?? 0;
}

interface Scanner {
  text: string;
  at: number;
  places: Map<string, number>;
}

function scanDocument(text: string, places: Map<string, number>): void {
  const scanner: Scanner = { text, at: 0, places };
  scanValue(scanner, "", 0);
  skipBlanks(scanner);
  if (scanner.at < text.length) refuse(scanner, "the end of the file");
}

function scanValue(scanner: Scanner, path: string, depth: number): void {
  skipBlanks(scanner);
  scanner.places.set(path, scanner.at);
  if (depth > deepest) throw new JsonFault("json-too-deep", scanner.at);
  const first = scanner.text[scanner.at];
  if (first === "{") scanObject(scanner, path, depth);
  else if (first === "[") scanArray(scanner, path, depth);
  else if (first === '"') scanString(scanner);
  else scanWord(scanner);
}

function scanObject(scanner: Scanner, path: string, depth: number): void {
  const keys = new Set<string>();
  scanEntries(scanner, "}", () => {
    const start = scanner.at;
    if (scanner.text[start] !== '"') refuse(scanner, "a key in double quotes");
    const key = scanString(scanner);
    if (keys.has(key)) throw new JsonFault("json-repeated-key", start, { key });
    keys.add(key);
    skipBlanks(scanner);
    if (scanner.text[scanner.at] !== ":") refuse(scanner, "a colon");
    scanner.at++;
    scanValue(scanner, joined(path, key), depth + 1);
  });
}

function scanArray(scanner: Scanner, path: string, depth: number): void {
  let index = 0;
  scanEntries(scanner, "]", () => scanValue(scanner, `${path}[${index++}]`, depth + 1));
}

/** From an opening bracket to `close`: entries between commas, none after the last. */
function scanEntries(scanner: Scanner, close: "}" | "]", scanEntry: () => void): void {
  scanner.at++;
  skipBlanks(scanner);
  if (scanner.text[scanner.at] === close) {
    scanner.at++;
    return;
  }
  for (;;) {
    skipBlanks(scanner);
    scanEntry();
    skipBlanks(scanner);
    const next = scanner.text[scanner.at];
    if (next !== "," && next !== close) refuse(scanner, `a comma or ${close}`);
    scanner.at++;
    if (next === close) return;
  }
}

function scanString(scanner: Scanner): string {
  const { text, at: start } = scanner;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  if (end >= text.length) throw new JsonFault("json-syntax", start, endless);
  scanner.at = end + 1;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    throw new JsonFault("json-syntax", start, broken);
  }
}

const endless = { expected: "a closing quote", found: "the end of the file" };
const broken = { expected: "a text without raw line breaks or unknown escapes", found: "a text" };

function scanWord(scanner: Scanner): void {
  const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  word.lastIndex = scanner.at;
  const found = word.exec(scanner.text);
  if (!found) refuse(scanner, "a value");
  else scanner.at += found[0].length;
}

function skipBlanks(scanner: Scanner): void {
  const { text } = scanner;
  while (" \t\n\r".includes(text[scanner.at] ?? "x")) scanner.at++;
}

function refuse({ text, at }: Scanner, expected: string): never {
  const found = text[at] === undefined ? "the end of the file" : `"${text[at]}"`;
  throw new JsonFault("json-syntax", at, { expected, found });
}
