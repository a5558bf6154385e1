import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** What came late or went wrong, and what it does to releases. */
export function correctionRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
