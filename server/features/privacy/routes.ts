import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The data protection desk. */
export function privacyRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
