import { cleanLine, lengthOf } from "../../response/clean-text.ts";
import type { Text } from "../../text.ts";
import { type FormRow, readRows, rowFields } from "./form-rows.ts";
import type { FormReading } from "./form-words.ts";

const longestLabel = 300;
const optionPattern = /^[a-z0-9][a-z0-9_-]{0,39}$/;

interface LabelledRow {
  number: number;
  code: string;
  label: Text;
}

export interface Option {
  value: string;
  label: Text;
}

export function optionFields(options: readonly Option[]): [string, string[]][] {
  return rowFields(
    "option",
    options.map(
      ({ value, label }): FormRow => new Map([["value", value], ...Object.entries(label)]),
    ),
  );
}

export function pointFields(points: readonly { value: number; label: Text }[]) {
  return rowFields(
    "point",
    points.map(
      ({ value, label }): FormRow => new Map([["value", String(value)], ...Object.entries(label)]),
    ),
  );
}

/** Options of a form: rows with a label. Their codes are typed, or the first letters that are free. */
export function readOptions(
  reading: FormReading,
  old: readonly Option[] = [],
): { options: Option[]; valueOfRow: Map<number, string> } {
  const rows = labelledRows(
    reading,
    "option",
    (code) => old.find(({ value }) => value === code)?.label,
  );
  const taken = new Set<string>();
  for (const { number, code } of rows) {
    const field = `option.${number}.value`;
    if (code === "") continue;
    if (!optionPattern.test(code)) reading.mistakes.push({ field, code: "option-code-malformed" });
    if (taken.has(code)) reading.mistakes.push({ field, code: "option-code-repeated" });
    taken.add(code);
  }
  const valueOfRow = new Map<number, string>();
  const options = rows.map(({ number, code, label }) => {
    const value = code || freeLetter(taken);
    taken.add(value);
    valueOfRow.set(number, value);
    return { value, label };
  });
  return { options, valueOfRow };
}

/** Points of a rating: rows with a label; a row without a number takes the next one. */
export function readPoints(
  reading: FormReading,
  old: readonly { value: number; label: Text }[] = [],
) {
  const rows = labelledRows(
    reading,
    "point",
    (code) => old.find(({ value }) => String(value) === code)?.label,
  );
  const taken = new Set<number>();
  return rows.map(({ number, code, label }) => {
    const field = `point.${number}.value`;
    const value = code === "" ? Math.max(0, ...taken) + 1 : Number(code.replace(/^[−–]/, "-"));
    if (!Number.isInteger(value) || Math.abs(value) > 1000) {
      reading.mistakes.push({ field, code: "not-a-number" });
    }
    if (taken.has(value)) reading.mistakes.push({ field, code: "option-code-repeated" });
    taken.add(value);
    return { value, label };
  });
}

/** A row without words in any language is no row: emptying one removes it. */
function labelledRows(
  reading: FormReading,
  prefix: string,
  oldLabel: (code: string) => Text | undefined,
): LabelledRow[] {
  return readRows(reading.fields, prefix).flatMap(({ number, row }) => {
    const words = reading.languages.map((language) => [
      language,
      cleanLine(row.get(language) ?? ""),
    ]);
    for (const [language, text] of words) {
      if (lengthOf(text!) <= longestLabel) continue;
      const field = `${prefix}.${number}.${language}`;
      reading.mistakes.push({ field, code: "too-long", detail: longestLabel });
    }
    if (words.every(([, text]) => text === "")) return [];
    const code = cleanLine(row.get("value") ?? "");
    return [{ number, code, label: { ...oldLabel(code), ...Object.fromEntries(words) } }];
  });
}

function freeLetter(taken: ReadonlySet<string>): string {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const free = letters.find((letter) => !taken.has(letter));
  if (free) return free;
  for (let number = 1; ; number++) if (!taken.has(`o${number}`)) return `o${number}`;
}
