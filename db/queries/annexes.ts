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

export async function setAnnexFile(
  db: Db,
  key: { programmeId: string; annexId: string; fileId: string },
): Promise<void> {
  await db
    .updateTable("annex")
    .set({ export_file_id: key.fileId })
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.annexId)
    .execute();
}

export interface ListedAnnex {
  id: string;
  number: number;
  revision: number;
  releaseNumber: number;
  language: string;
  madeAt: Date;
  fileId: string | null;
  fileName: string | null;
  sha256: string | null;
  jobId: string | null;
  jobStatus: string | null;
}

/** The register of annexes, newest first, each with its file or the job that is making it. */
export async function listAnnexes(db: Db, programmeId: string): Promise<ListedAnnex[]> {
  const { rows } = await sql<ListedAnnex>`
    select
      annex.id, annex.number, annex.revision, annex.language,
      annex.made_at as "madeAt",
      release.number as "releaseNumber",
      export_file.id as "fileId", export_file.file_name as "fileName", export_file.sha256,
      job.id as "jobId", job.status as "jobStatus"
    from annex
    join release on release.programme_id = annex.programme_id and release.id = annex.release_id
    left join export_file
      on export_file.programme_id = annex.programme_id and export_file.id = annex.export_file_id
    left join job
      on job.programme_id = annex.programme_id
      and job.kind = 'annex'
      and job.payload ->> 'annexId' = annex.id::text
    where annex.programme_id = ${programmeId}
    order by annex.made_at desc, annex.revision desc
  `.execute(db);
  return rows;
}
