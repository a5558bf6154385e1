import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { type CellRow, countCells, insertCells } from "../../../db/queries/cells.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import { findProgramme, listLocalities } from "../../../db/queries/programmes.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { insertRelease, lockReleases } from "../../../db/queries/release-rows.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ReleaseInput, ScaleInput } from "../../domain/disclosure/input.ts";
import { release } from "../../domain/disclosure/release.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { lattice } from "../../domain/scoring/lattice.ts";
import { scaleRule, scoringVersion } from "../../domain/scoring/score-response.ts";

export interface Releasing {
  programmeId: string;
  madeBy: string | null;
  now: Date;
  reason: string;
}

/**
 * Counts, judges and freezes: one release of everything whose waves have closed. The figures of both audiences are kept
 * with the parameters that made them and a hash; no view and no file ever computes a figure again.
 */
export async function makeRelease(
  db: Db,
  { programmeId, madeBy, now, reason }: Releasing,
): Promise<{ id: string; number: number }> {
  return await inTransaction(db, async (tx) => {
    await lockReleases(tx, programmeId);
    const cells = await countCells(tx, programmeId);
    const { input, parameters } = await gatherInput(tx, programmeId, cells);
    const evaluatorFigures = release(input, "evaluator");
    const publicFigures = release(input, "public");
    const frozen = { parameters, evaluatorFigures, publicFigures };
    const made = await insertRelease(tx, {
      programmeId,
      madeAt: now,
      madeBy,
      reason,
      ...frozen,
      contentHash: contentHash(frozen),
    });
    await insertCells(tx, { programmeId, releaseId: made.id, rows: cells });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: madeBy ?? "system",
      action: "made-release",
      subject: made.id,
      reason,
      detail: { number: made.number },
    });
    return made;
  });
}

async function gatherInput(db: Db, programmeId: string, cells: readonly CellRow[]) {
  const programme = await findProgramme(db, programmeId);
  if (!programme) throw new Problem("not-found");
  const questionnaire = (await listWaveQuestionnaires(db, programmeId))[0];
  if (!questionnaire) throw new Problem("release-not-possible");
  const localities = await listLocalities(db, programmeId);
  const keyOf = new Map(localities.map(({ id, key }) => [id, key]));
  const input: ReleaseInput = {
    threshold: programme.threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    localities: await countParticipation(db, programmeId),
    scales: questionnaire.document.scales.map((scale) =>
      scaleInput(questionnaire.document, scale.key, { cells, keyOf }),
    ),
  };
  const parameters = {
    threshold: programme.threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    scoringVersion,
    questionnaire: { number: questionnaire.number, hash: questionnaire.contentHash },
  };
  return { input, parameters };
}

/** One scale's cells by locality; localities that have been withdrawn take no part. */
function scaleInput(
  document: QuestionnaireDocument,
  scaleKey: string,
  { cells, keyOf }: { cells: readonly CellRow[]; keyOf: Map<string, string> },
): ScaleInput {
  const scale = document.scales.find((candidate) => candidate.key === scaleKey)!;
  const rule = scaleRule(document, scale);
  const { step, top } = lattice(rule);
  const rows = cells.filter((cell) => cell.scaleKey === scaleKey);
  return {
    key: scale.key,
    kind: scale.kind,
    top,
    answerStep: rule.kind === "rating" ? step / rule.items : 1,
    localities: [...keyOf].map(([id, locality]) => ({
      locality,
      cells: rows
        .filter((row) => row.localityId === id)
        .map(({ before, after, count }) => ({ before, after, count })),
    })),
  };
}
