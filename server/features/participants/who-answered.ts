import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { isNotedOn } from "../../../db/queries/audit-log.ts";
import { listCodesOfHolders } from "../../../db/queries/card-holders.ts";
import { listHandedIn, listWavesToldOf } from "../../../db/queries/handed-in.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { WaveKind } from "../../domain/words.ts";
import type { Desk } from "./desk.ts";

/** Nothing is known of somebody without a card: no sheet could be theirs. */
export type HandedIn = "handed-in" | "not-yet" | "no-card";

export interface WhoAnswered {
  waves: WaveKind[];
  /** One a wave. */
  of(enrolmentId: string): HandedIn[];
}

/**
 * Who of a locality has handed a sheet in, in waves whose notice says that the organiser sees it. Undefined where none
 * does, where no card is noted against a name, and wherever codes are nobody's by name. A look is noted in the audit log
 * once a day for each locality and person of the staff.
 */
export async function readWhoAnswered(
  db: Db,
  desk: Desk,
  localityId: string,
): Promise<WhoAnswered | undefined> {
  const { programme, now } = desk;
  if (programme.identityMode !== "register") return undefined;
  const place = { programmeId: programme.id, localityId };
  return await inTransaction(db, async (tx) => {
    const waves = await listWavesToldOf(tx, { ...place, now });
    if (waves.length === 0) return undefined;
    const holders = await listCodesOfHolders(tx, place);
    if (holders.length === 0) return undefined;
    await noteLook(tx, desk, localityId);
    const waveIds = waves.map(({ waveId }) => waveId);
    const handedIn = await listHandedIn(tx, { ...place, waveIds });
    const sheets = new Set(handedIn.map(({ waveId, accessCodeId }) => `${waveId} ${accessCodeId}`));
    const codes = codesByEnrolment(holders);
    const of = (enrolmentId: string) =>
      waveIds.map((waveId): HandedIn => {
        const own = codes.get(enrolmentId);
        if (!own) return "no-card";
        return own.some((code) => sheets.has(`${waveId} ${code}`)) ? "handed-in" : "not-yet";
      });
    return { waves: waves.map(({ kind }) => kind), of };
  });
}

/** Somebody may hold several cards: of two records made one, or after a lost card. */
function codesByEnrolment(
  holders: readonly { enrolmentId: string; accessCodeId: string }[],
): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { enrolmentId, accessCodeId } of holders) {
    codes.set(enrolmentId, [...(codes.get(enrolmentId) ?? []), accessCodeId]);
  }
  return codes;
}

async function noteLook(db: Db, desk: Desk, localityId: string): Promise<void> {
  const { programme, staffId, today, now } = desk;
  const look = {
    programmeId: programme.id,
    actor: staffId,
    action: "looked-at-who-answered",
    subject: localityId,
  };
  if (await isNotedOn(db, { ...look, day: today, timeZone: programme.timeZone })) return;
  await insertAuditEvent(db, { ...look, at: now });
}
