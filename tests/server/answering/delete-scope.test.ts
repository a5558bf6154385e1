import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import { allRows } from "../privacy/all-rows.ts";
import { agreed, aScene, locationOf, now, type Scene, seenIn } from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let visitor: Visitor;

/** Besides our participant: a neighbour in the same town, one in another town, one of another programme. */
beforeEach(async () => {
  scene = await aScene(db());
  visitor = scene.visit();
  await answer(visitor, scene.card.token);
  for (const locality of ["silute", "trakai"]) {
    const [card] = await cardsOf(db(), scene.programme, { locality, count: 1, now });
    await answer(scene.visit(), card!.token);
  }
  const elsewhere = await aScene(db(), { slug: "kita" });
  await answer(elsewhere.visit(), elsewhere.card.token);
});

async function answer(who: Visitor, token: string): Promise<void> {
  await who.get(`/l/${token}`);
  const scale = Object.fromEntries([1, 2, 3, 4].map((number) => [`INOV${number}`, "4"]));
  const sent = await who.post("/a/all", { ...agreed, ...scale });
  expect(locationOf(sent)).toBe("/a/receipt");
}

/** Rows that went, came or changed, in which nothing says that they are our participant's. */
async function strangersTouched(work: () => Promise<unknown>) {
  const responses = await db()
    .selectFrom("answers.response")
    .select("id")
    .where("pairing_code", "=", scene.card.pairingCode)
    .execute();
  const marks = [scene.card.pairingCode, ...responses.map(({ id }) => id)];
  const before = await allRows(db());
  await work();
  const after = await allRows(db());
  const changed = Object.keys(before).flatMap((table) => {
    const [old, recent] = [new Set(before[table]), new Set(after[table])];
    return [
      ...before[table]!.filter((line) => !recent.has(line)),
      ...after[table]!.filter((line) => !old.has(line)),
    ];
  });
  const strangers = changed.filter((line) => !marks.some((mark) => line.includes(mark)));
  return { changed: changed.length, strangers };
}

describe("what takes rows away leaves every byte of everybody else", () => {
  it("when somebody's answers are erased", async () => {
    const { changed, strangers } = await strangersTouched(() =>
      visitor.post("/a/own/erasure", { _confirm: "yes" }),
    );
    expect(strangers).toEqual([]);
    // The response and its scores went.
    expect(changed).toBeGreaterThan(1);
    expect(await db().selectFrom("answers.response").select("id").execute()).toHaveLength(3);
  });

  it("when a correction takes a score away", async () => {
    const seen = seenIn(await (await visitor.get("/a/parts/INOV")).text());
    const before = await db().selectFrom("answers.score").select("scale_key").execute();
    const { strangers } = await strangersTouched(() =>
      visitor.post("/a/parts/INOV", { INOV1: "5", _seen: seen }),
    );
    expect(strangers).toEqual([]);
    const after = await db().selectFrom("answers.score").select("scale_key").execute();
    expect(after.length).toBeLessThan(before.length);
  });

  it("when a draft is saved again and again", async () => {
    const [card] = await cardsOf(db(), scene.programme, { locality: "silute", count: 1, now });
    scene = { ...scene, card: card! };
    const writer = scene.visit();
    await writer.get(`/l/${scene.card.token}`);
    await writer.post("/a", agreed);
    const { changed, strangers } = await strangersTouched(async () => {
      for (const value of ["1", "2", ""]) {
        const seen = seenIn(await (await writer.get("/a/parts/INOV")).text());
        await writer.post("/a/parts/INOV", { INOV1: value, _seen: seen, _go: "save" });
      }
    });
    expect(strangers).toEqual([]);
    expect(changed).toBeGreaterThan(0);
  });
});
