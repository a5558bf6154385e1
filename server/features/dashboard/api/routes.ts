import { type Context, Hono } from "hono";
import { listLocalities } from "../../../../db/queries/programmes.ts";
import { listReleases } from "../../../../db/queries/releases.ts";
import { findFigure } from "../../../../web/figures/all-figures.ts";
import type { Deps } from "../../../deps.ts";
import { Problem } from "../../../domain/problem.ts";
import type { StaffRole } from "../../../domain/words.ts";
import { keepReached } from "../../../http/access.ts";
import { originOf } from "../../../http/host.ts";
import { languageOf } from "../../../http/language.ts";
import {
  type LoadedResults,
  listFigureNames,
  loadResults,
  type ResultsShelves,
} from "../load-results.ts";
import { keepReachedProgress, type ReadProgress } from "../read-progress.ts";
import {
  figuresAnswer,
  participationAnswer,
  programmeAnswer,
  resultsAnswer,
  tableAnswer,
} from "./answers.ts";
import { buildOpenApi } from "./openapi.ts";
import { type Opened, programmeOfToken } from "./read-token.ts";

interface Needs extends Pick<Deps, "db" | "now" | "publicUrl"> {
  readProgress: ReadProgress;
  shelves: ResultsShelves;
}

/** The read-only API: the dashboard's numbers for programmes, opened by a token. */
export function apiRoutes(
  { db, now, publicUrl, readProgress, shelves }: Needs,
  readers: readonly StaffRole[],
): Hono {
  const routes = new Hono();
  const open = (c: Context<object, "/api/v1/programmes/:slug/*">) =>
    programmeOfToken(db, c, { now: now(), readers, slug: c.req.param("slug") });
  const load = async ({ programme, reach }: Opened): Promise<LoadedResults> => {
    const loaded = await loadResults(db, { programmeId: programme.id, reach, shelves });
    if (!loaded) throw new Problem("not-found");
    return loaded;
  };
  const localitiesOf = async ({ programme, reach }: Opened) =>
    keepReached(await listLocalities(db, programme.id), { reach });

  routes.get("/api/v1/openapi.json", (c) => c.json(buildOpenApi(originOf(publicUrl, c.req.url))));

  routes.get("/api/v1/programmes/:slug", async (c) => {
    const opened = await open(c);
    const releases = await listReleases(db, opened.programme.id);
    return c.json(programmeAnswer(opened.programme, await localitiesOf(opened), releases));
  });
  routes.get("/api/v1/programmes/:slug/results", async (c) => {
    const opened = await open(c);
    return c.json(resultsAnswer(opened.programme, await load(opened)));
  });
  routes.get("/api/v1/programmes/:slug/participation", async (c) => {
    const opened = await open(c);
    const { programme, reach } = opened;
    const localities = await localitiesOf(opened);
    const progress = keepReachedProgress(await readProgress(programme.id), { reach, localities });
    return c.json(participationAnswer(programme, progress));
  });
  routes.get("/api/v1/programmes/:slug/figures", async (c) => {
    const opened = await open(c);
    const names = await listFigureNames(await load(opened), { language: languageOf(c), shelves });
    return c.json(figuresAnswer(opened.programme, names));
  });
  routes.get("/api/v1/programmes/:slug/figures/:figure", async (c) => {
    const opened = await open(c);
    const { results } = await load(opened);
    const figure = findFigure(results, c.req.param("figure"), languageOf(c));
    if (!figure) throw new Problem("not-found");
    return c.json(tableAnswer(opened.programme, figure));
  });
  return routes;
}
