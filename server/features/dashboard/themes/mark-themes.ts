import { z } from "zod";
import type { Db } from "../../../../db/connect.ts";
import { insertAuditEvent } from "../../../../db/queries/audit.ts";
import { hasOpenAnswer, openingAction } from "../../../../db/queries/open-answers.ts";
import {
  insertTheme,
  listThemes,
  mergeTheme,
  replaceMarks,
} from "../../../../db/queries/themes.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { Problem } from "../../../domain/problem.ts";
import { isOpenedBy, listOpenItems } from "./show-themes.ts";

/** Somebody responsible for the data, at one open question, with a form they sent. */
export interface Marking {
  programme: { id: string };
  itemKey: string;
  staffUserId: string;
  form: unknown;
  now: Date;
}

const openingSchema = z.strictObject({ reason: z.string().trim().min(5).max(300) });
const themeSchema = z.strictObject({ title: z.string().trim().min(1).max(120) });
const mergerSchema = z.strictObject({ from: z.uuid(), into: z.uuid() });
const marksSchema = z.strictObject({
  response: z.uuid(),
  number: z.string().regex(/^\d{1,6}$/),
  theme: z
    .union([z.uuid(), z.array(z.uuid()).max(200)])
    .default([])
    .transform((value) => (Array.isArray(value) ? value : [value])),
});

/** Opens the answers of one question to one person for a while; reason and opening stand in the record. */
export async function openAnswers(db: Db, marking: Marking): Promise<void> {
  const { reason } = readForm(openingSchema, marking.form);
  const items = await listOpenItems(db, marking.programme.id);
  if (!items.some(({ key }) => key === marking.itemKey)) throw new Problem("not-found");
  await inTransaction(db, (tx) =>
    insertAuditEvent(tx, eventOf(marking, openingAction, { reason })),
  );
}

export async function addTheme(db: Db, marking: Marking): Promise<void> {
  const { title } = readForm(themeSchema, marking.form);
  await inOpened(db, marking, "added-theme", async (tx, key) => {
    await insertTheme(tx, { ...key, title: { lt: title } });
  });
}

/** Two themes that turned out to be one. */
export async function mergeThemes(db: Db, marking: Marking): Promise<void> {
  const { from, into } = readForm(mergerSchema, marking.form);
  await inOpened(db, marking, "merged-themes", async (tx, key) => {
    const known = (await listThemes(tx, key)).map(({ id }) => id);
    if (from === into || !known.includes(from) || !known.includes(into)) {
      throw new Problem("bad-request");
    }
    await mergeTheme(tx, { programmeId: key.programmeId, from, into });
  });
}

/** Sets the themes of one answer. Returns its number on the page, to come back to. */
export async function markThemes(db: Db, marking: Marking): Promise<string> {
  const { response: responseId, theme, number } = readForm(marksSchema, marking.form);
  await inOpened(db, marking, "marked-themes", async (tx, key) => {
    const among = (await listThemes(tx, key)).map(({ id }) => id);
    const isKnown = theme.every((id) => among.includes(id));
    if (!isKnown || !(await hasOpenAnswer(tx, { ...key, responseId }))) {
      throw new Problem("bad-request");
    }
    const chosen = [...new Set(theme)];
    await replaceMarks(tx, { programmeId: key.programmeId, responseId, among, chosen });
  });
  return number;
}

async function inOpened(
  db: Db,
  marking: Marking,
  action: string,
  work: (tx: Db, key: { programmeId: string; itemKey: string }) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await isOpenedBy(tx, marking))) throw new Problem("not-allowed");
    await work(tx, { programmeId: marking.programme.id, itemKey: marking.itemKey });
    await insertAuditEvent(tx, eventOf(marking, action));
  });
}

function eventOf(
  { programme, staffUserId, itemKey, now }: Marking,
  action: string,
  { reason }: { reason?: string } = {},
) {
  const place = { programmeId: programme.id, at: now, actor: staffUserId };
  return { ...place, action, subject: itemKey, reason };
}

function readForm<Shape extends z.ZodType>(shape: Shape, form: unknown): z.output<Shape> {
  const read = shape.safeParse(form);
  if (!read.success) throw new Problem("bad-request");
  return read.data;
}
