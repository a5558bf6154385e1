const longestField = 10_000;

/**
 * The lines of a letter as it was stored by a mail program, as a person would read them: parts in base64 and
 * quoted-printable decoded (RFC 2045), and the named fields of heads in one line each (RFC 5322). Only what is needed
 * to find addresses: letters beyond ASCII may come out wrong.
 */
export function readableLines(text: string, fields: readonly string[]): string[] {
  const lines = decodeBase64(text.split(/\r\n?|\n/));
  return unfold(decodeQuoted(lines), fields);
}

/** Several lines of nothing but base64: no sentence looks like that, so what the head says of it need not be read. */
function decodeBase64(lines: readonly string[]): string[] {
  const decoded: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) decoded.push(...textOf(run.join("")));
    run = [];
  };
  for (const line of lines) {
    if (isBase64(line, run.length > 0)) run.push(line);
    else {
      flush();
      decoded.push(line);
    }
  }
  flush();
  return decoded;
}

function isBase64(line: string, isInRun: boolean): boolean {
  const isLongEnough = line.length >= (isInRun ? 4 : 40) && line.length % 4 === 0;
  return isLongEnough && line.length <= 1_000 && /^[A-Za-z0-9+/]+={0,2}$/.test(line);
}

function textOf(base64: string): string[] {
  try {
    return atob(base64).split(/\r\n?|\n/);
  } catch {
    return [];
  }
}

/** A line that ends in "=" goes on in the next; "=40" is "@". Text that is not encoded so hardly looks like it. */
function decodeQuoted(lines: readonly string[]): string[] {
  const decoded: string[] = [];
  let begun = "";
  for (const line of lines) {
    const whole = begun + line;
    const goesOn = whole.endsWith("=") && whole.length < longestField;
    begun = goesOn ? whole.slice(0, -1) : "";
    if (!goesOn) decoded.push(whole.replace(/=([2-7][0-9A-Fa-f])/g, characterOf));
  }
  return begun === "" ? decoded : [...decoded, begun];
}

function characterOf(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** A field of a head goes on in lines that begin with a space. */
function unfold(lines: readonly string[], fields: readonly string[]): string[] {
  const unfolded: string[] = [];
  for (const line of lines) {
    const last = unfolded.at(-1) ?? "";
    const isFolded = /^[ \t]+\S/.test(line) && isOneOf(fields, last);
    if (isFolded && last.length < longestField)
      unfolded[unfolded.length - 1] = `${last} ${line.trim()}`;
    else unfolded.push(line);
  }
  return unfolded;
}

function isOneOf(fields: readonly string[], line: string): boolean {
  const colon = line.indexOf(":");
  return colon > 0 && colon <= 40 && fields.includes(line.slice(0, colon).trim().toLowerCase());
}
