import { type Context, Hono } from "hono";
import { z } from "zod";
import { listLocalities } from "../../../db/queries/programmes.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffRole } from "../../domain/words.ts";
import { type Access, getAccess, getLocalAccess, keepReached } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { makeApiToken, withdrawApiToken } from "./api/make-token.ts";
import { apiRoutes } from "./api/routes.ts";
import { drawChart, drawFigure } from "./draw-figure.ts";
import { newResultsShelves, type ResultsShelves } from "./load-results.ts";
import { progressReader, type ReadProgress } from "./read-progress.ts";
import { showApi } from "./show-api.ts";
import { findComparison, showComparison } from "./show-comparison.ts";
import { showAnswers, showLocality, showQuality, showScale } from "./show-figures.ts";
import { type PageInput, showOverview } from "./show-overview.ts";
import { streamProgress } from "./stream-progress.ts";
import { chooseQuotation } from "./themes/choose-quotation.ts";
import { addTheme, markThemes, mergeThemes, openAnswers } from "./themes/mark-themes.ts";
import { showReview, showThemes } from "./themes/show-themes.ts";
import { watchProgress } from "./watch-progress.ts";
import { writeFigure, writeTable } from "./write-figure.ts";
import { writeNote } from "./write-note.ts";

/** Released figures hold nobody's answers: whoever reads a programme's results may see them; data entry alone may not. */
const readers: readonly StaffRole[] = ["evaluator", "organiser", "data", "funder"];

const fileQuerySchema = z.object({
  figure: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  variant: z.enum(["excel", "raw"]).default("excel"),
  /** What the programme is compared with, where the figure compares. */
  with: z.string().max(80).optional(),
});

type Given = Pick<Deps, "db" | "now" | "assets" | "log" | "publicUrl" | "render">;
type Needs = Given & Kept;

/** What the handlers of results share beside what the application gives them. */
interface Kept {
  readProgress: ReadProgress;
  shelves: ResultsShelves;
}

/** Results: an overview, one page a scale and a locality, every table as a file, and news while answering goes on. */
export function dashboardRoutes(deps: Given, progressMilliseconds = 5_000): Hono<StaffEnv> {
  const isHttps = deps.publicUrl?.protocol === "https:";
  const staff = requireStaff({ db: deps.db, now: deps.now, isHttps });
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/results/*", staff);
  routes.use("/programmes/:slug/results.csv", staff);
  routes.use("/programmes/:slug/results.svg", staff);
  routes.use("/programmes/:slug/progress", staff);
  routes.use("/programmes/:slug/notes", staff);
  routes.use("/programmes/:slug/api/*", staff);
  routes.use("/programmes/:slug/open-answers/*", staff);
  const kept: Kept = {
    readProgress: progressReader(deps.db, deps.now),
    shelves: newResultsShelves(),
  };
  const needs = { ...deps, ...kept };
  addPages(routes, needs);
  addData(routes, needs, progressMilliseconds);
  addNotes(routes, needs);
  addTokens(routes, needs);
  addReview(routes, needs);
  routes.route("/", apiRoutes(needs, readers));
  return routes;
}

/** Each of these keeps to the localities of those whose role is for some only. */
function addPages(routes: Hono<StaffEnv>, deps: Needs): void {
  const { db, readProgress } = deps;
  const inputOf = (c: ResultsContext) => localPageInput(c, deps);
  routes.get("/programmes/:slug/results", async (c) =>
    c.html(await showOverview(db, { ...(await inputOf(c)), readProgress })),
  );
  routes.get("/programmes/:slug/results/compare", async (c) => {
    const comparing = { staffId: c.get("staff").id, readers, slug: c.req.query("with") };
    return c.html(await showComparison(db, await inputOf(c), comparing));
  });
  routes.get("/programmes/:slug/results/answers", async (c) =>
    c.html(await showAnswers(db, await inputOf(c))),
  );
  routes.get("/programmes/:slug/results/quality", async (c) =>
    c.html(await showQuality(db, await inputOf(c))),
  );
  routes.get("/programmes/:slug/results/themes", async (c) =>
    c.html(await showThemes(db, await inputOf(c))),
  );
  routes.get("/programmes/:slug/results/:scale", async (c) =>
    c.html(await showScale(db, await inputOf(c), c.req.param("scale"))),
  );
  routes.get("/programmes/:slug/results/localities/:locality", async (c) =>
    c.html(await showLocality(db, await inputOf(c), c.req.param("locality"))),
  );
}

function addData(routes: Hono<StaffEnv>, deps: Needs, progressMilliseconds: number): void {
  const { db, shelves } = deps;
  const watch = watchProgress(deps, progressMilliseconds);

  routes.get("/programmes/:slug/results.csv", async (c) => {
    const { programme, reach } = await localAccessOf(c, deps);
    const query = fileQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new Problem("not-found");
    const { figure: figureKey, variant } = query.data;
    const language = languageOf(c);
    const compared = query.data.with === undefined ? undefined : await comparedBy(c, deps);
    const file = compared
      ? writeTable(compared.figure, { programme: compared.programme, variant, language })
      : await writeFigure(db, { programme, reach, shelves, figureKey, variant, language });
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${file.name}"`);
    return c.body(new Uint8Array(file.content));
  });

  routes.get("/programmes/:slug/results.svg", async (c) => {
    const { programme, reach } = await localAccessOf(c, deps);
    const query = fileQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new Problem("not-found");
    const figureKey = query.data.figure;
    const wanted = { programme, reach, shelves, figureKey, language: languageOf(c) };
    const compared = query.data.with === undefined ? undefined : await comparedBy(c, deps);
    const file = compared
      ? await drawChart(deps.render, compared.figure, { ...wanted, programme: compared.programme })
      : await drawFigure(db, deps.render, wanted);
    c.header("content-type", "image/svg+xml");
    c.header("content-disposition", `attachment; filename="${file.name}"`);
    return c.body(new Uint8Array(file.content));
  });

  routes.get("/programmes/:slug/progress", async (c) => {
    const { programme, reach } = await localAccessOf(c, deps);
    const localities = keepReached(await listLocalities(db, programme.id), { reach });
    const language = languageOf(c);
    return streamProgress(c, { watch, programmeId: programme.id, reach, localities, language });
  });
}

function addNotes(routes: Hono<StaffEnv>, deps: Needs): void {
  routes.post("/programmes/:slug/notes", async (c) => {
    const { programme } = await accessOf(c, deps, ["evaluator"]);
    const path = await writeNote(deps.db, {
      programmeId: programme.id,
      staffUserId: c.get("staff").id,
      form: await c.req.parseBody(),
      now: deps.now(),
      shelves: deps.shelves,
    });
    return c.redirect(`/programmes/${programme.slug}/${path}`, 303);
  });
}

function addTokens(routes: Hono<StaffEnv>, deps: Needs): void {
  const { db } = deps;
  const inputOf = async (c: ResultsContext) => ({
    ...(await localPageInput(c, deps)),
    staffUserId: c.get("staff").id,
    origin: originOf(deps.publicUrl, c.req.url),
    now: deps.now(),
  });
  routes.get("/programmes/:slug/api", async (c) => c.html(await showApi(db, await inputOf(c))));

  // The one answer that holds the token is the page itself: an address to come back to would have to carry it.
  routes.post("/programmes/:slug/api/tokens", async (c) => {
    const input = await inputOf(c);
    const owner = { programmeId: input.programme.id, staffUserId: input.staffUserId };
    const form = await c.req.parseBody();
    const made = await makeApiToken(db, { ...owner, form, now: input.now });
    return c.html(await showApi(db, { ...input, made }));
  });

  routes.post("/programmes/:slug/api/tokens/:id/revocation", async (c) => {
    const { programme, staffUserId, now } = await inputOf(c);
    const owner = { programmeId: programme.id, staffUserId };
    await withdrawApiToken(db, { ...owner, id: c.req.param("id"), now });
    return c.redirect(`/programmes/${programme.slug}/api`, 303);
  });
}

/** People's own words: for the person responsible for the data alone, and only after a reason. */
function addReview(routes: Hono<StaffEnv>, deps: Needs): void {
  const { db } = deps;
  const responsible: readonly StaffRole[] = ["data"];
  const path = "/programmes/:slug/open-answers/:item";
  const verbs = {
    openings: openAnswers,
    themes: addTheme,
    mergers: mergeThemes,
    marks: markThemes,
  };

  routes.get(path, async (c) => {
    const input = await pageInput(c, deps, responsible);
    const asked = { itemKey: c.req.param("item"), staffUserId: c.get("staff").id, now: deps.now() };
    return c.html(await showReview(db, { ...input, ...asked }));
  });
  routes.post(`${path}/quotations`, async (c) => {
    const input = await pageInput(c, deps, responsible);
    const itemKey = c.req.param("item");
    const asked = { itemKey, staffUserId: c.get("staff").id, now: deps.now() };
    const form = await c.req.parseBody();
    const outcome = await chooseQuotation(db, { programme: input.programme, form, ...asked });
    if (!outcome.stored) {
      return c.html(await showReview(db, { ...input, ...asked, sent: outcome.sent }), 422);
    }
    const place = `/programmes/${input.programme.slug}/open-answers/${itemKey}`;
    return c.redirect(`${place}#a${outcome.number}`, 303);
  });
  for (const [name, verb] of Object.entries(verbs)) {
    routes.post(`/programmes/:slug/open-answers/:item/${name}`, async (c) => {
      const { programme } = await accessOf(c, deps, responsible);
      const itemKey = c.req.param("item");
      const form = await c.req.parseBody({ all: true });
      const marking = { programme, itemKey, staffUserId: c.get("staff").id, form, now: deps.now() };
      const number = await verb(db, marking);
      const place = number ? `#a${number}` : "";
      return c.redirect(`/programmes/${programme.slug}/open-answers/${itemKey}${place}`, 303);
    });
  }
}

/** The figure that compares, for whoever may read both; the programme is marked as invented where either is. */
async function comparedBy(c: ResultsContext, deps: Needs) {
  const { programme, reach } = await localAccessOf(c, deps);
  const comparing = { staffId: c.get("staff").id, readers, slug: c.req.query("with") };
  const input = { programme, reach, shelves: deps.shelves, language: languageOf(c) };
  const { figure, kind } = await findComparison(deps.db, input, comparing);
  return { figure, programme: { ...programme, kind } };
}

async function pageInput(
  c: ResultsContext,
  deps: Needs,
  roles: readonly StaffRole[],
): Promise<PageInput> {
  return { ...pageFrame(c, deps), ...(await accessOf(c, deps, roles)) };
}

async function localPageInput(c: ResultsContext, deps: Needs): Promise<PageInput> {
  return { ...pageFrame(c, deps), ...(await localAccessOf(c, deps)) };
}

function pageFrame(c: ResultsContext, deps: Needs) {
  const language = languageOf(c);
  if (c.req.query("language")) rememberLanguage(c, language);
  return {
    styleUrl: deps.assets.url("web/styles/main.css"),
    scriptUrl: deps.assets.url("web/browser/dashboard.ts"),
    language,
    shelves: deps.shelves,
  };
}

function localAccessOf(c: ResultsContext, { db }: Needs): Promise<Access> {
  return getLocalAccess(db, { staff: c.get("staff"), slug: c.req.param("slug"), roles: readers });
}

type ResultsContext = Context<StaffEnv, "/programmes/:slug/*">;

function accessOf(c: ResultsContext, { db }: Needs, roles: readonly StaffRole[]): Promise<Access> {
  return getAccess(db, { staff: c.get("staff"), slug: c.req.param("slug"), roles });
}
