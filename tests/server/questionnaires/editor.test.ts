import { describe, expect, it } from "vitest";
import { readyQuestionnaires } from "../../../db/seed/library.ts";
import { listRemarks } from "../../../server/domain/questionnaire/remarks.ts";
import { formKinds } from "../../../web/texts/questionnaires.ts";
import type { Visitor } from "../../support/app.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { anOrganiser, begun, draftAt, fieldsIn, list, now, rowAt } from "./desk.ts";

const words = (name: string, lt: string, en = lt) => ({ [`${name}.lt`]: lt, [`${name}.en`]: en });
const answerSet = {
  ...words("point.0", "Ne", "No"),
  ...words("point.1", "Taip", "Yes"),
  ...words("cannotAnswer", "Nežinau", "Do not know"),
  "point.0.value": "1",
  "point.1.value": "2",
  key: "agree",
};
const rows = { ...words("option.0", "Pirmas"), ...words("option.1", "Antras") };

/** What a form of each kind is sent with, beside its text. */
const own: Record<(typeof formKinds)[number], Record<string, string>> = {
  rating: { answerSet: "agree" },
  pair: { answerSet: "agree" },
  knowledge: { ...rows, correct: "1", points: "2", ...words("dontKnow", "Nežinau") },
  single: { ...rows, hasOther: "yes" },
  multiple: { ...rows, minimum: "1", maximum: "2", isShuffled: "yes" },
  recommendation: { ...words("low", "ne"), ...words("high", "taip") },
  "short-text": { maximumLength: "100" },
  "long-text": { maximumLength: "900" },
  number: { minimum: "−1,5", maximum: "10", decimals: "1", ...words("unit", "val.") },
  date: { earliest: "2026-01-01", latest: "2026-12-31" },
  ranking: rows,
  consent: {},
  information: {},
};

describe("the editor", () => {
  const { db } = useDatabase();

  async function withSection(organiser: Visitor): Promise<string> {
    const address = await begun(organiser);
    const section = { ...words("title", "Dalis", "Part"), purpose: "competency", key: "ONE" };
    await organiser.post(`${address}/sections/new`, section);
    await organiser.post(`${address}/answer-sets/new`, answerSet);
    return address;
  }

  it("makes a knowledge question of a choice once its right answer is marked, and no date of it", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await withSection(organiser);
    const asked = { ...words("text", "Ką reiškia?"), section: "ONE", wave: "before" };
    for (const [kind, key] of [
      ["single", "Q1"],
      ["multiple", "Q2"],
    ] as const) {
      await organiser.post(`${address}/items/new`, { ...asked, ...rows, kind, key });
    }
    const item = `${address}/items/Q1`;
    const form = fieldsIn(await (await organiser.get(item)).text());
    const shown = await organiser.post(item, { ...form, _go: "as-knowledge" });
    const asKnowledge = fieldsIn(await shown.text());
    expect(asKnowledge).toMatchObject({ kind: ["knowledge"], points: ["1"] });
    expect((await draftAt(db(), address)).items[0]).toMatchObject({ kind: "single" });
    await organiser.post(item, { ...asKnowledge, correct: "1" });
    const other = `${address}/items/Q2`;
    const kept = fieldsIn(await (await organiser.get(other)).text());
    await organiser.post(other, { ...kept, kind: "date", correct: "1" });
    const [first, second] = (await draftAt(db(), address)).items;
    expect(first).toMatchObject({ key: "Q1", kind: "knowledge", correct: "b", points: 1 });
    expect(second).toMatchObject({ key: "Q2", kind: "multiple" });
  });

  it("begins from nothing, from the library and from another programme, each once more if wished", async () => {
    const { organiser, programme } = await anOrganiser(db());
    const empty = await begun(organiser, "empty", "Žemės ūkio žinios");
    expect((await rowAt(db(), empty)).key).toBe("zemes-ukio-zinios");
    const starter = readyQuestionnaires()[0]!.document;
    const first = await begun(organiser, "library:starter");
    const second = await begun(organiser, "library:starter");
    expect(await draftAt(db(), first)).toEqual(starter);
    expect((await rowAt(db(), second)).key).toBe("starter-2");
    const other = await aProgramme(db(), now, { slug: "kita" });
    await db()
      .updateTable("programme")
      .set({ organisation_id: programme.organisationId })
      .where("id", "=", other.id)
      .execute();
    const theirs = await db()
      .selectFrom("questionnaire")
      .select("id")
      .where("programme_id", "=", other.id)
      .executeTakeFirstOrThrow();
    const foreign = await organiser.post(list, { from: `copy:${theirs.id}`, title: "" });
    expect(foreign.status).toBe(404);
    const { id } = await db().selectFrom("staff_user").select("id").executeTakeFirstOrThrow();
    await db()
      .insertInto("staff_role")
      .values({ programme_id: other.id, staff_user_id: id, role: "organiser" })
      .execute();
    expect(await (await organiser.get(list)).text()).toContain(`copy:${theirs.id}`);
    const copy = await begun(organiser, `copy:${theirs.id}`);
    expect((await draftAt(db(), copy)).items).toEqual(other.questionnaire.items);
  });

  it.each(formKinds)(
    "takes a new question of the kind %s and shows it again as it was",
    async (kind) => {
      const { organiser } = await anOrganiser(db());
      const address = await withSection(organiser);
      const form = {
        kind,
        section: "ONE",
        wave: ["before", "after"],
        ...words("text", "Ar?", "Is it?"),
      };
      const saved = await organiser.post(`${address}/items/new`, { ...form, ...own[kind] });
      expect(saved.status).toBe(303);
      const draft = await draftAt(db(), address);
      const item = draft.items.at(-1)!;
      expect(item.key).toBe("ONE1");
      expect(listRemarks(draft).filter(({ level }) => level === "error")).toEqual([]);
      const page = `${address}/items/${item.key}`;
      const again = await organiser.post(page, fieldsIn(await (await organiser.get(page)).text()));
      expect(again.status).toBe(303);
      expect(await draftAt(db(), address)).toEqual(draft);
    },
  );

  it("keeps what a form of each kind said", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await withSection(organiser);
    for (const kind of formKinds) {
      const form = { kind, section: "ONE", wave: ["before"], ...words("text", kind) };
      await organiser.post(`${address}/items/new`, { ...form, ...own[kind] });
    }
    const { items } = await draftAt(db(), address);
    expect(items).toHaveLength(formKinds.length + 1);
    const of = (kind: string) => items.find((item) => item.kind === kind);
    expect(of("knowledge")).toMatchObject({ correct: "b", points: 2 });
    expect(of("number")).toMatchObject({ minimum: -1.5, maximum: 10, decimals: 1 });
    expect(of("multiple")).toMatchObject({ minimum: 1, maximum: 2, isShuffled: true });
    expect(of("single")).toMatchObject({ hasOther: true });
    const back = items.find((item) => item.kind === "rating" && item.looksBackAt);
    expect(
      items.find(({ key }) => back?.kind === "rating" && key === back.looksBackAt),
    ).toMatchObject({ text: { lt: "pair", en: "pair" } });
  });

  it("returns a wrong form as it was typed, every mistake at its field", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await withSection(organiser);
    const before = await rowAt(db(), address);
    const response = await organiser.post(`${address}/items/new`, {
      kind: "number",
      section: "NOWHERE",
      key: "1 ne",
      ...words("text", "", " "),
      minimum: "daug",
      decimals: "9",
    });
    const shown = await response.text();
    expect(response.status).toBe(422);
    for (const id of ["text-lt", "section", "key", "minimum"]) {
      expect(shown).toContain(`id="${id}-mistake"`);
      expect(shown).toContain(`href="#${id}"`);
    }
    expect(shown).toContain('value="daug"');
    expect(await rowAt(db(), address)).toEqual(before);
  });

  it("adds, moves and takes away rows without storing anything, the right answer going along", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await withSection(organiser);
    const before = await rowAt(db(), address);
    const form = {
      kind: "knowledge",
      section: "ONE",
      ...words("text", "?"),
      ...rows,
      correct: "1",
    };
    const press = async (go: string) => {
      const response = await organiser.post(`${address}/items/new`, { ...form, _go: go });
      expect(response.status).toBe(200);
      return fieldsIn(await response.text());
    };
    const moved = await press("option-up-1");
    expect([moved["option.0.lt"], moved["option.1.lt"], moved.correct]).toEqual([
      ["Antras"],
      ["Pirmas"],
      ["0"],
    ]);
    expect((await press("option-add"))["option.2.lt"]).toEqual([""]);
    const fewer = await press("option-remove-1");
    expect([fewer["option.0.lt"], fewer.correct]).toEqual([["Pirmas"], undefined]);
    expect(await rowAt(db(), address)).toEqual(before);
  });

  it("routes by answers to earlier questions, and counts scales both ways", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await withSection(organiser);
    const item = { section: "ONE", wave: ["before", "after"], ...words("text", "?") };
    await organiser.post(`${address}/items/new`, { ...item, kind: "rating", ...own.rating });
    await organiser.post(`${address}/items/new`, { ...item, kind: "rating", ...own.rating });
    await organiser.post(`${address}/items/new`, {
      ...item,
      kind: "short-text",
      maximumLength: "50",
      match: "any",
      "when.0.target": "ONE1=2",
      "when.0.is": "at-least",
      "when.1.target": "ONE2",
      "when.1.is": "answered",
      "when.2.target": "",
    });
    const scale = { ...words("title", "Skalė"), kind: "rating", key: "SC", minimumAnswered: "2" };
    await organiser.post(`${address}/scales/new`, {
      ...scale,
      item: ["ONE1", "ONE2"],
      reversed: ["ONE2", "ONE3"],
    });
    const draft = await draftAt(db(), address);
    expect(draft.items.at(-1)!.showIf).toEqual({
      match: "any",
      conditions: [
        { item: "ONE1", is: "at-least", value: 2 },
        { item: "ONE2", is: "answered" },
      ],
    });
    expect(draft.scales).toMatchObject([
      { items: ["ONE1", "ONE2"], reversed: ["ONE2"], minimumAnswered: 2 },
    ]);
    const wrong = { ...scale, key: "SC2", item: ["ONE1"], minimumAnswered: "2" };
    expect((await organiser.post(`${address}/scales/new`, wrong)).status).toBe(422);
  });

  it("moves, copies, deletes and takes back, and stays at the button", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const start = await draftAt(db(), address);
    const press = async (deed: string) => {
      const { draft_revision } = await rowAt(db(), address);
      const revision = String(draft_revision);
      return await organiser.post(`${address}/structure`, { revision, do: deed });
    };
    const moved = await press("up item COMP2 COMP");
    const after = moved.headers.get("location")!;
    expect(moved.status).toBe(303);
    const page = await (await organiser.get(after.split("#")[0]!)).text();
    // At the top by now, where there is no "up" any more, "down" keeps the place.
    expect(/<button[^>]*id="down-item-COMP2-COMP"[^>]*>/.exec(page)![0]).toContain("autofocus");
    await press("down item COMP2 COMP");
    expect(await draftAt(db(), address)).toEqual(start);
    await press("copy item COMP2 COMP");
    expect((await draftAt(db(), address)).sections[0]!.items[2]).toBe("COMP7");
    await press("remove item COMP7 COMP");
    await press("remove section KNOW");
    const gone = await draftAt(db(), address);
    expect(gone.items.map(({ kind }) => kind)).not.toContain("knowledge");
    expect(await (await organiser.get(address)).text()).toContain('value="undo"');
    await press("undo");
    expect(await draftAt(db(), address)).toEqual(start);
    expect(await (await organiser.get(address)).text()).not.toContain('value="undo"');
  });

  it("lets an older page change nothing, and tells what is stored beside what was typed", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const page = `${address}/items/COMP1`;
    const seen = fieldsIn(await (await organiser.get(page)).text());
    await organiser.post(page, { ...seen, ...words("text", "Kito lango tekstas") });
    const stored = await draftAt(db(), address);
    const late = await organiser.post(page, { ...seen, ...words("text", "Mano tekstas") });
    const shown = await late.text();
    expect(late.status).toBe(409);
    expect(shown).toContain("Kito lango tekstas");
    expect(shown).toContain("Mano tekstas");
    expect(await draftAt(db(), address)).toEqual(stored);
    const old = await organiser.post(`${address}/structure`, {
      revision: "1",
      do: "remove section KNOW",
    });
    expect(old.status).toBe(409);
    expect(await draftAt(db(), address)).toEqual(stored);
    await organiser.post(page, fieldsIn(shown));
    expect((await draftAt(db(), address)).items[0]!.text.lt).toBe("Mano tekstas");
  });

  it("puts changes of different questions together, and makes a deleted one anew if wished", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const [one, two] = [`${address}/items/COMP1`, `${address}/items/COMP2`];
    const seen = fieldsIn(await (await organiser.get(one)).text());
    const other = fieldsIn(await (await organiser.get(two)).text());
    await organiser.post(two, { ...other, ...words("text", "Antras") });
    expect((await organiser.post(one, { ...seen, ...words("text", "Pirmas") })).status).toBe(303);
    const { items } = await draftAt(db(), address);
    expect(items.slice(0, 2).map(({ text }) => text.lt)).toEqual(["Pirmas", "Antras"]);
    const again = fieldsIn(await (await organiser.get(one)).text());
    const revision = String((await rowAt(db(), address)).draft_revision);
    await organiser.post(`${address}/structure`, { revision, do: "remove item COMP1 COMP" });
    const gone = await organiser.post(one, again);
    expect(gone.status).toBe(409);
    await organiser.post(one, fieldsIn(await gone.text()));
    expect((await draftAt(db(), address)).items.map(({ key }) => key)).toContain("COMP1");
  });

  it("changes title, languages and waves, and keeps what a language said", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const page = `${address}/settings`;
    const form = fieldsIn(await (await organiser.get(page)).text());
    await organiser.post(page, {
      ...form,
      language: ["lt"],
      "has-followup": "yes",
      "minutes-before": "7",
    });
    const draft = await draftAt(db(), address);
    expect(draft.languages).toEqual(["lt"]);
    expect(draft.items[0]!.text.en).not.toBe("");
    expect(draft.waves.before!.minutes).toBe(7);
    expect(draft.waves.followup!.sections).toEqual([]);
    expect(await (await organiser.get(address)).text()).toContain("šiame etape nieko neklausiama");
    const now = fieldsIn(await (await organiser.get(page)).text());
    const none = await organiser.post(page, {
      ...now,
      language: [],
      "has-before": "",
      "has-after": "",
    });
    expect(none.status).toBe(422);
  });

  it("is the organisers' alone", async () => {
    const { app, deps, programme, organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    const pages = ["", "/settings", "/items/COMP1", "/preview", "/preview/page", "/publication"];
    for (const page of pages) expect((await evaluator.get(address + page)).status).toBe(403);
    expect((await evaluator.get(list)).status).toBe(403);
    for (const deed of ["/structure", "/items/COMP1", "/publication", "/removal", "/draft"]) {
      expect((await evaluator.post(address + deed)).status).toBe(403);
    }
    expect((await organiser.get(`${address}/items/NONE`)).status).toBe(404);
    const unknown = `${list}/00000000-0000-4000-8000-000000000000`;
    expect((await organiser.get(unknown)).status).toBe(404);
  });

  it("writes down who did what, without a word of the questionnaire", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    await organiser.post(`${address}/structure`, { revision: "1", do: "remove item COMP1 COMP" });
    const events = await db()
      .selectFrom("audit_event")
      .select(["action", "detail"])
      .where("action", "like", "%questionnaire")
      .orderBy("id")
      .execute();
    expect(events).toEqual([
      { action: "began-questionnaire", detail: { from: "library:starter" } },
      { action: "changed-questionnaire", detail: { part: "remove item COMP1", revision: 2 } },
    ]);
  });
});
