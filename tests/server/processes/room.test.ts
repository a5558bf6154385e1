import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawAccessCode } from "../../../server/domain/pairing/access-code.ts";
import { mostFailedTries } from "../../../server/features/answering/enter-code.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { type Device, openDevice, type Reply } from "../../processes/device.ts";
import { readReceipt, sendAtOnce } from "../../processes/participant.ts";
import { inventSheet } from "../../processes/sheets.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, cardsOf } from "../../support/programme.ts";

const phones = 40;
const milliseconds = 10_000;

describe("a room full of people behind one address", () => {
  const { db } = useOwnDatabase();
  const document = readyQuestionnaire();
  let served: { origin: string; close(): Promise<void> };
  let cards: { code: string; pairingCode: string }[];

  beforeAll(async () => {
    const now = new Date();
    const programme = await aProgramme(db(), now, { questionnaire: document });
    cards = await cardsOf(db(), programme, { locality: "silute", count: phones, now });
    served = await serveApp(appDeps(db()));
  });
  afterAll(() => served?.close());

  const aPhone = () => openDevice(() => served.origin, AbortSignal.timeout(60_000));
  const type = (device: Device, code: string): Promise<Reply> =>
    device.post("/k", new URLSearchParams({ code }));

  it("types its codes, answers and sends within ten seconds, while wrong codes beside it are limited", async () => {
    const startedAt = performance.now();
    const arrive = async ({ code }: { code: string }, index: number) => {
      const device = aPhone();
      const entered = await type(device, code);
      expect([entered.status, entered.location]).toEqual([303, "/a"]);
      await sendAtOnce(device, inventSheet(document, index));
      return await readReceipt(device);
    };
    const guess = async () => (await type(aPhone(), unknownCode())).status;
    const guesses = Array.from({ length: phones }, guess);
    const receipts = await Promise.all(cards.map(arrive));
    const took = performance.now() - startedAt;

    expect(new Set(receipts).size).toBe(phones);
    const refusals = (await Promise.all(guesses)).sort();
    expect(refusals).toEqual([
      ...Array<number>(mostFailedTries).fill(404),
      ...Array<number>(phones - mostFailedTries).fill(429),
    ]);
    expect(await storedPairingCodes()).toEqual(cards.map(({ pairingCode }) => pairingCode).sort());
    expect(took).toBeLessThan(milliseconds);
  });

  it("lets in late comers with good codes after all the wrong ones", async () => {
    expect((await type(aPhone(), unknownCode())).status).toBe(429);
    const again = aPhone();
    expect((await type(again, cards[0]!.code)).status).toBe(303);
    expect((await again.get("/a")).location).toBe("/a/receipt");
  });

  async function storedPairingCodes(): Promise<string[]> {
    const rows = await db()
      .selectFrom("answers.response")
      .select("pairing_code as pairingCode")
      .where("status", "=", "submitted")
      .execute();
    return rows.map(({ pairingCode }) => pairingCode).sort();
  }
});

let drawn = 0;
/** A code that passes its check letter and is nobody's. */
function unknownCode(): string {
  return drawAccessCode((limit) => (drawn++ * 7 + 3) % limit);
}
