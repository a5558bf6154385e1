import type { Db } from "../../../db/connect.ts";
import type { AuditEntry } from "../../../db/queries/audit.ts";
import { moveSheet } from "../../../db/queries/corrections.ts";
import { findInvitation } from "../../../db/queries/invitations.ts";
import { type CardInWave, findCardInWave } from "../../../db/queries/paper-entries.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { readAccessCode } from "../../domain/pairing/access-code.ts";
import { Problem } from "../../domain/problem.ts";
import type { WaveKind } from "../../domain/words.ts";
import { hashOf } from "../../http/session.ts";
import { makeReleaseIfNew } from "./make-release.ts";

/** Why a sheet cannot be moved, and which of the two codes it is about. */
export type MoveRefusal =
  | { field: "from" | "to"; why: "mistyped" | "unknown" }
  | { field: "from"; why: "no-sheet" | "not-paper" }
  | { field: "to"; why: "has-sheet" | "same-code" };

export interface Move {
  from: CardInWave;
  to: CardInWave;
}

interface Typed {
  programmeId: string;
  kind: WaveKind;
  from: string;
  to: string;
}

/** Looks at both codes without changing anything: what would be moved, or why it cannot be. */
export async function planMove(
  db: Db,
  typed: Typed,
): Promise<{ ok: true; move: Move } | { ok: false; refusal: MoveRefusal }> {
  const from = await findCard(db, typed, typed.from);
  if (typeof from === "string") return { ok: false, refusal: { field: "from", why: from } };
  const to = await findCard(db, typed, typed.to);
  if (typeof to === "string") return { ok: false, refusal: { field: "to", why: to } };
  const refusal = refusalOf({ from, to });
  return refusal ? { ok: false, refusal } : { ok: true, move: { from, to } };
}

async function findCard(
  db: Db,
  { programmeId, kind }: Typed,
  code: string,
): Promise<CardInWave | "mistyped" | "unknown"> {
  const typed = readAccessCode(code);
  if (!typed.ok) return "mistyped";
  const entry = await findInvitation(db, hashOf(typed.code));
  const isOwn = entry?.entryKind === "code" && entry.programmeId === programmeId;
  if (!isOwn) return "unknown";
  const { accessCodeId } = entry;
  return (await findCardInWave(db, { programmeId, kind, accessCodeId })) ?? "unknown";
}

function refusalOf({ from, to }: Move): MoveRefusal | undefined {
  if (from.response?.status !== "submitted") return { field: "from", why: "no-sheet" };
  if (from.response.channel !== "paper") return { field: "from", why: "not-paper" };
  if (from.accessCodeId === to.accessCodeId) return { field: "to", why: "same-code" };
  return to.response ? { field: "to", why: "has-sheet" } : undefined;
}

/** Moves the sheet with a reason. Figures change with the next release that tells of enough people, perhaps at once. */
export async function moveKeyedSheet(
  db: Db,
  order: {
    programmeId: string;
    kind: WaveKind;
    fromId: string;
    toId: string;
    reason: string;
    staffId: string;
    now: Date;
  },
): Promise<void> {
  const { programmeId, kind, staffId, now } = order;
  await inTransaction(db, async (tx) => {
    const from = await findCardInWave(tx, { programmeId, kind, accessCodeId: order.fromId });
    const to = await findCardInWave(tx, { programmeId, kind, accessCodeId: order.toId });
    if (!from || !to) throw new Problem("not-found");
    if (refusalOf({ from, to }) || !from.response) throw new Problem("conflict");
    const moved = await moveSheet(tx, { programmeId, responseId: from.response.id, from, to });
    if (!moved) throw new Problem("conflict");
    const deed: AuditEntry = {
      programmeId,
      at: now,
      actor: staffId,
      action: "moved-paper-sheet",
      subject: from.response.id,
      reason: order.reason,
      detail: { wave: kind, isOtherLocality: from.localityId !== to.localityId },
    };
    const releasing = { programmeId, madeBy: staffId, now, reason: "moved-sheet", deeds: [deed] };
    await makeReleaseIfNew(tx, releasing);
  });
}
