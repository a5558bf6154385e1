import type { Db } from "../../../db/connect.ts";
import { listRetentionDue } from "../../../db/queries/retention.ts";
import { dueDestructions } from "../../domain/retention/retention.ts";
import { destroy } from "./destroy.ts";

/** Destroys, in every programme, what its dates say; called by the clock. Returns how much was destroyed. */
export async function runRetention(db: Db, now: Date): Promise<number> {
  let destroyed = 0;
  for (const { programmeId, today, ...state } of await listRetentionDue(db, now)) {
    for (const kind of dueDestructions(state, today)) {
      await destroy(db, { programmeId, kind, now, doneBy: null, reason: "date-reached" });
      destroyed += 1;
    }
  }
  return destroyed;
}
