import { sql } from "kysely";
import type { Db } from "../connect.ts";

export interface AuditRow {
  id: number;
  at: Date;
  /** The name of somebody of the staff, "system", or an id of somebody who is no longer known. */
  actor: string;
  action: string;
  subject: string;
  reason: string;
  detail: Record<string, string | number | boolean>;
  hash: string;
}

/** Whether somebody did something, to one subject, on one day of a time zone. */
export async function isNotedOn(
  db: Db,
  deed: {
    programmeId: string;
    actor: string;
    action: string;
    subject: string;
    day: string;
    timeZone: string;
  },
): Promise<boolean> {
  const { rows } = await sql<{ isNoted: boolean }>`
    select exists (
      select from audit_event
      where programme_id = ${deed.programmeId}
        and actor = ${deed.actor}
        and action = ${deed.action}
        and subject = ${deed.subject}
        and (at at time zone ${deed.timeZone})::date = ${deed.day}::date
    ) as "isNoted"
  `.execute(db);
  return rows[0]!.isNoted;
}

/** What was done in a programme, newest first, a page at a time: `before` is the id that the last page ended with. */
export async function listAuditRows(
  db: Db,
  query: { programmeId: string; action?: string; before?: number; most: number },
): Promise<AuditRow[]> {
  return await db
    .selectFrom("audit_event")
    .leftJoin("staff_user", (join) =>
      join.on(sql`staff_user.id::text`, "=", sql.ref("audit_event.actor")),
    )
    .select([
      "audit_event.id as id",
      "audit_event.at as at",
      sql<string>`coalesce(staff_user.display_name, audit_event.actor)`.as("actor"),
      "audit_event.action as action",
      "audit_event.subject as subject",
      "audit_event.reason as reason",
      sql<AuditRow["detail"]>`audit_event.detail`.as("detail"),
      "audit_event.hash as hash",
    ])
    .where("audit_event.programme_id", "=", query.programmeId)
    .$if(query.action !== undefined, (q) => q.where("audit_event.action", "=", query.action!))
    .$if(query.before !== undefined, (q) => q.where("audit_event.id", "<", query.before!))
    .orderBy("audit_event.id", "desc")
    .limit(query.most)
    .execute();
}

/** The kinds of deeds that there are in a programme's log. */
export async function listAuditActions(db: Db, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("audit_event")
    .select("action")
    .distinct()
    .where("programme_id", "=", programmeId)
    .orderBy("action")
    .execute();
  return rows.map(({ action }) => action);
}
