import { sql } from "kysely";
import type { Db } from "../connect.ts";

export interface NewAnnex {
  programmeId: string;
  number: number;
  releaseId: string;
  audience: "public" | "funder" | "closed";
  language: string;
  madeAt: Date;
  madeBy: string;
}

/** Registers an annex under its number; made again, it keeps the number and gets the next revision. */
export async function insertAnnex(
  db: Db,
  annex: NewAnnex,
): Promise<{ id: string; revision: number }> {
  const last = await db
    .selectFrom("annex")
    .select(({ fn }) => fn.max("revision").as("revision"))
    .where("programme_id", "=", annex.programmeId)
    .where("number", "=", annex.number)
    .where("audience", "=", annex.audience)
    .where("language", "=", annex.language)
    .executeTakeFirst();
  return await db
    .insertInto("annex")
    .values({
      programme_id: annex.programmeId,
      number: annex.number,
      revision: (last?.revision ?? 0) + 1,
      release_id: annex.releaseId,
      audience: annex.audience,
      language: annex.language,
      made_at: annex.madeAt,
      made_by: annex.madeBy,
    })
    .returning(["id", "revision"])
    .executeTakeFirstOrThrow();
}

export interface AnnexToMake {
  id: string;
  programmeId: string;
  number: number;
  revision: number;
  releaseId: string;
  releaseNumber: number;
  language: string;
  madeAt: Date;
}

export async function findAnnex(
  db: Db,
  key: { programmeId: string; annexId: string },
): Promise<AnnexToMake | undefined> {
  return await db
    .selectFrom("annex")
    .innerJoin("release", (join) =>
      join
        .onRef("release.programme_id", "=", "annex.programme_id")
        .onRef("release.id", "=", "annex.release_id"),
    )
    .select([
      "annex.id as id",
      "annex.programme_id as programmeId",
      "annex.number as number",
      "annex.revision as revision",
      "annex.release_id as releaseId",
      "release.number as releaseNumber",
      "annex.language as language",
      "annex.made_at as madeAt",
    ])
    .where("annex.programme_id", "=", key.programmeId)
    .where("annex.id", "=", key.annexId)
    .executeTakeFirst();
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
