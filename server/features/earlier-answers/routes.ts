import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** Answers of an earlier survey, imported. */
export function earlierAnswersRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
