import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Programme } from "../../../db/queries/programmes.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { showLocality, showScale } from "./show-figures.ts";
import { showOverview } from "./show-overview.ts";
import { writeFigure } from "./write-figure.ts";

/** Released figures hold nobody's answers: whoever reads a programme's results may see them; data entry alone may not. */
const readers: readonly StaffRole[] = ["evaluator", "organiser", "data", "funder"];

const fileQuerySchema = z.object({
  figure: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  variant: z.enum(["excel", "raw"]).default("excel"),
});

/** Results: an overview, one page a scale, and every table as a file. */
export function dashboardRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const urls = {
    styleUrl: deps.assets.url("web/styles/main.css"),
    scriptUrl: deps.assets.url("web/browser/dashboard.ts"),
  };
  const routes = new Hono<StaffEnv>();
  const staff = requireStaff({ db, now: deps.now, isHttps });
  routes.use("/programmes/:slug/results/*", staff);
  routes.use("/programmes/:slug/results.csv", staff);

  routes.get("/programmes/:slug/results", async (c) => {
    const input = { ...urls, programme: await programmeOf(c, deps), language: readLanguage(c) };
    return c.html(await showOverview(db, input));
  });

  routes.get("/programmes/:slug/results/:scale", async (c) => {
    const input = { ...urls, programme: await programmeOf(c, deps), language: readLanguage(c) };
    return c.html(await showScale(db, input, c.req.param("scale")));
  });

  routes.get("/programmes/:slug/results/localities/:locality", async (c) => {
    const input = { ...urls, programme: await programmeOf(c, deps), language: readLanguage(c) };
    return c.html(await showLocality(db, input, c.req.param("locality")));
  });

  routes.get("/programmes/:slug/results.csv", async (c) => {
    const programme = await programmeOf(c, deps);
    const query = fileQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new Problem("not-found");
    const { figure: figureKey, variant } = query.data;
    const language = languageOf(c);
    const file = await writeFigure(db, { programme, figureKey, variant, language });
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${file.name}"`);
    return c.body(new Uint8Array(file.content));
  });

  return routes;
}

/** The programme of the address, for somebody who may read its results. */
async function programmeOf(
  c: Context<StaffEnv, "/programmes/:slug/*">,
  { db }: Deps,
): Promise<Programme> {
  const slug = c.req.param("slug");
  const { programme } = await getAccess(db, { staff: c.get("staff"), slug, roles: readers });
  return programme;
}

function readLanguage(c: Context) {
  const language = languageOf(c);
  if (c.req.query("language")) rememberLanguage(c, language);
  return language;
}
