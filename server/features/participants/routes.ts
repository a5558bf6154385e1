import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The list of participants: import, merging, attendance, and who still lacks what. */
export function participantRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
