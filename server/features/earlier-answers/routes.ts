import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  countEarlierCodes,
  deleteEarlierCodes,
  deleteEarlierUpload,
  type EarlierUpload,
  findEarlierUpload,
  insertEarlierUpload,
  listEarlierImports,
  updateEarlierChoices,
  updateEarlierSheets,
} from "../../../db/queries/earlier-answers.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { earlierFilePage, earlierPage } from "../../../web/pages/earlier-answers.tsx";
import { describeTableFault, uploadTexts } from "../../../web/texts/uploads.ts";
import type { Deps } from "../../deps.ts";
import { checkChoices } from "../../domain/earlier/choices.ts";
import { readRowByRow } from "../../domain/earlier/earlier-rows.ts";
import { Problem } from "../../domain/problem.ts";
import { cleanLine } from "../../domain/response/clean-text.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { type Desk, deskOf } from "./desk.ts";
import { importAnswers } from "./import-answers.ts";
import { inTurns } from "./in-turns.ts";
import { choicesOf, readChoicesForm } from "./read-choices.ts";
import { strikeOut } from "./strike-out.ts";

const base = "/programmes/:slug/earlier-answers";
const keptMilliseconds = 24 * 3_600_000;
const reasonSchema = z.string().trim().min(3).max(200);

/** Answers of a past survey: uploaded, their columns and cells named, looked at, then stored as responses. */
export function earlierAnswersRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const routes = new Hono<StaffEnv>();
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db, now: deps.now, isHttps });
  routes.use(base, guard);
  routes.use(`${base}/*`, guard);

  routes.get(base, async (c) => c.html(await showHome(await deskOf(c, deps))));
  // The address that files are sent to: whoever reloads after a mistake comes here.
  routes.get(`${base}/upload`, async (c) => c.redirect(home(await deskOf(c, deps)), 303));
  routes.post(`${base}/upload`, (c) => upload(c));
  routes.post(`${base}/codes/forgetting`, async (c) => {
    const desk = await deskOf(c, deps);
    await forgetCodes(desk);
    return c.redirect(home(desk), 303);
  });

  routes.get(`${base}/:file`, async (c) => {
    const desk = await deskOf(c, deps);
    return c.html(await showFile(desk, await fileOf(c, desk)));
  });
  routes.post(`${base}/:file/columns`, async (c) => {
    const desk = await deskOf(c, deps);
    const file = await fileOf(c, desk);
    const given = {
      ...desk,
      before: choicesOf(file, desk),
      documents: desk.waves.map((one) => one.document),
    };
    const sent = await c.req.parseBody();
    const choices = readChoicesForm(file, sent, given);
    if (sent.strikeOut === "yes") {
      const sheets = JSON.stringify(strikeOut(file.sheets, choices));
      const about = { programmeId: desk.programme.id, id: file.id, sheets, choices };
      await updateEarlierSheets(db, about);
      return c.redirect(`${home(desk)}/${file.id}`, 303);
    }
    await updateEarlierChoices(db, { programmeId: desk.programme.id, id: file.id, choices });
    if (checkChoices(choices).length > 0)
      return c.html(await showFile(desk, { ...file, choices }, { isChecked: true }), 422);
    return c.redirect(`${home(desk)}/${file.id}`, 303);
  });
  routes.post(`${base}/:file`, (c) => take(c));
  routes.post(`${base}/:file/discard`, async (c) => {
    const desk = await deskOf(c, deps);
    const { id } = await fileOf(c, desk);
    await deleteEarlierUpload(db, { programmeId: desk.programme.id, id });
    return c.redirect(home(desk), 303);
  });

  async function upload(c: Context<StaffEnv>): Promise<Response> {
    const desk = await deskOf(c, deps);
    const { file } = await c.req.parseBody();
    const texts = uploadTexts[desk.language];
    if (!(file instanceof File) || file.size === 0)
      return c.html(await showHome(desk, texts.noFile), 422);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const table = await deps.uploads.readTable(bytes, file.name);
    if (!table.ok) return c.html(await showHome(desk, describeTableFault(texts, table.fault)), 422);
    const id = await insertEarlierUpload(db, {
      programmeId: desk.programme.id,
      fileName: cleanLine(file.name).slice(0, 200),
      fileHash: createHash("sha256").update(bytes).digest("hex"),
      sheets: table.sheets,
      uploadedBy: desk.staffId,
      now: desk.now,
      expiresAt: new Date(desk.now.getTime() + keptMilliseconds),
    });
    return c.redirect(`${home(desk)}/${id}`, 303);
  }

  async function take(c: Context<StaffEnv>): Promise<Response> {
    const desk = await deskOf(c, deps);
    const file = await fileOf(c, desk);
    const choices = choicesOf(file, desk);
    if (checkChoices(choices).length > 0) throw new Problem("conflict");
    const typed = String((await c.req.parseBody()).reason ?? "").slice(0, 1000);
    const reason = reasonSchema.safeParse(typed);
    if (!reason.success) return c.html(await showFile(desk, file, { reason: typed }), 422);
    const sheet = file.sheets[choices.sheet]!;
    const imported = await importAnswers(db, {
      programmeId: desk.programme.id,
      uploadId: file.id,
      sheet: sheet.name,
      readings: await inTurns(readRowByRow({ ...desk, rows: sheet.rows, choices })),
      waves: desk.waves,
      day: choices.day,
      today: desk.today,
      language: desk.programme.languages[0] ?? "lt",
      reason: reason.data,
      importedBy: desk.staffId,
      now: desk.now,
    });
    if (imported.outcome === "imported") return c.redirect(home(desk), 303);
    if (imported.outcome === "gone") throw new Problem("not-found");
    return c.html(await showFile(desk, file, { reason: typed, refusal: imported.outcome }), 409);
  }

  async function fileOf(c: Context<StaffEnv>, desk: Desk): Promise<EarlierUpload> {
    const id = z.uuid().safeParse(c.req.param("file"));
    if (!id.success) throw new Problem("not-found");
    const key = { programmeId: desk.programme.id, id: id.data, now: desk.now };
    const found = await findEarlierUpload(db, key);
    if (!found) throw new Problem("not-found");
    return found;
  }

  async function showHome(desk: Desk, fault?: string): Promise<string> {
    return earlierPage({
      ...desk,
      fault,
      imports: await listEarlierImports(db, desk.programme.id),
      codes: await countEarlierCodes(db, desk.programme.id),
    });
  }

  async function forgetCodes({ programme, staffId, now }: Desk): Promise<void> {
    await inTransaction(db, async (tx) => {
      const codes = await deleteEarlierCodes(tx, programme.id);
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now,
        actor: staffId,
        action: "forgot-earlier-codes",
        detail: { codes },
      });
    });
  }

  return routes;
}

function home({ programme }: Desk): string {
  return `/programmes/${programme.slug}/earlier-answers`;
}

interface FileState {
  /** Whether what is missing in the choices is to be told as a mistake. */
  isChecked?: boolean;
  reason?: string;
  refusal?: "imported-before" | "wave-answered" | "another-locality" | "answered-already";
}

/** A file with its choices and, where they suffice, what would come of it. */
async function showFile(desk: Desk, file: EarlierUpload, state: FileState = {}): Promise<string> {
  const choices = choicesOf(file, desk);
  const faults = checkChoices(choices);
  const rows = file.sheets[choices.sheet]?.rows ?? [];
  const readings =
    faults.length > 0 ? undefined : await inTurns(readRowByRow({ ...desk, rows, choices }));
  return earlierFilePage({ ...desk, file, choices, faults, rows, readings, ...state });
}
