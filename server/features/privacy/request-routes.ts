import { type Context, Hono } from "hono";
import { z } from "zod";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { listRoles } from "../../../db/queries/staff.ts";
import {
  endSubjectRequest,
  findSubjectRequest,
  insertSubjectRequest,
  listSubjectRequests,
} from "../../../db/queries/subject-requests.ts";
import { inTransaction } from "../../../db/transaction.ts";
import {
  type FoundSubject,
  type RequestPageProps,
  requestPage,
} from "../../../web/pages/privacy/request.tsx";
import { requestsPage } from "../../../web/pages/privacy/requests.tsx";
import { privacyRequestTexts } from "../../../web/texts/privacy-requests.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { dueDayOf, requestKinds, requestOutcomes } from "../../domain/retention/subject-request.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { buildSubjectData, buildSubjectDocument } from "./build-subject-file.ts";
import { getDesk } from "./desk.ts";
import { eraseSubject } from "./erase-subject.ts";
import {
  findByCode,
  findPeopleByName,
  getSubject,
  type Subject,
  type SubjectKey,
} from "./find-subject.ts";

const newSchema = z.object({
  kind: z.enum(requestKinds),
  receivedOn: z.iso.date(),
  note: z.string().trim().max(300),
});
const endSchema = z.object({
  outcome: z.enum(requestOutcomes),
  answer: z.string().trim().min(3).max(1000),
});
const searchSchema = z.object({
  name: z.string().trim().max(200).default(""),
  code: z.string().trim().max(40).default(""),
});
const keySchema = z.union([
  z.object({ personId: z.uuid() }).transform(({ personId }) => ({ personId })),
  z.object({ accessCodeId: z.uuid() }).transform(({ accessCodeId }) => ({ accessCodeId })),
]);
const formatSchema = z.enum(["json", "pdf"]);
const scopeSchema = z.enum(["answers", "all"]);

/** Requests of people about their own data: written down, found, done, and noted how they were answered. */
export function requestRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const routes = new Hono<StaffEnv>();
  const place = "/programmes/:slug/privacy/requests";

  const baseOf = (c: Context<StaffEnv>, programme: Programme) => ({
    language: languageOf(c),
    styleUrl,
    programme,
    today: calendarDay(now(), programme.timeZone),
  });

  routes.get(place, async (c) => {
    const programme = await getDesk(deps, c);
    const requests = await listSubjectRequests(db, programme.id);
    return c.html(requestsPage({ ...baseOf(c, programme), requests }));
  });

  routes.post(place, async (c) => {
    const programme = await getDesk(deps, c);
    const form = await c.req.parseBody();
    const base = baseOf(c, programme);
    const read = newSchema.safeParse(form);
    if (!read.success || read.data.receivedOn > base.today) {
      const sent = (name: string) => String(form[name] ?? "").slice(0, 300);
      const mistake = { kind: sent("kind"), receivedOn: sent("receivedOn"), note: sent("note") };
      const requests = await listSubjectRequests(db, programme.id);
      return c.html(requestsPage({ ...base, requests, mistake }), 422);
    }
    const { id } = await inTransaction(db, async (tx) => {
      const staffId = c.get("staff").id;
      const request = { ...read.data, programmeId: programme.id, openedBy: staffId, now: now() };
      const dueOn = dueDayOf(request.receivedOn);
      const opened = await insertSubjectRequest(tx, { ...request, dueOn });
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now(),
        actor: staffId,
        action: "opened-subject-request",
        subject: opened.id,
        detail: { kind: request.kind, number: opened.number },
      });
      return opened;
    });
    return c.redirect(`/programmes/${programme.slug}/privacy/requests/${id}`, 303);
  });

  /** The request of an address, which must still be open for anything to be done about it. */
  const readRequest = async (c: Context<StaffEnv>, { mustBeOpen }: { mustBeOpen: boolean }) => {
    const programme = await getDesk(deps, c);
    const id = c.req.param("id") ?? "";
    const request = z.uuid().safeParse(id).success
      ? await findSubjectRequest(db, { programmeId: programme.id, id })
      : undefined;
    if (!request) throw new Problem("not-found");
    if (mustBeOpen && request.outcome !== null) throw new Problem("conflict");
    const staffUserId = c.get("staff").id;
    const roles = await listRoles(db, { staffUserId, programmeId: programme.id });
    return { programme, request, canOpenAnswers: roles.includes("data") };
  };

  const showRequest = async (
    c: Context<StaffEnv>,
    extra: Partial<Pick<RequestPageProps, "search" | "found" | "done" | "mistake">> = {},
  ) => {
    const { programme, request } = await readRequest(c, { mustBeOpen: false });
    const hasList = programme.identityMode === "register";
    const page = requestPage({ ...baseOf(c, programme), request, hasList, found: [], ...extra });
    c.header("cache-control", "no-store");
    return c.html(page, extra.mistake || extra.search?.wrong ? 422 : 200);
  };

  routes.get(`${place}/:id`, (c) => showRequest(c));

  // What is searched for never stands in an address: addresses are kept in logs and histories.
  routes.post(`${place}/:id/search`, async (c) => {
    const { programme, request, canOpenAnswers } = await readRequest(c, { mustBeOpen: true });
    const read = searchSchema.safeParse(await c.req.parseBody());
    const { name, code } = read.success ? read.data : { name: "", code: "" };
    const outcome = await search(c, programme, { name, code });
    if ("wrong" in outcome) {
      return await showRequest(c, { search: { name, code, wrong: outcome.wrong } });
    }
    const found = await inTransaction(db, async (tx) => {
      const subjects: Subject[] = [];
      for (const key of outcome.keys) {
        subjects.push(await getSubject(tx, programme, { key, canOpenAnswers }));
      }
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now(),
        actor: c.get("staff").id,
        action: "searched-person",
        subject: request.id,
        detail: { found: subjects.length, answers: canOpenAnswers },
      });
      return subjects;
    });
    return await showRequest(c, { search: { name, code }, found: found.map(foundSubject) });
  });

  async function search(
    c: Context<StaffEnv>,
    programme: Programme,
    { name, code }: { name: string; code: string },
  ): Promise<{ keys: SubjectKey[] } | { wrong: string }> {
    const texts = privacyRequestTexts[languageOf(c)];
    if (code !== "") {
      const sought = { programmeId: programme.id, typed: code, staffId: c.get("staff").id };
      const found = await findByCode(deps, sought);
      if (found === "mistyped") return { wrong: texts.codeMistyped };
      return found === "unknown" ? { wrong: texts.codeUnknown } : { keys: [found] };
    }
    if (name.length < 2) return { wrong: texts.findMistake };
    const people = await findPeopleByName(db, { programmeId: programme.id, name });
    if (people === undefined) return { wrong: texts.tooMany };
    if (people.length === 0) return { wrong: texts.nobody };
    return { keys: people.map(({ id }) => ({ personId: id })) };
  }

  routes.post(`${place}/:id/file/:format`, async (c) => {
    const { programme, request, canOpenAnswers } = await readRequest(c, { mustBeOpen: true });
    const format = formatSchema.safeParse(c.req.param("format"));
    const key = keySchema.safeParse(await c.req.parseBody());
    if (!format.success || !key.success) throw new Problem("not-found");
    const subject = await inTransaction(db, async (tx) => {
      const found = await getSubject(tx, programme, { key: key.data, canOpenAnswers });
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now(),
        actor: c.get("staff").id,
        action: "handed-out-own-data",
        subject: request.id,
        detail: { format: format.data, sheets: found.sheets?.length ?? 0 },
      });
      return found;
    });
    const organisation = await findOrganisation(db, programme.organisationId);
    const options = {
      programme,
      organisation: organisation?.name ?? "",
      madeOnDay: calendarDay(now(), programme.timeZone),
      language: languageOf(c),
    };
    c.header("cache-control", "no-store");
    const fileName = `${programme.slug}-${request.number}.${format.data}`;
    c.header("content-disposition", `attachment; filename="${fileName}"`);
    if (format.data === "json") {
      c.header("content-type", "application/json; charset=utf-8");
      return c.body(JSON.stringify(buildSubjectData(subject, options), null, 2));
    }
    const annex = buildSubjectDocument(subject, options);
    c.header("content-type", "application/pdf");
    return c.body(new Uint8Array(await deps.render({ kind: "annex-pdf", annex })));
  });

  routes.post(`${place}/:id/erasure/:scope`, async (c) => {
    const { programme, request, canOpenAnswers } = await readRequest(c, { mustBeOpen: true });
    if (!canOpenAnswers) throw new Problem("data-role-needed");
    const scope = scopeSchema.safeParse(c.req.param("scope"));
    const key = keySchema.safeParse(await c.req.parseBody());
    if (!scope.success || !key.success) throw new Problem("not-found");
    const erased = await eraseSubject(db, {
      programmeId: programme.id,
      key: key.data,
      scope: scope.data,
      requestId: request.id,
      erasedBy: c.get("staff").id,
      now: now(),
    });
    const texts = privacyRequestTexts[languageOf(c)];
    const words = scope.data === "all" ? texts.erasedAll : texts.erasedAnswers;
    return await showRequest(c, { done: words(erased.responses) });
  });

  routes.post(`${place}/:id/end`, async (c) => {
    const { programme, request } = await readRequest(c, { mustBeOpen: true });
    const form = await c.req.parseBody();
    const read = endSchema.safeParse(form);
    if (!read.success) {
      return await showRequest(c, { mistake: { outcome: String(form.outcome ?? "") } });
    }
    await inTransaction(db, async (tx) => {
      const key = { programmeId: programme.id, id: request.id };
      const end = { ...key, ...read.data, handledBy: c.get("staff").id, now: now() };
      if (!(await endSubjectRequest(tx, end))) throw new Problem("conflict");
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now(),
        actor: c.get("staff").id,
        action: "ended-subject-request",
        subject: request.id,
        detail: { outcome: read.data.outcome },
      });
    });
    return c.redirect(`/programmes/${programme.slug}/privacy/requests`, 303);
  });

  return routes;
}

function foundSubject({ key, person, enrolments, accessCodeIds, sheets }: Subject): FoundSubject {
  return {
    key:
      "personId" in key
        ? { name: "personId", value: key.personId }
        : { name: "accessCodeId", value: key.accessCodeId },
    fullName: person?.fullName ?? null,
    organisation: person?.organisation ?? "",
    localities: enrolments.map(({ locality }) => locality),
    hasCode: accessCodeIds.length > 0,
    waves: sheets?.map(({ waveKind }) => waveKind) ?? null,
  };
}
