import { type Context, Hono } from "hono";
import { findAccount } from "../../../db/queries/staff-accounts.ts";
import { mailingTexts } from "../../../web/texts/mailings.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { type FormFields, readFormFields } from "../../domain/response/form-fields.ts";
import { getLocalAccess, keepReached, withinOf } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { cancelMailing, createMailing, sendAgain } from "./create-mailing.ts";
import { makeLocalityLinks } from "./make-links.ts";
import { draftMailing, readMailing, typedMailing, type WrittenMailing } from "./read-mailing.ts";
import { addReturnedRoutes, markedNotice } from "./returned-routes.ts";
import {
  canSend,
  contextOf,
  type MailingDesk,
  type ShownForm,
  showMailings,
} from "./show-mailings.ts";
import { gatherFacts, writeLetter } from "./write-letter.ts";

const base = "/programmes/:slug/mailings";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Stands where each letter has a link of its own. */
const sampleToken = "pavyzdys-example";

/** Invitations and reminders: written, looked at, tried on oneself, sent; and the links to copy where nothing is sent. */
export function mailingRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now: deps.now, isHttps });
  routes.use(base, guard);
  routes.use(`${base}/*`, guard);

  routes.get(base, async (c) => {
    const desk = await deskOf(c);
    const kind = c.req.query("new");
    const isNew = canSend(deps) && (kind === "invitation" || kind === "reminder");
    const typed = isNew ? draftMailing(kind, await contextOf(deps, desk)) : undefined;
    const form = typed && { typed, chosen: [] };
    const texts = mailingTexts[desk.language].list;
    const done = c.req.query("done");
    const isTold = done === "created" || done === "stopped" || done === "returned";
    const notice = isTold ? texts[done] : markedNotice(desk, done);
    return c.html(await showMailings(deps, desk, { form, notice }));
  });

  routes.post(base, async (c) => {
    const desk = await deskOf(c);
    if (!canSend(deps)) throw new Problem("conflict");
    const sent = readFormFields(await c.req.text());
    const chosen = chosenIn(sent);
    const typed = typedMailing((name) => (sent.get(name)?.[0] ?? "").slice(0, 20_000));
    // A reminder goes to those who are missing: one to a chosen person would tell whether they have answered.
    if (chosen.length > 0) typed.kind = "invitation";
    const form = { typed, chosen };
    const read = readMailing(typed, await contextOf(deps, desk), {
      isChosen: chosen.length > 0,
    });
    if (!read.ok) return await answer(c, desk, { ...form, mistakes: read.mistakes }, 422);
    const action = sent.get("action")?.[0];
    if (action === "preview") {
      const preview = await sampleOf(desk, read.mailing);
      return await answer(c, desk, { ...form, preview });
    }
    if (action === "test") {
      return await answer(c, desk, { ...form, told: await sendTest(desk, read.mailing) });
    }
    await createMailing(db, doingOf(desk), { mailing: read.mailing, chosen: form.chosen });
    return c.redirect(`${home(desk)}?done=created`, 303);
  });

  routes.post(`${base}/chosen`, async (c) => {
    const desk = await deskOf(c);
    const chosen = chosenIn(readFormFields(await c.req.text()));
    if (!canSend(deps) || chosen.length === 0) return c.redirect(home(desk), 303);
    const typed = draftMailing("invitation", await contextOf(deps, desk));
    return await answer(c, desk, { typed, chosen });
  });

  routes.post(`${base}/links`, async (c) => {
    const desk = await deskOf(c);
    const { localities } = await contextOf(deps, desk);
    const origin = originOf(deps.publicUrl, c.req.url);
    const links = await makeLocalityLinks(db, {
      linkKeys: deps.linkKeys,
      origin,
      programmeId: desk.programme.id,
      localities,
      madeBy: desk.staffId,
      now: desk.now,
    });
    return c.html(await showMailings(deps, desk, { links }));
  });

  addReturnedRoutes(routes, deps, deskOf);

  routes.post(`${base}/:mailing/cancellation`, async (c) => {
    const desk = await deskOf(c);
    await cancelMailing(db, doingOf(desk), mailingIdOf(c));
    return c.redirect(`${home(desk)}?done=stopped`, 303);
  });

  routes.post(`${base}/:mailing/again`, async (c) => {
    const desk = await deskOf(c);
    await sendAgain(db, doingOf(desk), mailingIdOf(c));
    return c.redirect(`${home(desk)}?done=returned`, 303);
  });

  async function deskOf(c: Context<StaffEnv>): Promise<MailingDesk> {
    const slug = c.req.param("slug") ?? "";
    const staff = c.get("staff");
    const asked = { staff, slug, roles: ["organiser"] as const };
    const { programme, reach } = await getLocalAccess(db, asked);
    const styleUrl = deps.assets.url("web/styles/main.css");
    const whose = { reach, within: withinOf(reach) };
    const about = { programme, staffId: staff.id, language: languageOf(c), now: deps.now() };
    return { ...about, ...whose, styleUrl };
  }

  async function answer(
    c: Context<StaffEnv>,
    desk: MailingDesk,
    form: ShownForm,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    return c.html(await showMailings(deps, desk, { form }), status);
  }

  /** A letter as the desk's first locality would get it, with a link that opens nothing. */
  async function sampleOf(desk: MailingDesk, mailing: WrittenMailing) {
    const about = { programmeId: desk.programme.id, waveId: mailing.waveId };
    const facts = await gatherFacts(db, about);
    const [first] = keepReached(facts.localities, desk);
    const localityId = mailing.localityId ?? first?.id ?? "";
    const link = `${deps.publicUrl?.origin ?? ""}/l/${sampleToken}`;
    return writeLetter(mailing, facts, { localityId, link });
  }

  async function sendTest(desk: MailingDesk, mailing: WrittenMailing) {
    const texts = mailingTexts[desk.language].form;
    const email = (await findAccount(db, desk.staffId))?.email ?? "";
    if (email === "") return { words: texts.noAddress, isWrong: true };
    const delivery = await deps.mailer?.send({ to: email, ...(await sampleOf(desk, mailing)) });
    if (delivery?.outcome === "accepted") return { words: texts.testSent(email), isWrong: false };
    return { words: `${texts.testRefused} ${delivery?.reply ?? ""}`.trim(), isWrong: true };
  }

  return routes;
}

function chosenIn(sent: FormFields): string[] {
  return (sent.get("enrolment") ?? []).filter((id) => uuid.test(id));
}

function mailingIdOf(c: Context<StaffEnv>): string {
  const id = c.req.param("mailing") ?? "";
  if (!uuid.test(id)) throw new Problem("not-found");
  return id;
}

function home({ programme }: MailingDesk): string {
  return `/programmes/${programme.slug}/mailings`;
}

function doingOf({ programme, staffId, within, now }: MailingDesk) {
  return { programmeId: programme.id, doneBy: staffId, within, now };
}
