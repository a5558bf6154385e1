/**
 * A participant's own words as they are stored: composed letters (NFC), one kind of line break, no control characters
 * and no broken surrogates (neither of which the database can hold), no blanks at the ends.
 * The words themselves are never changed; what a spreadsheet or a page could misread is the writer's business there.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, "\n")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC")
    .trim();
}

/** The same for a single line. */
export function cleanLine(raw: string): string {
  return cleanText(raw.replace(/[\r\n\t]+/g, " "));
}

/** Length as people count it: letters beyond the basic plane are one. */
export function lengthOf(text: string): number {
  return [...text].length;
}
