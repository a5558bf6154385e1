import type { Context } from "hono";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { rememberBrowser } from "../../../db/queries/known-browsers.ts";
import { insertSignInStep } from "../../../db/queries/sign-in-steps.ts";
import type { StaffAccount } from "../../../db/queries/staff-accounts.ts";
import {
  deleteOverdueSessions,
  deleteSession,
  insertSession,
} from "../../../db/queries/staff-sessions.ts";
import type { SignInMethod } from "../../domain/staff/sign-in-method.ts";
import { languages } from "../../domain/text.ts";
import { rememberLanguage } from "../../http/language.ts";
import {
  hashOf,
  idleLimit,
  newSecret,
  readSessionCookie,
  sessionHours,
  writeSessionCookie,
} from "../../http/session.ts";
import { deviceOf } from "./device.ts";
import { knownBrowserHash, type StaffDeps, writeSignInCookie } from "./staff-deps.ts";

const stepMinutes = 10;
const browserDays = 180;

/** The browser at the door: what it held before, and what it is called in the list of sessions. */
export interface Browser {
  hash: Buffer;
  device: string;
  /** A session that it already holds ends when a new one begins: no cookie from before is worth anything after. */
  earlierSession: string | undefined;
}

export function browserOf(c: Context, isHttps: boolean): Browser {
  return {
    hash: knownBrowserHash(c, isHttps),
    device: deviceOf(c.req.header("user-agent") ?? ""),
    earlierSession: readSessionCookie(c, isHttps),
  };
}

export type Admission =
  | { outcome: "signed-in"; secret: string; language: string }
  | { outcome: "second-step"; secret: string };

interface Proof {
  account: StaffAccount;
  method: SignInMethod;
  browser: Browser;
  now: Date;
}

/**
 * Lets somebody in who proved who they are; by a password or a link alone, those with a second factor are asked for it
 * first. Call it inside the transaction that takes the proof, so that a proof is used up and a session there at once.
 */
export async function admit(db: Db, proof: Proof): Promise<Admission> {
  const { account, method, now } = proof;
  const isOneFactor = method === "password" || method === "link";
  if (!isOneFactor || !account.totpConfirmedAt) return await beginSession(db, proof);
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + stepMinutes * 60_000);
  const step = { tokenHash: hash, kind: "second-factor" as const, method, expiresAt };
  await insertSignInStep(db, { ...step, staffUserId: account.id });
  return { outcome: "second-step", secret };
}

/** Begins a session with a token of its own. */
export async function beginSession(db: Db, proof: Proof): Promise<Admission> {
  const { account, method, browser, now } = proof;
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await deleteOverdueSessions(db, { now, seenBefore: idleLimit(now) });
  if (browser.earlierSession) await deleteSession(db, hashOf(browser.earlierSession));
  const session = { tokenHash: hash, staffUserId: account.id, now, expiresAt };
  await insertSession(db, { ...session, method, device: browser.device });
  await rememberBrowser(db, {
    staffUserId: account.id,
    tokenHash: browser.hash,
    now,
    forgetBefore: new Date(now.getTime() - browserDays * 86_400_000),
  });
  await insertAuditEvent(db, {
    at: now,
    actor: account.id,
    action: "signed-in",
    detail: { method },
  });
  return { outcome: "signed-in", secret, language: account.language };
}

/** Gives the browser what it needs to go on, and the address it goes on to. */
export function giveAdmission(
  c: Context,
  { isHttps }: Pick<StaffDeps, "isHttps">,
  admission: Admission,
): string {
  if (admission.outcome === "second-step") {
    writeSignInCookie(c, "step", { value: admission.secret, isHttps });
    return "/sign-in/second-step";
  }
  writeSignInCookie(c, "step", { value: "", isHttps });
  writeSessionCookie(c, admission.secret, isHttps);
  const language = languages.find((one) => one === admission.language);
  if (language) rememberLanguage(c, language);
  return "/programmes";
}
