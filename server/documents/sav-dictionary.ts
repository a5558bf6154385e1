import { wrapText } from "../../web/figures/configuration-wrapping.ts";
import { type ByteSink, createSink } from "./sav-bytes.ts";
import { cutBytes, type StatisticalData, type Variable } from "./statistical-data.ts";

/** A variable with what the file format makes of it. */
export interface SavVariable extends Variable {
  /** Eight bytes at most, by which the file refers to it. */
  shortName: string;
  /** Bytes of a text as the file declares them; 0 for a number. */
  width: number;
  /** Widths of the pieces that hold it: [0] for a number, up to 255 bytes each for a text. */
  segments: number[];
  /** Where it begins in a case, counted from one in units of eight bytes. */
  index: number;
}

const longestSegment = 255;
/** A text of more than one piece has so many bytes in each but the last, by the format's own reckoning. */
const sharedSegment = 252;
/** The whole pieces below the format's limit of 32,767. */
const longestText = 130 * sharedSegment;

export function savVariables(variables: Variable[]): SavVariable[] {
  let index = 1;
  return variables.map((variable, number) => {
    const isText = variable.kind === "text";
    const width = isText ? textWidth(variable.width ?? 1) : 0;
    const segments = isText ? segmentsOf(width) : [0];
    // Five signs for the variable, three for its pieces.
    const shortName = `V${(number + 1).toString(36).toUpperCase().padStart(4, "0")}`;
    const placed = { ...variable, width, shortName, segments, index };
    index += segments.reduce((sum, segment) => sum + unitsOf(segment), 0);
    return placed;
  });
}

/**
 * Whole pieces with a byte to spare for texts longer than one: ReadStat 1.1, which reads the format for R and
 * Python, loses the last byte of some texts that fill their width.
 */
function textWidth(width: number): number {
  if (width <= longestSegment) return Math.max(width, 1);
  return Math.min(Math.ceil((width + 1) / sharedSegment) * sharedSegment, longestText);
}

function segmentsOf(width: number): number[] {
  if (width <= longestSegment) return [width];
  const count = width / sharedSegment;
  return Array.from({ length: count }, (_, segment) =>
    segment < count - 1 ? longestSegment : sharedSegment,
  );
}

/** Units of eight bytes that a piece takes; a number (width 0) takes one. */
export function unitsOf(width: number): number {
  return Math.max(1, Math.ceil(width / 8));
}

/**
 * All that stands before the data, after "System File Format" of the PSPP developers' guide: header, variables, value
 * labels, notes, and extension records (UTF-8, long names, long texts, how variables are shown).
 */
export function savDictionary(data: StatisticalData, variables: SavVariable[]): Buffer {
  const sink = createSink();
  writeHeader(sink, data, variables);
  for (const variable of variables) writeVariable(sink, variable);
  for (const variable of variables) writeValueLabels(sink, variable);
  writeNotes(sink, data.notes);
  writeExtensions(sink, data, variables);
  sink.int(999, 0);
  return sink.take();
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function writeHeader(sink: ByteSink, data: StatisticalData, variables: SavVariable[]): void {
  const units = variables.reduce(
    (sum, { segments }) => sum + segments.reduce((all, width) => all + unitsOf(width), 0),
    0,
  );
  const [year = "", month = "1", day = ""] = data.day.split("-");
  sink.text("$FL2", 4);
  sink.text("@(#) SPSS DATA FILE Pokytis", 60);
  // Layout 2, units a case, bytecode compression, no weights, cases.
  sink.int(2, units, 1, 0, data.rowCount);
  sink.double(compressionBias);
  sink.text(`${day} ${months[Number(month) - 1]} ${year.slice(2)}`, 9);
  sink.text("00:00:00", 8);
  sink.text(data.title, 64);
  sink.bytes(Buffer.alloc(3));
}

/** Whole numbers from 1 − bias to 251 − bias take one byte. */
export const compressionBias = 100;

/** Formats in which variables are shown: kind in the third byte, width in the second, decimals in the first. */
const formats = { text: 1, number: 5, day: 39 } as const;

function formatOf(variable: SavVariable, width: number): number {
  if (variable.kind === "text") return (formats.text << 16) | (width << 8);
  if (variable.kind === "day") return (formats.day << 16) | (10 << 8);
  const decimals = variable.decimals ?? 0;
  return (formats.number << 16) | ((8 + decimals) << 8) | decimals;
}

function writeVariable(sink: ByteSink, variable: SavVariable): void {
  variable.segments.forEach((width, segment) => {
    const isFirst = segment === 0;
    const missing = isFirst ? missingOf(variable) : { count: 0, values: [] };
    const hasLabel = isFirst && variable.label !== "";
    const format = formatOf(variable, width);
    sink.int(
      2,
      variable.kind === "text" ? width : 0,
      hasLabel ? 1 : 0,
      missing.count,
      format,
      format,
    );
    sink.text(segmentName(variable, segment), 8);
    if (hasLabel) writeLabel(sink, variable.label);
    sink.double(...missing.values);
    for (let unit = 1; unit < unitsOf(width); unit += 1) {
      sink.int(2, -1, 0, 0, 0, 0);
      sink.text("", 8);
    }
  });
}

function segmentName({ shortName }: SavVariable, segment: number): string {
  return segment === 0 ? shortName : shortName + segment.toString(36).toUpperCase();
}

function writeLabel(sink: ByteSink, label: string): void {
  const bytes = Buffer.from(cutBytes(label, 255), "utf8");
  sink.int(bytes.length);
  sink.bytes(bytes);
  sink.bytes(Buffer.alloc((4 - (bytes.length % 4)) % 4));
}

/** A count below zero announces a range. */
function missingOf({ missing, kind }: Variable): { count: number; values: number[] } {
  if (missing === undefined || kind === "text") return { count: 0, values: [] };
  if (!Array.isArray(missing)) return { count: -2, values: [missing.from, missing.to] };
  if (missing.length > 3) throw new RangeError("more than three missing codes need a range");
  return { count: missing.length, values: missing };
}

function writeValueLabels(sink: ByteSink, { values = [], kind, index }: SavVariable): void {
  if (values.length === 0 || kind === "text") return;
  sink.int(3, values.length);
  for (const { value, label } of values) {
    const bytes = Buffer.from(cutBytes(label, 120), "utf8");
    const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / 8) * 8, 0x20);
    padded[0] = bytes.length;
    bytes.copy(padded, 1);
    sink.double(value);
    sink.bytes(padded);
  }
  sink.int(4, 1, index);
}

function writeNotes(sink: ByteSink, notes: string[]): void {
  const lines = notes.flatMap((note) => wrapText(note, 80, (text) => Buffer.byteLength(text)));
  if (lines.length === 0) return;
  sink.int(6, lines.length);
  for (const line of lines) sink.text(line, 80);
}

const measures = { nominal: 1, ordinal: 2, scale: 3 } as const;

function writeExtensions(sink: ByteSink, data: StatisticalData, variables: SavVariable[]): void {
  // Version 1.0.0, any machine, IEEE 754, compressed, little-endian, UTF-8.
  writeExtension(sink, 3, 4, ints(1, 0, 0, -1, 1, 1, 2, 65_001));
  writeExtension(sink, 4, 8, floatLimits());
  const shown = variables.flatMap(({ segments, measure, kind, width }) =>
    segments.flatMap(() => [
      measures[measure],
      kind === "text" ? Math.min(width, 40) : 10,
      kind === "text" ? 0 : 1,
    ]),
  );
  writeExtension(sink, 11, 4, ints(...shown));
  const names = variables.map(({ shortName, name }) => `${shortName}=${name}`).join("\t");
  writeExtension(sink, 13, 1, Buffer.from(names, "utf8"));
  const long = variables.filter(({ segments }) => segments.length > 1);
  if (long.length > 0) writeExtension(sink, 14, 1, longTexts(long));
  const counts = Buffer.alloc(16);
  counts.writeBigInt64LE(1n, 0);
  counts.writeBigInt64LE(BigInt(data.rowCount), 8);
  writeExtension(sink, 16, 8, counts);
  writeExtension(sink, 20, 1, Buffer.from("UTF-8"));
}

function writeExtension(sink: ByteSink, kind: number, size: number, bytes: Buffer): void {
  sink.int(7, kind, size, bytes.length / size);
  sink.bytes(bytes);
}

function ints(...values: number[]): Buffer {
  const sink = createSink();
  sink.int(...values);
  return sink.take();
}

/** System-missing, highest and lowest; the lowest is the number next to system-missing. */
function floatLimits(): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeDoubleLE(-Number.MAX_VALUE, 0);
  bytes.writeDoubleLE(Number.MAX_VALUE, 8);
  bytes.writeBigUInt64LE(0xffeffffffffffffen, 16);
  return bytes;
}

function longTexts(variables: SavVariable[]): Buffer {
  const widths = variables.map(
    ({ shortName, width }) => `${shortName}=${String(width).padStart(5, "0")}\0\t`,
  );
  return Buffer.from(widths.join(""), "latin1");
}
