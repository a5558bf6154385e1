import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, connect, type Db } from "../../../db/connect.ts";
import { startEmbedded } from "../../../db/embedded.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { scoreResponse } from "../../../server/domain/scoring/score-response.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { type Device, openDevice } from "../../processes/device.ts";
import { type Acknowledged, checkLedger, type Stored } from "../../processes/ledger.ts";
import { answerWholly, readReceipt, type Way } from "../../processes/participant.ts";
import {
  type BuiltProduct,
  buildProduct,
  databasePid,
  makeDataFolder,
  type RunningProduct,
} from "../../processes/product.ts";
import { inventSheet } from "../../processes/sheets.ts";
import { aProgramme, cardsOf } from "../../support/programme.ts";

const participants = 500;
const clients = 16;
const kills = ["database", "application", "both", "database", "application", "both"] as const;
/** Twenty seconds are usual on two idle cores; the rest is for machines that have other work to do. */
const limitMilliseconds = 240_000;

interface Card {
  token: string;
  pairingCode: string;
  seed: number;
}

describe("the product under kill -9, while people answer", () => {
  const dir = makeDataFolder();
  const document = readyQuestionnaire();
  let built: BuiltProduct;
  let running: RunningProduct;
  let cards: Card[];

  beforeAll(async () => {
    built = await buildProduct();
    running = await built.start({ dir });
    cards = await inDatabase((db) => insertCards(db, document));
  }, 120_000);

  afterAll(async () => {
    await running?.kill();
    // A server whose owner was killed is an orphan; starting once more is what shuts it down.
    await inDatabase(async () => {});
    built?.remove();
    fs.rmSync(dir, { recursive: true, force: true });
  }, 60_000);

  it(
    "keeps every acknowledged response once and whole, and gives each one receipt",
    async () => {
      const deadline = AbortSignal.timeout(limitMilliseconds - 10_000);
      const devices: Device[] = [];
      const acknowledged = new Map<string, Acknowledged>();
      const newDevice = () => {
        devices.push(openDevice(() => running.origin, deadline));
        return devices.at(-1)!;
      };
      const disturb = disturbances();
      const queue = [...cards];
      const client = async () => {
        for (let card = queue.shift(); card; card = queue.shift()) {
          acknowledged.set(card.pairingCode, await answer(card, newDevice));
          disturb.after(acknowledged.size);
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
      await disturb.ended();

      expect(disturb.done()).toEqual(kills);
      expect(devices.some((device) => device.retries() > 0)).toBe(true);
      expect(await running.stop()).toBe(0);
      const stored = await inDatabase(listStored);
      expect(checkLedger([...acknowledged.values()], stored)).toEqual([]);
      expect(acknowledged.size).toBe(participants);
    },
    limitMilliseconds,
  );

  /** Every fourth participant sends from two devices at once, as somebody does who does not trust the first. */
  async function answer(card: Card, newDevice: () => Device): Promise<Acknowledged> {
    const sheet = inventSheet(document, card.seed);
    const ways: Way[] = [card.seed % 8 === 0 ? "part-by-part" : "at-once"];
    if (card.seed % 4 === 0) ways.push("at-once");
    const devices = ways.map(newDevice);
    const shown = await Promise.all(
      ways.map((way, index) => answerWholly(devices[index]!, { token: card.token, sheet, way })),
    );
    const shownAgain = await readReceipt(devices[0]!);
    return {
      pairingCode: card.pairingCode,
      answers: sheet.answers,
      scores: scoreResponse(document, sheet.answers),
      receipts: [...shown, shownAgain],
    };
  }

  /** Kills in the midst of the work: one each time another seventh of the participants is through. */
  function disturbances() {
    const done: string[] = [];
    let work = Promise.resolve();
    const after = (acknowledged: number) => {
      const next = kills[done.length];
      if (!next || acknowledged < ((done.length + 1) * participants) / (kills.length + 1)) return;
      done.push(next);
      work = work.then(() => kill(next));
      work.catch(() => {});
    };
    return { after, ended: () => work, done: () => done };
  }

  async function kill(which: (typeof kills)[number]): Promise<void> {
    const pid = databasePid(dir);
    if (which !== "application") process.kill(pid, "SIGKILL");
    if (which === "database") return;
    await running.kill();
    running = await built.start({ dir });
  }

  /** Joins the product's own PostgreSQL, or starts it while the product does not run. */
  async function inDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const engine = await startEmbedded({ dir });
    const db = connect(engine.config);
    try {
      return await work(db);
    } finally {
      await closeDb(db);
      await engine.stop();
    }
  }
});

async function insertCards(db: Db, questionnaire: QuestionnaireDocument): Promise<Card[]> {
  const now = new Date();
  const cards = await inTransaction(db, async (tx) => {
    const programme = await aProgramme(tx, now, { questionnaire });
    return await cardsOf(tx, programme, { locality: "silute", count: participants, now });
  });
  return cards.map(({ token, pairingCode }, seed) => ({ token, pairingCode, seed }));
}

async function listStored(db: Db): Promise<Stored[]> {
  const responses = await db
    .selectFrom("answers.response")
    .select(["id", "pairing_code as pairingCode", "status", "answers"])
    .execute();
  const scores = await db
    .selectFrom("answers.score")
    .select(["response_id as responseId", "scale_key as scaleKey", "units", "answered"])
    .execute();
  return responses.map((response) => ({
    ...response,
    scores: scores.filter(({ responseId }) => responseId === response.id),
  }));
}
