import { type Context, Hono } from "hono";
import { findMatchingEnd } from "../../../db/queries/code-matching.ts";
import { listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import { pairingPage } from "../../../web/pages/pairing.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { decideMatch } from "./decide-match.ts";
import { areAllWavesClosed, destroyKeys, endMatchingByHand } from "./end-matching.ts";
import { listOpenMatches } from "./list-candidates.ts";

/** Self-made codes that nearly agree: an organiser decides, who sees neither answers nor scores nor codes. */
export function pairingRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now: deps.now, isHttps });
  const base = "/programmes/:slug/pairing";

  routes.get(base, guard, async (c) => {
    const { programme } = await access(c);
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return c.html(await showPage(c, programme));
  });

  routes.post(`${base}/end`, guard, async (c) => {
    const { programme, staffId } = await access(c);
    refuseCards(programme);
    if ((await c.req.parseBody()).confirm !== "yes") {
      return c.html(await showPage(c, programme, { mustConfirm: true }), 422);
    }
    const ending = { programmeId: programme.id, endedBy: staffId, now: deps.now() };
    await endMatchingByHand(db, ending);
    await destroyKeys(deps);
    return c.redirect(`/programmes/${programme.slug}/pairing`, 303);
  });

  routes.post(`${base}/:pair`, guard, async (c) => {
    const { programme, staffId } = await access(c);
    refuseCards(programme);
    const decided = (await c.req.parseBody()).is;
    if (decided !== "same" && decided !== "apart") throw new Problem("bad-request");
    await decideMatch(db, {
      programmeId: programme.id,
      name: c.req.param("pair"),
      isSamePerson: decided === "same",
      decidedBy: staffId,
      now: deps.now(),
    });
    await destroyKeys(deps);
    return c.redirect(`/programmes/${programme.slug}/pairing`, 303);
  });

  async function access(c: Context<StaffEnv>) {
    const staff = c.get("staff");
    const slug = c.req.param("slug") ?? "";
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    return { programme, staffId: staff.id };
  }

  async function showPage(
    c: Context<StaffEnv>,
    programme: Programme,
    { mustConfirm }: { mustConfirm?: boolean } = {},
  ): Promise<string> {
    const localities = await listLocalities(db, programme.id);
    const nameOf = (id: string) => localities.find((one) => one.id === id)?.nominative ?? "";
    const { open, counts } = await listOpenMatches(db, programme.id);
    return pairingPage({
      language: languageOf(c),
      styleUrl: deps.assets.url("web/styles/main.css"),
      programme,
      counts: counts.map((count) => ({ ...count, locality: nameOf(count.localityId) })),
      open: open.map((match) => ({ ...match, locality: nameOf(match.localityId) })),
      end: await endOf(programme.id),
      mustConfirm,
    });
  }

  async function endOf(programmeId: string) {
    const ended = await findMatchingEnd(db, programmeId);
    if (ended) return { state: "ended", at: ended.endedAt } as const;
    const isPossible = await areAllWavesClosed(db, programmeId);
    return { state: isPossible ? "possible" : "not-yet" } as const;
  }

  return routes;
}

function refuseCards({ identityMode }: Programme): void {
  if (identityMode !== "self-made") throw new Problem("not-found");
}
