import type { Db } from "../../../db/connect.ts";
import {
  listQuestionnaireVersions,
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { compareScale } from "../../domain/comparison/comparable-scales.ts";
import { partnersBetween } from "../../domain/comparison/equivalence.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";

/** The version that a release speaks in, and how other versions' answers are read as its own. */
export interface ReleaseInstrument {
  document: QuestionnaireDocument;
  number: number;
  contentHash: string;
  /** Scales that mean something else in another wave: nothing of theirs is compared. */
  changedScales: ReadonlySet<string>;
  /** By version id: the key there of an item that has another key here. */
  keysIn: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * The version asked after the training, since releases come of it; versions of the other waves are read by what their
 * editors declared equivalent (questionnaire_version.equivalent_items).
 */
export async function loadInstrument(db: Db, programmeId: string): Promise<ReleaseInstrument> {
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  const main = questionnaires.find(({ kind }) => kind === "after") ?? questionnaires[0];
  if (!main) throw new Problem("release-not-possible");
  const { document, number, contentHash } = main;
  const own = { document, number, contentHash };
  const others = questionnaires.filter(({ versionId }) => versionId !== main.versionId);
  if (others.length === 0) return { ...own, changedScales: new Set(), keysIn: new Map() };
  const versions = await listQuestionnaireVersions(db, programmeId);
  const linked = others.map((other) => {
    const numbers = { from: main.number, to: other.number };
    return { other, partners: partnersBetween(versions, numbers) };
  });
  const before = linked.find(({ other }) => other.kind === "before");
  return {
    ...own,
    changedScales: new Set(before ? changedBetween(main, before) : []),
    keysIn: new Map(linked.map(({ other, partners }) => [other.versionId, partners])),
  };
}

function changedBetween(
  main: WaveQuestionnaire,
  { other, partners }: { other: WaveQuestionnaire; partners: Record<string, string> },
): string[] {
  const questionnaires = { one: main.document, other: other.document, equivalent: partners };
  return main.document.scales
    .map(({ key }) => key)
    .filter((key) => !compareScale(key, questionnaires).comparable);
}
