import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { generalLink, type LinkMaking } from "./letter-links.ts";

/** The general links of localities, to be copied; made where they do not open anything yet. */
export async function makeLocalityLinks(
  db: Db,
  making: LinkMaking & {
    localities: readonly { id: string; nominative: string }[];
    madeBy: string;
    now: Date;
  },
): Promise<{ locality: string; url: string }[]> {
  const { programmeId, now, madeBy } = making;
  return await inTransaction(db, async (tx) => {
    const links = [];
    for (const { id, nominative } of making.localities) {
      links.push({ locality: nominative, url: await generalLink(tx, making, id) });
    }
    const about = { programmeId, at: now, actor: madeBy };
    await insertAuditEvent(tx, { ...about, action: "made-locality-links" });
    return links;
  });
}
