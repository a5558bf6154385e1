import { sql } from "kysely";
import type { LinkedVersion } from "../../server/domain/comparison/equivalence.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

export interface WaveQuestionnaire {
  waveId: string;
  kind: WaveKind;
  versionId: string;
  noticeId: string;
  number: number;
  contentHash: string;
  document: QuestionnaireDocument;
}

/** The questionnaire version that each wave of a programme uses, in the order of waves. */
export async function listWaveQuestionnaires(
  db: Db,
  programmeId: string,
): Promise<WaveQuestionnaire[]> {
  const rows = await db
    .selectFrom("wave")
    .innerJoin("questionnaire_version", (join) =>
      join
        .onRef("questionnaire_version.programme_id", "=", "wave.programme_id")
        .onRef("questionnaire_version.id", "=", "wave.questionnaire_version_id"),
    )
    .select([
      "wave.id as waveId",
      "wave.kind as kind",
      "wave.notice_version_id as noticeId",
      "questionnaire_version.id as versionId",
      "questionnaire_version.number as number",
      "questionnaire_version.content_hash as contentHash",
      "questionnaire_version.document as document",
    ])
    .where("wave.programme_id", "=", programmeId)
    .execute();
  const order: WaveKind[] = ["before", "after", "followup"];
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** A published version of a questionnaire, which never changes. */
export interface FrozenVersion {
  versionId: string;
  contentHash: string;
  document: QuestionnaireDocument;
}

/** Which versions the waves of a programme use, in the order of waves, without their documents. */
export async function listWaveVersions(
  db: Db,
  programmeId: string,
): Promise<Omit<FrozenVersion, "document">[]> {
  return await db
    .selectFrom("wave")
    .innerJoin("questionnaire_version", (join) =>
      join
        .onRef("questionnaire_version.programme_id", "=", "wave.programme_id")
        .onRef("questionnaire_version.id", "=", "wave.questionnaire_version_id"),
    )
    .select([
      "questionnaire_version.id as versionId",
      "questionnaire_version.content_hash as contentHash",
    ])
    .where("wave.programme_id", "=", programmeId)
    .orderBy(sql`array_position(array['before', 'after', 'followup'], wave.kind)`)
    .execute();
}

/** One version with its document, and how long that is as JSON. */
export async function findQuestionnaireVersion(
  db: Db,
  { programmeId, versionId }: { programmeId: string; versionId: string },
): Promise<{ version: FrozenVersion; characters: number } | undefined> {
  const row = await db
    .selectFrom("questionnaire_version")
    .select(["id as versionId", "content_hash as contentHash", "document"])
    .select(sql<number>`length(document::text)`.as("characters"))
    .where("programme_id", "=", programmeId)
    .where("id", "=", versionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { characters, ...version } = row;
  return { version, characters };
}

/** Every published version of a programme's questionnaire, with what its editors declared to mean the same as before. */
export async function listQuestionnaireVersions(
  db: Db,
  programmeId: string,
): Promise<(LinkedVersion & { contentHash: string })[]> {
  return await db
    .selectFrom("questionnaire_version")
    .select([
      "number",
      "content_hash as contentHash",
      "document",
      "equivalent_items as equivalentItems",
    ])
    .where("programme_id", "=", programmeId)
    .orderBy("number")
    .execute();
}
