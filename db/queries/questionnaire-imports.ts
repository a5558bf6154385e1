import type { Loss } from "../../server/domain/exchange/loss.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** A questionnaire of another system that was read, and is looked at before it is kept. */
export interface QuestionnaireImport {
  id: string;
  fileName: string;
  format: string;
  document: QuestionnaireDocument;
  losses: Loss[];
}

/** Keeps it until it is taken or expires; those that have expired go. */
export async function insertQuestionnaireImport(
  db: Db,
  input: Omit<QuestionnaireImport, "id"> & {
    programmeId: string;
    uploadedBy: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<string> {
  await db.deleteFrom("questionnaire_import").where("expires_at", "<=", input.now).execute();
  const { id } = await db
    .insertInto("questionnaire_import")
    .values({
      programme_id: input.programmeId,
      file_name: input.fileName,
      format: input.format,
      document: json(input.document),
      losses: json(input.losses),
      uploaded_by: input.uploadedBy,
      expires_at: input.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findQuestionnaireImport(
  db: Db,
  key: { programmeId: string; id: string; now: Date },
): Promise<QuestionnaireImport | undefined> {
  return await db
    .selectFrom("questionnaire_import")
    .select(["id", "file_name as fileName", "format", "document", "losses"])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("expires_at", ">", key.now)
    .executeTakeFirst();
}

/** False when it is gone: of two who take it at once, one does. */
export async function deleteQuestionnaireImport(
  db: Db,
  key: { programmeId: string; id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("questionnaire_import")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) === 1;
}
