import { createHash, randomUUID } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { type ImportedResponse, pairingCodesFor } from "../../../db/queries/earlier-answers.ts";
import type { WaveQuestionnaire } from "../../../db/queries/questionnaires.ts";
import type { EarlierResponse } from "../../domain/earlier/earlier-rows.ts";
import { completeAnswers } from "../../domain/response/complete-answers.ts";
import { scoreResponse } from "../../domain/scoring/score-response.ts";
import { inTurns } from "./in-turns.ts";

export interface ResponsesToBuild {
  programmeId: string;
  responses: readonly EarlierResponse[];
  waves: readonly WaveQuestionnaire[];
}

/**
 * Scores responses and gives each its pairing code: who has the same code in files is one person; who has none pairs
 * with nobody. Undefined where a code was imported before in another locality, for a person has one.
 */
export async function buildResponses(
  tx: Db,
  { programmeId, responses, waves }: ResponsesToBuild,
): Promise<ImportedResponse[] | undefined> {
  const people = await inTurns(listPeople(programmeId, responses));
  const known = await pairingCodesFor(tx, programmeId, [...people.values()]);
  const codeOf = (response: EarlierResponse) => {
    const person = people.get(response.code);
    return person && known.get(person.hash.toString("hex"));
  };
  const hasMoved = responses.some((response) => {
    const person = codeOf(response);
    return person && person.localityId !== response.localityId;
  });
  if (hasMoved) return undefined;
  const pairingCodeOf = (response: EarlierResponse) =>
    codeOf(response)?.pairingCode ?? randomUUID();
  return await inTurns(scoreAll({ responses, waves }, pairingCodeOf));
}

/** By code the person it stands for. */
type People = Map<string, { hash: Buffer; localityId: string }>;

function* listPeople(
  programmeId: string,
  responses: readonly EarlierResponse[],
): Generator<undefined, People> {
  const people: People = new Map();
  for (const { code, localityId } of responses) {
    if (code !== "" && !people.has(code))
      people.set(code, { hash: hashOf(programmeId, code), localityId });
    yield;
  }
  return people;
}

/** Codes themselves are not kept. */
function hashOf(programmeId: string, code: string): Buffer {
  return createHash("sha256")
    .update(`${programmeId}\n${code.normalize("NFC")}`)
    .digest();
}

function* scoreAll(
  { responses, waves }: Pick<ResponsesToBuild, "responses" | "waves">,
  pairingCodeOf: (response: EarlierResponse) => string,
): Generator<undefined, ImportedResponse[]> {
  const built: ImportedResponse[] = [];
  for (const response of responses) {
    const wave = waves.find(({ kind }) => kind === response.wave)!;
    built.push({ ...score(response, wave), pairingCode: pairingCodeOf(response) });
    yield;
  }
  return built;
}

function score(
  { wave, answers: given, localityId }: EarlierResponse,
  { waveId, versionId, noticeId, document }: WaveQuestionnaire,
): Omit<ImportedResponse, "pairingCode"> {
  const answers = completeAnswers(document, { wave, isNewcomer: true, answers: given });
  const scores = scoreResponse(document, answers);
  return { waveId, versionId, noticeId, localityId, answers, scores };
}
