import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The guided path on which a programme is set up. */
export function setupRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
