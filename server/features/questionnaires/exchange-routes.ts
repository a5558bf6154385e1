import { type Context, Hono } from "hono";
import { z } from "zod";
import { findQuestionnaire } from "../../../db/queries/questionnaire-drafts.ts";
import {
  deleteQuestionnaireImport,
  findQuestionnaireImport,
  insertQuestionnaireImport,
} from "../../../db/queries/questionnaire-imports.ts";
import { listVersions } from "../../../db/queries/questionnaire-versions.ts";
import { importPreviewPage, importUploadPage } from "../../../web/pages/exchange.tsx";
import { exportPage } from "../../../web/pages/exchange-export.tsx";
import { describeExchangeFault, exchangeTexts } from "../../../web/texts/exchange.ts";
import { describeTableFault, uploadTexts } from "../../../web/texts/uploads.ts";
import type { Deps } from "../../deps.ts";
import { foreignFormats } from "../../domain/exchange/formats.ts";
import type { ImportWish } from "../../domain/exchange/outline.ts";
import { Problem } from "../../domain/problem.ts";
import { questionnaireDocumentSchema } from "../../domain/questionnaire/document.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { cleanLine } from "../../domain/response/clean-text.ts";
import { languages } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { takeImport } from "./take-import.ts";
import { writeForeignFile } from "./write-foreign-file.ts";

const home = "/programmes/:slug/questionnaires";
const keptMilliseconds = 24 * 3_600_000;

const wishSchema = z.object({
  waves: z.array(z.enum(waveKinds)).min(1),
  language: z.enum(languages),
});

/** Questionnaires from and for other systems: read, looked at with what was lost, then kept; or written for them. */
export function exchangeRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const routes = new Hono<StaffEnv>();
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db, now: deps.now, isHttps });
  routes.use(`${home}/import`, guard);
  routes.use(`${home}/import/*`, guard);
  routes.use(`${home}/:id/export`, guard);
  routes.use(`${home}/:id/export/*`, guard);

  routes.get(`${home}/import`, async (c) => {
    const desk = await deskOf(c);
    const wish: ImportWish = { waves: ["before", "after"], language: desk.language };
    return c.html(importUploadPage({ ...desk, wish, mistakes: {} }));
  });
  // The address that files are sent to: whoever reloads after a mistake comes here.
  routes.get(`${home}/import/upload`, async (c) => {
    const { programme } = await deskOf(c);
    return c.redirect(`/programmes/${programme.slug}/questionnaires/import`, 303);
  });
  routes.post(`${home}/import/upload`, (c) => upload(c));

  routes.get(`${home}/import/:import`, async (c) => {
    const desk = await deskOf(c);
    return c.html(importPreviewPage({ ...desk, taken: await importOf(c, desk.programme.id) }));
  });
  routes.post(`${home}/import/:import`, async (c) => {
    const { programme, staffId } = await deskOf(c);
    const taken = await importOf(c, programme.id);
    const by = { programmeId: programme.id, takenBy: staffId, now: deps.now() };
    const id = await takeImport(db, { ...by, taken });
    return c.redirect(`/programmes/${programme.slug}/questionnaires/${id}`, 303);
  });
  routes.post(`${home}/import/:import/discard`, async (c) => {
    const { programme } = await deskOf(c);
    const { id } = await importOf(c, programme.id);
    await deleteQuestionnaireImport(db, { programmeId: programme.id, id });
    return c.redirect(`/programmes/${programme.slug}/questionnaires/import`, 303);
  });

  routes.get(`${home}/:id/export`, async (c) => {
    const desk = await deskOf(c);
    const questionnaire = await documentOf(c, desk.programme.id);
    const day = calendarDay(deps.now(), desk.programme.timeZone);
    const formats = foreignFormats.map((format) => {
      return { format, losses: writeForeignFile(questionnaire.document, format, day).losses };
    });
    return c.html(exportPage({ ...desk, ...questionnaire, formats }));
  });
  routes.get(`${home}/:id/export/:format`, async (c) => {
    const { programme } = await deskOf(c);
    const { document, version } = await documentOf(c, programme.id);
    const format = foreignFormats.find((one) => one === c.req.param("format"));
    if (!format) throw new Problem("not-found");
    const day = calendarDay(deps.now(), programme.timeZone);
    const file = writeForeignFile(document, format, day);
    const name = `${document.key}${version === null ? "" : `-${version}`}.${file.extension}`;
    c.header("content-type", file.mediaType);
    c.header("content-disposition", `attachment; filename="${name}"`);
    return c.body(new Uint8Array(file.bytes));
  });

  async function upload(c: Context<StaffEnv>): Promise<Response> {
    const desk = await deskOf(c);
    const sent = await c.req.parseBody({ all: true });
    const { wish, mistakes } = readWish(sent, desk.language);
    const texts = uploadTexts[desk.language];
    const again = (file: string | undefined) =>
      c.html(importUploadPage({ ...desk, wish, mistakes: { ...mistakes, file } }), 422);
    const { file } = sent;
    if (!(file instanceof File) || file.size === 0) return again(texts.noFile);
    if (mistakes.waves) return again(undefined);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await deps.uploads.readQuestionnaire(bytes, file.name, wish);
    if (!read.readable) return again(describeTableFault(texts, read.fault));
    const { outcome, format } = read;
    if (!outcome.ok)
      return again(describeExchangeFault(exchangeTexts[desk.language], outcome.fault));
    const now = deps.now();
    const id = await insertQuestionnaireImport(db, {
      programmeId: desk.programme.id,
      fileName: cleanLine(file.name).slice(0, 200),
      format,
      document: outcome.document,
      losses: outcome.losses,
      uploadedBy: desk.staffId,
      now,
      expiresAt: new Date(now.getTime() + keptMilliseconds),
    });
    return c.redirect(`/programmes/${desk.programme.slug}/questionnaires/import/${id}`, 303);
  }

  async function deskOf(c: Context<StaffEnv>) {
    const staff = c.get("staff");
    const slug = c.req.param("slug") ?? "";
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    const styleUrl = deps.assets.url("web/styles/main.css");
    return { programme, staffId: staff.id, language: languageOf(c), styleUrl };
  }

  async function importOf(c: Context<StaffEnv>, programmeId: string) {
    const id = idOf(c.req.param("import"));
    const found = await findQuestionnaireImport(db, { programmeId, id, now: deps.now() });
    if (!found) throw new Problem("not-found");
    return found;
  }

  /** The version asked for; else the draft, where it is whole; else the newest version. */
  async function documentOf(c: Context<StaffEnv>, programmeId: string) {
    const id = idOf(c.req.param("id"));
    const found = await findQuestionnaire(db, { programmeId, id });
    if (!found) throw new Problem("not-found");
    const versions = await listVersions(db, { programmeId, questionnaireId: id });
    const wanted = c.req.query("version");
    const version = versions.find(({ number }) => String(number) === wanted);
    if (wanted !== undefined && !version) throw new Problem("not-found");
    const draft = questionnaireDocumentSchema.safeParse(found.draft);
    if (!version && draft.success) return { id, document: draft.data, version: null };
    const published = version ?? versions[0];
    if (!published) throw new Problem("conflict");
    return { id, document: published.document, version: published.number };
  }

  return routes;
}

/** What the form said; where it said nothing that makes sense, the usual stands there again. */
function readWish(
  sent: Record<string, unknown>,
  usual: ImportWish["language"],
): { wish: ImportWish; mistakes: { waves?: true } } {
  const waves = Array.isArray(sent.waves) ? sent.waves : [sent.waves].filter(Boolean);
  const read = wishSchema.safeParse({ waves, language: sent.language });
  if (read.success) return { wish: read.data, mistakes: {} };
  return { wish: { waves: [], language: usual }, mistakes: { waves: true } };
}

/** Ids in addresses are UUIDs; anything else cannot exist. */
function idOf(text: string | undefined): string {
  const read = z.uuid().safeParse(text);
  if (!read.success) throw new Problem("not-found");
  return read.data;
}
