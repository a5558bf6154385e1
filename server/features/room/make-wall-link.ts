import { randomBytes } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertWallLink } from "../../../db/queries/wall-links.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { hashOf } from "../../http/session.ts";

/** Makes a link for the wall of one locality's room and returns its token, of which only the hash is kept. */
export async function makeWallLink(
  db: Db,
  wall: { programmeId: string; localityId: string; madeBy: string; now: Date },
): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  const { programmeId, localityId } = wall;
  await inTransaction(db, async (tx) => {
    await insertWallLink(tx, { hash: hashOf(token), programmeId, localityId });
    await insertAuditEvent(tx, {
      programmeId,
      at: wall.now,
      actor: wall.madeBy,
      action: "made-wall-link",
      subject: localityId,
    });
  });
  return token;
}
