import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { forgetLanguage } from "../../http/language.ts";
import { hashOf } from "../../http/session.ts";

/**
 * What a participant's browser carries instead of a session: the very token of the card's link, or, where a code was
 * typed, a token made for it (never the code itself, which could be guessed here past the limit on typing), and the
 * key of the device that began the response. It opens nothing that the card itself would not open.
 */
export interface Credential {
  kind: "link" | "code";
  secret: string;
  deviceKey?: string;
}

const days = 24 * 3600;
const letterOf = { link: "l", code: "k" } as const;
/** A link is somebody's own; a code may have been typed on a lent device. */
const maxAge = { link: 90 * days, code: 2 * days } as const;

export function hashOfCredential(credential: Credential): Buffer {
  return hashOf(credential.secret);
}

/** Earlier answers are shown to the holder of the card's own link, and on the device that wrote them. */
export function canRead(credential: Credential, response: { deviceKey: string | null }): boolean {
  if (credential.kind === "link") return true;
  return response.deviceKey !== null && credential.deviceKey === response.deviceKey;
}

export function readCredential(c: Context, isHttps: boolean): Credential | undefined {
  const value = getCookie(c, cookieName(isHttps)) ?? "";
  const parts = /^([lk])\.([A-Za-z0-9_-]{20,64})(?:\.([0-9a-f-]{36}))?$/.exec(value);
  if (!parts) return undefined;
  const [, letter, secret = "", deviceKey] = parts;
  return { kind: letter === "l" ? "link" : "code", secret, deviceKey };
}

export function writeCredential(
  c: Context,
  { credential, accessCodeId }: { credential: Credential; accessCodeId: string },
  isHttps: boolean,
): void {
  const { kind, secret, deviceKey } = credential;
  const value = [letterOf[kind], secret, ...(deviceKey ? [deviceKey] : [])].join(".");
  const options = { ...attributes(isHttps), maxAge: maxAge[kind] };
  setCookie(c, cookieName(isHttps), value, options);
  setCookie(c, ownerCookie, ownerNameOf(accessCodeId), { ...options, httpOnly: false });
}

/**
 * The one cookie that scripts may read: under which name they keep unsent answers on the device, so that one person's
 * are never taken for another's. It opens nothing.
 */
const ownerCookie = "answers-of";

function ownerNameOf(accessCodeId: string): string {
  return hashOf(`answers of ${accessCodeId}`).toString("base64url").slice(0, 12);
}

/** Nothing of the person before is left in the browser; on a lent tablet, not even the language they chose. */
export function clearCredential(c: Context, isHttps: boolean): void {
  if (readKiosk(c)) forgetLanguage(c);
  deleteCookie(c, cookieName(isHttps), attributes(isHttps));
  deleteCookie(c, ownerCookie, { ...attributes(isHttps), httpOnly: false });
  deleteCookie(c, madeCookie, attributes(isHttps));
}

const madeCookie = "made-code";
const madeMaxAge = 600;

/**
 * The six values of a self-made code, carried to the one page that shows them: were they the answer to the form itself,
 * the back button of a lent tablet would offer to send the form again, and the next person would be let in as this one.
 */
export function writeMadeCode(c: Context, values: readonly string[], isHttps: boolean): void {
  const options = { ...attributes(isHttps), maxAge: madeMaxAge };
  setCookie(c, madeCookie, values.join("."), options);
}

/** Shown once, and gone. */
export function takeMadeCode(c: Context, isHttps: boolean): string[] | undefined {
  const values = getCookie(c, madeCookie)?.split(".");
  if (values) deleteCookie(c, madeCookie, attributes(isHttps));
  return values;
}

/** `__Host-` needs HTTPS and the path /; on a plain local network the cookie is kept to the pages of answering. */
function attributes(isHttps: boolean) {
  return {
    path: isHttps ? "/" : "/a",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps,
  } as const;
}

function cookieName(isHttps: boolean): string {
  return isHttps ? "__Host-answering" : "answering";
}

const placeMaxAge = 1 * days;

/** The token of a wall's link, kept while its scanner types a code. */
export function readPlaceToken(c: Context, isHttps: boolean): string | undefined {
  const token = getCookie(c, placeCookie(isHttps));
  return token && /^[A-Za-z0-9_-]{20,64}$/.test(token) ? token : undefined;
}

export function writePlaceToken(c: Context, token: string, isHttps: boolean): void {
  const options = { ...attributes(isHttps), path: isHttps ? "/" : "/k" };
  setCookie(c, placeCookie(isHttps), token, { ...options, maxAge: placeMaxAge });
}

/** A lent tablet, passed from hand to hand: everybody's traces go at the end, and when nobody touches it. */
export function readKiosk(c: Context): boolean {
  return getCookie(c, kioskCookie) === "on";
}

export function writeKiosk(c: Context, isOn: boolean, isHttps: boolean): void {
  const options = { ...attributes(isHttps), path: "/" };
  if (isOn) setCookie(c, kioskCookie, "on", { ...options, maxAge: placeMaxAge });
  else deleteCookie(c, kioskCookie, options);
}

const kioskCookie = "kiosk";

function placeCookie(isHttps: boolean): string {
  return isHttps ? "__Host-place" : "place";
}
