import { describe, expect, it } from "vitest";
import { contentHash } from "../../../db/content-hash.ts";
import { readyQuestionnaires } from "../../../db/seed/library.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import { anOrganiser, begun, draftAt, fieldsIn, list, now, rowAt } from "./desk.ts";

describe("a version", () => {
  const { db } = useDatabase();

  async function published(from = "library:starter") {
    const desk = await anOrganiser(db());
    const address = await begun(desk.organiser, from);
    const response = await publish(desk.organiser, address);
    return { ...desk, address, response };
  }

  async function publish(
    organiser: Awaited<ReturnType<typeof anOrganiser>>["organiser"],
    address: string,
    decided: Record<string, string> = {},
  ) {
    const revision = String((await rowAt(db(), address)).draft_revision);
    return await organiser.post(`${address}/publication`, { revision, ...decided });
  }

  const versionsAt = async (address: string) =>
    await db()
      .selectFrom("questionnaire_version")
      .selectAll()
      .where("questionnaire_id", "=", address.split("/").at(-1)!)
      .orderBy("number")
      .execute();

  it("is the draft with its number and hash, and never changes", async () => {
    const { address, response, organiser } = await published();
    const [version] = await versionsAt(address);
    const starter = readyQuestionnaires()[0]!.document;
    expect(response.headers.get("location")).toBe(`${address}/versions/1?done=published`);
    expect(version).toMatchObject({
      number: 1,
      content_hash: contentHash(starter),
      equivalent_items: {},
    });
    expect(version!.document).toEqual(starter);
    expect((await rowAt(db(), address)).draft).toBeNull();
    const shown = await (await organiser.get(`${address}/versions/1`)).text();
    expect(shown).toContain(version!.content_hash);
    const change = inTransaction(db(), (tx) =>
      tx
        .updateTable("questionnaire_version")
        .set({ number: 7 })
        .where("id", "=", version!.id)
        .execute(),
    );
    await expect(change).rejects.toThrow(/never changes/);
    expect((await organiser.get(address)).status).toBe(404);
    expect((await organiser.post(`${address}/removal`)).status).toBe(409);
  });

  it("is not published with errors, nor from a page that is older than the draft", async () => {
    const { organiser } = await anOrganiser(db());
    const empty = await begun(organiser);
    const page = await (await organiser.get(`${empty}/publication`)).text();
    expect(page).toContain("Pirma ištaisykite klaidas");
    expect((await publish(organiser, empty)).status).toBe(409);
    const address = await begun(organiser, "library:starter");
    const late = await organiser.post(`${address}/publication`, { revision: "0" });
    expect(late.status).toBe(409);
    expect(await versionsAt(address)).toEqual([]);
    const gone = await organiser.post(`${address}/removal`);
    expect(gone.headers.get("location")).toBe(`${list}?done=discarded`);
  });

  it("is published once when two press at once", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const first = await organiser.post(`${address}/publication`, { revision: "1" });
    const second = await organiser.post(`${address}/publication`, { revision: "1" });
    expect([first.status, second.status]).toEqual([303, 404]);
    expect(await versionsAt(address)).toHaveLength(1);
  });

  it("continues the one before it, item by item, as an organiser decides", async () => {
    const { organiser, address } = await published();
    await organiser.post(`${address}/draft`);
    const edit = async (key: string, change: Record<string, string>) => {
      const page = `${address}/items/${key}`;
      const form = fieldsIn(await (await organiser.get(page)).text());
      expect((await organiser.post(page, { ...form, ...change })).status).toBe(303);
    };
    await edit("COMP1", { "text.lt": "Pataisyta rašyba", key: "FIRST" });
    await edit("COMP1", {}).catch(() => undefined);
    await edit("COMP2", { "text.lt": "Visai kitas dalykas" });
    await edit("COMP3", { "help.lt": "Pagalba", "help.en": "Help" });
    await edit("KNOW1", { correct: "0" });
    const page = await (await organiser.get(`${address}/publication`)).text();
    expect(page).toContain("Nebėra: COMP1");
    expect(page).toContain("COMP3");
    expect(page).not.toContain('name="meaning-KNOW1"');
    const undecided = await publish(organiser, address);
    expect(undecided.status).toBe(422);
    expect(await undecided.text()).toContain('href="#meaning-COMP2"');
    await publish(organiser, address, { "meaning-COMP2": "changed", "meaning-KNOW1": "same" });
    const [, second] = await versionsAt(address);
    const same = second!.equivalent_items;
    expect(same).toMatchObject({ COMP3: "COMP3", COMP4: "COMP4", EXPECT: "EXPECT" });
    for (const key of ["FIRST", "COMP1", "COMP2", "KNOW1"]) expect(same).not.toHaveProperty(key);
    expect(second!.number).toBe(2);
    const shown = await (await organiser.get(`${address}/versions/2`)).text();
    expect(shown).toContain("FIRST, COMP2, KNOW1");
  });

  it("continues an item under another key, and one whose words an organiser knows to mean the same", async () => {
    const { organiser, address } = await published();
    await organiser.post(`${address}/draft`);
    for (const [key, change] of [
      ["COMP1", { key: "RENAMED" }],
      ["COMP2", { "text.lt": "Ta pati prasmė" }],
    ] as const) {
      const page = `${address}/items/${key}`;
      const form = fieldsIn(await (await organiser.get(page)).text());
      await organiser.post(page, { ...form, ...change });
    }
    await publish(organiser, address, { "meaning-COMP2": "same" });
    const same = (await versionsAt(address))[1]!.equivalent_items;
    expect(same).toMatchObject({ RENAMED: "COMP1", COMP2: "COMP2" });
  });

  it("goes to a wave until somebody answers it, and only to a wave that it has", async () => {
    const { app, organiser, address, programme } = await published();
    const [version] = await versionsAt(address);
    const assign = (wave: string, id = version!.id) =>
      organiser.post(`${list}/waves/${wave}`, { version: id });
    expect((await assign("before")).status).toBe(303);
    const wave = () =>
      db()
        .selectFrom("wave")
        .select("questionnaire_version_id as versionId")
        .where("kind", "=", "before")
        .executeTakeFirstOrThrow();
    expect((await wave()).versionId).toBe(version!.id);
    expect((await assign("followup")).status).toBe(404);
    expect((await assign("never")).status).toBe(404);
    expect((await assign("after", programme.id)).status).toBe(404);
    const [card] = await cardsOf(db(), programme, { locality: "silute", count: 1, now });
    const participant = visitorOf(app);
    await participant.get(`/l/${card!.token}`);
    await participant.post("/a", { "_statement.participate": "yes", _go: "next" });
    expect(await (await participant.get("/a/parts/COMP")).text()).toContain(
      readyQuestionnaires()[0]!.document.items[0]!.text.lt,
    );
    await participant.post("/a/parts/COMP", { COMP1: "4", _go: "next" });
    expect((await assign("before", programme.versionId)).status).toBe(409);
    expect((await wave()).versionId).toBe(version!.id);
    expect(await (await organiser.get(list)).text()).toContain("jau pildoma");
  });
});

describe("a preview", () => {
  const { db } = useDatabase();

  it("walks through all parts as a participant would, and stores nothing", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:follow-up");
    const page = `${address}/preview/page?wave=followup&language=lt`;
    const carry = (html: string) => ({
      _at: /name="_at" value="(\d+)"/.exec(html)![1]!,
      _carried: /name="_carried" value="([^"]*)"/.exec(html)![1]!.replace(/&quot;/g, '"'),
    });
    let html = await (await organiser.get(page)).text();
    expect(html).toContain("atsakymai neišsaugomi");
    const step = async (fields: Record<string, string>) => {
      html = await (await organiser.post(page, { ...carry(html), _go: "next", ...fields })).text();
    };
    await step({ BEH1: "3" });
    await step({ HELP: "manager" });
    expect(html).toContain("RESULT_WHAT");
    await step({ RESULT: "yes", RESULT_WHAT: "daug kas" });
    expect(html).toContain("Anketos pabaiga");
    await step({ _go: "back" });
    expect(html).toContain("daug kas");
    expect(await db().selectFrom("answers.response").selectAll().execute()).toEqual([]);
    expect((await draftAt(db(), address)).items).toHaveLength(10);
  });

  it("stands in a frame of ours alone, with nothing from elsewhere", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser, "library:starter");
    const policy = async (path: string) =>
      (await organiser.get(address + path)).headers.get("content-security-policy")!;
    expect(await policy("/preview")).toMatch(/frame-src 'self'.*frame-ancestors 'none'/);
    expect(await policy("/preview/page")).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(await policy("/preview/page")).not.toContain("frame-src");
    expect(await policy("")).toContain("frame-ancestors 'none'");
  });

  it("shows an unfinished draft as far as it goes, and whatever is sent to it", async () => {
    const { organiser } = await anOrganiser(db());
    const address = await begun(organiser);
    expect((await organiser.get(`${address}/preview`)).status).toBe(200);
    const page = `${address}/preview/page?wave=before`;
    expect((await organiser.get(page)).status).toBe(200);
    for (const _carried of ["{", "[]", '{"a":1}', '{"__proto__":["x"]}']) {
      const response = await organiser.post(page, {
        _at: "99",
        _go: "next",
        _carried,
        NOTHING: "1",
      });
      expect(response.status).toBe(200);
    }
  });
});
