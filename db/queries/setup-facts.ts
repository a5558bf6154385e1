import { type EntryStep, entrySteps } from "../../server/domain/setup/entry-fields.ts";
import type { SetupFacts } from "../../server/domain/setup/steps.ts";
import type { Db } from "../connect.ts";
import { listNoticeVersions } from "./notices.ts";
import { getOrganisationRecord } from "./organisation-record.ts";
import type { Programme } from "./programmes.ts";
import { countEntries } from "./setup-entries.ts";
import { getProgrammeRecord, hasAnswers, listStepsNotNeeded } from "./setup-programme.ts";
import { listPublishedVersions, listWaveSettings } from "./wave-setup.ts";

/** Everything that tells how far a programme's set-up is. */
export async function gatherSetupFacts(
  db: Db,
  programme: Pick<Programme, "id" | "organisationId">,
): Promise<SetupFacts> {
  const { id } = programme;
  const record = await getProgrammeRecord(db, id);
  const organisation = await getOrganisationRecord(db, programme.organisationId);
  const [notice] = await listNoticeVersions(db, id);
  const waves = await listWaveSettings(db, id);
  return {
    counts: await countEntries(db, id),
    notNeeded: new Set((await listStepsNotNeeded(db, id)).filter(isStep)),
    hasContractTitle: hasWords(record.contractTitle),
    hasGoal: hasWords(record.goal),
    hasEvaluator: record.evaluatorName !== "",
    hasSmallestWorthwhile: record.smallestWorthwhilePoints !== null,
    hasAnswers: await hasAnswers(db, id),
    isControllerKnown: [organisation.code, organisation.address, organisation.email].every(Boolean),
    areRetentionDatesSet: record.keyDestroyOn !== null && record.answersDeleteOn !== null,
    identityMode: record.identityMode,
    languages: record.languages,
    publishedVersions: (await listPublishedVersions(db, id)).length,
    notice: notice ? { mode: notice.identityMode, languages: languagesWith(notice.text) } : null,
    waves: waves.map(({ kind }) => kind),
  };
}

function isStep(step: string): step is EntryStep {
  return entrySteps.some((one) => one === step);
}

function hasWords(text: Readonly<Record<string, string>>): boolean {
  return languagesWith(text).length > 0;
}

function languagesWith(text: Readonly<Record<string, string>>): string[] {
  return Object.keys(text).filter((language) => text[language] !== "");
}
