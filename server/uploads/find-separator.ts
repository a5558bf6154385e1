import type { Separator } from "../domain/analysis/csv-records.ts";

/** Between equals a comma comes last: it stands in numbers, names and addresses too. */
const ranked: readonly Separator[] = ["\t", ";", ","];
const mostLines = 50;

/**
 * The separator of a table, judged by its first fifty lines: the one that cuts the most of them into equally many
 * cells. A title above the table cannot mislead it, nor can commas in addresses or numbers beside another separator.
 * Where none cuts most lines, a ragged table or a heading alone decides; a tab is told of a text in one column.
 */
export function findSeparator(text: string): Separator {
  const lines = firstLines(text);
  const cuts = ranked.map((separator) => cutOf(lines, separator));
  const best = (share: (cut: Cut) => number) =>
    cuts.reduce((first, next) => (share(next) > share(first) ? next : first));
  const steadiest = best((cut) => cut.steady);
  if (steadiest.steady > 0.5) return steadiest.separator;
  const frequent = best((cut) => cut.ragged);
  if (frequent.ragged > 0.5) return frequent.separator;
  return ranked.find((one) => cutsAsTable(lines.slice(0, 1), one, 0)) ?? "\t";
}

/** The lines without what stands in quotation marks, where separators mean nothing. */
function firstLines(text: string): string[] {
  const unquoted = text
    .slice(0, 64 * 1024)
    .replace(/(^|[;,\t])"(?:[^"]|"")*"(?=[;,\t\r\n]|$)/gm, "$1");
  return unquoted
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, mostLines);
}

interface Cut {
  separator: Separator;
  /** The share of lines that have the most usual number of cells, if that is several. */
  steady: number;
  /** The share of lines that have several cells, however many. */
  ragged: number;
}

function cutOf(lines: readonly string[], separator: Separator): Cut {
  const widths = lines.map((line) => line.split(separator).length);
  const counts = new Map<number, number>();
  for (const width of widths.filter((one) => one > 1)) {
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [usual = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const several = widths.filter((width) => width > 1).length;
  const isTable = (at: number) => cutsAsTable(lines, separator, at);
  return {
    separator,
    steady: isTable(widths.indexOf(usual)) ? count / lines.length : 0,
    ragged: isTable(widths.findIndex((width) => width > 1)) ? several / lines.length : 0,
  };
}

/**
 * Whether the line where a table would begin could be a heading or a record of it. Below a line that is not cut, marks
 * that are all followed by a blank are those of sentences and addresses, and one comma between digits is a number's.
 */
function cutsAsTable(lines: readonly string[], separator: Separator, at: number): boolean {
  const line = lines[at];
  if (line === undefined || !line.includes(separator)) return false;
  if (separator === "\t" || (at === 0 && lines.length > 1)) return true;
  const isProse = line
    .split(separator)
    .slice(1)
    .every((part) => part === "" || /^\s/.test(part));
  const isNumber = separator === "," && /^\s*[-+]?\d+,\d+\s*%?\s*$/.test(line);
  return !(isProse && !line.endsWith(separator)) && !isNumber;
}
