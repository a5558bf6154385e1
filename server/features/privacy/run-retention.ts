import { listDestroyedKeys, listRetentionDue } from "../../../db/queries/retention.ts";
import type { Deps } from "../../deps.ts";
import { dueDestructions } from "../../domain/retention/retention.ts";
import { destroy } from "./destroy.ts";

export type RetentionDeps = Pick<Deps, "db" | "now" | "linkKeys">;

/** Destroys, in every programme, what its dates say; called by the clock. Returns how much was destroyed. */
export async function runRetention({ db, now, linkKeys }: RetentionDeps): Promise<number> {
  const moment = now();
  let destroyed = 0;
  for (const { programmeId, today, ...state } of await listRetentionDue(db, moment)) {
    for (const kind of dueDestructions(state, today)) {
      await destroy(db, { programmeId, kind, now: moment, doneBy: null, reason: "date-reached" });
      destroyed += 1;
    }
  }
  await destroyLinkKeys({ db, linkKeys });
  return destroyed;
}

/**
 * With the key between people and codes goes the secret that personal links were made with. It lies outside the
 * database, which no transaction holds, so it goes right after, and again with the clock should that have failed.
 */
export async function destroyLinkKeys({
  db,
  linkKeys,
}: Pick<RetentionDeps, "db" | "linkKeys">): Promise<void> {
  for (const programmeId of await listDestroyedKeys(db)) await linkKeys.destroy(programmeId);
}
