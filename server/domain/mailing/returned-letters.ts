import { isEmailAddress } from "../participant/contact.ts";
import { readableLines } from "./readable-letter.ts";

/** Addresses found in the text of returned letters, in small letters. None stands in two of the lists. */
export interface ReturnedAddresses {
  /** A mail server reports that letters to it failed. */
  failed: string[];
  /** A mail server is still trying. */
  delayed: string[];
  /** They merely stand in the text: the sender's, the server's own, or the one that matters. */
  mentioned: string[];
}

/** So many characters are read at most; a hundred returned letters with what was sent in them are fewer. */
export const mostCharacters = 2_000_000;
const mostAddresses = 2_000;

/**
 * Finds whose letters came back in what a mail server wrote: the fields of delivery status notifications (RFC 3464) and
 * `X-Failed-Recipients`, else every address in the text. Several letters may follow each other. Each line is gone
 * through once, so that no text takes long.
 */
export function findReturnedAddresses(text: string): ReturnedAddresses {
  const lines = readableLines(text.slice(0, mostCharacters), foldedFields);
  const reports = readReports(lines);
  const failed = new Set(reports.filter(({ isFailed }) => isFailed).flatMap(addressesOf));
  const delayed = new Set(reports.filter(({ isFailed }) => !isFailed).flatMap(addressesOf));
  for (const address of failed) delayed.delete(address);
  const mentioned = new Set<string>();
  for (const line of lines) {
    for (const address of addressesIn(line)) {
      if (mentioned.size >= mostAddresses) break;
      if (!failed.has(address) && !delayed.has(address)) mentioned.add(address);
    }
  }
  return { failed: [...failed], delayed: [...delayed], mentioned: [...mentioned] };
}

function addressesOf({ addresses }: Report): string[] {
  return addresses;
}

/** What a mail server says of one recipient. */
interface Report {
  addresses: string[];
  isFailed: boolean;
}

const recipientFields = ["final-recipient", "original-recipient"];
const foldedFields = [...recipientFields, "x-failed-recipients"];
/** Everything else that a mail server can say of a letter: it is on its way, or has arrived. */
const unfailedActions = ["delayed", "delivered", "relayed", "expanded"];

/** The fields about one recipient stand together, set off by empty lines. */
function readReports(lines: readonly string[]): Report[] {
  const reports: Report[] = [];
  let open: Report = { addresses: [], isFailed: true };
  const close = () => {
    if (open.addresses.length > 0 && reports.length < mostAddresses) reports.push(open);
    open = { addresses: [], isFailed: true };
  };
  for (const line of lines) {
    const { name, value } = fieldIn(line);
    if (line.trim() === "") close();
    else if (recipientFields.includes(name)) open.addresses.push(...recipientIn(value));
    else if (name === "action") open.isFailed = !unfailedActions.includes(value.toLowerCase());
    else if (name === "x-failed-recipients") {
      reports.push({ addresses: addressesIn(value), isFailed: true });
    }
  }
  close();
  return reports;
}

function fieldIn(line: string): { name: string; value: string } {
  const colon = line.indexOf(":");
  if (colon < 1 || colon > 40) return { name: "", value: "" };
  return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
}

/** `rfc822; name@example.org`; some servers leave the kind out. */
function recipientIn(value: string): string[] {
  return addressesIn(decodeXtext(value.slice(value.indexOf(";") + 1)));
}

/** In original recipients a plus sign and two digits stand for one character (RFC 3461). */
function decodeXtext(text: string): string {
  return text.replace(/\+([2-7][0-9A-F])/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Whatever can be an address in a line. Who is meant is decided by who is in the register. */
function addressesIn(line: string): string[] {
  if (!line.includes("@")) return [];
  return line
    .split(/[\s<>()[\]",;:\\`|*]+/)
    .filter((word) => word.includes("@") && word.length <= 300)
    .map((word) => trimEnds(word).toLowerCase())
    .filter(isEmailAddress);
}

/** Sentences end in full stops and quotation marks; addresses neither begin nor end so. */
function trimEnds(word: string): string {
  const ends = "'.=!?’“”„";
  let [from, to] = [0, word.length];
  while (from < to && ends.includes(word[from]!)) from++;
  while (to > from && ends.includes(word[to - 1]!)) to--;
  return word.slice(from, to);
}
