import { Hono } from "hono";
import { setUpPage } from "../../../web/pages/staff/set-up.tsx";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { browserOf, giveAdmission } from "./admit.ts";
import { readText } from "./read-form.ts";
import { readSetUpForm, requireSetUpLink, type SetUpField, setUp, setUpFields } from "./set-up.ts";
import type { StaffDeps } from "./staff-deps.ts";

/** The page behind the link that the first start prints. Once somebody administers, it is gone. */
export function setUpRoutes(deps: StaffDeps): Hono {
  const { styleUrl } = deps;
  const routes = new Hono();
  const path = "/set-up/:token";

  routes.get(path, async (c) => {
    await requireSetUpLink(deps.db, c.req.param("token"), deps.now());
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    const frame = { language: languageOf(c), styleUrl, path: c.req.path };
    return c.html(setUpPage({ ...frame, typed: {}, mistakes: {} }));
  });

  routes.post(path, async (c) => {
    const token = c.req.param("token");
    await requireSetUpLink(deps.db, token, deps.now());
    const form = await c.req.parseBody();
    const typed = Object.fromEntries(
      setUpFields.map((field) => [field, readText(form, field)]),
    ) as Record<SetUpField, string>;
    const read = readSetUpForm(typed);
    const language = languageOf(c);
    if (!read.ok) {
      const frame = { language, styleUrl, path: c.req.path };
      return c.html(setUpPage({ ...frame, typed, mistakes: read.mistakes }), 422);
    }
    const browser = browserOf(c, deps.isHttps);
    const admission = await setUp(deps, { token, form: read.form, language, browser });
    return c.redirect(giveAdmission(c, deps, admission), 303);
  });
  return routes;
}
