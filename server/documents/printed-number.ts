import type { AnnexCell } from "../domain/annex/document.ts";

export interface SheetNumber {
  value: number;
  /** An Excel number format that shows the number as it is printed. */
  format: string;
}

/**
 * The number of a printed cell as a spreadsheet should hold it: no more exact than it is printed, since
 * digits that were rounded away on purpose must not come back through another file, and looking the same.
 * Undefined where the printed text is not that number.
 */
export function readPrintedNumber({ text, number }: AnnexCell): SheetNumber | undefined {
  if (number === null) return undefined;
  const printed = /^([+\-\u2212]?)(\d[\d\s]*)(?:[,.](\d+))?\s*(%?)$/.exec(text.trim());
  if (printed === null) return undefined;
  const [, sign = "", whole = "", decimals = "", percent = ""] = printed;
  const size = Number(`${whole.replace(/\s/g, "")}.${decimals || "0"}`);
  const value = sign === "" || sign === "+" ? size : -size;
  const places = decimals === "" ? "0" : `0.${"0".repeat(decimals.length)}`;
  const isShare = percent !== "" && Math.abs(number * 100 - value) < Math.abs(number - value);
  if (isShare) return { value: value / 100, format: `${places}%` };
  const format = percent === "" ? places : `${places}"\u00a0%"`;
  return { value, format: sign === "+" ? `+${format};-${format};${format}` : format };
}
