import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The questionnaire editor, its library, and questionnaires from and for other systems. */
export function questionnaireRoutes(_deps: Deps): Hono<StaffEnv> {
  return new Hono<StaffEnv>();
}
