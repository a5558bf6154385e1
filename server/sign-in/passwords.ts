import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { Problem } from "../domain/problem.ts";

/** Makes and checks password hashes; a few at once, so that nobody who answers a questionnaire waits for them. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** With no hash (nobody has this address, or no password) it takes as long as with one, and says no. */
  verify(password: string, stored: string | null | undefined): Promise<boolean>;
}

/**
 * scrypt (RFC 7914) with N = 2^15, r = 8, p = 3: one of the settings of equal strength in OWASP's Password Storage Cheat
 * Sheet, with 32 MiB a hash. The settings stand in each hash, so they can be raised without touching old ones.
 */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;
const saltBytes = 16;

/** A hash in the form `scrypt$N$r$p$salt$key`; `hash` makes no other. */
const stored = /^scrypt\$(\d{1,8})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

/** `mostWaiting` beyond `atOnce` may wait; more are sent away as `busy`, which a flood is and a staff room is not. */
export function createPasswords({
  atOnce = 2,
  mostWaiting = 32,
}: {
  atOnce?: number;
  mostWaiting?: number;
} = {}): Passwords {
  const run = createQueue({ atOnce, mostWaiting });
  let decoy: Promise<string> | undefined;
  const getDecoy = () => {
    decoy ??= hashPassword(randomBytes(keyBytes).toString("base64url"));
    return decoy;
  };
  return {
    hash: (password) => run(() => hashPassword(password)),
    verify: async (password, hash) => {
      const isRight = await run(async () => verifyPassword(password, hash ?? (await getDecoy())));
      return isRight && Boolean(hash);
    },
  };
}

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parts = stored.exec(hash);
  if (!parts) return false;
  const [, N, r, p, salt = "", key = ""] = parts;
  const expected = Buffer.from(key, "base64url");
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, "base64url"), options);
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** One wording of the same characters: accents typed in two ways are one password. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const limits = { ...options, maxmem: 64 * 1024 * 1024 };
    scrypt(password.normalize("NFC"), salt, keyBytes, limits, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function createQueue({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Problem("busy");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, or is given up.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
