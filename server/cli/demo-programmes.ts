import { sql } from "kysely";
import type { Db } from "../../db/connect.ts";
import { listDemoStaff, listTryOutProgrammes } from "../../db/queries/demo.ts";
import { insertCard } from "../../db/seed/cards.ts";
import { seedDemo } from "../../db/seed/demo.ts";
import { inTransaction } from "../../db/transaction.ts";
import { makeRelease } from "../features/programmes/make-release.ts";
import { makeSignInLink } from "../features/staff/make-sign-in-link.ts";

export interface PrintedLink {
  label: string;
  path: string;
}

const demoLock = 7_305_002;

/** Loads both demonstration programmes into a database that nobody has used yet. Returns whether it did. */
export async function loadDemo(db: Db, now: Date): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${demoLock})`.execute(tx);
    // Not "no programme": a demonstration that somebody removed does not come back.
    const existing = await tx.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
    if (existing) return false;
    const { programmeId } = await seedDemo(tx, now);
    await makeRelease(tx, { programmeId, madeBy: null, now, reason: "demonstration" });
    return true;
  });
}

/** New one-time links into the demonstration, for a participant, an evaluator and an organiser; none without one. */
export async function demoLinks(db: Db, now: Date): Promise<PrintedLink[]> {
  const links: PrintedLink[] = [];
  for (const tryOut of await listTryOutProgrammes(db)) {
    const { token } = await insertCard(db, { ...tryOut, now });
    links.push({
      label: "Dalyvio kortelė / a participant's card (try-out programme)",
      path: `/l/${token}`,
    });
  }
  for (const staff of await listDemoStaff(db)) {
    const path = await makeSignInLink(db, { staffUserId: staff.id, now });
    links.push({ label: `${staff.displayName} (one-time link)`, path });
  }
  return links;
}
