import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** Invitations and reminders. */
export function mailingRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
