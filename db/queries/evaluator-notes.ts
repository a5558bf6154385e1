import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export const noteKinds = ["finding", "recommendation"] as const;
export type NoteKind = (typeof noteKinds)[number];

/** One version of what an evaluator wrote beside a figure. Versions are never changed: a new one follows. */
export interface EvaluatorNote {
  figureKey: string;
  kind: NoteKind;
  version: number;
  text: Text;
  writtenBy: string;
  writtenAt: Date;
}

/** Every version of every note of a programme, newest first. */
export async function listNotes(db: Db, programmeId: string): Promise<EvaluatorNote[]> {
  return await db
    .selectFrom("evaluator_note")
    .innerJoin("staff_user", "staff_user.id", "evaluator_note.written_by")
    .select([
      "evaluator_note.figure_key as figureKey",
      "evaluator_note.kind as kind",
      "evaluator_note.version as version",
      "evaluator_note.text as text",
      "staff_user.display_name as writtenBy",
      "evaluator_note.written_at as writtenAt",
    ])
    .where("evaluator_note.programme_id", "=", programmeId)
    .orderBy("evaluator_note.figure_key")
    .orderBy("evaluator_note.kind")
    .orderBy("evaluator_note.version", "desc")
    .execute();
}

/** Adds a version unless somebody else has added it meanwhile; says whether it did. */
export async function insertNote(
  db: Db,
  note: Omit<EvaluatorNote, "writtenBy"> & { programmeId: string; writtenBy: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto("evaluator_note")
    .values({
      programme_id: note.programmeId,
      figure_key: note.figureKey,
      kind: note.kind,
      version: note.version,
      text: json(note.text),
      written_by: note.writtenBy,
      written_at: note.writtenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The number of a note's newest version; 0 where there is none. */
export async function findNoteVersion(
  db: Db,
  key: { programmeId: string; figureKey: string; kind: NoteKind },
): Promise<number> {
  const row = await db
    .selectFrom("evaluator_note")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("programme_id", "=", key.programmeId)
    .where("figure_key", "=", key.figureKey)
    .where("kind", "=", key.kind)
    .executeTakeFirst();
  return row?.version ?? 0;
}
