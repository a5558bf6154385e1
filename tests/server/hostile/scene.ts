import type { Hono } from "hono";
import type { Db } from "../../../db/connect.ts";
import { insertSession } from "../../../db/queries/staff-sessions.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { newSecret } from "../../../server/http/session.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { aProgramme, aStaffUser, cardsOf, type TestProgramme } from "../../support/programme.ts";

export const now = new Date("2026-03-02T09:00:00Z");

const everyRole: readonly StaffRole[] = ["organiser", "data", "data-entry", "evaluator", "funder"];

/** From here every page of staff can be reached. */
export const everywhere = ["/programmes", "/programmes/bandymas", "/team", "/account"];

export interface HostileScene {
  app: Hono;
  deps: Deps;
  programme: TestProgramme;
  staffId: string;
  /** Somebody who may do everything. */
  visitor: Visitor;
  /** A way in for a browser. */
  link(): Promise<string>;
  card: { token: string; code: string };
  /** The secret of another session of theirs. */
  session(): Promise<string>;
}

/** A programme with people, cards and an open wave, and somebody signed in who may do everything there is. */
export async function aHostileScene(db: Db, options: Partial<Deps> = {}): Promise<HostileScene> {
  const deps = appDeps(db, { now: () => now, ...options });
  const app = createApp(deps);
  const programme = await aProgramme(db, now, { enrolled: { silute: 4, trakai: 3 } });
  const staffId = await aStaffUser(db, programme, everyRole);
  await db
    .updateTable("staff_user")
    .set({ is_administrator: true })
    .where("id", "=", staffId)
    .execute();
  const visitor = await signedIn(app, deps, staffId);
  const [card] = await cardsOf(db, programme, { locality: "silute", count: 1, now });
  const link = () => makeSignInLink(db, { staffUserId: staffId, now: deps.now() });
  const session = async () => {
    const { secret, hash } = newSecret();
    const expiresAt = new Date(now.getTime() + 3_600_000);
    await insertSession(db, { tokenHash: hash, staffUserId: staffId, now, expiresAt });
    return secret;
  };
  return { app, deps, programme, staffId, visitor, link, session, card: card! };
}
