import { type IRunOptions, TextRun } from "docx";

/** A text as runs: a line end typed by a person stays a line end, and what XML cannot hold is left out. */
export function textRuns(text: string, look: Omit<IRunOptions, "text" | "break"> = {}): TextRun[] {
  return cleanText(text)
    .split("\n")
    .map((line, index) => new TextRun({ ...look, text: line, break: index === 0 ? undefined : 1 }));
}

/** Word has fonts of its own for every script, so only what no XML file may hold has to go. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) =>
      sign === "\n" || sign === "\t" ? sign : "",
    );
}
