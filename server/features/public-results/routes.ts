import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The public results page. */
export function publicResultsRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
