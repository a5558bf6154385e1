import type { Context, Hono } from "hono";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteExpiredLists,
  deleteUploadedList,
  findUploadedList,
  insertUploadedList,
  type UploadedList,
  updateListChoices,
} from "../../../db/queries/uploaded-lists.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { uploadPage } from "../../../web/pages/participants/import.tsx";
import { uploadTexts } from "../../../web/texts/uploads.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { cleanLine } from "../../domain/response/clean-text.ts";
import type { StaffEnv } from "../../http/session.ts";
import type { KeptTable } from "../../uploads/read-upload.ts";
import { type Desk, deskOf, idOf, listPlaces, savingOf, uploaderOf } from "./desk.ts";
import { importList } from "./import-list.ts";
import { mistakesIn, readColumnsForm, readSheetForm } from "./list-choices.ts";
import { type SentFields, typed } from "./participant-form.ts";
import { showImport } from "./show-import.ts";

const base = "/programmes/:slug/participants";
const keptMilliseconds = 24 * 3_600_000;
const mostRows = 20_100;

/** A list of participants on its way into the register: uploaded, its columns named, looked at, taken over. */
export function addImportRoutes(routes: Hono<StaffEnv>, deps: Deps): void {
  const { db } = deps;

  routes.get(`${base}/import`, async (c) => c.html(await showUpload(deps, await deskOf(c, deps))));
  // The address that files are sent to: whoever reloads after a mistake comes here.
  routes.get(`${base}/upload`, async (c) => {
    const desk = await deskOf(c, deps);
    return c.redirect(`${home(desk)}/import`, 303);
  });

  routes.post(`${base}/upload`, async (c) => {
    const desk = await deskOf(c, deps);
    const { file } = await c.req.parseBody();
    const texts = uploadTexts[desk.language];
    if (!(file instanceof File) || file.size === 0) {
      return c.html(await showUpload(deps, desk, texts.noFile), 422);
    }
    const table = await deps.uploads.readTable(new Uint8Array(await file.arrayBuffer()), file.name);
    const fault = faultOf(table, desk);
    if (!table.ok || fault) return c.html(await showUpload(deps, desk, fault), 422);
    const id = await keepList(deps, desk, cleanLine(file.name).slice(0, 200), table.sheets);
    return c.redirect(`${home(desk)}/import/${id}`, 303);
  });

  routes.get(`${base}/import/:list`, async (c) => {
    const desk = await deskOf(c, deps);
    const list = await listOf(c, desk);
    if (list.outcome !== null) return c.redirect(`${home(desk)}?imported=${list.id}`, 303);
    return c.html(await showImport(deps, desk, list));
  });

  routes.post(`${base}/import/:list/sheet`, async (c) => {
    const desk = await deskOf(c, deps);
    const list = await openListOf(c, desk);
    const sent = await c.req.parseBody();
    const choices = readSheetForm(list, sent);
    if (!choices) {
      const view = { mistakes: ["headRow" as const], headRow: typed(sent, "headRow") };
      return c.html(await showImport(deps, desk, list, view), 422);
    }
    await updateListChoices(db, { programmeId: desk.programme.id, id: list.id, choices });
    return c.redirect(`${home(desk)}/import/${list.id}`, 303);
  });

  routes.post(`${base}/import/:list/columns`, async (c) => {
    const desk = await deskOf(c, deps);
    const list = await openListOf(c, desk);
    const choices = readColumnsForm(list, await c.req.parseBody());
    await updateListChoices(db, { programmeId: desk.programme.id, id: list.id, choices });
    const { localities } = await listPlaces(deps, desk);
    if (mistakesIn(choices, localities).length > 0) {
      return c.html(await showImport(deps, desk, { ...list, choices }), 422);
    }
    return c.redirect(`${home(desk)}/import/${list.id}`, 303);
  });

  routes.post(`${base}/import/:list`, async (c) => {
    const desk = await deskOf(c, deps);
    const list = await listOf(c, desk);
    const sent = await c.req.parseBody();
    const decisions = decisionsIn(sent);
    const isDone = await importList(
      db,
      { ...savingOf(desk), today: desk.today, by: uploaderOf(desk) },
      {
        listId: list.id,
        places: await listPlaces(deps, desk),
        decisions,
        fingerprint: typed(sent, "fingerprint"),
      },
    );
    if (isDone) return c.redirect(`${home(desk)}?imported=${list.id}`, 303);
    return c.html(await showImport(deps, desk, list, { decisions, isChangedMeanwhile: true }), 409);
  });

  routes.post(`${base}/import/:list/discard`, async (c) => {
    const desk = await deskOf(c, deps);
    const { id } = await listOf(c, desk);
    await deleteUploadedList(db, { programmeId: desk.programme.id, id });
    return c.redirect(home(desk), 303);
  });

  async function listOf(c: Context<StaffEnv>, desk: Desk): Promise<UploadedList> {
    const id = idOf(c.req.param("list"));
    const key = { programmeId: desk.programme.id, id, by: uploaderOf(desk), now: desk.now };
    const list = await findUploadedList(db, key);
    if (!list) throw new Problem("not-found");
    return list;
  }

  async function openListOf(c: Context<StaffEnv>, desk: Desk): Promise<UploadedList> {
    const list = await listOf(c, desk);
    if (list.outcome !== null) throw new Problem("conflict");
    return list;
  }
}

async function showUpload(deps: Deps, desk: Desk, fault?: string): Promise<string> {
  const { localities } = await listPlaces(deps, desk);
  return uploadPage({ ...desk, hasLocalities: localities.length > 0, fault });
}

/** Why a file cannot be taken, in words; nothing where it can. */
function faultOf(table: KeptTable, { language }: Desk): string | undefined {
  const texts = uploadTexts[language];
  if (table.ok) {
    const isLong = table.rowCounts.some((count) => count > mostRows);
    return isLong ? `${texts.faults["too-many-rows"]} ${texts.limit(20_000)}` : undefined;
  }
  const { code, line, limit } = table.fault;
  const details = [line && texts.line(line), limit && texts.limit(limit)];
  return [texts.faults[code], ...details].filter(Boolean).join(" ");
}

async function keepList(
  { db }: Deps,
  { programme, staffId, now }: Desk,
  fileName: string,
  sheets: string,
): Promise<string> {
  await deleteExpiredLists(db, now);
  return await inTransaction(db, async (tx) => {
    const id = await insertUploadedList(tx, {
      programmeId: programme.id,
      fileName,
      sheets,
      uploadedBy: staffId,
      now,
      expiresAt: new Date(now.getTime() + keptMilliseconds),
    });
    const about = { programmeId: programme.id, at: now, actor: staffId };
    await insertAuditEvent(tx, { ...about, action: "uploaded-participants", subject: id });
    return id;
  });
}

/** What was decided about unclear rows: `row-12` says "new", or whose enrolment it is. */
function decisionsIn(sent: SentFields): Map<number, string> {
  const decided = Object.keys(sent).flatMap((name): [number, string][] => {
    const row = /^row-(\d{1,6})$/.exec(name)?.[1];
    const value = typed(sent, name);
    return row === undefined || value === "" ? [] : [[Number(row), value]];
  });
  return new Map(decided);
}

function home({ programme }: Desk): string {
  return `/programmes/${programme.slug}/participants`;
}
