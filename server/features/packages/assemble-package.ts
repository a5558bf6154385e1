import type { Db } from "../../../db/connect.ts";
import { allowLongReading, inTransaction } from "../../../db/transaction.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { Language } from "../../domain/text.ts";
import { buildFiles } from "./build-files.ts";
import { gatherPackage, type PackageSource } from "./gather-package.ts";
import { sealPackage } from "./seal-package.ts";

/** Plain data, so that it can be handed to another thread. */
export interface PackageWish {
  programmeId: string;
  releaseNumber: number;
  language: Language;
  hasOpenTexts: boolean;
  now: Date;
}

/** A package as it is kept, and what its record tells. */
export interface AssembledPackage {
  content: Uint8Array;
  fileName: string;
  releaseId: string;
  submitted: number;
}

/**
 * Reads one moment of the database, writes every file, checks that no row was lost, and gives the zip. It takes its
 * thread for as long as there are rows. `progress` hears how far it is, in percent.
 */
export async function assemblePackage(
  db: Db,
  wish: PackageWish,
  progress: (percent: number) => Promise<void> | void,
): Promise<AssembledPackage> {
  const source = await inTransaction(
    db,
    async (tx) => {
      await allowLongReading(tx);
      return await gatherPackage(tx, wish);
    },
    { isolation: "repeatable read" },
  );
  await progress(30);
  const { programme, release, submitted } = source;
  const day = calendarDay(wish.now, programme.timeZone);
  const files = buildFiles(source, { ...wish, day });
  await progress(70);
  return {
    content: await sealPackage(files, factsOf(source, wish, day)),
    fileName: `${programme.slug}-${release.number}-data-${day}.zip`,
    releaseId: release.id,
    submitted,
  };
}

function factsOf(
  { programme, release, submitted }: PackageSource,
  { hasOpenTexts }: PackageWish,
  day: string,
) {
  return {
    programme: programme.slug,
    release: release.number,
    releaseHash: release.contentHash,
    day,
    hasOpenTexts,
    submitted,
  };
}
