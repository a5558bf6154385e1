import { commonPasswords } from "./common-passwords.ts";

export const leastPasswordLength = 12;
export const mostPasswordLength = 128;

export type PasswordMistake = "too-short" | "too-long" | "too-common" | "about-yourself";

/**
 * Whether a new password will do. NIST SP 800-63B, 5.1.1: long enough, not among those that everybody tries, not one's own
 * name or address; no rules about kinds of characters, no cutting off. Characters are counted as people see them.
 */
export function judgePassword(
  password: string,
  owner: { email: string; displayName: string },
): PasswordMistake | undefined {
  // Refused by its plain length first: no more is done with what nobody typed by hand.
  if (password.length > mostPasswordLength * 4) return "too-long";
  const letters = [...password.normalize("NFC")];
  if (letters.length > mostPasswordLength) return "too-long";
  if (letters.length < leastPasswordLength) return "too-short";
  if (isCommon(password)) return "too-common";
  return isAboutOwner(password, owner) ? "about-yourself" : undefined;
}

/** A short piece over and over, a run of the keyboard or the alphabet, or one of the list, with any figures around it. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase().replace(/\s/g, "");
  const core = plain.replace(/^[\d\W_]+|[\d\W_]+$/g, "");
  return (
    isRepeated(plain) || isRun(plain) || commonPasswords.has(plain) || commonPasswords.has(core)
  );
}

function isRepeated(text: string): boolean {
  for (let length = 1; length <= 4; length += 1) {
    const piece = text.slice(0, length);
    if (text === piece.repeat(Math.ceil(text.length / length)).slice(0, text.length)) return true;
  }
  return new Set(text).size < 4;
}

const runs = [
  "0123456789012345678901234567890",
  "9876543210987654321098765432109",
  "abcdefghijklmnopqrstuvwxyz0123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];

function isRun(text: string): boolean {
  return runs.some((run) => run.includes(text));
}

/** The name or the address makes up most of it. */
function isAboutOwner(
  password: string,
  { email, displayName }: { email: string; displayName: string },
): boolean {
  const plain = fold(password);
  const words = [fold(email), ...email.split("@").map(fold), ...displayName.split(/\s+/).map(fold)];
  const left = words
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ""), plain);
  return left.length < plain.length / 2;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
}
