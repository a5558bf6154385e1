import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { deskRoutes } from "./desk-routes.ts";
import { recordRoutes } from "./record-routes.ts";
import { requestRoutes } from "./request-routes.ts";

/** The data protection desk. */
export function privacyRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/privacy/*", requireStaff({ db, now, isHttps }));
  routes.route("/", deskRoutes(deps));
  routes.route("/", requestRoutes(deps));
  routes.route("/", recordRoutes(deps));
  return routes;
}
