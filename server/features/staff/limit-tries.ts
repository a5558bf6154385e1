import { createHash } from "node:crypto";
import { countEvent, countedEvents } from "../../../db/queries/rate-limits.ts";
import { limitKeyOf } from "../../http/client-address.ts";
import type { StaffDeps } from "./staff-deps.ts";

export interface Limit {
  key: string;
  most: number;
  windowSeconds: number;
}

const quarter = 15 * 60;
const hour = 3600;

/** Whether somebody has used their tries up. Looking counts nothing. */
export async function isOverLimit(
  { db, now }: Pick<StaffDeps, "db" | "now">,
  limits: readonly Limit[],
): Promise<boolean> {
  for (const { key, most } of limits) {
    if ((await countedEvents(db, { key, now: now() })) >= most) return true;
  }
  return false;
}

export async function countTry(
  { db, now }: Pick<StaffDeps, "db" | "now">,
  limits: readonly Limit[],
): Promise<void> {
  for (const { key, windowSeconds } of limits) {
    await countEvent(db, { key, now: now(), windowSeconds });
  }
}

/**
 * Limits on wrong passwords: by address, by account from one address, and by account from anywhere. A browser in which
 * the same person signed in before has a limit of its own in their place, so that nobody else's tries lock it out.
 */
export function passwordLimits(tried: {
  email: string;
  address: string;
  browserHash: Buffer;
  isKnownBrowser: boolean;
}): Limit[] {
  const account = digest(tried.email.toLowerCase());
  if (tried.isKnownBrowser) {
    const key = `password ${account} browser ${tried.browserHash.toString("base64url")}`;
    return [{ key, most: 10, windowSeconds: quarter }];
  }
  const address = limitKeyOf(tried.address);
  return [
    { key: `password address ${address}`, most: 50, windowSeconds: quarter },
    { key: `password ${account} address ${address}`, most: 10, windowSeconds: quarter },
    { key: `password ${account}`, most: 100, windowSeconds: hour },
  ];
}

export function secondStepLimits(staffUserId: string): Limit[] {
  return [{ key: `second-step ${staffUserId}`, most: 30, windowSeconds: hour }];
}

/** Proving oneself again inside a session: whoever found it open gets no more tries than at the door. */
export function proofLimits(staffUserId: string): Limit[] {
  return [{ key: `proof ${staffUserId}`, most: 10, windowSeconds: quarter }];
}

export function letterLimits({ email, address }: { email: string; address: string }): Limit[] {
  return [
    { key: `letter ${digest(email.toLowerCase())}`, most: 5, windowSeconds: hour },
    { key: `letter address ${limitKeyOf(address)}`, most: 20, windowSeconds: hour },
  ];
}

export function challengeLimits(address: string): Limit[] {
  return [{ key: `passkey address ${limitKeyOf(address)}`, most: 100, windowSeconds: quarter }];
}

/** Limits know accounts apart without keeping addresses. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
