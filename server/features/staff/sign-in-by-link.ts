import type { Db } from "../../../db/connect.ts";
import { findSignInLink, type OpenLink, useSignInLink } from "../../../db/queries/sign-in-links.ts";
import { findAccount } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { hashOf } from "../../http/session.ts";
import { type Admission, admit, type Browser } from "./admit.ts";

export interface LinkState {
  link: OpenLink;
  /** Whether it was asked for in another browser, in which alone it works. */
  isElsewhere: boolean;
}

/** A link that still opens, or a Problem. Looking uses nothing up. */
export async function getLink(
  db: Db,
  { token, browserHash, now }: { token: string; browserHash: Buffer | undefined; now: Date },
): Promise<LinkState> {
  const link = await findSignInLink(db, hashOf(token), now);
  if (!link) throw new Problem("sign-in-link-used");
  const isElsewhere = link.browserHash !== null && !browserHash?.equals(link.browserHash);
  return { link, isElsewhere };
}

export type LinkOutcome =
  | { outcome: "elsewhere" }
  | { outcome: "used"; admission: Admission; isInvitation: boolean };

/** Uses a one-time link up and lets its person in, in one transaction. */
export async function signInByLink(
  db: Db,
  { token, browser, now }: { token: string; browser: Browser; now: Date },
): Promise<LinkOutcome> {
  return await inTransaction(db, async (tx) => {
    const { link, isElsewhere } = await getLink(tx, { token, browserHash: browser.hash, now });
    if (isElsewhere) return { outcome: "elsewhere" };
    const isFirst = await useSignInLink(tx, hashOf(token), now);
    const account = await findAccount(tx, link.staffUserId);
    if (!isFirst || !account) throw new Problem("sign-in-link-used");
    const admission = await admit(tx, { account, method: "link", browser, now });
    return { outcome: "used", admission, isInvitation: link.kind === "invitation" };
  });
}
