import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Deps } from "../../deps.ts";
import { hashOf, newSecret } from "../../http/session.ts";
import { createPasswords, type Passwords } from "../../sign-in/passwords.ts";

/** What every verb about staff works with. */
export interface StaffDeps extends Deps {
  isHttps: boolean;
  passwords: Passwords;
  styleUrl: string;
}

export function staffDeps(deps: Deps): StaffDeps {
  return {
    ...deps,
    isHttps: deps.publicUrl?.protocol === "https:",
    passwords: createPasswords(),
    styleUrl: deps.assets.url("web/styles/main.css"),
  };
}

/** Letters with links need a mail server, and an address that no request can forge. */
export function canSendLetters({ mailer, publicUrl }: Pick<Deps, "mailer" | "publicUrl">): boolean {
  return mailer !== undefined && publicUrl !== undefined;
}

// Besides the session three cookies: `step` while a sign-in is half done, `browser` by which a browser is known again,
// and `openid` while somebody is away at their institution's sign-in.
export type SignInCookie = "step" | "browser" | "openid";

const seconds: Record<SignInCookie, number> = {
  step: 10 * 60,
  browser: 180 * 24 * 3600,
  openid: 10 * 60,
};

export function readSignInCookie(c: Context, name: SignInCookie, isHttps: boolean) {
  return getCookie(c, cookieName(name, isHttps));
}

export function writeSignInCookie(
  c: Context,
  name: SignInCookie,
  { value, isHttps }: { value: string; isHttps: boolean },
): void {
  setCookie(c, cookieName(name, isHttps), value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps,
    maxAge: value === "" ? 0 : seconds[name],
  });
}

/** The hash by which this browser is known; one that is new gets its cookie now. */
export function knownBrowserHash(c: Context, isHttps: boolean): Buffer {
  const known = readSignInCookie(c, "browser", isHttps);
  const value = known && /^[\w-]{43}$/.test(known) ? known : newSecret().secret;
  writeSignInCookie(c, "browser", { value, isHttps });
  return hashOf(value);
}

function cookieName(name: SignInCookie, isHttps: boolean): string {
  return isHttps ? `__Host-staff-${name}` : `staff-${name}`;
}
