/** What stands in a quotation for words that were left out. */
export const leftOut = "[…]";

export type QuotationReading =
  | { ok: true; text: string }
  | { ok: false; mistake: "empty" | "other-words" };

/**
 * Reads what somebody wants to quote of an answer: the answer itself, or parts of it in their order with "[…]" (or
 * "[...]") for what was left out, such as a name. Other words than the participant's own are a mistake. White space
 * does not count. Example: "Ačiū […] už drąsą" quotes "Ačiū Rasai už drąsą".
 */
export function readQuotation(answer: string, written: string): QuotationReading {
  const parts = plain(written).split("[…]");
  const words = parts.map((part) => part.trim());
  if (words.every((part) => part === "")) return { ok: false, mistake: "empty" };
  if (!standInOrder(words, plain(answer))) return { ok: false, mistake: "other-words" };
  const text = words.join(` ${leftOut} `).trim();
  return { ok: true, text };
}

function plain(text: string): string {
  return text.replaceAll("[...]", leftOut).replace(/\s+/gu, " ").trim();
}

/** Without a mark at an end, the quotation begins or ends where the answer does. */
function standInOrder(parts: readonly string[], answer: string): boolean {
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (!answer.startsWith(first) || !answer.endsWith(last)) return false;
  let place = 0;
  for (const part of parts.slice(0, -1)) {
    const found = answer.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return place <= answer.length - last.length;
}
