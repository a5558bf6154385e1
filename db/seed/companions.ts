import { isOpen } from "../../server/domain/response/wave-window.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { listWaveWindows } from "../queries/programmes.ts";
import { listWaveQuestionnaires } from "../queries/questionnaires.ts";
import { insertCard } from "./cards.ts";
import { type InventedPerson, inventAnswers } from "./invent-answers.ts";
import { type Random, randomFrom } from "./random.ts";
import { insertResponses, type SeededResponse } from "./responses.ts";

const newcomers = 9;
const returnShare = 0.9;

interface Companions {
  programmeId: string;
  localityId: string;
  seed: number;
  now: Date;
}

/** Invented people of one locality answer its open wave: nine new ones before the training, most of them again later. */
export async function addInventedResponses(db: Db, companions: Companions): Promise<number> {
  const waveKind = await findOpenWave(db, companions);
  if (!waveKind) return 0;
  const random = randomFrom(companions.seed);
  const pairingCodes =
    waveKind === "before"
      ? await insertNewcomers(db, companions)
      : await listReturning(db, companions, waveKind, random);
  const questionnaires = await listWaveQuestionnaires(db, companions.programmeId);
  const { document, versionId, noticeId } = questionnaires.find(({ kind }) => kind === waveKind)!;
  const responses = pairingCodes.map((pairingCode): SeededResponse => {
    const person = inventPerson(
      document.scales.map((scale) => scale.key),
      random,
    );
    return {
      waveKind,
      pairingCode,
      localityId: companions.localityId,
      answers: inventAnswers(document, { wave: waveKind, person, random }),
      submittedOn: companions.now.toISOString().slice(0, 10),
    };
  });
  const waves = Object.fromEntries(questionnaires.map(({ kind, waveId }) => [kind, waveId]));
  const frame = {
    id: companions.programmeId,
    versionId,
    noticeId,
    waves: waves as Record<WaveKind, string>,
    questionnaire: document,
  };
  await insertResponses(db, frame, responses);
  return responses.length;
}

async function findOpenWave(
  db: Db,
  { programmeId, localityId, now }: Companions,
): Promise<WaveKind | undefined> {
  const windows = await listWaveWindows(db, programmeId);
  return windows
    .filter((window) => window.localityId === localityId)
    .find((window) => isOpen(window, { now, hasBegun: false }))?.kind;
}

async function insertNewcomers(db: Db, companions: Companions): Promise<string[]> {
  const pairingCodes: string[] = [];
  for (let index = 0; index < newcomers; index++) {
    const { pairingCode } = await insertCard(db, { ...companions, kind: "invented" });
    pairingCodes.push(pairingCode);
  }
  return pairingCodes;
}

/** Of those who answered before and not yet in this wave, nine in ten come back. Only companions: nobody answers for a person's own card. */
async function listReturning(
  db: Db,
  { programmeId, localityId }: Companions,
  waveKind: WaveKind,
  random: Random,
): Promise<string[]> {
  const rows = await db
    .selectFrom("answers.response as first")
    .innerJoin("wave", (join) =>
      join
        .onRef("wave.programme_id", "=", "first.programme_id")
        .onRef("wave.id", "=", "first.wave_id"),
    )
    .innerJoin("answers.access_code as access_code", (join) =>
      join
        .onRef("access_code.programme_id", "=", "first.programme_id")
        .onRef("access_code.pairing_code", "=", "first.pairing_code"),
    )
    .select("first.pairing_code as pairingCode")
    .where("first.programme_id", "=", programmeId)
    .where("first.locality_id", "=", localityId)
    .where("first.status", "=", "submitted")
    .where("access_code.kind", "=", "invented")
    .where("wave.kind", "=", "before")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("answers.response as second")
            .innerJoin("wave as later", (join) =>
              join
                .onRef("later.programme_id", "=", "second.programme_id")
                .onRef("later.id", "=", "second.wave_id"),
            )
            .select("second.id")
            .whereRef("second.programme_id", "=", "first.programme_id")
            .whereRef("second.pairing_code", "=", "first.pairing_code")
            .where("later.kind", "=", waveKind),
        ),
      ),
    )
    .orderBy("first.id")
    .execute();
  return rows.map((row) => row.pairingCode).filter(() => random.chance(returnShare));
}

function inventPerson(scales: readonly string[], random: Random): InventedPerson {
  const general = 0.7 * random.normal();
  const entries = (draw: (scale: string) => number) =>
    Object.fromEntries(scales.map((scale) => [scale, draw(scale)]));
  return {
    level: entries(() => general + 0.3 * random.normal()),
    gain: entries((scale) => (scale === "ZIN" ? 0.25 : 0.6) + 0.3 * random.normal()),
    background: {},
    isNewcomer: false,
    skippedSections: [],
  };
}
