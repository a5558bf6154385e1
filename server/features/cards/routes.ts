import { type Context, Hono } from "hono";
import { z } from "zod";
import { listCardHolders } from "../../../db/queries/card-holders.ts";
import { countCards } from "../../../db/queries/cards.ts";
import { type Locality, listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { type CardMistake, cardsPage } from "../../../web/pages/cards.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { type Access, getLocalAccess, keepReached, requireReach } from "../../http/access.ts";
import { isLoopback, originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { buildCardSheet } from "./build-card-sheet.ts";
import { type IssuedCard, issueNamedCards, issueUnnamedCards } from "./issue-cards.ts";
import { reissueCard } from "./reissue-card.ts";

const mostCards = 200;
const countSchema = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((count) => count >= 1 && count <= mostCards);
/** The page where people are chosen, told that nobody of them needed a card. */
function completionPath({ slug }: Programme, { key }: Locality): string {
  return `/programmes/${slug}/completion?locality=${key}&done=nobody`;
}

/** Those ticked on the page of who lacks what; undefined where cards are for everybody without one. */
function chosenIn(sent: unknown): ReadonlySet<string> | undefined {
  if (sent === undefined) return undefined;
  return new Set((Array.isArray(sent) ? sent : [sent]).map(String));
}

const reasonSchema = z.string().trim().min(3).max(200);

/**
 * Cards: made and printed in one go. The sheet goes to the organiser as the answer to the very request that made the
 * cards and is kept nowhere, since whoever has it can answer in everybody's place.
 */
export function cardRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now: deps.now, isHttps });
  const base = "/programmes/:slug/localities/:locality/cards";

  routes.get("/programmes/:slug/cards", guard, async (c) =>
    c.html(await showPage(c, await access(c))),
  );

  routes.post(base, guard, async (c) => {
    const { organising, programme, locality, issuing } = await place(c);
    const sent = await c.req.parseBody({ all: true });
    if (programme.identityMode === "register") {
      const chosen = chosenIn(sent.enrolment);
      const cards = await issueNamedCards(db, issuing, chosen);
      if (chosen && cards.length === 0) return c.redirect(completionPath(programme, locality), 303);
      return await sendSheet(c, programme, locality, cards);
    }
    const typed = String(sent.count ?? "");
    const count = countSchema.safeParse(typed);
    if (!count.success) return await showMistake(c, organising, { locality: locality.key, typed });
    return await sendSheet(
      c,
      programme,
      locality,
      await issueUnnamedCards(db, issuing, count.data),
    );
  });

  routes.post(`${base}/:enrolment/reissue`, guard, async (c) => {
    const { organising, programme, locality, issuing } = await place(c);
    const enrolmentId = c.req.param("enrolment");
    const typed = String((await c.req.parseBody()).reason ?? "");
    const reason = reasonSchema.safeParse(typed);
    const isKnown = z.uuid().safeParse(enrolmentId).success;
    if (!isKnown || programme.identityMode !== "register") throw new Problem("not-found");
    if (!reason.success) {
      return await showMistake(c, organising, { locality: locality.key, enrolmentId, typed });
    }
    const card = await reissueCard(db, issuing, { enrolmentId, reason: reason.data });
    return await sendSheet(c, programme, locality, [card]);
  });

  async function access(c: Context<StaffEnv>): Promise<Access> {
    const slug = c.req.param("slug") ?? "";
    return await getLocalAccess(db, { staff: c.get("staff"), slug, roles: ["organiser"] });
  }

  async function place(c: Context<StaffEnv>) {
    const organising = await access(c);
    const { programme } = organising;
    const localities = await listLocalities(db, programme.id);
    const locality = localities.find(({ key }) => key === c.req.param("locality"));
    if (!locality) throw new Problem("not-found");
    requireReach(organising, locality.id);
    const now = deps.now();
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: programme.timeZone }).format(now);
    const issuedBy = c.get("staff").id;
    const issuing = { programmeId: programme.id, localityId: locality.id, issuedBy, now, today };
    return { organising, programme, locality, issuing };
  }

  async function showPage(c: Context<StaffEnv>, organising: Access, mistake?: CardMistake) {
    const { programme } = organising;
    const counts = await countCards(db, programme.id);
    const localities = [];
    for (const { id, key, nominative } of keepReached(
      await listLocalities(db, programme.id),
      organising,
    )) {
      const cards = counts.find((one) => one.localityId === id)?.cards ?? 0;
      const isRegister = programme.identityMode === "register";
      const where = { programmeId: programme.id, localityId: id };
      const holders = isRegister ? await listCardHolders(db, where) : [];
      localities.push({ key, nominative, cards, holders });
    }
    const styleUrl = deps.assets.url("web/styles/main.css");
    const origin = originOf(deps.publicUrl, c.req.url);
    return cardsPage({
      language: languageOf(c),
      styleUrl,
      programme,
      paperWaves: (await listWaveQuestionnaires(db, programme.id)).map(({ kind }) => kind),
      unreachable: isLoopback(origin) ? new URL(origin).host : null,
      localities,
      mostCards,
      mistake,
    });
  }

  async function showMistake(c: Context<StaffEnv>, organising: Access, mistake: CardMistake) {
    return c.html(await showPage(c, organising, mistake), 422);
  }

  async function sendSheet(
    c: Context<StaffEnv>,
    programme: Programme,
    locality: Locality,
    cards: IssuedCard[],
  ): Promise<Response> {
    const sheet = await buildCardSheet(db, {
      programme,
      locality,
      cards,
      language: languageOf(c),
      origin: originOf(deps.publicUrl, c.req.url),
      now: deps.now(),
    });
    const content = await deps.render({ kind: "code-cards-pdf", cards: sheet });
    c.header("content-type", "application/pdf");
    const fileName = `${programme.slug}-${locality.key}-korteles.pdf`;
    c.header("content-disposition", `attachment; filename="${fileName}"`);
    return c.body(new Uint8Array(content));
  }

  return routes;
}
