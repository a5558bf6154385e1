import { Hono } from "hono";
import { gatherSetupFacts } from "../../../db/queries/setup-facts.ts";
import { setupOverviewPage } from "../../../web/pages/setup/overview-page.tsx";
import type { Deps } from "../../deps.ts";
import { openingGaps, reportSteps } from "../../domain/setup/steps.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { type Desk, frameOf, getDoing } from "./desk.ts";
import { entryRoutes } from "./entry-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { manyRoutes } from "./many-routes.ts";
import { noticeRoutes } from "./notice-routes.ts";
import { planningRoutes } from "./planning-routes.ts";
import { questionnaireStepRoutes } from "./questionnaire-step-routes.ts";
import { recordRoutes } from "./record-routes.ts";
import { startRoutes } from "./start-routes.ts";
import { waveRoutes } from "./wave-routes.ts";

/** The guided path on which a programme is made and set up. Its steps can be taken in any order. */
export function setupRoutes(deps: Deps): Hono<StaffEnv> {
  const desk: Desk = { deps, db: deps.db };
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db: deps.db, now: deps.now, isHttps });
  for (const path of [
    "/programmes/new",
    "/programmes/:slug/setup",
    "/programmes/:slug/setup/*",
    "/programmes/:slug/visions/*",
    "/programmes/:slug/publicity/*",
  ]) {
    routes.use(path, guard);
  }

  routes.get("/programmes/:slug/setup", async (c) => {
    const doing = await getDoing(desk, c);
    const facts = await gatherSetupFacts(deps.db, doing.programme);
    const frame = frameOf(desk, doing);
    return c.html(
      setupOverviewPage({ frame, reports: reportSteps(facts), openingGaps: openingGaps(facts) }),
    );
  });

  // What has an address of its own stands before the steps that share a form of address.
  routes.route("/", startRoutes(desk));
  routes.route("/", recordRoutes(desk));
  routes.route("/", planningRoutes(desk));
  routes.route("/", noticeRoutes(desk));
  routes.route("/", questionnaireStepRoutes(desk));
  routes.route("/", waveRoutes(desk));
  routes.route("/", fileRoutes(desk));
  routes.route("/", manyRoutes(desk));
  routes.route("/", entryRoutes(desk));
  return routes;
}
