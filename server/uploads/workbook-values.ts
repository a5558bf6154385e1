/** How a number in a workbook is meant, as its number format tells. */
export type NumberMeaning = "number" | "percent" | "day" | "moment" | "time";

/** Formats that have a number and no text in the file (ECMA-376 part 1, 18.8.30); the others are plain numbers. */
const builtInMeanings: ReadonlyMap<number, NumberMeaning> = new Map<number, NumberMeaning>([
  [9, "percent"],
  [10, "percent"],
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id): [number, NumberMeaning] => [id, "day"],
  ),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id): [number, NumberMeaning] => [
    id,
    "time",
  ]),
  [22, "moment"],
]);

/** What a number format makes of a number; `code` is the text of one of the file's own formats. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return builtInMeanings.get(id) ?? "number";
  const [positive = ""] = code.split(";");
  const bare = positive
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(?![hms]+\])[^\][]*\]/gi, "")
    .replace(/AM\/PM|A\/P/gi, "h")
    .toLowerCase();
  if (bare.includes("general")) return "number";
  const hasTime = /[hs]/.test(bare);
  if (/[yd]/.test(bare) || (bare.includes("m") && !hasTime)) return hasTime ? "moment" : "day";
  if (hasTime) return "time";
  return bare.includes("%") ? "percent" : "number";
}

const dayMs = 86_400_000;
const lastSerial = 2_958_465;

/**
 * A number of a workbook as people read it: "3.5", "50%", "2025-10-17", "2025-10-17 09:30", "09:30". Numbers are told
 * to 15 digits, as spreadsheets show them, so that 0.1 + 0.2 is 0.3.
 */
export function writeNumber(raw: string, meaning: NumberMeaning, is1904: boolean): string {
  if (meaning === "number" && shortWhole.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  const plain = String(Number(value.toPrecision(15)));
  if (meaning === "number") return plain;
  if (meaning === "percent") return `${Number((value * 100).toPrecision(15))}%`;
  const serial = is1904 ? value + 1462 : value;
  if (serial < 0 || serial >= lastSerial + 1 || Math.floor(serial) === 60) return plain;
  return writeMoment(serial, meaning);
}

/** Most numbers are so, and stay as they are. */
const shortWhole = /^(?:0|[1-9]\d{0,14})$/;

/** Serial 1 is the first day of 1900, and serial 60 a day that never was: before it everything stands one later. */
function writeMoment(serial: number, meaning: NumberMeaning): string {
  const days = serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * 86_400);
  const moment = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  const [day, time] = [moment.slice(0, 10), moment.slice(11, 19).replace(/:00$/, "")];
  if (meaning === "time" && serial < 1) return time;
  const isMidnight = (seconds * 1000) % dayMs === 0;
  return isMidnight ? day : `${day} ${time}`;
}

/** "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function readEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
