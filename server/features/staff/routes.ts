import { Hono } from "hono";
import { startPage } from "../../../web/pages/staff/start.tsx";
import type { Deps } from "../../deps.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { accountRoutes } from "./account-routes.ts";
import { openIdRoutes } from "./open-id-routes.ts";
import { setUpRoutes } from "./set-up-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { staffDeps } from "./staff-deps.ts";
import { teamRoutes } from "./team-routes.ts";

/** The front page; coming in and going out; one's own account; the people of an organisation; the first set-up. */
export function staffRoutes(given: Deps): Hono {
  const deps = staffDeps(given);
  const routes = new Hono();

  routes.get("/", (c) => {
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return c.html(startPage({ language: languageOf(c), styleUrl: deps.styleUrl }));
  });

  routes.route("/", setUpRoutes(deps));
  // Before the addresses that end in any token.
  routes.route("/", openIdRoutes(deps));
  routes.route("/", signInRoutes(deps));
  routes.route("/", accountRoutes(deps));
  routes.route("/", teamRoutes(deps));
  return routes;
}
