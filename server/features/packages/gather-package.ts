import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { type CellRow, countCells, listFrozenCells } from "../../../db/queries/cells.ts";
import {
  countSubmitted,
  listPackageRows,
  type PackageRow,
} from "../../../db/queries/package-rows.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import {
  findProgramme,
  type Locality,
  listLocalities,
  type Programme,
} from "../../../db/queries/programmes.ts";
import { findNotice } from "../../../db/queries/published.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { listReleasedFigures } from "../../../db/queries/release-rows.ts";
import { findRelease, type Release } from "../../../db/queries/releases.ts";
import type { LocalityParticipation, ReleasedFigures } from "../../domain/disclosure/figures.ts";
import type { PackageResponse } from "../../domain/package/package-response.ts";
import { Problem } from "../../domain/problem.ts";
import type { NoticeStatement } from "../../domain/words.ts";

/** All that a package is made of, as it was at one moment. */
export interface PackageSource {
  programme: Programme;
  producer: string;
  localities: Locality[];
  questionnaire: WaveQuestionnaire;
  consents: NoticeStatement[];
  release: Release;
  /** What was told before this release, to the same people. */
  earlier: ReleasedFigures[];
  frozenCells: CellRow[];
  currentCells: CellRow[];
  participation: LocalityParticipation[];
  /** Counted by the database itself. */
  submitted: number;
  /** Shuffled; those that no figure counts are among them. */
  responses: PackageResponse[];
}

/** Reads everything; in a transaction that sees one moment, so that rows, counts and cells belong together. */
export async function gatherPackage(
  db: Db,
  { programmeId, releaseNumber }: { programmeId: string; releaseNumber: number },
): Promise<PackageSource> {
  const programme = await findProgramme(db, programmeId);
  const release = await findRelease(db, { programmeId, number: releaseNumber });
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  // The one that the release was made with; its hash stands in the release.
  const questionnaire = questionnaires.find(
    ({ contentHash }) => contentHash === release?.parameters.questionnaire.hash,
  );
  if (!programme || !release || !questionnaire) throw new Problem("not-found");
  const told = await listReleasedFigures(db, programmeId);
  const upTo = told.findIndex(({ id }) => id === release.id);
  const rows = await listPackageRows(db, programmeId);
  return {
    programme,
    release,
    questionnaire,
    producer: (await findOrganisation(db, programme.organisationId))?.name ?? "",
    localities: await listLocalities(db, programmeId),
    consents: await listConsents(db, programmeId, questionnaires),
    earlier: told.slice(0, upTo).map(({ evaluator }) => evaluator),
    frozenCells: await listFrozenCells(db, { programmeId, releaseId: release.id }),
    currentCells: await countCells(db, programmeId),
    participation: await countParticipation(db, programmeId),
    submitted: await countSubmitted(db, programmeId),
    responses: disguise(shuffle(rows, release.id)),
  };
}

/** What could be agreed to in any wave's notice. */
async function listConsents(
  db: Db,
  programmeId: string,
  questionnaires: readonly WaveQuestionnaire[],
): Promise<NoticeStatement[]> {
  const consents = new Map<string, NoticeStatement>();
  for (const noticeId of new Set(questionnaires.map((one) => one.noticeId))) {
    const notice = await findNotice(db, { programmeId, noticeId });
    for (const one of notice?.statements ?? []) {
      if (one.kind === "consent") consents.set(one.key, one);
    }
  }
  return [...consents.values()];
}

/**
 * An order that has to do with nothing: that of hashes of the responses' random ids, seeded by the release's own random
 * id. The same release gives the same order again, and whoever has the package alone can undo nothing.
 */
function shuffle(rows: readonly PackageRow[], seed: string): PackageRow[] {
  const ranked = rows.map((row) => {
    return { row, rank: createHash("sha256").update(`${seed} ${row.responseId}`).digest("hex") };
  });
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ row }) => row);
}

/** Gives every person a random id that is kept nowhere else, in place of the pairing code. */
function disguise(rows: readonly PackageRow[]): PackageResponse[] {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const idOf = (code: string) => {
    const id = ids.get(code) ?? freshId(taken);
    ids.set(code, id);
    return id;
  };
  return rows.map(({ responseId: _, pairingCode, isLocalityWithdrawn, ...row }) => ({
    ...row,
    pair: idOf(pairingCode),
    excludedBecause: row.excludedBecause ?? (isLocalityWithdrawn ? "locality-withdrawn" : null),
  }));
}

/** A letter first: no program takes it for a number. */
function freshId(taken: Set<string>): string {
  for (;;) {
    const id = `P${randomBytes(6).toString("hex")}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
