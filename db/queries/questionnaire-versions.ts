import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { type WaveKind, waveKinds } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface PublishedVersion {
  id: string;
  questionnaireId: string;
  number: number;
  document: QuestionnaireDocument;
  contentHash: string;
  publishedAt: Date;
  /**
   * Keys of this version's items that mean the same as an item of the version before it, with that item's key. An item
   * that is not named here was changed or is new: it must not be compared with the version before.
   */
  equivalentItems: Record<string, string>;
}

const versionColumns = [
  "id",
  "questionnaire_id as questionnaireId",
  "number",
  "document",
  "content_hash as contentHash",
  "published_at as publishedAt",
  "equivalent_items as equivalentItems",
] as const;

/** The versions of a programme's questionnaires, or of one of them, newest first. */
export async function listVersions(
  db: Db,
  { programmeId, questionnaireId }: { programmeId: string; questionnaireId?: string },
): Promise<PublishedVersion[]> {
  return await db
    .selectFrom("questionnaire_version")
    .select(versionColumns)
    .where("programme_id", "=", programmeId)
    .$if(questionnaireId !== undefined, (query) =>
      query.where("questionnaire_id", "=", questionnaireId!),
    )
    .orderBy("number", "desc")
    .execute();
}

/** Stores a version; no later statement can change it. */
export async function insertVersion(
  db: Db,
  input: Omit<PublishedVersion, "id"> & { programmeId: string },
): Promise<string> {
  const { id } = await db
    .insertInto("questionnaire_version")
    .values({
      programme_id: input.programmeId,
      questionnaire_id: input.questionnaireId,
      number: input.number,
      document: json(input.document),
      content_hash: input.contentHash,
      published_at: input.publishedAt,
      equivalent_items: json(input.equivalentItems),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface WaveUse {
  waveId: string;
  kind: WaveKind;
  versionId: string;
  /** Whether somebody has begun to answer: from then on the wave keeps its version. */
  hasAnswers: boolean;
}

/** Which version each wave of a programme uses, in the order of waves; locked until the transaction ends if so wished. */
export async function listWaveUses(
  db: Db,
  { programmeId, isLocked }: { programmeId: string; isLocked?: boolean },
): Promise<WaveUse[]> {
  const rows = await db
    .selectFrom("wave")
    .select(({ exists, selectFrom }) => [
      "wave.id as waveId",
      "wave.kind as kind",
      "wave.questionnaire_version_id as versionId",
      exists(
        selectFrom("answers.response")
          .select("answers.response.wave_id")
          .whereRef("answers.response.programme_id", "=", "wave.programme_id")
          .whereRef("answers.response.wave_id", "=", "wave.id"),
      ).as("hasAnswers"),
    ])
    .where("wave.programme_id", "=", programmeId)
    .$if(isLocked === true, (query) => query.forUpdate())
    .execute();
  return rows
    .map((row) => ({ ...row, hasAnswers: Boolean(row.hasAnswers) }))
    .sort((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind));
}

/** Gives a wave another version. */
export async function updateWaveVersion(
  db: Db,
  { programmeId, waveId, versionId }: { programmeId: string; waveId: string; versionId: string },
): Promise<void> {
  await db
    .updateTable("wave")
    .set({ questionnaire_version_id: versionId })
    .where("programme_id", "=", programmeId)
    .where("id", "=", waveId)
    .execute();
}
