import type { Db } from "../../../db/connect.ts";
import { listLocalities } from "../../../db/queries/programmes.ts";
import {
  type FrozenVersion,
  findQuestionnaireVersion,
  listWaveVersions,
} from "../../../db/queries/questionnaires.ts";
import { findReleaseById, findReleaseId, type Release } from "../../../db/queries/releases.ts";
import { resultsFigures } from "../../../web/figures/all-figures.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import type { Results } from "../../../web/figures/results.ts";
import { keepOwnLocalities } from "../../domain/disclosure/own-localities.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import { keepReached, type Reach } from "../../http/access.ts";
import { newShelf, type Shelf } from "./shelf.ts";

/** A release and the names of what it holds. */
export interface LoadedResults {
  release: Release;
  results: Results;
  /** The version that the release was made with. */
  questionnaire: FrozenVersion;
}

/** Releases, published questionnaires and what follows from them alone, which never change: reading their JSON anew was half the work of a page. */
export interface ResultsShelves {
  releases: Shelf<Release>;
  versions: Shelf<FrozenVersion>;
  /** Lists of figures as a reader sees them: finding their names means making them all. */
  names: Shelf<readonly FigureName[]>;
}

export type FigureName = Pick<Figure, "key" | "title">;

/** Four million characters of JSON come to some 20 MB once read; an ordinary release has fifty thousand. */
const mostCharacters = 4_000_000;

export function newResultsShelves(): ResultsShelves {
  return {
    releases: newShelf(mostCharacters),
    versions: newShelf(mostCharacters),
    names: newShelf(mostCharacters / 10),
  };
}

export interface ResultsWanted {
  programmeId: string;
  /** The release of this number; without it, the newest. */
  number?: number;
  /** Somebody whose role is for single localities gets these and the totals, whatever page or file they open. */
  reach: Reach;
  shelves: ResultsShelves;
}

/**
 * A release of a programme, ready to be shown; undefined while there is none. Whole releases alone lie on the shelves, by
 * their ids: what a reader may see of one is picked anew each time.
 */
export async function loadResults(
  db: Db,
  { programmeId, number, reach, shelves }: ResultsWanted,
): Promise<LoadedResults | undefined> {
  const id = await findReleaseId(db, { programmeId, number });
  const release = id && (await takeRelease(db, { programmeId, id, shelves }));
  if (!release) return undefined;
  const questionnaire = await takeVersion(db, { programmeId, release, shelves });
  const all = await listLocalities(db, programmeId);
  const localities = keepReached(all, { reach });
  const figures = reach.isLimited
    ? keepOwnLocalities(release.figures, new Set(localities.map(({ key }) => key)))
    : release.figures;
  const { document } = questionnaire;
  const results = { figures, localities, scales: document.scales, document };
  return { release: { ...release, figures }, questionnaire, results };
}

async function takeRelease(
  db: Db,
  { programmeId, id, shelves }: { programmeId: string; id: string; shelves: ResultsShelves },
): Promise<Release | undefined> {
  return await shelves.releases.take(id, async () => {
    const found = await findReleaseById(db, { programmeId, id });
    return found && { kept: found.release, weight: found.characters };
  });
}

async function takeVersion(
  db: Db,
  {
    programmeId,
    release,
    shelves,
  }: { programmeId: string; release: Release; shelves: ResultsShelves },
): Promise<FrozenVersion> {
  const versions = await listWaveVersions(db, programmeId);
  const { hash } = release.parameters.questionnaire;
  const meant = versions.find(({ contentHash }) => contentHash === hash) ?? versions[0];
  const version =
    meant &&
    (await shelves.versions.take(meant.versionId, async () => {
      const found = await findQuestionnaireVersion(db, {
        programmeId,
        versionId: meant.versionId,
      });
      return found && { kept: found.version, weight: found.characters };
    }));
  // A release is made from a questionnaire, and one that was published is never removed.
  if (!version) throw new Problem("unexpected");
  return version;
}

/**
 * The figures of a release by name, in reading order. What they are called and which there are depends on the release,
 * the questionnaire, and the localities that the reader sees, under today's names: all of it is in the key.
 */
export async function listFigureNames(
  { release, questionnaire, results }: LoadedResults,
  { language, shelves }: { language: Language; shelves: ResultsShelves },
): Promise<readonly FigureName[]> {
  const { localities } = results;
  const key = JSON.stringify([release.id, questionnaire.versionId, language, localities]);
  const names = await shelves.names.take(key, async () => {
    const figures = resultsFigures(results, language);
    const kept = figures.map((figure) => ({ key: figure.key, title: figure.title }));
    return { kept, weight: key.length + JSON.stringify(kept).length };
  });
  return names ?? [];
}
