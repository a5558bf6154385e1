import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomFrom } from "../../../db/seed/random.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { openDevice } from "../../processes/device.ts";
import { type LossyProxy, openLossyProxy } from "../../processes/lossy-proxy.ts";
import { answerWholly } from "../../processes/participant.ts";
import { inventSheet } from "../../processes/sheets.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, cardsOf } from "../../support/programme.ts";

const phones = 40;
const milliseconds = 10_000;

describe("forty phones on a bad line behind one address", () => {
  const { db } = useOwnDatabase();
  const document = readyQuestionnaire();
  let served: { origin: string; close(): Promise<void> };
  let line: LossyProxy;
  let cards: { token: string; pairingCode: string }[];

  beforeAll(async () => {
    const now = new Date();
    const programme = await aProgramme(db(), now, { questionnaire: document });
    cards = await cardsOf(db(), programme, { locality: "silute", count: phones, now });
    served = await serveApp(appDeps(db()));
    const port = Number(new URL(served.origin).port);
    const random = randomFrom(7).next;
    line = await openLossyProxy({ port, delayMilliseconds: 300, cutShare: 0.05, random });
  });
  afterAll(async () => {
    await line?.close();
    await served?.close();
  });

  it("are all stored once within ten seconds, and everybody sees a receipt", async () => {
    const startedAt = performance.now();
    const answer = ({ token }: { token: string }, index: number) => {
      const device = openDevice(() => line.origin, AbortSignal.timeout(60_000));
      const sheet = inventSheet(document, index);
      return answerWholly(device, { token, sheet, way: "at-once" });
    };
    const receipts = await Promise.all(cards.map(answer));
    const took = performance.now() - startedAt;
    expect(line.cuts()).toBeGreaterThan(0);
    expect(new Set(receipts).size).toBe(phones);
    const stored = await db()
      .selectFrom("answers.response")
      .select("pairing_code")
      .where("status", "=", "submitted")
      .execute();
    const codes = cards.map(({ pairingCode }) => pairingCode).sort();
    expect(stored.map((row) => row.pairing_code).sort()).toEqual(codes);
    expect(took).toBeLessThan(milliseconds);
  });
});
