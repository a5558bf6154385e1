import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** What staff or the system did: ids and reasons, never a name, a contact or an answer. */
export interface AuditEntry {
  programmeId?: string;
  at: Date;
  /** A staff user's id, or "system". */
  actor: string;
  action: string;
  subject?: string;
  reason?: string;
  detail?: Record<string, string | number | boolean>;
}

const chainStart = "0".repeat(64);
/** Any number, the same everywhere: whoever appends to the chain holds this lock until the transaction ends. */
const chainLock = 7_305_001;

/** Appends one event to the hash chain; call it inside the transaction of the deed itself. */
export async function insertAuditEvent(db: Db, entry: AuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(db);
  const last = await db
    .selectFrom("audit_event")
    .select("hash")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const previousHash = last?.hash ?? chainStart;
  await db
    .insertInto("audit_event")
    .values({
      programme_id: entry.programmeId ?? null,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject ?? "",
      reason: entry.reason ?? "",
      detail: json(entry.detail ?? {}),
      previous_hash: previousHash,
      hash: hashOfEntry(entry, previousHash),
    })
    .execute();
}

/** The first event whose hash does not follow from the one before it; undefined when the chain is whole. */
export async function findBrokenAuditEvent(db: Db): Promise<number | undefined> {
  const rows = await db.selectFrom("audit_event").selectAll().orderBy("id").execute();
  let previousHash = chainStart;
  for (const row of rows) {
    const entry: AuditEntry = {
      programmeId: row.programme_id ?? undefined,
      at: row.at,
      actor: row.actor,
      action: row.action,
      subject: row.subject,
      reason: row.reason,
      detail: row.detail as AuditEntry["detail"],
    };
    if (row.previous_hash !== previousHash || row.hash !== hashOfEntry(entry, previousHash)) {
      return row.id;
    }
    previousHash = row.hash;
  }
  return undefined;
}

function hashOfEntry(entry: AuditEntry, previousHash: string): string {
  const detail = Object.entries(entry.detail ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    previousHash,
    entry.programmeId ?? "",
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.subject ?? "",
    entry.reason ?? "",
    detail,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
