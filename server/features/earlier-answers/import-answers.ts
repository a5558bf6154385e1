import { createHash, randomUUID } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteEarlierUpload,
  findEarlierUpload,
  type ImportedResponse,
  insertEarlierImport,
  insertImportedResponses,
  listClosedPlaces,
  pairingCodesFor,
  reopenForImport,
} from "../../../db/queries/earlier-answers.ts";
import type { WaveQuestionnaire } from "../../../db/queries/questionnaires.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { EarlierReadings, EarlierResponse } from "../../domain/earlier/earlier-rows.ts";
import { completeAnswers } from "../../domain/response/complete-answers.ts";
import { scoreResponse, scoringVersion } from "../../domain/scoring/score-response.ts";

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
  const { programmeId, uploadId, readings } = input;
  const upload = await findEarlierUpload(tx, {
    programmeId,
    id: uploadId,
    now: input.now,
    isLocked: true,
  });
  if (!upload) throw new Refused("gone");
  const isFirst = await insertEarlierImport(tx, {
    programmeId,
    fileHash: upload.fileHash,
    sheet: input.sheet,
    responses: readings.responses.length,
    importedBy: input.importedBy,
    importedOn: input.today,
  });
  if (!isFirst) throw new Refused("imported-before");
  const reopened = await openClosedPlaces(tx, input);
  const responses = await withPairingCodes(tx, input);
  const about = {
    programmeId,
    language: input.language,
    day: input.day,
    scoringVersion,
    enteredBy: input.importedBy,
  };
  const stored = await insertImportedResponses(tx, about, responses);
  if (stored < responses.length) throw new Refused("answered-already");
  await insertAuditEvent(tx, {
    programmeId,
    at: input.now,
    actor: input.importedBy,
    action: "imported-earlier-answers",
    subject: upload.fileHash,
    reason: input.reason,
    detail: {
      responses: stored,
      leftOut: new Set(readings.faults.map(({ row }) => row)).size,
      reopened,
    },
  });
  await deleteEarlierUpload(tx, { programmeId, id: uploadId });
  return { outcome: "imported", responses: stored, reopened };
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

/** Who has the same code in the file is one person; who has none pairs with nobody. */
async function withPairingCodes(tx: Db, input: EarlierImport): Promise<ImportedResponse[]> {
  const { programmeId, readings } = input;
  const people = new Map<string, { hash: Buffer; localityId: string }>();
  for (const { code, localityId } of readings.responses) {
    if (code !== "") people.set(code, { hash: hashOf(programmeId, code), localityId });
  }
  const known = await pairingCodesFor(tx, programmeId, [...people.values()]);
  return readings.responses.map((response) => {
    const hash = people.get(response.code)?.hash.toString("hex");
    const person = hash === undefined ? undefined : known.get(hash);
    if (person && person.localityId !== response.localityId) throw new Refused("another-locality");
    return { ...scored(response, input), pairingCode: person?.pairingCode ?? randomUUID() };
  });
}

/** Codes themselves are not kept. */
function hashOf(programmeId: string, code: string): Buffer {
  return createHash("sha256")
    .update(`${programmeId}\n${code.normalize("NFC")}`)
    .digest();
}

function scored(response: EarlierResponse, { waves }: EarlierImport) {
  const { waveId, versionId, noticeId, document } = waves.find(
    ({ kind }) => kind === response.wave,
  )!;
  const answers = completeAnswers(document, {
    wave: response.wave,
    isNewcomer: true,
    answers: response.answers,
  });
  const { localityId } = response;
  return {
    waveId,
    versionId,
    noticeId,
    localityId,
    answers,
    scores: scoreResponse(document, answers),
  };
}
