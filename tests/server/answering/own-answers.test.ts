import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { commandJudge, pdfPages, unlessHere } from "../../support/judges.ts";
import {
  aScene,
  begin,
  inDays,
  locationOf,
  type Scene,
  seenIn,
  storedResponses,
} from "./visits.ts";

const reader = commandJudge("pdftotext", "poppler-utils");
const { db } = useDatabase();
let scene: Scene;
let visitor: Visitor;

beforeEach(async () => {
  scene = await aScene(db());
  visitor = scene.visit();
  await begin(visitor, scene);
  await visitor.post("/a/parts/INOV", { INOV1: "4", INOV2: "4", INOV3: "4", INOV4: "4" });
  await visitor.post("/a/parts/knowledge", { ZIN1: "a", ZIN2: "c" });
  await visitor.post("/a/response");
});

const scores = async () =>
  Object.fromEntries(
    (await db().selectFrom("answers.score").select(["scale_key", "units"]).execute()).map((row) => [
      row.scale_key,
      row.units,
    ]),
  );
const own = async (who = visitor) => await (await who.get("/a/own")).text();

describe("one's own answers", () => {
  it("are shown in words, without any key while it could still help", async () => {
    const page = await own();
    expect(page).toContain("Pateikta 2026\u00a0m. lapkričio 23\u00a0d.");
    expect(page.match(/<dd>Sutinku<\/dd>/g)).toHaveLength(4);
    expect(page).not.toContain("Teisingas atsakymas");
  });

  it("come with the key after the last wave", async () => {
    const late = scene.visit({ now: () => inDays(500) });
    await late.get(`/l/${scene.card.token}`);
    const page = await own(late);
    expect(page).toContain("Teisingas atsakymas: Naujas ar iš esmės patobulintas sprendimas");
    expect(page).not.toContain("Taisyti");
  });

  it("are not shown to a device that only knows the code", async () => {
    const other = scene.visit();
    await other.post("/k", { code: scene.card.code });
    const page = await own(other);
    expect(page).toContain("Šiame įrenginyje atsakymų parodyti negalime.");
    expect(page).not.toContain("<dd>");
    expect(await (await other.get("/a/own/answers.json")).json()).toMatchObject({ responses: [] });
    expect(locationOf(await other.get("/a/parts/INOV"))).toBe("/a/receipt");
    expect(locationOf(await other.post("/a/parts/INOV", { INOV1: "1" }))).toBe("/a/receipt");
    await other.post("/a/own/erasure", { _confirm: "yes" });
    expect(await storedResponses(db())).toMatchObject([{ answers: { INOV1: 4 } }]);
  });

  it("can be taken along as a file", async () => {
    const reply = await visitor.get("/a/own/answers.json");
    expect(reply.headers.get("content-disposition")).toContain("answers.json");
    const file = (await reply.json()) as { responses: { answers: { key: string }[] }[] };
    expect(file).toMatchObject({
      format: "pokytis-own-answers/1",
      locality: "Šilutė",
      responses: [{ wave: "before", submittedOn: "2026-11-23" }],
    });
    const answer = file.responses[0]!.answers.find(({ key }) => key === "INOV1");
    expect(answer).toMatchObject({ answer: 4, inWords: "Sutinku" });
    expect(JSON.stringify(file)).not.toContain("correct");
  });
});

describe("one's own change", () => {
  /** Answers again after the training, higher than before. */
  async function answerAfter(): Promise<void> {
    const later = scene.visit({ now: () => inDays(110) });
    await begin(later, scene);
    await later.post("/a/parts/INOV", { INOV1: "5", INOV2: "5", INOV3: "5", INOV4: "5" });
    await later.post("/a/parts/knowledge", { ZIN1: "b", ZIN2: "b" });
    await later.post("/a/response");
  }
  const ownAt = async (days: number) => {
    const later = scene.visit({ now: () => inDays(days) });
    await later.get(`/l/${scene.card.token}`);
    return await own(later);
  };

  it("is told in words and a picture, once it can no longer be bent by correcting", async () => {
    await answerAfter();
    expect(await ownAt(111)).not.toContain("Jūsų pokytis");
    const page = await ownAt(205);
    expect(page).toContain("Aukščiau negu prieš mokymus: buvo 75, dabar 100.");
    expect(page).toMatch(/<svg[^>]*aria-hidden="true"/);
    expect(page.match(/negu prieš mokymus|kiek prieš mokymus/g)).toHaveLength(1);
  });

  it("tells of knowledge only when the last wave has closed", async () => {
    await answerAfter();
    const page = await ownAt(500);
    expect(page.match(/negu prieš mokymus|kiek prieš mokymus/g)!.length).toBeGreaterThan(1);
    expect(page).toContain("Teisingas atsakymas");
  });

  it("is not told to a device that only knows the code", async () => {
    await answerAfter();
    const other = scene.visit({ now: () => inDays(205) });
    await other.post("/k", { code: scene.card.code });
    expect(await own(other)).not.toContain("Jūsų pokytis");
  });

  it.runIf(reader.isHere)(
    `is taken along with the answers as a PDF to read, the key in it only when it is shown${unlessHere(reader)}`,
    async () => {
      await answerAfter();
      for (const [days, hasKey] of [
        [205, false],
        [500, true],
      ] as const) {
        const later = scene.visit({ now: () => inDays(days) });
        await later.get(`/l/${scene.card.token}`);
        const reply = await later.get("/a/own/answers.pdf");
        expect(reply.headers.get("content-type")).toBe("application/pdf");
        const pages = pdfPages(new Uint8Array(await reply.arrayBuffer()));
        const text = pages.join(" ").replace(/\s+/g, " ");
        expect(text).toContain("Aukščiau negu prieš mokymus: buvo 75, dabar 100.");
        expect(text).toContain("Sutinku");
        expect(text.includes("Teisingas atsakymas")).toBe(hasKey);
      }
    },
  );
});

describe("a correction", () => {
  it("while the wave is open changes answers and scores together, and the response stays sent", async () => {
    expect(await scores()).toMatchObject({ INOV: 36 });
    const page = await (await visitor.get("/a/parts/INOV")).text();
    expect(page).toContain("Išsaugoti pataisymus");
    const form = { INOV1: "5", INOV2: "5", INOV3: "5", INOV4: "5", _seen: seenIn(page) };
    expect(locationOf(await visitor.post("/a/parts/INOV", form))).toBe("/a/own");
    expect(await storedResponses(db())).toMatchObject([
      { status: "submitted", answers: { INOV1: 5, ZIN1: "a" } },
    ]);
    expect(await scores()).toMatchObject({ INOV: 48 });
  });

  it("that leaves too few answers takes the score away", async () => {
    const page = await (await visitor.get("/a/parts/INOV")).text();
    await visitor.post("/a/parts/INOV", { INOV1: "5", _seen: seenIn(page) });
    expect(await scores()).not.toHaveProperty("INOV");
  });

  it("behind the back of another window is shown there, not lost", async () => {
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    const seen = seenIn(await (await other.get("/a/parts/INOV")).text());
    await visitor.post("/a/parts/INOV", { INOV1: "1", _seen: seen });
    const refused = await other.post("/a/parts/INOV", { INOV1: "2", _seen: seen });
    expect(refused.status).toBe(409);
    expect(await storedResponses(db())).toMatchObject([{ answers: { INOV1: 1 } }]);
  });

  it("is refused once the wave has closed", async () => {
    const late = scene.visit({ now: () => inDays(95) });
    await late.get(`/l/${scene.card.token}`);
    expect((await late.post("/a/parts/INOV", { INOV1: "1" })).status).toBe(409);
    expect(await storedResponses(db())).toMatchObject([{ answers: { INOV1: 4 } }]);
  });
});

describe("a participant's rights", () => {
  it("let optional consents be given and withdrawn, and nothing else be changed with them", async () => {
    const given = { "_statement.quote-open": "yes" };
    expect(locationOf(await visitor.post("/a/own/consents/before", given))).toBe("/a/own");
    expect(await storedResponses(db())).toMatchObject([
      { consents: { participate: true, "quote-open": true } },
    ]);
    await visitor.post("/a/own/consents/before", { "_statement.invented": "yes" });
    const [response] = await storedResponses(db());
    expect(response!.consents).toEqual({ participate: true, "quote-open": false });
    expect((await visitor.post("/a/own/consents/after", {})).status).toBe(404);
  });

  it("let answers be erased after a second thought, and only one's own", async () => {
    const other = await aScene(db(), { slug: "kita" });
    const neighbour = other.visit();
    await begin(neighbour, other);
    await neighbour.post("/a/response");
    expect((await visitor.post("/a/own/erasure", {})).status).toBe(422);
    expect(await storedResponses(db())).toHaveLength(2);
    const erased = await visitor.post("/a/own/erasure", { _confirm: "yes" });
    expect(await erased.text()).toContain("Atsakymai ištrinti");
    const left = await storedResponses(db());
    expect(left.map((response) => response.programme_id)).toEqual([other.programme.id]);
    const scored = await db().selectFrom("answers.score").select("response_id").execute();
    expect(scored.every((score) => score.response_id === left[0]!.id)).toBe(true);
    expect(await own()).toContain("Jūsų atsakymų nėra.");
  });

  it("are told: who can see what, as the programme's mode has it", async () => {
    const page = await (await visitor.get("/a/privacy")).text();
    expect(page).toContain("atsakiusiųjų mažiau negu 5");
    expect(page).toContain("Kuri kortelė kam duota, žino organizatorius");
    expect(page).toContain("Priminimus sistema pati siunčia tik tiems, kas dar neatsakė");
    await db().updateTable("programme").set({ identity_mode: "bowl", threshold: 8 }).execute();
    const bowl = await (await visitor.get("/a/privacy")).text();
    expect(bowl).toContain("kortelės traukiamos nematant");
    expect(bowl).toContain("Priminimai siunčiami visiems");
    expect(bowl).toContain("mažiau negu 8");
  });
});
