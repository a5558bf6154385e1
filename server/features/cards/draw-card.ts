import { randomBytes, randomInt } from "node:crypto";
import { drawAccessCode } from "../../domain/pairing/access-code.ts";
import { hashOf } from "../../http/session.ts";

/** A card before it is anybody's: the code to type, the link's token, and the hashes that the database keeps. */
export interface DrawnCard {
  code: string;
  token: string;
  codeHash: Buffer;
  linkHash: Buffer;
}

const mostDraws = 10;

/** Draws cards until one is free; among 268 million codes the first almost always is. */
export async function drawFreeCard<T>(
  store: (card: DrawnCard) => Promise<T | undefined>,
): Promise<{ card: DrawnCard; stored: T }> {
  for (let draw = 0; draw < mostDraws; draw++) {
    const code = drawAccessCode(randomInt);
    const token = randomBytes(16).toString("base64url");
    const card = { code, token, codeHash: hashOf(code), linkHash: hashOf(token) };
    const stored = await store(card);
    if (stored !== undefined) return { card, stored };
  }
  throw new Error("no free code was found");
}
