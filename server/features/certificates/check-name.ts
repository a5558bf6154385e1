import type { Db } from "../../../db/connect.ts";
import type { VerifiedCertificate } from "../../../db/queries/certificate-verification.ts";
import { countEvent, countedEvents } from "../../../db/queries/rate-limits.ts";
import { isSameName } from "../../domain/certificate/person-name.ts";
import { limitKeyOf } from "../../http/client-address.ts";

const windowSeconds = 600;
/** Names from one address that did not agree, before it is asked to wait. Names that do agree are never counted. */
export const mostWrongNames = 10;

export type CheckedName = "same" | "other" | "empty" | "tooManyTries";

/** Compares a typed name with the one on a certificate. Past the limit nothing is compared, so guessing leads nowhere. */
export async function checkName(
  db: Db,
  certificate: VerifiedCertificate,
  { typed, address, now }: { typed: string; address: string; now: Date },
): Promise<CheckedName> {
  if (typed.trim() === "") return "empty";
  const limit = { key: `certificate ${limitKeyOf(address)}`, now };
  if ((await countedEvents(db, limit)) >= mostWrongNames) return "tooManyTries";
  if (isSameName(typed, certificate.fullName)) return "same";
  const tries = await countEvent(db, { ...limit, windowSeconds });
  return tries > mostWrongNames ? "tooManyTries" : "other";
}
