import { codeLetters } from "../pairing/alphabet.ts";

/**
 * What a participant is told after sending: two groups of four letters that stand for the stored response. They come
 * from its random id (the first 32 bits), so the same response always has the same receipt, on every device.
 */
export function receiptOf(responseId: string): string {
  const digits = responseId.replaceAll("-", "").slice(0, 8);
  const letters = [...digits].map((digit) => codeLetters[Number.parseInt(digit, 16)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
