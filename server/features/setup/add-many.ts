import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { replaceDecisions, type SelectionDecision } from "../../../db/queries/selection.ts";
import { insertEntry, listEntries } from "../../../db/queries/setup-entries.ts";
import { lockProgramme } from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { readySectors } from "../../../web/texts/ready-sectors.ts";
import type { Typed } from "../../domain/setup/field.ts";
import type { Doing } from "./desk.ts";
import { saveEntry } from "./save-entry.ts";

class Unfinished extends Error {}

/** Adds localities by their names alone: all, or none and the lines that are wrong. */
export async function addLocalities(
  db: Db,
  names: readonly string[],
  doing: Doing,
): Promise<number[]> {
  return await addAll(
    db,
    names.map((nominative) => ({ step: "localities", typed: { nominative } })),
    doing,
  );
}

/** Adds sessions line by line, each in every locality named: all, or none and the lines that are wrong. */
export async function addSessions(
  db: Db,
  { lines, localityIds }: { lines: readonly Typed[]; localityIds: readonly string[] },
  doing: Doing,
): Promise<number[]> {
  const wrong = await addAll(
    db,
    lines.flatMap((typed) =>
      localityIds.map((localityId) => ({
        step: "sessions" as const,
        typed: { ...typed, localityId },
      })),
    ),
    doing,
  );
  return [...new Set(wrong.map((place) => Math.floor(place / localityIds.length)))];
}

/** The places of those that cannot be added; when there are any, nothing was. */
async function addAll(
  db: Db,
  all: readonly { step: "localities" | "sessions"; typed: Typed }[],
  doing: Doing,
): Promise<number[]> {
  const wrong: number[] = [];
  try {
    await inTransaction(db, async (tx) => {
      wrong.length = 0;
      for (const [place, { step, typed }] of all.entries()) {
        const saved = await saveEntry(tx, { step, id: undefined, typed }, doing);
        if (!saved.ok) wrong.push(place);
      }
      if (wrong.length > 0) throw new Unfinished();
    });
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
  }
  return wrong;
}

/** Takes the usual list of sectors, where there is none yet. */
export async function addReadySectors(db: Db, doing: Doing): Promise<void> {
  const key = { programmeId: doing.programme.id, step: "sectors" } as const;
  await inTransaction(db, async (tx) => {
    await lockProgramme(tx, key.programmeId);
    if ((await listEntries(tx, key)).length > 0) return;
    for (const sector of readySectors) await insertEntry(tx, key, { ...sector });
    await insertAuditEvent(tx, {
      programmeId: key.programmeId,
      at: doing.now,
      actor: doing.staffId,
      action: "added-ready-sectors",
    });
  });
}

/** Keeps what was decided about each locality by one criterion. */
export async function keepDecisions(
  db: Db,
  { criterionId, decisions }: { criterionId: string; decisions: readonly SelectionDecision[] },
  { programme, staffId, now }: Doing,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programme.id);
    await replaceDecisions(tx, { programmeId: programme.id, criterionId, decisions });
    await insertAuditEvent(tx, {
      programmeId: programme.id,
      at: now,
      actor: staffId,
      action: "decided-selection",
      subject: criterionId,
      detail: { decisions: decisions.length },
    });
  });
}
