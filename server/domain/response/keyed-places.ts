// What fingers do on the keyboard while keying a sheet; used by the server and by the page's script alike.

/** Several marks are keyed with blanks, commas or full stops between them: "3, 1" is 3 and 1. */
export function marksIn(typed: string): string[] {
  const marks = asDigits(typed)
    .toLowerCase()
    .split(/[\s,;.+]+/);
  return marks.filter((mark) => mark !== "");
}

/** The place of a box, from 1 on: its number, or the letter of the alphabet (b is 2). Undefined for anything else. */
export function placeOf(mark: string): number | undefined {
  if (/^[a-z]$/.test(mark)) return mark.charCodeAt(0) - 96;
  return /^\d{1,2}$/.test(mark) ? Number(mark) : undefined;
}

/** The digits' row of the Lithuanian keyboard: letters without Shift, which nobody wants to switch off for a sheet. */
const digitsRow = new Map([..."“ąčęėįšųū„"].map((letter, digit) => [letter, String(digit)]));

/** Letters of the Lithuanian digits' row as the digits that share their keys: "ą“" is 10. */
export function asDigits(typed: string): string {
  const letters = [...typed.normalize("NFC")];
  return letters.map((letter) => digitsRow.get(letter.toLowerCase()) ?? letter).join("");
}
