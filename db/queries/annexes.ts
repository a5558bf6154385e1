import { sql } from "kysely";
import type { AnnexChange, AnnexRecord, PrintedNumber } from "../../server/domain/annex/changes.ts";
import { type AnnexChoices, annexChoicesSchema } from "../../server/domain/annex/choices.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface NewAnnex {
  programmeId: string;
  choices: AnnexChoices;
  releaseId: string;
  madeAt: Date;
  madeBy: string;
}

/** Registers an annex under its number; made again, it keeps the number and gets the next revision. */
export async function insertAnnex(
  db: Db,
  { programmeId, choices, releaseId, madeAt, madeBy }: NewAnnex,
): Promise<{ id: string; revision: number }> {
  const { number, audience, language } = choices;
  const last = await db
    .selectFrom("annex")
    .select(({ fn }) => fn.max("revision").as("revision"))
    .where("programme_id", "=", programmeId)
    .where("number", "=", number)
    .where("audience", "=", audience)
    .where("language", "=", language)
    .executeTakeFirst();
  return await db
    .insertInto("annex")
    .values({
      programme_id: programmeId,
      number,
      revision: (last?.revision ?? 0) + 1,
      release_id: releaseId,
      audience,
      language,
      options: json(choices),
      made_at: madeAt,
      made_by: madeBy,
    })
    .returning(["id", "revision"])
    .executeTakeFirstOrThrow();
}

export interface AnnexToMake {
  id: string;
  programmeId: string;
  choices: AnnexChoices;
  revision: number;
  releaseId: string;
  releaseNumber: number;
  madeAt: Date;
}

export async function findAnnex(
  db: Db,
  key: { programmeId: string; annexId: string },
): Promise<AnnexToMake | undefined> {
  const row = await db
    .selectFrom("annex")
    .innerJoin("release", (join) =>
      join
        .onRef("release.programme_id", "=", "annex.programme_id")
        .onRef("release.id", "=", "annex.release_id"),
    )
    .select([
      "annex.id as id",
      "annex.programme_id as programmeId",
      "annex.options as choices",
      "annex.revision as revision",
      "annex.release_id as releaseId",
      "release.number as releaseNumber",
      "annex.made_at as madeAt",
    ])
    .where("annex.programme_id", "=", key.programmeId)
    .where("annex.id", "=", key.annexId)
    .executeTakeFirst();
  return row && { ...row, choices: annexChoicesSchema.parse(row.choices) };
}

/** What the revision before this one was made of, if it was finished; undefined for a first one. */
export async function findEarlierRecord(
  db: Db,
  { programmeId, choices, revision }: Pick<AnnexToMake, "programmeId" | "choices" | "revision">,
): Promise<AnnexRecord | undefined> {
  const row = await db
    .selectFrom("annex")
    .innerJoin("release", (join) =>
      join
        .onRef("release.programme_id", "=", "annex.programme_id")
        .onRef("release.id", "=", "annex.release_id"),
    )
    .select(["annex.options as choices", "annex.printed as printed", "release.number as release"])
    .where("annex.programme_id", "=", programmeId)
    .where("annex.number", "=", choices.number)
    .where("annex.audience", "=", choices.audience)
    .where("annex.language", "=", choices.language)
    .where("annex.revision", "<", revision)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("annex_file")
          .select("annex_file.annex_id")
          .whereRef("annex_file.programme_id", "=", "annex.programme_id")
          .whereRef("annex_file.annex_id", "=", "annex.id"),
      ),
    )
    .orderBy("annex.revision", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  const printed = row.printed as PrintedNumber[];
  return { ...annexChoicesSchema.parse(row.choices), printed, release: row.release };
}

/** Keeps with a finished annex what it printed, and what changed from the revision before it. */
export async function recordAnnex(
  db: Db,
  record: {
    programmeId: string;
    annexId: string;
    printed: readonly PrintedNumber[];
    changes: readonly AnnexChange[];
  },
): Promise<void> {
  await db
    .updateTable("annex")
    .set({ printed: json(record.printed), changes: json(record.changes) })
    .where("programme_id", "=", record.programmeId)
    .where("id", "=", record.annexId)
    .execute();
}

/** The choices of the annex made last, by which the next is begun; of one number, or of any. */
export async function findLastChoices(
  db: Db,
  { programmeId, annexId }: { programmeId: string; annexId?: string },
): Promise<AnnexChoices | undefined> {
  let query = db
    .selectFrom("annex")
    .select("options")
    .where("programme_id", "=", programmeId)
    .orderBy("made_at", "desc")
    .limit(1);
  if (annexId !== undefined) query = query.where("id", "=", annexId);
  const row = await query.executeTakeFirst();
  return row && annexChoicesSchema.parse(row.options);
}

/** Enters a finished file with its annex in the register. */
export async function insertAnnexFile(
  db: Db,
  key: { programmeId: string; annexId: string; fileId: string },
): Promise<void> {
  await db
    .insertInto("annex_file")
    .values({
      programme_id: key.programmeId,
      annex_id: key.annexId,
      export_file_id: key.fileId,
    })
    .execute();
}

export interface AnnexFile {
  id: string;
  fileName: string;
  sha256: string;
}

export interface ListedAnnex {
  id: string;
  number: number;
  revision: number;
  releaseNumber: number;
  language: string;
  audience: AnnexChoices["audience"];
  changes: AnnexChange[];
  madeAt: Date;
  files: AnnexFile[];
  jobId: string | null;
  jobStatus: string | null;
}

/** The register of annexes, newest first, each with its files or the job that is making them. */
export async function listAnnexes(db: Db, programmeId: string): Promise<ListedAnnex[]> {
  const { rows } = await sql<ListedAnnex>`
    select
      annex.id, annex.number, annex.revision, annex.language,
      annex.audience, annex.changes,
      annex.made_at as "madeAt",
      release.number as "releaseNumber",
      job.id as "jobId", job.status as "jobStatus",
      coalesce((
        select jsonb_agg(
          jsonb_build_object('id', file.id, 'fileName', file.file_name, 'sha256', file.sha256)
          order by file.file_name
        )
        from annex_file
        join export_file as file
          on file.programme_id = annex_file.programme_id and file.id = annex_file.export_file_id
        where annex_file.programme_id = annex.programme_id and annex_file.annex_id = annex.id
      ), '[]') as files
    from annex
    join release on release.programme_id = annex.programme_id and release.id = annex.release_id
    left join job
      on job.programme_id = annex.programme_id
      and job.kind = 'annex'
      and job.payload ->> 'annexId' = annex.id::text
    where annex.programme_id = ${programmeId}
    order by annex.made_at desc, annex.number, annex.revision desc
  `.execute(db);
  return rows;
}
