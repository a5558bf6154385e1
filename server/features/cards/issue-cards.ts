import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertCardHolder, listCardHolders } from "../../../db/queries/card-holders.ts";
import { insertCardCode } from "../../../db/queries/cards.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { drawFreeCard } from "./draw-card.ts";

/** A card ready to be printed; it exists on paper and in this answer only. `holder` is a name in register mode. */
export interface IssuedCard {
  code: string;
  token: string;
  holder: string | null;
}

export interface Issuing {
  programmeId: string;
  localityId: string;
  issuedBy: string;
  now: Date;
  /** The day on which they are made, in the programme's time zone. */
  today: string;
}

/** Cards to be drawn unseen from a bowl: nobody notes who took which. */
export async function issueUnnamedCards(
  db: Db,
  issuing: Issuing,
  count: number,
): Promise<IssuedCard[]> {
  return await inTransaction(db, async (tx) => {
    const cards: IssuedCard[] = [];
    while (cards.length < count)
      cards.push({ ...(await issueCard(tx, issuing)).card, holder: null });
    await audit(tx, issuing, "issued-cards", cards.length);
    return cards;
  });
}

/**
 * A card for every cycle participant of a locality who has none yet, noted against the name; of those in `chosen` alone
 * where some were chosen.
 */
export async function issueNamedCards(
  db: Db,
  issuing: Issuing,
  chosen?: ReadonlySet<string>,
): Promise<IssuedCard[]> {
  return await inTransaction(db, async (tx) => {
    const holders = await listCardHolders(tx, issuing);
    const cards: IssuedCard[] = [];
    for (const { enrolmentId, fullName, hasCard } of holders) {
      if (hasCard || chosen?.has(enrolmentId) === false) continue;
      const { card, accessCodeId } = await issueCard(tx, issuing);
      const { programmeId, now } = issuing;
      const isNoted = await insertCardHolder(tx, { programmeId, accessCodeId, enrolmentId, now });
      if (!isNoted) throw new Problem("conflict");
      cards.push({ ...card, holder: fullName });
    }
    await audit(tx, issuing, "issued-named-cards", cards.length);
    return cards;
  });
}

async function issueCard(tx: Db, { programmeId, localityId, today }: Issuing) {
  const { card, stored } = await drawFreeCard((drawn) =>
    insertCardCode(tx, { programmeId, localityId, createdOn: today, ...drawn }),
  );
  return { card: { code: card.code, token: card.token }, accessCodeId: stored };
}

async function audit(tx: Db, issuing: Issuing, action: string, count: number): Promise<void> {
  await insertAuditEvent(tx, {
    programmeId: issuing.programmeId,
    at: issuing.now,
    actor: issuing.issuedBy,
    action,
    subject: issuing.localityId,
    detail: { count },
  });
}
