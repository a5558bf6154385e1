import { type Context, Hono } from "hono";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { findPublicResults } from "../../../db/queries/public-results.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { publicFragment } from "../../../web/pages/public-fragment.tsx";
import { publicResultsPage } from "../../../web/pages/public-results.tsx";
import { publicResultsDeskPage } from "../../../web/pages/public-results-desk.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { getAccess } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { loadPublicResults } from "./load-public-results.ts";
import { closeResults, openResults } from "./open-results.ts";

/** The page of results for everybody, once an organiser has opened it, and the desk where they do. */
export function publicResultsRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const staffOnly = requireStaff({ db, now: deps.now, isHttps });
  routes.use("/programmes/:slug/public-results", staffOnly);
  routes.use("/programmes/:slug/public-results/*", staffOnly);

  const access = async (c: Context<StaffEnv>) => {
    const slug = c.req.param("slug") ?? "";
    const { programme } = await getAccess(db, {
      staff: c.get("staff"),
      slug,
      roles: ["organiser"],
    });
    return programme;
  };

  routes.get("/r/:slug", async (c) => {
    const programme = await findProgrammeBySlug(db, c.req.param("slug"));
    const open = programme && (await findPublicResults(db, programme.id));
    if (!programme || !open || open.withdrawnAt !== null) throw new Problem("not-found");
    const language = languageOf(c);
    const { releaseNumber } = open;
    const results = await loadPublicResults(db, { programme, releaseNumber, language });
    // Nobody should find invented results by searching.
    if (results.isDemonstration) c.header("x-robots-tag", "noindex");
    c.header("vary", "accept-language, cookie");
    return c.html(
      publicResultsPage({ language, styleUrl, path: c.req.path, results, isPreview: false }),
    );
  });

  routes.get("/programmes/:slug/public-results", async (c) => {
    const programme = await access(c);
    const language = languageOf(c);
    const newest = (await findLatestRelease(db, programme.id))?.number ?? null;
    const found = await findPublicResults(db, programme.id);
    const open =
      found && found.withdrawnAt === null
        ? { releaseNumber: found.releaseNumber, since: found.publishedAt }
        : null;
    const address = `${originOf(deps.publicUrl, c.req.url)}/r/${programme.slug}`;
    const told = open?.releaseNumber ?? newest;
    const results =
      told === null
        ? null
        : await loadPublicResults(db, { programme, releaseNumber: told, language });
    const fragment = results && publicFragment(results, { language, address });
    return c.html(
      publicResultsDeskPage({ language, styleUrl, programme, newest, open, address, fragment }),
    );
  });

  routes.get("/programmes/:slug/public-results/preview", async (c) => {
    const programme = await access(c);
    const release = await findLatestRelease(db, programme.id);
    if (!release) throw new Problem("release-not-possible");
    const language = languageOf(c);
    const asked = { programme, releaseNumber: release.number, language };
    const results = await loadPublicResults(db, asked);
    return c.html(
      publicResultsPage({ language, styleUrl, path: c.req.path, results, isPreview: true }),
    );
  });

  routes.post("/programmes/:slug/public-results", async (c) => {
    const programme = await access(c);
    const deed = { programmeId: programme.id, staffUserId: c.get("staff").id, now: deps.now() };
    await openResults(db, deed);
    return c.redirect(`/programmes/${programme.slug}/public-results`, 303);
  });

  routes.post("/programmes/:slug/public-results/withdrawal", async (c) => {
    const programme = await access(c);
    const deed = { programmeId: programme.id, staffUserId: c.get("staff").id, now: deps.now() };
    await closeResults(db, deed);
    return c.redirect(`/programmes/${programme.slug}/public-results`, 303);
  });

  return routes;
}
