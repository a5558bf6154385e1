import type { Answers } from "../../server/domain/response/answers.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** One submitted response, with nothing of it finer than a day. */
export interface PackageRow {
  responseId: string;
  pairingCode: string;
  locality: string;
  isLocalityWithdrawn: boolean;
  wave: WaveKind;
  day: string;
  channel: "online" | "kiosk" | "paper" | "import";
  language: string;
  version: number;
  consents: Record<string, boolean>;
  answers: Answers;
  excludedBecause: string | null;
}

/** Every submitted response of a programme, those that no figure counts too. Drafts were never sent and are not among them. */
export async function listPackageRows(db: Db, programmeId: string): Promise<PackageRow[]> {
  const rows = await db
    .selectFrom("answers.response as response")
    .innerJoin("wave", (join) =>
      join
        .onRef("wave.programme_id", "=", "response.programme_id")
        .onRef("wave.id", "=", "response.wave_id"),
    )
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "response.programme_id")
        .onRef("locality.id", "=", "response.locality_id"),
    )
    .innerJoin("questionnaire_version as version", (join) =>
      join
        .onRef("version.programme_id", "=", "response.programme_id")
        .onRef("version.id", "=", "response.questionnaire_version_id"),
    )
    .select([
      "response.id as responseId",
      "response.pairing_code as pairingCode",
      "locality.key as locality",
      "locality.withdrawn_at as withdrawnAt",
      "wave.kind as wave",
      "response.submitted_on as day",
      "response.channel as channel",
      "response.language as language",
      "version.number as version",
      "response.consents as consents",
      "response.answers as answers",
      "response.excluded_because as excludedBecause",
    ])
    .where("response.programme_id", "=", programmeId)
    .where("response.status", "=", "submitted")
    .execute();
  return rows.map(({ withdrawnAt, day, ...row }) => {
    return { ...row, day: day!, isLocalityWithdrawn: withdrawnAt !== null };
  });
}

/** How many responses were submitted, counted by itself: what the rows of a package are held against. */
export async function countSubmitted(db: Db, programmeId: string): Promise<number> {
  const { count } = await db
    .selectFrom("answers.response")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("programme_id", "=", programmeId)
    .where("status", "=", "submitted")
    .executeTakeFirstOrThrow();
  return count;
}
