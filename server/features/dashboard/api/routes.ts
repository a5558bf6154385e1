import { type Context, Hono } from "hono";
import { listLocalities } from "../../../../db/queries/programmes.ts";
import { listReleases } from "../../../../db/queries/releases.ts";
import { findFigure, resultsFigures } from "../../../../web/figures/all-figures.ts";
import type { Deps } from "../../../deps.ts";
import { Problem } from "../../../domain/problem.ts";
import type { StaffRole } from "../../../domain/words.ts";
import { originOf } from "../../../http/host.ts";
import { languageOf } from "../../../http/language.ts";
import { type LoadedResults, loadResults } from "../load-results.ts";
import type { ReadProgress } from "../read-progress.ts";
import {
  figuresAnswer,
  participationAnswer,
  programmeAnswer,
  resultsAnswer,
  tableAnswer,
} from "./answers.ts";
import { buildOpenApi } from "./openapi.ts";
import { programmeOfToken } from "./read-token.ts";

/** The read-only API: the dashboard's numbers for programmes, opened by a token. */
export function apiRoutes(
  {
    db,
    now,
    publicUrl,
    readProgress,
  }: Pick<Deps, "db" | "now" | "publicUrl"> & { readProgress: ReadProgress },
  readers: readonly StaffRole[],
): Hono {
  const routes = new Hono();
  const programmeOf = (c: Context<object, "/api/v1/programmes/:slug/*">) =>
    programmeOfToken(db, c, { now: now(), readers, slug: c.req.param("slug") });
  const loadedOf = async (programmeId: string): Promise<LoadedResults> => {
    const loaded = await loadResults(db, programmeId);
    if (!loaded) throw new Problem("not-found");
    return loaded;
  };

  routes.get("/api/v1/openapi.json", (c) => c.json(buildOpenApi(originOf(publicUrl, c.req.url))));

  routes.get("/api/v1/programmes/:slug", async (c) => {
    const programme = await programmeOf(c);
    const localities = await listLocalities(db, programme.id);
    return c.json(programmeAnswer(programme, localities, await listReleases(db, programme.id)));
  });
  routes.get("/api/v1/programmes/:slug/results", async (c) => {
    const programme = await programmeOf(c);
    return c.json(resultsAnswer(programme, await loadedOf(programme.id)));
  });
  routes.get("/api/v1/programmes/:slug/participation", async (c) => {
    const programme = await programmeOf(c);
    return c.json(participationAnswer(programme, await readProgress(programme.id)));
  });
  routes.get("/api/v1/programmes/:slug/figures", async (c) => {
    const programme = await programmeOf(c);
    const { results } = await loadedOf(programme.id);
    return c.json(figuresAnswer(programme, resultsFigures(results, languageOf(c))));
  });
  routes.get("/api/v1/programmes/:slug/figures/:figure", async (c) => {
    const programme = await programmeOf(c);
    const { results } = await loadedOf(programme.id);
    const figure = findFigure(results, c.req.param("figure"), languageOf(c));
    if (!figure) throw new Problem("not-found");
    return c.json(tableAnswer(programme, figure));
  });
  return routes;
}
