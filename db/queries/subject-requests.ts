import { sql } from "kysely";
import type { RequestKind, RequestOutcome } from "../../server/domain/retention/subject-request.ts";
import type { Db } from "../connect.ts";

export interface SubjectRequest {
  id: string;
  number: number;
  kind: RequestKind;
  receivedOn: string;
  dueOn: string;
  note: string;
  openedAt: Date;
  outcome: RequestOutcome | null;
  answer: string;
  handledAt: Date | null;
}

const columns = [
  "id",
  "number",
  "kind",
  "received_on as receivedOn",
  "due_on as dueOn",
  "note",
  "opened_at as openedAt",
  "outcome",
  "answer",
  "handled_at as handledAt",
] as const;

/** Writes a request down under the programme's next number. Two at once get two numbers. */
export async function insertSubjectRequest(
  db: Db,
  request: {
    programmeId: string;
    kind: RequestKind;
    receivedOn: string;
    dueOn: string;
    note: string;
    openedBy: string;
    now: Date;
  },
): Promise<{ id: string; number: number }> {
  await sql`select from programme where id = ${request.programmeId} for update`.execute(db);
  return await db
    .insertInto("subject_request")
    .values({
      programme_id: request.programmeId,
      number: sql<number>`1 + coalesce((
        select max(number) from subject_request where programme_id = ${request.programmeId}
      ), 0)`,
      kind: request.kind,
      received_on: request.receivedOn,
      due_on: request.dueOn,
      note: request.note,
      opened_by: request.openedBy,
      opened_at: request.now,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** Those still to be answered first, the most urgent on top. */
export async function listSubjectRequests(db: Db, programmeId: string): Promise<SubjectRequest[]> {
  return await db
    .selectFrom("subject_request")
    .select(columns)
    .where("programme_id", "=", programmeId)
    .orderBy(sql`outcome is not null`)
    .orderBy("due_on")
    .orderBy("number")
    .execute();
}

export async function findSubjectRequest(
  db: Db,
  key: { programmeId: string; id: string },
): Promise<SubjectRequest | undefined> {
  return await db
    .selectFrom("subject_request")
    .select(columns)
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .executeTakeFirst();
}

/** Ends a request that is still open. False when it was ended before. */
export async function endSubjectRequest(
  db: Db,
  end: {
    programmeId: string;
    id: string;
    outcome: RequestOutcome;
    answer: string;
    handledBy: string;
    now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("subject_request")
    .set({
      outcome: end.outcome,
      answer: end.answer,
      handled_by: end.handledBy,
      handled_at: end.now,
    })
    .where("programme_id", "=", end.programmeId)
    .where("id", "=", end.id)
    .where("outcome", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
