import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { insertResponses } from "../../../db/seed/responses.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { type Visitor, visitorOf } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, cardsOf, type TestProgramme } from "../../support/programme.ts";
import { agreed, anApp, inDays, locationOf, now, seenIn } from "./visits.ts";

const people = 24;
const rounds = 6;
/** How many send at one moment. */
const lanes = 4;

interface Round {
  programme: TestProgramme;
  visitors: Visitor[];
}

/** People who answered before the training, and have the page of the wave after it in front of them. */
async function aRound(db: Db, slug: string): Promise<Round> {
  const programme = await aProgramme(db, now, {
    slug,
    questionnaire: readyQuestionnaire(),
    waves: {
      before: { opensAt: inDays(-60), closesAt: inDays(-30) },
      after: { opensAt: inDays(-1), closesAt: inDays(30) },
      followup: { opensAt: inDays(90), closesAt: inDays(120) },
    },
  });
  const cards = await cardsOf(db, programme, { locality: "silute", count: people, now });
  const localityId = programme.localities.find(({ key }) => key === "silute")!.id;
  const earlier = cards.map(({ pairingCode }, index) => ({
    waveKind: "before" as const,
    localityId,
    pairingCode,
    answers: innovation((index % 3) + 1),
    submittedOn: "2026-09-30",
  }));
  await insertResponses(db, programme, earlier);
  await close(db, programme, "before");
  const app = anApp(db);
  const visitors = cards.map(() => visitorOf(app));
  await Promise.all(visitors.map((visitor, index) => visitor.get(`/l/${cards[index]!.token}`)));
  return { programme, visitors };
}

function innovation(step: number) {
  return { INOV1: step, INOV2: step, INOV3: step, INOV4: step };
}

function typed(step: number): Record<string, string> {
  return Object.fromEntries(Object.entries(innovation(step)).map(([key]) => [key, String(step)]));
}

async function close(db: Db, { id }: TestProgramme, kind: "before" | "after" = "after") {
  await closeWave(db, { programmeId: id, kind, localityKeys: ["silute"], closedBy: null, now });
}

/** The page of a part as its sender would correct it: what it knew stands in the form. */
async function correctionOf(visitor: Visitor): Promise<() => Promise<Response>> {
  const seen = seenIn(await (await visitor.get("/a/parts/INOV")).text());
  return () => visitor.post("/a/parts/INOV", { ...typed(5), _seen: seen });
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The scores after the training that the release was made of, and those that are stored: each from low to high. */
async function countedAndStored(db: Db, { id }: TestProgramme) {
  const cells = await db
    .selectFrom("answers.cell")
    .select(["after_units as units", "count"])
    .where("programme_id", "=", id)
    .where("scale_key", "=", "INOV")
    .execute();
  const stored = await db
    .selectFrom("answers.score as score")
    .innerJoin("answers.response as response", "response.id", "score.response_id")
    .innerJoin("wave", "wave.id", "response.wave_id")
    .select("score.units as units")
    .where("score.programme_id", "=", id)
    .where("score.scale_key", "=", "INOV")
    .where("wave.kind", "=", "after")
    .where("response.status", "=", "submitted")
    .execute();
  const low = (one: number, other: number) => one - other;
  return {
    counted: cells
      .flatMap(({ units, count }) => (units === null ? [] : Array<number>(count).fill(units)))
      .sort(low),
    stored: stored.map(({ units }) => units).sort(low),
  };
}

describe("answers that come while a wave is being closed", () => {
  const { db } = useOwnDatabase();

  it("wait for the closing, and are told that they come too late", async () => {
    const { programme, visitors } = await aRound(db(), "belaukiant");
    const [corrector, beginner, ...senders] = visitors;
    await corrector!.post("/a/all", { ...agreed, ...typed(2) });
    const correct = await correctionOf(corrector!);
    await beginner!.post("/a", agreed);
    await beginner!.post("/a/parts/INOV", typed(3));
    let held: Promise<Response>[] = [];
    // Closed and counted, but not yet committed when the answers come.
    await db()
      .transaction()
      .execute(async (tx) => {
        await close(tx, programme);
        held = [
          correct(),
          beginner!.post("/a/response"),
          ...senders.slice(0, 3).map((sender) => sender.post("/a/all", { ...agreed, ...typed(4) })),
        ];
        await pause(300);
      });
    const [corrected, sent, ...others] = await Promise.all(held);
    // Who has sent a sheet sees that it arrived; it stays as it was counted.
    expect(locationOf(corrected!)).toBe("/a/receipt");
    expect([sent!, ...others].map(({ status }) => status)).toEqual([410, 410, 410, 410]);
    expect(await others[0]!.text()).toContain("Anketos pildymas baigtas");
    const { counted, stored } = await countedAndStored(db(), programme);
    expect(stored).toHaveLength(1);
    expect(counted).toEqual(stored);
  });

  it("are counted or refused, whenever they come: nothing is stored that the release left out", async () => {
    const outcomes = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      const { programme, visitors } = await aRound(db(), `ratas-${round}`);
      const correctors = visitors.slice(0, lanes);
      await Promise.all(correctors.map((each) => each.post("/a/all", { ...agreed, ...typed(2) })));
      const corrections = await Promise.all(correctors.map(correctionOf));
      const senders = visitors.slice(lanes);
      let replied = 0;
      let closing: Promise<void> | undefined;
      const noteReply = () => {
        replied += 1;
        if (replied === round + 2) closing = close(db(), programme);
      };
      /** One after another, so that some are still looking, some storing and some to come when the wave is closed. */
      const sendInTurn = async (lane: number) => {
        const replies: Response[] = [];
        for (let each = lane; each < senders.length; each += lanes) {
          replies.push(
            await senders[each]!.post("/a/all", { ...agreed, ...typed((each % 4) + 2) }),
          );
          noteReply();
          if (each < 2 * lanes && each >= lanes) await corrections[lane]!();
        }
        return replies;
      };
      const replies = await Promise.all(
        Array.from({ length: lanes }, (_, lane) => sendInTurn(lane)),
      );
      await closing;
      const sent = replies.flat();
      for (const { status } of sent) outcomes.add(status);
      const { counted, stored } = await countedAndStored(db(), programme);
      expect(counted).toEqual(stored);
      const isStored = sent.filter((reply) => locationOf(reply) === "/a/receipt");
      expect(stored).toHaveLength(correctors.length + isStored.length);
    }
    // Some came in time. Who came in the moment of closing is told that it has closed, who came later what is next.
    expect(outcomes.has(303)).toBe(true);
    const late = [...outcomes].filter((status) => status !== 303);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((status) => status === 409 || status === 410)).toBe(true);
  });
});
