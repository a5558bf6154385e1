import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { lockPeople } from "../../../db/queries/participant-imports.ts";
import {
  findPersonTraces,
  lockEnrolmentsOf,
  type PersonTraces,
} from "../../../db/queries/person-traces.ts";
import { deletePerson } from "../../../db/queries/subject-data.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { getOwnPerson, type Saving } from "./save-participant.ts";

/** Whether somebody was merely written down: nothing has happened that the programme has to answer for. */
export function isMerelyListed(traces: PersonTraces): boolean {
  return Object.values(traces).every((has) => !has);
}

/**
 * Takes somebody off the list who was entered by mistake. Who has a card, a certificate, a mark of attendance or a letter
 * is erased at the data protection desk alone, where the request and its proof are kept: that is a Problem here.
 */
export async function removePerson(db: Db, saving: Saving, id: string): Promise<void> {
  const { programmeId, savedBy, now } = saving;
  await inTransaction(db, async (tx) => {
    await lockPeople(tx, programmeId);
    await lockEnrolmentsOf(tx, { programmeId, id });
    await getOwnPerson(tx, saving, id);
    const traces = await findPersonTraces(tx, { programmeId, id });
    if (!isMerelyListed(traces)) throw new Problem("conflict");
    if (!(await deletePerson(tx, { programmeId, personId: id }))) throw new Problem("not-found");
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: savedBy,
      action: "removed-person",
      subject: id,
    });
  });
}
