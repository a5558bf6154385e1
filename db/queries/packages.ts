import type { Db } from "../connect.ts";
import type { JobStatus } from "../schema/results.ts";

/** The kind under which data packages stand among the exported files. */
export const packageFileKind = "data-package";
export const packageJobKind = "data-package";

export interface ListedPackage {
  id: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  rowCount: number | null;
  releaseNumber: number | null;
  reason: string;
  madeBy: string | null;
  madeAt: Date;
  expiresAt: Date | null;
}

/** The register of data packages, newest first; those whose content is gone stay in it. */
export async function listPackages(db: Db, programmeId: string): Promise<ListedPackage[]> {
  return await db
    .selectFrom("export_file as file")
    .leftJoin("release", (join) =>
      join
        .onRef("release.programme_id", "=", "file.programme_id")
        .onRef("release.id", "=", "file.release_id"),
    )
    .leftJoin("staff_user", "staff_user.id", "file.made_by")
    .select([
      "file.id as id",
      "file.file_name as fileName",
      "file.size_bytes as sizeBytes",
      "file.sha256 as sha256",
      "file.row_count as rowCount",
      "release.number as releaseNumber",
      "file.reason as reason",
      "staff_user.display_name as madeBy",
      "file.made_at as madeAt",
      "file.expires_at as expiresAt",
    ])
    .where("file.programme_id", "=", programmeId)
    .where("file.kind", "=", packageFileKind)
    .orderBy("file.made_at", "desc")
    .orderBy("file.id")
    .execute();
}

export interface PackageJob {
  id: string;
  status: JobStatus;
  progress: number;
  createdAt: Date;
}

/** Packages ordered that are not there yet, or could not be made since `failedSince`; newest first. */
export async function listPackageJobs(
  db: Db,
  { programmeId, failedSince }: { programmeId: string; failedSince: Date },
): Promise<PackageJob[]> {
  return await db
    .selectFrom("job")
    .select(["id", "status", "progress", "created_at as createdAt"])
    .where("programme_id", "=", programmeId)
    .where("kind", "=", packageJobKind)
    .where(({ or, and, eb }) =>
      or([
        eb("status", "in", ["waiting", "running"]),
        and([eb("status", "=", "failed"), eb("finished_at", ">", failedSince)]),
      ]),
    )
    .orderBy("created_at", "desc")
    .execute();
}
