import { createHash, randomBytes, randomInt } from "node:crypto";
import { drawAccessCode } from "../../server/domain/pairing/access-code.ts";
import type { Db } from "../connect.ts";

export interface InsertedCard {
  accessCodeId: string;
  pairingCode: string;
  code: string;
  /** The secret of the card's link; the database keeps its hash alone. */
  token: string;
}

/** A new card: a code to type and a link, both leading to the same access code. */
export async function insertCard(
  db: Db,
  card: { programmeId: string; localityId: string; now: Date; kind?: "card" | "invented" },
): Promise<InsertedCard> {
  const code = drawAccessCode(randomInt);
  const token = randomBytes(16).toString("base64url");
  const { id, pairing_code } = await db
    .insertInto("answers.access_code")
    .values({
      programme_id: card.programmeId,
      locality_id: card.localityId,
      kind: card.kind ?? "card",
      code,
      created_on: card.now.toISOString().slice(0, 10),
    })
    .returning(["id", "pairing_code"])
    .executeTakeFirstOrThrow();
  const entries = [
    ["link", token],
    ["code", code],
  ] as const;
  await db
    .insertInto("answers.entry")
    .values(
      entries.map(([kind, secret]) => ({
        hash: createHash("sha256").update(secret).digest(),
        kind,
        programme_id: card.programmeId,
        access_code_id: id,
      })),
    )
    .execute();
  return { accessCodeId: id, pairingCode: pairing_code, code, token };
}
