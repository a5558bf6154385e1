import type { Db } from "../../../db/connect.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import { listLocalities } from "../../../db/queries/programmes.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { findLatestRelease, type Release } from "../../../db/queries/releases.ts";
import type { Results } from "../../../web/figures/results.ts";
import type { LocalityParticipation, Participation } from "../../domain/disclosure/figures.ts";
import { addParticipation, releaseParticipation } from "../../domain/disclosure/participation.ts";
import { Problem } from "../../domain/problem.ts";

/** A release and the names of what it holds. */
export interface LoadedResults {
  release: Release;
  results: Results;
  /** The version that the release was made with. */
  questionnaire: WaveQuestionnaire;
}

/** The newest release of a programme, ready to be shown; undefined while there is none. */
export async function loadResults(db: Db, programmeId: string): Promise<LoadedResults | undefined> {
  const release = await findLatestRelease(db, programmeId);
  if (!release) return undefined;
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

/** How far the answering is right now: exact where waves have closed, in steps where they are open. */
export async function loadProgress(
  db: Db,
  programmeId: string,
): Promise<{ all: Participation; localities: LocalityParticipation[] }> {
  const counted = await countParticipation(db, programmeId);
  const localities = counted.map((locality) => releaseParticipation(locality, 0));
  return { all: addParticipation(localities), localities };
}
