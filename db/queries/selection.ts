import type { Db } from "../connect.ts";

/** What was decided about a locality by one criterion. */
export interface SelectionDecision {
  localityId: string;
  isMet: boolean;
  evidence: string;
  decidedOn: string;
}

export async function listDecisions(
  db: Db,
  { programmeId, criterionId }: { programmeId: string; criterionId: string },
): Promise<SelectionDecision[]> {
  return await db
    .selectFrom("selection_decision")
    .select(["locality_id as localityId", "is_met as isMet", "evidence", "decided_on as decidedOn"])
    .where("programme_id", "=", programmeId)
    .where("criterion_id", "=", criterionId)
    .execute();
}

/** Puts these decisions of a criterion in the place of those there were. */
export async function replaceDecisions(
  db: Db,
  {
    programmeId,
    criterionId,
    decisions,
  }: { programmeId: string; criterionId: string; decisions: readonly SelectionDecision[] },
): Promise<void> {
  await db
    .deleteFrom("selection_decision")
    .where("programme_id", "=", programmeId)
    .where("criterion_id", "=", criterionId)
    .execute();
  if (decisions.length === 0) return;
  const rows = decisions.map((decision) => ({
    programme_id: programmeId,
    criterion_id: criterionId,
    locality_id: decision.localityId,
    is_met: decision.isMet,
    evidence: decision.evidence,
    decided_on: decision.decidedOn,
  }));
  await db.insertInto("selection_decision").values(rows).execute();
}
