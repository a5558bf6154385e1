import { type Context, Hono } from "hono";
import { z } from "zod";
import { listLocalities } from "../../../db/queries/programmes.ts";
import { figurePath } from "../../../web/figures/results.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffRole } from "../../domain/words.ts";
import { type Access, getAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { showComparison } from "./show-comparison.ts";
import { showLocality, showScale } from "./show-figures.ts";
import { type PageInput, showOverview } from "./show-overview.ts";
import { streamProgress } from "./stream-progress.ts";
import { watchProgress } from "./watch-progress.ts";
import { writeFigure } from "./write-figure.ts";
import { writeNote } from "./write-note.ts";

/** Released figures hold nobody's answers: whoever reads a programme's results may see them; data entry alone may not. */
const readers: readonly StaffRole[] = ["evaluator", "organiser", "data", "funder"];

const fileQuerySchema = z.object({
  figure: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  variant: z.enum(["excel", "raw"]).default("excel"),
});

type Needs = Pick<Deps, "db" | "now" | "assets" | "log" | "publicUrl">;

/** Results: an overview, one page a scale and a locality, every table as a file, and news while answering goes on. */
export function dashboardRoutes(deps: Needs, progressMilliseconds = 5_000): Hono<StaffEnv> {
  const isHttps = deps.publicUrl?.protocol === "https:";
  const staff = requireStaff({ db: deps.db, now: deps.now, isHttps });
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/results/*", staff);
  routes.use("/programmes/:slug/results.csv", staff);
  routes.use("/programmes/:slug/progress", staff);
  routes.use("/programmes/:slug/notes", staff);
  addPages(routes, deps);
  addData(routes, deps, progressMilliseconds);
  addNotes(routes, deps);
  return routes;
}

function addPages(routes: Hono<StaffEnv>, deps: Needs): void {
  const { db, assets } = deps;
  const urls = {
    styleUrl: assets.url("web/styles/main.css"),
    scriptUrl: assets.url("web/browser/dashboard.ts"),
  };
  const inputOf = async (c: ResultsContext): Promise<PageInput> => {
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    return { ...urls, ...(await accessOf(c, deps, readers)), language };
  };
  routes.get("/programmes/:slug/results", async (c) =>
    c.html(await showOverview(db, await inputOf(c))),
  );
  routes.get("/programmes/:slug/results/compare", async (c) => {
    const comparing = { staffId: c.get("staff").id, readers, slug: c.req.query("with") };
    return c.html(await showComparison(db, await inputOf(c), comparing));
  });
  routes.get("/programmes/:slug/results/:scale", async (c) =>
    c.html(await showScale(db, await inputOf(c), c.req.param("scale"))),
  );
  routes.get("/programmes/:slug/results/localities/:locality", async (c) =>
    c.html(await showLocality(db, await inputOf(c), c.req.param("locality"))),
  );
}

function addData(routes: Hono<StaffEnv>, deps: Needs, progressMilliseconds: number): void {
  const { db } = deps;
  const watch = watchProgress(db, deps.log, progressMilliseconds);

  routes.get("/programmes/:slug/results.csv", async (c) => {
    const { programme } = await accessOf(c, deps, readers);
    const query = fileQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new Problem("not-found");
    const { figure: figureKey, variant } = query.data;
    const language = languageOf(c);
    const file = await writeFigure(db, { programme, figureKey, variant, language });
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${file.name}"`);
    return c.body(new Uint8Array(file.content));
  });

  routes.get("/programmes/:slug/progress", async (c) => {
    const { programme } = await accessOf(c, deps, readers);
    const localities = await listLocalities(db, programme.id);
    const language = languageOf(c);
    return streamProgress(c, { watch, programmeId: programme.id, localities, language });
  });
}

function addNotes(routes: Hono<StaffEnv>, deps: Needs): void {
  routes.post("/programmes/:slug/notes", async (c) => {
    const { programme } = await accessOf(c, deps, ["evaluator"]);
    const figureKey = await writeNote(deps.db, {
      programmeId: programme.id,
      staffUserId: c.get("staff").id,
      form: await c.req.parseBody(),
      now: deps.now(),
    });
    return c.redirect(`/programmes/${programme.slug}/${figurePath(figureKey)}`, 303);
  });
}

type ResultsContext = Context<StaffEnv, "/programmes/:slug/*">;

function accessOf(c: ResultsContext, { db }: Needs, roles: readonly StaffRole[]): Promise<Access> {
  return getAccess(db, { staff: c.get("staff"), slug: c.req.param("slug"), roles });
}
