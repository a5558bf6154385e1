import { type Context, Hono } from "hono";
import { z } from "zod";
import { contentHash } from "../../../db/content-hash.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { countConsents } from "../../../db/queries/consents.ts";
import { listNoticeVersions } from "../../../db/queries/notices.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import {
  findRetention,
  listDestructions,
  updateRetentionDates,
} from "../../../db/queries/retention.ts";
import { listRoles } from "../../../db/queries/staff.ts";
import { listSubjectRequests } from "../../../db/queries/subject-requests.ts";
import { inTransaction } from "../../../db/transaction.ts";
import {
  type DeskMistakes,
  type DestructionLine,
  privacyDeskPage,
} from "../../../web/pages/privacy/desk.tsx";
import { noticeVersionPage, proofPage } from "../../../web/pages/privacy/proof.tsx";
import { privacyTexts } from "../../../web/texts/privacy.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import {
  type DestructionKind,
  dateOf,
  destructionKinds,
  destructionState,
} from "../../domain/retention/retention.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { getDesk } from "./desk.ts";
import { countDestruction, destroy } from "./destroy.ts";
import { readDates, type SentDates } from "./read-dates.ts";
import { destroyLinkKeys } from "./run-retention.ts";

const kindSchema = z.enum(destructionKinds);

/** The desk's first page: what is kept until when, what goes, and the proof that it went. */
export function deskRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const routes = new Hono<StaffEnv>();

  const showDesk = async (c: Context<StaffEnv>, programme: Programme, mistakes: DeskMistakes) => {
    const isMistaken = Object.keys(mistakes).length > 0;
    const retention = await findRetention(db, programme.id);
    const requests = await listSubjectRequests(db, programme.id);
    const key = { staffUserId: c.get("staff").id, programmeId: programme.id };
    const roles = await listRoles(db, key);
    const page = privacyDeskPage({
      language: languageOf(c),
      styleUrl,
      programme,
      openRequests: requests.filter(({ outcome }) => outcome === null).length,
      lines: await listLines(programme),
      isAnsweringOver: retention?.isAnsweringOver ?? false,
      mayDestroy: roles.includes("data"),
      notices: await listNotices(programme),
      consents: await countConsents(db, programme.id),
      mistakes,
    });
    c.header("cache-control", "no-store");
    return c.html(page, isMistaken ? 422 : 200);
  };

  async function listLines(programme: Programme): Promise<DestructionLine[]> {
    const retention = await findRetention(db, programme.id);
    if (!retention) throw new Problem("not-found");
    const proofs = await listDestructions(db, programme.id);
    const today = calendarDay(now(), programme.timeZone);
    return await Promise.all(
      destructionKinds.map(async (kind) => ({
        kind,
        date: dateOf(retention, kind),
        state: destructionState(retention, kind, today),
        counts: await countDestruction(db, { programmeId: programme.id, kind }),
        proofId: proofs.find((proof) => proof.kind === kind)?.id ?? null,
      })),
    );
  }

  async function listNotices(programme: Programme) {
    const notices = await listNoticeVersions(db, programme.id);
    return notices.map((notice) => ({
      ...notice,
      contentHash: contentHash({ text: notice.text, statements: notice.statements }),
      publishedOn: calendarDay(notice.publishedAt, programme.timeZone),
    }));
  }

  routes.get("/programmes/:slug/privacy", async (c) => showDesk(c, await getDesk(deps, c), {}));

  routes.post("/programmes/:slug/privacy/dates", async (c) => {
    const programme = await getDesk(deps, c);
    const sent = await readSentDates(c, programme.id);
    const read = readDates(sent, programme.endsOn);
    if (!read.ok) {
      const texts = privacyTexts[languageOf(c)];
      const words = { "not-a-day": texts.dateMistake, "too-early": texts.dateOrder };
      const wrong = Object.fromEntries(
        Object.entries(read.wrong).map(([kind, why]) => [kind, words[why]]),
      );
      return await showDesk(c, programme, { dates: { sent, wrong } });
    }
    await inTransaction(db, async (tx) => {
      const { key, answers, people } = read.dates;
      await updateRetentionDates(tx, programme.id, {
        keyDestroyOn: key,
        answersDeleteOn: answers,
        peopleDeleteOn: people,
      });
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now(),
        actor: c.get("staff").id,
        action: "changed-retention",
        detail: { key: key ?? "", answers: answers ?? "", people: people ?? "" },
      });
    });
    return c.redirect(`/programmes/${programme.slug}/privacy`, 303);
  });

  /** A kind that is destroyed already has no field any more: its date stays as it is. */
  async function readSentDates(c: Context<StaffEnv>, programmeId: string): Promise<SentDates> {
    const form = await c.req.parseBody();
    const known = await findRetention(db, programmeId);
    const sentOf = (kind: DestructionKind) =>
      known?.done.includes(kind) ? (dateOf(known, kind) ?? "") : String(form[kind] ?? "");
    return { key: sentOf("key"), answers: sentOf("answers"), people: sentOf("people") };
  }

  routes.post("/programmes/:slug/privacy/destructions/:kind", async (c) => {
    const programme = await getDesk(deps, c, "data");
    const kind = kindSchema.safeParse(c.req.param("kind"));
    if (!kind.success) throw new Problem("not-found");
    const form = await c.req.parseBody();
    const reason = String(form.reason ?? "").trim();
    const confirm = String(form.confirm ?? "").trim();
    const wrong = reason.length < 3 ? "reason" : confirm !== programme.slug ? "confirm" : undefined;
    if (wrong) {
      const destruction = {
        kind: kind.data,
        confirm,
        reason: reason.slice(0, 300),
        wrong,
      } as const;
      return await showDesk(c, programme, { destruction });
    }
    const proof = await destroy(db, {
      programmeId: programme.id,
      kind: kind.data,
      now: now(),
      doneBy: c.get("staff").id,
      reason: reason.slice(0, 300),
    });
    await destroyLinkKeys(deps);
    return c.redirect(`/programmes/${programme.slug}/privacy/destructions/${proof.id}`, 303);
  });

  routes.get("/programmes/:slug/privacy/destructions/:id", async (c) => {
    const programme = await getDesk(deps, c);
    const proofs = await listDestructions(db, programme.id);
    const destruction = proofs.find((proof) => proof.id === c.req.param("id"));
    if (!destruction) throw new Problem("not-found");
    const organisation = await findOrganisation(db, programme.organisationId);
    const props = { language: languageOf(c), styleUrl, programme, destruction };
    return c.html(proofPage({ ...props, organisation: organisation?.name ?? "" }));
  });

  routes.get("/programmes/:slug/privacy/notices/:number", async (c) => {
    const programme = await getDesk(deps, c);
    const notices = await listNotices(programme);
    const notice = notices.find(({ number }) => String(number) === c.req.param("number"));
    if (!notice) throw new Problem("not-found");
    return c.html(noticeVersionPage({ language: languageOf(c), styleUrl, programme, notice }));
  });

  return routes;
}
