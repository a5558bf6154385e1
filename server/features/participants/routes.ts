import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { addAttendanceRoutes } from "./attendance-routes.ts";
import { addCompletionRoutes } from "./completion-routes.ts";
import { addImportRoutes } from "./import-routes.ts";
import { addListRoutes, addPersonRoutes } from "./list-routes.ts";

/** The list of participants: import, merging, attendance, and who still lacks what. */
export function participantRoutes(deps: Deps): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db: deps.db, now: deps.now, isHttps });
  for (const place of ["participants", "attendance", "completion"]) {
    routes.use(`/programmes/:slug/${place}`, guard);
    routes.use(`/programmes/:slug/${place}/*`, guard);
  }
  addListRoutes(routes, deps);
  addImportRoutes(routes, deps);
  addPersonRoutes(routes, deps);
  addAttendanceRoutes(routes, deps);
  addCompletionRoutes(routes, deps);
  return routes;
}
