import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findNoteVersion, insertNote, noteKinds } from "../../../db/queries/evaluator-notes.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { figurePath } from "../../../web/figures/all-figures.ts";
import { Problem } from "../../domain/problem.ts";
import { loadResults, type ResultsShelves } from "./load-results.ts";

/** What an evaluator writes about the results as a whole. */
export const wholeKey = "whole";
const longestText = 4_000;

const wordsSchema = z.string().trim().max(longestText);

/** The form beside a figure; `after` is the version that the writer saw. */
const formSchema = z.strictObject({
  figure: z.string().max(120),
  kind: z.enum(noteKinds),
  after: z.string().regex(/^\d{1,6}$/),
  lt: wordsSchema,
  en: wordsSchema,
});

export interface NoteWriting {
  programmeId: string;
  staffUserId: string;
  /** The posted form, unread. */
  form: unknown;
  now: Date;
  shelves: ResultsShelves;
}

/**
 * Stores a new version of a finding or recommendation; an empty one withdraws it, and the versions before it stay.
 * Refuses a figure that the newest release has not, and a version written over one that the writer had not seen.
 * Returns where the figure stands, below the programme's address.
 */
export async function writeNote(
  db: Db,
  { programmeId, staffUserId, form, now, shelves }: NoteWriting,
): Promise<string> {
  const read = formSchema.safeParse(form);
  if (!read.success) throw new Problem("bad-request");
  const { figure, kind, after, lt, en } = read.data;
  return await inTransaction(db, async (tx) => {
    const path = await pathOf(tx, { programmeId, key: figure, shelves });
    if (path === undefined) throw new Problem("not-found");
    const key = { programmeId, figureKey: figure, kind };
    const version = (await findNoteVersion(tx, key)) + 1;
    if (version !== Number(after) + 1) throw new Problem("conflict");
    const note = { ...key, version, text: { lt, en }, writtenBy: staffUserId, writtenAt: now };
    if (!(await insertNote(tx, note))) throw new Problem("conflict");
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: staffUserId,
      action: "wrote-note",
      subject: figure,
      detail: { kind, version },
    });
    return path;
  });
}

async function pathOf(
  db: Db,
  { programmeId, key, shelves }: { programmeId: string; key: string; shelves: ResultsShelves },
): Promise<string | undefined> {
  if (key === wholeKey) return `results#${wholeKey}`;
  const loaded = await loadResults(db, { programmeId, reach: { isLimited: false }, shelves });
  return loaded && figurePath(loaded.results, key);
}
