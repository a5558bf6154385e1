import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteEarlierUpload,
  type ImportedResponse,
  insertEarlierImport,
  insertImportedResponses,
  listClosedPlaces,
  lockEarlierUpload,
  reopenForImport,
} from "../../../db/queries/earlier-answers.ts";
import type { WaveQuestionnaire } from "../../../db/queries/questionnaires.ts";
import { allowLongReading, inTransaction } from "../../../db/transaction.ts";
import type { EarlierReadings, EarlierResponse } from "../../domain/earlier/earlier-rows.ts";
import { scoringVersion } from "../../domain/scoring/score-response.ts";
import { buildResponses } from "./build-responses.ts";

export interface EarlierImport {
  programmeId: string;
  uploadId: string;
  sheet: string;
  readings: EarlierReadings;
  waves: readonly WaveQuestionnaire[];
  day: string;
  today: string;
  language: string;
  reason: string;
  importedBy: string;
  now: Date;
}

export type Imported =
  | { outcome: "imported"; responses: number; reopened: number }
  | {
      outcome:
        | "imported-before"
        | "wave-answered"
        | "another-locality"
        | "answered-already"
        | "gone";
    };

/** Thrown inside so that nothing half done remains, and told to whoever asked. */
class Refused extends Error {
  readonly outcome: Exclude<Imported, { outcome: "imported" }>["outcome"];

  constructor(outcome: Refused["outcome"]) {
    super(outcome);
    this.outcome = outcome;
  }
}

const reopenedMilliseconds = 24 * 3_600_000;

/**
 * Stores the responses of a file, all of them or none. What a wave that closed empty had shut is opened for them, with
 * its window ahead, so that closing it releases the results in the usual way; where people have answered already, a
 * closed wave stays closed. The same sheet of the same file is never imported twice.
 */
export async function importAnswers(db: Db, input: EarlierImport): Promise<Imported> {
  try {
    return await inTransaction(db, (tx) => importAll(tx, input));
  } catch (error) {
    if (error instanceof Refused) return { outcome: error.outcome };
    throw error;
  }
}

async function importAll(tx: Db, input: EarlierImport): Promise<Imported> {
  const { programmeId, uploadId, readings, waves } = input;
  await allowLongReading(tx);
  const fileHash = await takeUpload(tx, input);
  const reopened = await openClosedPlaces(tx, input);
  const { responses } = readings;
  const built = await buildResponses(tx, { programmeId, responses, waves });
  if (!built) throw new Refused("another-locality");
  await storeAll(tx, input, built);
  await deleteEarlierUpload(tx, { programmeId, id: uploadId });
  await noteImport(tx, input, { fileHash, responses: built.length, reopened });
  return { outcome: "imported", responses: built.length, reopened };
}

/** Whoever comes second waits for the first, and then finds nothing. */
async function takeUpload(tx: Db, input: EarlierImport): Promise<string> {
  const { programmeId, uploadId, sheet, readings, importedBy, today, now } = input;
  const fileHash = await lockEarlierUpload(tx, { programmeId, id: uploadId, now });
  if (fileHash === undefined) throw new Refused("gone");
  const responses = readings.responses.length;
  const about = { programmeId, fileHash, sheet, responses, importedBy, importedOn: today };
  if (!(await insertEarlierImport(tx, about))) throw new Refused("imported-before");
  return fileHash;
}

async function openClosedPlaces(tx: Db, input: EarlierImport): Promise<number> {
  const { programmeId, now } = input;
  const wanted = new Set(
    input.readings.responses.map((one) => placeOf(waveOf(one, input), one.localityId)),
  );
  const closed = (await listClosedPlaces(tx, programmeId)).filter((place) =>
    wanted.has(placeOf(place.waveId, place.localityId)),
  );
  if (closed.some(({ hasResponses }) => hasResponses)) throw new Refused("wave-answered");
  const closesAt = new Date(now.getTime() + reopenedMilliseconds);
  // Nobody may answer in it: it opens only when it ends.
  for (const { waveId, localityId } of closed) {
    await reopenForImport(tx, { programmeId, waveId, localityId, opensAt: closesAt, closesAt });
  }
  return closed.length;
}

function placeOf(waveId: string, localityId: string): string {
  return `${waveId} ${localityId}`;
}

function waveOf({ wave }: EarlierResponse, { waves }: EarlierImport): string {
  return waves.find(({ kind }) => kind === wave)!.waveId;
}

async function storeAll(
  tx: Db,
  { programmeId, language, day, importedBy }: EarlierImport,
  responses: readonly ImportedResponse[],
): Promise<void> {
  const about = { programmeId, language, day, scoringVersion, enteredBy: importedBy };
  const stored = await insertImportedResponses(tx, about, responses);
  if (stored < responses.length) throw new Refused("answered-already");
}

/** Last of all: the log of deeds is one chain, and whoever has written into it holds up everybody else. */
async function noteImport(
  tx: Db,
  { programmeId, now, importedBy, reason, readings }: EarlierImport,
  told: { fileHash: string; responses: number; reopened: number },
): Promise<void> {
  const leftOut = new Set(readings.faults.map(({ row }) => row)).size;
  await insertAuditEvent(tx, {
    programmeId,
    at: now,
    actor: importedBy,
    action: "imported-earlier-answers",
    subject: told.fileHash,
    reason,
    detail: { responses: told.responses, leftOut, reopened: told.reopened },
  });
}
