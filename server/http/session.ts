import { hash, randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { contextStorage } from "hono/context-storage";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Db } from "../../db/connect.ts";
import { findStaffBySession, type Staff, touchSession } from "../../db/queries/staff.ts";
import { Problem } from "../domain/problem.ts";

/** A session ends so long after it began, and so long after its last page; a working day with a lunch break fits. */
export const sessionHours = 12;
export const idleHours = 3;
/** How old the note of the last page may grow before it is written anew: not every page costs a write. */
const touchMinutes = 5;

/** What handlers behind `requireStaff` may rely on. */
export interface StaffEnv {
  Variables: { staff: Staff };
}

/** A secret of 256 random bits; only its hash is ever stored. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

export function hashOf(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

interface SessionDeps {
  db: Db;
  now: () => Date;
  isHttps: boolean;
}

const rememberPerson = contextStorage();

/** Lets signed-in staff through and tells the handler, and the frame of the page, who it is. */
export function requireStaff(deps: SessionDeps): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    // Several features guard addresses of their own; whoever came through once is known.
    if (c.get("staff")) return await next();
    const staff = await findSignedIn(deps, c);
    if (!staff) throw new Problem("sign-in-needed");
    c.set("staff", staff);
    await rememberPerson(c, next);
  };
}

/** Administrators of an organisation alone; to everybody else these pages do not exist. */
export function requireAdministrator(): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    if (!c.get("staff").isAdministrator) throw new Problem("not-found");
    await next();
  };
}

/** Whoever the request's cookie says is signed in, if anybody; notes now and then that the session is in use. */
export async function findSignedIn(
  { db, now, isHttps }: SessionDeps,
  c: Context,
): Promise<Staff | undefined> {
  const secret = readSessionCookie(c, isHttps);
  if (!secret) return undefined;
  const [tokenHash, at] = [hashOf(secret), now()];
  const staff = await findStaffBySession(db, { tokenHash, now: at, seenAfter: idleLimit(at) });
  if (staff && at.getTime() - staff.lastSeenAt.getTime() > touchMinutes * 60_000) {
    await touchSession(db, tokenHash, at);
  }
  return staff;
}

/** Sessions whose last page was before this moment are over. */
export function idleLimit(now: Date): Date {
  return new Date(now.getTime() - idleHours * 3_600_000);
}

export function readSessionCookie(c: Context, isHttps: boolean): string | undefined {
  return getCookie(c, cookieName(isHttps));
}

/** The cookie is `__Host-` over HTTPS; over plain HTTP on a local network browsers would not keep a secure one. */
export function writeSessionCookie(c: Context, secret: string, isHttps: boolean): void {
  setCookie(c, cookieName(isHttps), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps,
    maxAge: sessionHours * 3600,
  });
}

export function clearSessionCookie(c: Context, isHttps: boolean): void {
  deleteCookie(c, cookieName(isHttps), { path: "/", secure: isHttps });
}

function cookieName(isHttps: boolean): string {
  return isHttps ? "__Host-staff" : "staff";
}
