import { type Context, Hono } from "hono";
import { z } from "zod";
import { countParticipation, countPeople } from "../../../db/queries/participation.ts";
import {
  listFunders,
  listLocalities,
  listLogos,
  listProgrammesOf,
  listWaveWindows,
} from "../../../db/queries/programmes.ts";
import { programmePage } from "../../../web/pages/programme.tsx";
import { programmesPage } from "../../../web/pages/programmes.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { type StaffRole, waveKinds } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { addCompanions } from "./add-companions.ts";
import { closeWave } from "./close-wave.ts";
import { openWave } from "./open-wave.ts";
import { pairingRoutes } from "./pairing-routes.ts";
import { removeDemonstration } from "./remove-demonstration.ts";
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
  routes.route("/", whoSeesRoutes(deps));

  routes.get("/programmes", async (c) => {
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    const programmes = await listProgrammesOf(db, c.get("staff").id);
    return c.html(programmesPage({ language, styleUrl, programmes }));
  });

  routes.get("/programmes/:slug", async (c) => {
    const slug = c.req.param("slug");
    const access = await getAccess(db, { staff: c.get("staff"), slug, roles: anyRole });
    const id = access.programme.id;
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    return c.html(
      programmePage({
        language,
        styleUrl,
        programme: access.programme,
        roles: access.roles,
        people: await countPeople(db, id),
        funders: await listFunders(db, id),
        logos: await listLogos(db, id),
        waves: {
          localities: await listLocalities(db, id),
          windows: await listWaveWindows(db, id),
          participation: await countParticipation(db, id),
          now: deps.now(),
        },
      }),
    );
  });

  routes.get("/programmes/:slug/logos/:id", async (c) => {
    const slug = c.req.param("slug");
    const access = await getAccess(db, { staff: c.get("staff"), slug, roles: anyRole });
    const logos = await listLogos(db, access.programme.id);
    const logo = logos.find((candidate) => candidate.id === c.req.param("id"));
    if (!logo) throw new Problem("not-found");
    c.header("content-type", logo.mediaType);
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.body(new Uint8Array(logo.content));
  });

  routes.post("/programmes/:slug/waves/:kind/localities/:locality/opening", async (c) => {
    const { programmeId, kind, localityKeys, staffId } = await readWavePath(c);
    await openWave(db, { programmeId, kind, localityKeys, openedBy: staffId, now: deps.now() });
    return c.redirect(`/programmes/${c.req.param("slug")}`, 303);
  });

  routes.post("/programmes/:slug/waves/:kind/localities/:locality/closure", async (c) => {
    const { programmeId, kind, localityKeys, staffId } = await readWavePath(c);
    await closeWave(db, { programmeId, kind, localityKeys, closedBy: staffId, now: deps.now() });
    return c.redirect(`/programmes/${c.req.param("slug")}`, 303);
  });

  /** What an organiser's address names; its locality is a key, or `all` for every locality of the programme. */
  async function readWavePath(c: Context<StaffEnv, WavePath>) {
    const { slug, kind, locality } = c.req.param();
    const staff = c.get("staff");
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    const wave = waveKindSchema.safeParse(kind);
    if (!wave.success) throw new Problem("not-found");
    const localities = await listLocalities(db, programme.id);
    const localityKeys = locality === "all" ? localities.map(({ key }) => key) : [locality];
    return { programmeId: programme.id, kind: wave.data, localityKeys, staffId: staff.id };
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
