import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const issuer = "Pokytis";
const period = 30;

/** A secret of 160 random bits in base32, to be scanned by an authenticator. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address in the QR code, as authenticators read it. */
export function totpAddress(secret: string, account: string): string {
  return totpOf(secret, account).toString();
}

/**
 * The half minute (RFC 6238's counter) that a code belongs to: this one, the last or the next, as clocks differ.
 * Undefined for any other code.
 */
export function matchTotp(
  { secret, code }: { secret: string; code: string },
  now: Date,
): number | undefined {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret, "").validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  const account = label || issuer;
  return new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), digits: 6, period });
}

const recoveryLetters = "abcdefghjkmnpqrstvwxyz23456789";
const recoveryCodes = 10;

/** Ten codes of 12 letters, 58 bits each, to be kept on paper for the day on which the phone is lost. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const letters = Array.from({ length: 12 }, drawLetter).join("");
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
  });
}

/** A recovery code as it is hashed: however it was typed; undefined where it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "");
  return /^[a-z2-9]{12}$/.test(letters) ? letters : undefined;
}

/** Bytes beyond the last whole round of letters are drawn anew, so that every letter is equally likely. */
function drawLetter(): string {
  const rounds = Math.floor(256 / recoveryLetters.length) * recoveryLetters.length;
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < rounds) return recoveryLetters[byte % recoveryLetters.length]!;
  }
}
