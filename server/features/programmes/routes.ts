import { type Context, Hono } from "hono";
import { z } from "zod";
import { listLocalities, listLogos, listProgrammesOf } from "../../../db/queries/programmes.ts";
import { gatherSetupFacts } from "../../../db/queries/setup-facts.ts";
import { closingPage } from "../../../web/pages/closing.tsx";
import { programmesPage } from "../../../web/pages/programmes.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { openingGaps } from "../../domain/setup/steps.ts";
import { type StaffRole, waveKinds } from "../../domain/words.ts";
import { getAccess, getLocalAccess, keepReached, requireReach } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { addCompanions } from "./add-companions.ts";
import { closeWave } from "./close-wave.ts";
import { correctionRoutes } from "./correction-routes.ts";
import { openWave } from "./open-wave.ts";
import { pairingRoutes } from "./pairing-routes.ts";
import { removeDemonstration } from "./remove-demonstration.ts";
import { showProgramme } from "./show-programme.ts";
import { whoSeesRoutes } from "./who-sees-routes.ts";

const anyRole: StaffRole[] = ["organiser", "data", "data-entry", "evaluator", "funder"];
type WavePath = "/programmes/:slug/waves/:kind/localities/:locality/closure";
const waveKindSchema = z.enum(waveKinds);

/** The list of programmes, one programme's page, and what an organiser does there. */
export function programmeRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const routes = new Hono<StaffEnv>();
  const isHttps = deps.publicUrl?.protocol === "https:";
  routes.use("/programmes/*", requireStaff({ db, now: deps.now, isHttps }));
  routes.route("/", pairingRoutes(deps));
  routes.route("/", correctionRoutes(deps));
  routes.route("/", whoSeesRoutes(deps));

  routes.get("/programmes", async (c) => {
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    const programmes = await listProgrammesOf(db, c.get("staff").id);
    const organises = programmes.some(({ roles }) => roles.includes("organiser"));
    const { isAdministrator } = c.get("staff");
    const canStart = organises || isAdministrator;
    const props = { language, styleUrl, programmes, canStart, isAdministrator };
    return c.html(programmesPage(props));
  });

  routes.get("/programmes/:slug", async (c) => {
    const slug = c.req.param("slug");
    const access = await getLocalAccess(db, { staff: c.get("staff"), slug, roles: anyRole });
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    return c.html(await showProgramme(db, { ...access, language, styleUrl, now: deps.now() }));
  });

  routes.get("/programmes/:slug/logos/:id", async (c) => {
    const slug = c.req.param("slug");
    const access = await getLocalAccess(db, { staff: c.get("staff"), slug, roles: anyRole });
    const logos = await listLogos(db, access.programme.id);
    const logo = logos.find((candidate) => candidate.id === c.req.param("id"));
    if (!logo) throw new Problem("not-found");
    c.header("content-type", logo.mediaType);
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.body(new Uint8Array(logo.content));
  });

  routes.post("/programmes/:slug/waves/:kind/localities/:locality/opening", async (c) => {
    const { access, kind, localityKeys, staffId } = await readWavePath(c);
    const now = deps.now();
    const gaps = openingGaps(await gatherSetupFacts(db, access.programme), kind);
    if (gaps.length > 0) {
      const showing = { ...access, language: languageOf(c), styleUrl, now, gaps };
      return c.html(await showProgramme(db, showing), 409);
    }
    const programmeId = access.programme.id;
    await openWave(db, { programmeId, kind, localityKeys, openedBy: staffId, now });
    return c.redirect(`/programmes/${c.req.param("slug")}`, 303);
  });

  routes.get("/programmes/:slug/waves/:kind/localities/:locality/closing", async (c) => {
    const { access, kind, localityKeys } = await readWavePath(c);
    const localities = await listLocalities(db, access.programme.id);
    const closing = localities.filter(({ key }) => localityKeys.includes(key));
    if (closing.length === 0) throw new Problem("not-found");
    const page = closingPage({
      language: languageOf(c),
      styleUrl,
      programme: access.programme,
      wave: kind,
      locality: c.req.param("locality"),
      names: closing.map(({ nominative }) => nominative),
    });
    return c.html(page);
  });

  routes.post("/programmes/:slug/waves/:kind/localities/:locality/closure", async (c) => {
    const { access, kind, localityKeys, staffId } = await readWavePath(c);
    const programmeId = access.programme.id;
    await closeWave(db, { programmeId, kind, localityKeys, closedBy: staffId, now: deps.now() });
    return c.redirect(`/programmes/${c.req.param("slug")}`, 303);
  });

  /** What an organiser's address names; its locality is a key, or `all` for every locality of the programme. */
  async function readWavePath(c: Context<StaffEnv, WavePath>) {
    const { slug, kind, locality } = c.req.param();
    const staff = c.get("staff");
    const access = await getLocalAccess(db, { staff, slug, roles: ["organiser"] });
    const wave = waveKindSchema.safeParse(kind);
    if (!wave.success) throw new Problem("not-found");
    const localities = await listLocalities(db, access.programme.id);
    const named = localities.find(({ key }) => key === locality);
    if (named) requireReach(access, named.id);
    const all = keepReached(localities, access).map(({ key }) => key);
    const localityKeys = locality === "all" ? all : [locality];
    return { access, kind: wave.data, localityKeys, staffId: staff.id };
  }

  routes.post("/programmes/:slug/companions", async (c) => {
    const slug = c.req.param("slug");
    const staff = c.get("staff");
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    if (programme.kind !== "try-out") throw new Problem("not-found");
    await addCompanions(db, { programme, now: deps.now(), madeBy: staff.id });
    return c.redirect(`/programmes/${slug}`, 303);
  });

  routes.post("/programmes/:slug/removal", async (c) => {
    const staff = c.get("staff");
    const slug = c.req.param("slug");
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    await removeDemonstration(db, {
      programmeId: programme.id,
      removedBy: staff.id,
      now: deps.now(),
    });
    return c.redirect("/programmes", 303);
  });

  return routes;
}
