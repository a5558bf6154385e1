import type { Db } from "../../../db/connect.ts";
import { listLocalities } from "../../../db/queries/programmes.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { findLatestRelease, findRelease, type Release } from "../../../db/queries/releases.ts";
import type { Results } from "../../../web/figures/results.ts";
import { keepOwnLocalities } from "../../domain/disclosure/own-localities.ts";
import { Problem } from "../../domain/problem.ts";
import { keepReached, type Reach } from "../../http/access.ts";

/** A release and the names of what it holds. */
export interface LoadedResults {
  release: Release;
  results: Results;
  /** The version that the release was made with. */
  questionnaire: WaveQuestionnaire;
}

/** The newest release of a programme, ready to be shown; undefined while there is none. */
export async function loadResults(
  db: Db,
  programmeId: string,
  reach: Reach = { isLimited: false },
): Promise<LoadedResults | undefined> {
  const release = await findLatestRelease(db, programmeId);
  const loaded = release && (await nameRelease(db, programmeId, release));
  if (!loaded || !reach.isLimited) return loaded;
  const own = keepReached(await listLocalities(db, programmeId), { reach });
  return keepOwn(loaded, new Set(own.map(({ key }) => key)));
}

/** Somebody who evaluates single localities gets their rows and the total, whatever page or file they open. */
function keepOwn(loaded: LoadedResults, own: ReadonlySet<string>): LoadedResults {
  const localities = loaded.results.localities.filter(({ key }) => own.has(key));
  const figures = keepOwnLocalities(loaded.release.figures, own);
  return {
    ...loaded,
    release: { ...loaded.release, figures },
    results: { ...loaded.results, figures, localities },
  };
}

/** An earlier release by its number, ready to be shown. */
export async function loadEarlierResults(
  db: Db,
  key: { programmeId: string; number: number },
): Promise<LoadedResults | undefined> {
  const release = await findRelease(db, key);
  return release && (await nameRelease(db, key.programmeId, release));
}

/** A release with the names of its scales, items and localities. */
async function nameRelease(db: Db, programmeId: string, release: Release): Promise<LoadedResults> {
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  const { hash } = release.parameters.questionnaire;
  const questionnaire =
    questionnaires.find(({ contentHash }) => contentHash === hash) ?? questionnaires[0];
  // A release is made from a questionnaire, and one that was published is never removed.
  if (!questionnaire) throw new Problem("unexpected");
  const localities = await listLocalities(db, programmeId);
  const { document } = questionnaire;
  const { figures } = release;
  const results = { figures, localities, scales: document.scales, document };
  return { release, questionnaire, results };
}
