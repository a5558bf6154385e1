import type { QuestionnaireDraft } from "../../server/domain/questionnaire/document.ts";
import { readDraft } from "../../server/domain/questionnaire/draft.ts";
import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

// Drafts change under a revision: whoever saves names the revision that they saw, and an older one never wins.

export interface StoredDraft {
  id: string;
  key: string;
  draft: QuestionnaireDraft | undefined;
  revision: number;
  savedAt: Date | null;
  /** What was deleted last, for undoing it; its shape is the domain's business. */
  lastRemoved: unknown;
}

const draftColumns = [
  "id",
  "key",
  "draft",
  "draft_revision as revision",
  "draft_saved_at as savedAt",
  "last_removed as lastRemoved",
] as const;

/** The questionnaires of a programme, by key; one without a draft has published versions only. */
export async function listQuestionnaires(db: Db, programmeId: string): Promise<StoredDraft[]> {
  const rows = await db
    .selectFrom("questionnaire")
    .select(draftColumns)
    .where("programme_id", "=", programmeId)
    .orderBy("created_at")
    .orderBy("key")
    .execute();
  return rows.map((row) => ({ ...row, draft: readDraft(row.draft) }));
}

/** One questionnaire; with `isLocked`, nobody else may save or publish it until the transaction ends. */
export async function findQuestionnaire(
  db: Db,
  { programmeId, id, isLocked }: { programmeId: string; id: string; isLocked?: boolean },
): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom("questionnaire")
    .select(draftColumns)
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .$if(isLocked === true, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, draft: readDraft(row.draft) };
}

/** Stores a new questionnaire as a draft; undefined when the programme has one of that key already. */
export async function insertQuestionnaire(
  db: Db,
  input: { programmeId: string; draft: QuestionnaireDraft; now: Date },
): Promise<string | undefined> {
  const row = await db
    .insertInto("questionnaire")
    .values({
      programme_id: input.programmeId,
      key: input.draft.key,
      draft: json(input.draft),
      draft_revision: 1,
      draft_saved_at: input.now,
    })
    .onConflict((conflict) => conflict.columns(["programme_id", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Replaces the draft that had this revision. False when it has another by now: then nothing is written. */
export async function updateDraft(
  db: Db,
  input: {
    programmeId: string;
    id: string;
    revision: number;
    draft: QuestionnaireDraft | null;
    lastRemoved?: unknown;
    now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("questionnaire")
    .set({
      draft: input.draft === null ? null : json(input.draft),
      draft_revision: input.revision + 1,
      draft_saved_at: input.now,
      ...(input.lastRemoved !== undefined && {
        last_removed: input.lastRemoved === null ? null : json(input.lastRemoved),
      }),
    })
    .where("programme_id", "=", input.programmeId)
    .where("id", "=", input.id)
    .where("draft_revision", "=", input.revision)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Removes a questionnaire that never had a version; false when it has one, or is not there. */
export async function deleteUnpublished(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("questionnaire")
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("questionnaire_version")
            .select("questionnaire_version.id")
            .whereRef("questionnaire_version.programme_id", "=", "questionnaire.programme_id")
            .whereRef("questionnaire_version.questionnaire_id", "=", "questionnaire.id"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) === 1;
}

export interface Copyable {
  programmeId: string;
  programmeTitle: Text;
  id: string;
  draft: QuestionnaireDraft;
}

/**
 * Questionnaires of the organisation's other programmes in which somebody is an organiser: the last published version
 * of each, or the draft where there is none yet.
 */
export async function listCopyable(
  db: Db,
  reader: { staffUserId: string; organisationId: string; exceptProgrammeId: string },
): Promise<Copyable[]> {
  const rows = await db
    .selectFrom("questionnaire")
    .innerJoin("programme", "programme.id", "questionnaire.programme_id")
    .innerJoin("staff_role", "staff_role.programme_id", "programme.id")
    .select(({ selectFrom }) => [
      "programme.id as programmeId",
      "programme.title as programmeTitle",
      "questionnaire.id as id",
      "questionnaire.draft as draft",
      selectFrom("questionnaire_version")
        .select("questionnaire_version.document")
        .whereRef("questionnaire_version.programme_id", "=", "questionnaire.programme_id")
        .whereRef("questionnaire_version.questionnaire_id", "=", "questionnaire.id")
        .orderBy("questionnaire_version.number", "desc")
        .limit(1)
        .as("published"),
    ])
    .where("programme.organisation_id", "=", reader.organisationId)
    .where("programme.id", "!=", reader.exceptProgrammeId)
    .where("staff_role.staff_user_id", "=", reader.staffUserId)
    .where("staff_role.role", "=", "organiser")
    .orderBy("programme.starts_on", "desc")
    .orderBy("questionnaire.created_at")
    .distinctOn(["programme.starts_on", "questionnaire.created_at", "questionnaire.id"])
    .orderBy("questionnaire.id")
    .execute();
  return rows.flatMap(({ published, draft, ...row }) => {
    const content = readDraft(published ?? draft);
    return content ? [{ ...row, draft: content }] : [];
  });
}
