import { hash, randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Db } from "../../db/connect.ts";
import { findStaffBySession, type Staff } from "../../db/queries/staff.ts";
import { Problem } from "../domain/problem.ts";

export const sessionHours = 12;

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

/** Lets signed-in staff through and tells the handler who it is. */
export function requireStaff(deps: {
  db: Db;
  now: () => Date;
  isHttps: boolean;
}): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    // Several features guard addresses of their own; whoever came through once is known.
    if (c.get("staff")) return await next();
    const secret = readSessionCookie(c, deps.isHttps);
    const staff = secret && (await findStaffBySession(deps.db, hashOf(secret), deps.now()));
    if (!staff) throw new Problem("sign-in-needed");
    c.set("staff", staff);
    await next();
  };
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
