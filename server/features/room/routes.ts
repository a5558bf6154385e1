import { type Context, Hono } from "hono";
import {
  findLocalityInvitation,
  type LocalityInvitation,
} from "../../../db/queries/invitations.ts";
import { listLocalities, listWaveWindows } from "../../../db/queries/programmes.ts";
import { countRoom } from "../../../db/queries/wall-links.ts";
import { tabletPage } from "../../../web/pages/tablet.tsx";
import { wallPage } from "../../../web/pages/wall.tsx";
import { sentWords } from "../../../web/texts/room.ts";
import type { Deps } from "../../deps.ts";
import { progressStep } from "../../domain/disclosure/progress-step.ts";
import { Problem } from "../../domain/problem.ts";
import { chooseWave } from "../../domain/response/wave-window.ts";
import { getLocalAccess, requireReach } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { hashOf, requireStaff, type StaffEnv } from "../../http/session.ts";
import { makeWallLink } from "./make-wall-link.ts";

/** Room mode: the page on the wall, and the button with which an organiser makes it. */
export function roomRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, assets } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now: deps.now, isHttps });
  const base = "/programmes/:slug/localities/:locality";

  routes.post(`${base}/wall`, guard, async (c) => c.redirect(`/v/${await makeLink(c)}/wall`, 303));
  routes.post(`${base}/kiosk`, guard, async (c) =>
    c.redirect(`/v/${await makeLink(c)}/tablet`, 303),
  );

  async function makeLink(c: Context<StaffEnv>): Promise<string> {
    const { slug = "", locality: key } = c.req.param();
    const staff = c.get("staff");
    const access = await getLocalAccess(db, { staff, slug, roles: ["organiser"] });
    const { programme } = access;
    const localities = await listLocalities(db, programme.id);
    const locality = localities.find((one) => one.key === key);
    if (!locality) throw new Problem("not-found");
    requireReach(access, locality.id);
    const place = { programmeId: programme.id, localityId: locality.id };
    return await makeWallLink(db, { ...place, madeBy: staff.id, now: deps.now() });
  }

  routes.get("/v/:token/wall", async (c) => {
    const { token, place } = await readWall(c);
    const origin = originOf(deps.publicUrl, c.req.url);
    const page = wallPage({
      language: languageOf(c),
      styleUrl: assets.url("web/styles/main.css"),
      scriptUrl: assets.url("web/browser/poll.ts"),
      programme: { title: place.programmeTitle },
      locality: place.localityName,
      isDemonstration: place.programmeKind !== "real",
      identityMode: place.identityMode,
      link: `${origin}/v/${token}`,
      shortAddress: `${origin.replace(/^https?:\/\//, "")}/k`,
      path: `/v/${token}/wall`,
      sent: await countSent(place),
    });
    return c.html(page);
  });

  routes.get("/v/:token/tablet", async (c) => {
    const { token, place } = await readWall(c);
    const page = tabletPage({
      language: languageOf(c),
      styleUrl: assets.url("web/styles/main.css"),
      programme: { title: place.programmeTitle },
      locality: place.localityName,
      isDemonstration: place.programmeKind !== "real",
      link: `${originOf(deps.publicUrl, c.req.url)}/v/${token}/kiosk`,
      path: `/v/${token}/tablet`,
    });
    return c.html(page);
  });

  routes.get("/v/:token/wall/progress", async (c) => {
    const { place } = await readWall(c);
    const sent = await countSent(place);
    return c.json({ words: sentWords(sent ?? progressStep(0), languageOf(c)) });
  });

  async function readWall(c: Context) {
    const token = c.req.param("token") ?? "";
    const place = await findLocalityInvitation(db, hashOf(token));
    if (!place) throw new Problem("link-unknown");
    return { token, place };
  }

  /** A step, never a number: on the wall everybody sees who has just put the phone away. Null while nothing is open. */
  async function countSent({ programmeId, localityId }: LocalityInvitation) {
    const windows = await listWaveWindows(db, programmeId);
    const here = windows.filter((window) => window.localityId === localityId);
    const choice = chooseWave(
      here.map((window) => ({ ...window, hasBegun: false })),
      deps.now(),
    );
    if (!choice.open) return null;
    const { sent } = await countRoom(db, { programmeId, localityId, kind: choice.wave.kind });
    return progressStep(sent);
  }

  return routes;
}
