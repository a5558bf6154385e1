import type { LogEvent } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDb, connect, type Db } from "../../../db/connect.ts";
import { partsOf } from "../../../server/domain/questionnaire/parts.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { type Visitor, visitorOf } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import {
  agreed,
  anApp,
  aScene,
  begin,
  locationOf,
  now,
  type Scene,
  storedResponses,
} from "./visits.ts";

const { db, config } = useOwnDatabase();
let scene: Scene;
let count = 0;

beforeEach(async () => {
  count += 1;
  scene = await aScene(db(), { slug: `siuntimas-${count}` });
});

afterEach(async () => {
  await db().deleteFrom("answers.response").execute();
});

/** The middle of every scale, and the first option of every question. */
function everything(): Record<string, string> {
  const items = partsOf(readyQuestionnaire(), { wave: "before", isNewcomer: true }).flatMap(
    (part) => part.items,
  );
  return Object.fromEntries(
    items.map((item) => [item.key, "options" in item ? item.options[0]!.value : "4"]),
  );
}

async function receiptSeenBy(visitor: Visitor): Promise<string> {
  const page = await (await visitor.get("/a/receipt")).text();
  return /<p class="code">([^<]*)</.exec(page)?.[1] ?? "";
}

describe("sending", () => {
  it("all on one page stores the response, its scores and nothing else", async () => {
    const visitor = scene.visit();
    await visitor.get(`/l/${scene.card.token}`);
    expect((await visitor.get("/a/all")).status).toBe(200);
    const sent = await visitor.post("/a/all", { ...agreed, ...everything() });
    expect(locationOf(sent)).toBe("/a/receipt");
    const [response] = await storedResponses(db());
    expect(response).toMatchObject({
      status: "submitted",
      locality_id: scene.programme.localities[0]!.id,
    });
    const scores = await db()
      .selectFrom("answers.score")
      .selectAll()
      .orderBy("scale_key")
      .execute();
    expect(scores.map((score) => score.scale_key)).toEqual(
      ["BEND", "DIZM", "ERDV", "IDEN", "INOV", "SKLD", "ZIN"].filter((key) =>
        scores.some((score) => score.scale_key === key),
      ),
    );
    const innovation = scores.find((score) => score.scale_key === "INOV")!;
    // Four items of four points: three of four steps, on a lattice of 12 units a step.
    expect(innovation).toMatchObject({
      units: 36,
      answered: 4,
      scoring_version: 1,
      response_id: response!.id,
    });
    expect(await receiptSeenBy(visitor)).toMatch(/^[BCDFGHJKMNPRSTVZ]{4}-[BCDFGHJKMNPRSTVZ]{4}$/);
  });

  it("fifty times at once with one link gives one response, and everybody the same receipt", async () => {
    const browsers = Array.from({ length: 50 }, () => scene.visit());
    await Promise.all(browsers.map((browser) => browser.get(`/l/${scene.card.token}`)));
    const form = { ...agreed, ...everything() };
    const replies = await Promise.all(browsers.map((browser) => browser.post("/a/all", form)));
    expect(new Set(replies.map(locationOf))).toEqual(new Set(["/a/receipt"]));
    expect(await storedResponses(db())).toHaveLength(1);
    const receipts = await Promise.all(browsers.map(receiptSeenBy));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).not.toBe("");
  });

  it("a draft fifty times at once gives one response too", async () => {
    const browsers = Array.from({ length: 50 }, () => scene.visit());
    await begin(browsers[0]!, scene);
    await browsers[0]!.post("/a/parts/INOV", { INOV1: "4" });
    await Promise.all(browsers.map((browser) => browser.get(`/l/${scene.card.token}`)));
    const replies = await Promise.all(browsers.map((browser) => browser.post("/a/response")));
    expect(new Set(replies.map(locationOf))).toEqual(new Set(["/a/receipt"]));
    expect(await storedResponses(db())).toMatchObject([
      { status: "submitted", answers: { INOV1: 4 } },
    ]);
  });

  it("while another window saves loses nothing that was saved before", async () => {
    const [one, other] = [scene.visit(), scene.visit()];
    await begin(one, scene);
    await other.get(`/l/${scene.card.token}`);
    const saves = ["INOV", "SKLD", "IDEN", "BEND"].map((key) =>
      other.post(`/a/parts/${key}`, { [`${key}1`]: "5" }),
    );
    const [sent, ...saved] = await Promise.all([one.post("/a/response"), ...saves]);
    expect(locationOf(sent!)).toBe("/a/receipt");
    const [response] = await storedResponses(db());
    for (const [index, key] of ["INOV", "SKLD", "IDEN", "BEND"].entries()) {
      const isSaved = locationOf(saved[index]!)?.startsWith("/a/parts/") ?? false;
      if (isSaved) expect(response!.answers[`${key}1`]).toBe(5);
    }
  });

  it("again, by reload, back or an old tab, shows the receipt and changes nothing", async () => {
    const visitor = scene.visit();
    await begin(visitor, scene);
    await visitor.post("/a/parts/INOV", { INOV1: "4" });
    await visitor.post("/a/response");
    const before = await storedResponses(db());
    const receipt = await receiptSeenBy(visitor);
    const again = [
      await visitor.post("/a/response"),
      await visitor.post("/a/all", { INOV1: "1" }),
      await visitor.post("/a", agreed),
      await visitor.get("/a/review"),
      await visitor.get("/a"),
    ];
    expect(again.every((reply) => reply.status === 303)).toBe(true);
    expect(await storedResponses(db())).toEqual(before);
    expect(await receiptSeenBy(visitor)).toBe(receipt);
  });

  it("takes a handful of statements: five for page and sending together", async () => {
    const statements: string[] = [];
    const onStatement = ({ query }: LogEvent) => void statements.push(query.sql);
    const counted: Db = connect(config(), { onStatement });
    const place = { locality: "silute", count: 1, now };
    const [neighbour] = await cardsOf(db(), scene.programme, place);
    try {
      // Whoever sends first in a place makes the row that a closing of the wave there waits for.
      const first = scene.visit();
      await first.get(`/l/${neighbour!.token}`);
      await first.post("/a/all", { ...agreed, ...everything() });
      const visitor = visitorOf(anApp(counted));
      await visitor.get(`/l/${scene.card.token}`);
      // The questionnaire and the notice are read once for everybody.
      await visitor.get("/a/all");
      statements.length = 0;
      await visitor.get("/a/all");
      expect(statements).toHaveLength(1);
      await visitor.post("/a/all", { ...agreed, ...everything() });
      expect(statements).toHaveLength(3);
      await visitor.get("/a/receipt");
      expect(statements).toHaveLength(4);
    } finally {
      await closeDb(counted);
    }
  });
});
