import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import { formatCode } from "../../../server/domain/pairing/access-code.ts";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { numberedItems } from "../../../server/domain/response/keyed-answers.ts";
import type { StaffRole, WaveKind } from "../../../server/domain/words.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, signedIn, type Visitor, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const day = 86_400_000;
const start = "/programmes/bandymas/entry";
const agreed = { "_statement.participate": "yes" };
const document = readyQuestionnaire();
const { assets } = appDeps(undefined as never);

interface Card {
  accessCodeId: string;
  code: string;
  token: string;
  pairingCode: string;
}

describe("keying paper sheets", () => {
  const { db } = useDatabase();
  let programme: TestProgramme;
  let cards: Card[];
  let keyer: Visitor;
  let clock: Date;

  beforeEach(async () => {
    clock = now;
    programme = await aProgramme(db(), now, { questionnaire: document });
    cards = await cardsOf(db(), programme, { locality: "silute", count: 2, now });
    keyer = await staffWith("data-entry");
  });

  function app() {
    return createApp(appDeps(db(), { now: () => clock, assets }));
  }

  async function staffWith(role: StaffRole): Promise<Visitor> {
    const deps = appDeps(db(), { now: () => clock, assets });
    return await signedIn(app(), deps, await aStaffUser(db(), programme, [role]));
  }

  const open = (code: string, more: Record<string, string> = {}) =>
    keyer.post(start, { wave: "before", purpose: "entry", code, ...more });
  const sheetOf = (card: Card, wave: WaveKind = "before") =>
    `${start}/${wave}/${card.accessCodeId}`;

  it("begins with the code, whose sheet asks every question by its number on paper", async () => {
    const response = await open(` ${formatCode(cards[0]!.code).toLowerCase()} `);
    expect(response.headers.get("location")).toBe(sheetOf(cards[0]!));
    const page = await (await keyer.get(sheetOf(cards[0]!))).text();
    for (const { item, number } of numberedItems(document, "before")) {
      expect(page).toContain(`<label for="field-${item.key}"><b>${number}.</b>`);
    }
    expect(page).toContain("Prieš mokymus · Šilutė");
    expect(page).not.toContain(cards[0]!.token);
  });

  it("stores a sheet as one submitted response from paper, with its scores and a trace without answers", async () => {
    const answers = { ...sheetOfTwos(document), IDEN1: "6", ZIN1: "" };
    const response = await keyer.post(sheetOf(cards[0]!), { ...agreed, ...answers });
    expect(response.headers.get("location")).toBe(
      `${start}?wave=before&purpose=entry&done=entered`,
    );
    const [stored] = await responses(db());
    const user = await db().selectFrom("staff_user").select("id").executeTakeFirstOrThrow();
    expect(stored).toMatchObject({
      channel: "paper",
      match_type: "card",
      status: "submitted",
      entered_by: user.id,
      pairing_code: cards[0]!.pairingCode,
      submitted_on: "2026-03-02",
      language: "lt",
    });
    expect(stored!.consents).toMatchObject({ participate: true });
    expect(Object.values(stored!.consents).filter(Boolean)).toHaveLength(1);
    const asked = numberedItems(document, "before").filter(
      ({ item }) => item.kind !== "information",
    );
    expect(Object.keys(stored!.answers).sort()).toEqual(asked.map(({ item }) => item.key).sort());
    const scores = await db().selectFrom("answers.score").select("scale_key").execute();
    expect(scores.map((score) => score.scale_key)).toEqual(expect.arrayContaining(["IDEN", "ZIN"]));
    const trace = await audit(db(), "entered-paper-sheet");
    expect(trace).toMatchObject([
      { actor: user.id, subject: stored!.id, detail: { wave: "before", overDraft: false } },
    ]);
    const after = await (await keyer.get(response.headers.get("location")!)).text();
    expect(after).toContain("Lapas suvestas");
    expect(after).toContain("Suvesta: 1\u00a0lapas");
  });

  it("is the organiser's and the keyers' alone, in their own programme", async () => {
    const other = await aProgramme(db(), now, { slug: "kita", questionnaire: document });
    const [foreign] = await cardsOf(db(), other, { locality: "silute", count: 1, now });
    const unknown = await open(foreign!.code);
    expect([unknown.status, await unknown.text()]).toEqual([
      422,
      expect.stringContaining("Tokio kodo šioje programoje nėra"),
    ]);
    expect((await keyer.get(sheetOf(foreign!))).status).toBe(404);
    expect((await keyer.post(sheetOf(foreign!), agreed)).status).toBe(404);
    const organiser = await staffWith("organiser");
    expect((await organiser.get(start)).status).toBe(200);
    for (const role of ["evaluator", "funder"] as const) {
      const visitor = await staffWith(role);
      const [path] = [sheetOf(cards[0]!)];
      for (const response of [
        await visitor.get(start),
        await visitor.post(start, { wave: "before", purpose: "entry", code: cards[0]!.code }),
        await visitor.get(path),
        await visitor.post(path, agreed),
        await visitor.get(`${path}/check`),
        await visitor.post(`${path}/check`),
        await visitor.post(`${path}/correction`),
      ]) {
        expect(response.status).toBe(403);
      }
    }
    expect((await visitorOf(app()).get(start)).status).toBe(401);
    expect(await responses(db())).toEqual([]);
  });

  it("tells a mistyped code from an unknown one, and keeps it in the field", async () => {
    const mistyped = await open("BKMR-TVZG");
    const page = await mistyped.text();
    expect([mistyped.status, page.includes("Kode yra klaida")]).toEqual([422, true]);
    expect(page).toContain('value="BKMR-TVZG"');
    const unknown = await open("BKMR-TVZF");
    expect(await unknown.text()).toContain("Tokio kodo šioje programoje nėra");
  });

  it("shows a sheet with a mistake again, everything typed kept, and stores nothing", async () => {
    const typed = { IDEN1: "9", IDEN2: "3", F_AGE: "", PATIRT: "2" };
    const known = new Set(numberedItems(document, "before").map(({ item }) => item.key));
    const sent = Object.fromEntries(Object.entries(typed).filter(([key]) => known.has(key)));
    const response = await keyer.post(sheetOf(cards[0]!), sent);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toMatch(/id="field-IDEN1"[^>]*aria-invalid="true"[^>]*value="9"/);
    expect(page).toMatch(/id="field-IDEN2"[^>]*value="3"/);
    expect(page).toContain('<a href="#field-IDEN1">');
    expect(page).toContain("Be šio sutikimo lapo suvesti negalima");
    expect(page).toContain("Patikrinkite 2\u00a0atsakymus");
    expect(await responses(db())).toEqual([]);
  });

  it("is found from the programme's page by those who may", async () => {
    const link = `href="${start}"`;
    expect(await (await keyer.get("/programmes/bandymas")).text()).toContain(link);
    const evaluator = await staffWith("evaluator");
    expect(await (await evaluator.get("/programmes/bandymas")).text()).not.toContain(link);
  });

  it("speaks English to those who read it", async () => {
    const path = sheetOf(cards[0]!);
    const pages = await Promise.all(
      [`${start}?language=en`, `${path}?language=en`].map(async (one) =>
        (await keyer.get(one)).text(),
      ),
    );
    expect(pages[0]).toContain("Keying paper sheets");
    expect(pages[1]).toContain("Store the sheet");
    for (const page of pages) expect(page).toContain('<html lang="en">');
  });

  it("refuses fields that the sheet does not have", async () => {
    const response = await keyer.post(sheetOf(cards[0]!), { ...agreed, NERA: "1" });
    expect(response.status).toBe(400);
  });

  it("never stores a sheet twice, nor over answers given on a screen", async () => {
    await keyer.post(sheetOf(cards[0]!), { ...agreed, IDEN1: "2" });
    const again = await keyer.post(sheetOf(cards[0]!), { ...agreed, IDEN1: "3" });
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining("jau suvestas"),
    ]);
    expect((await open(cards[0]!.code)).status).toBe(409);
    await answerOnScreen(cards[1]!, { IDEN1: "4" });
    const late = await keyer.post(sheetOf(cards[1]!), { ...agreed, IDEN1: "3" });
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining("jau atsakė ekrane"),
    ]);
    const stored = await responses(db());
    expect(stored.map(({ channel, answers }) => [channel, answers.IDEN1]).sort()).toEqual([
      ["online", 4],
      ["paper", 2],
    ]);
    expect(await audit(db(), "entered-paper-sheet")).toHaveLength(1);
  });

  it("takes the sheet instead of a draft that was never sent, and says so before", async () => {
    const participant = visitorOf(app());
    await participant.get(`/l/${cards[0]!.token}`);
    await participant.post("/a", agreed);
    expect(await (await keyer.get(sheetOf(cards[0]!))).text()).toContain("pradėjo pildyti ekrane");
    await keyer.post(sheetOf(cards[0]!), { ...agreed, IDEN1: "2" });
    const stored = await responses(db());
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ status: "submitted", channel: "paper" });
    expect(stored[0]!.entered_by).not.toBeNull();
    expect(stored[0]!.answers.IDEN1).toBe(2);
  });

  it("is possible after the time for answering, but not before it nor once the wave is closed", async () => {
    const early = await open(cards[0]!.code, { wave: "after" });
    expect([early.status, await early.text()]).toEqual([
      409,
      expect.stringContaining("dar neatverta"),
    ]);
    expect((await keyer.post(sheetOf(cards[0]!, "after"), agreed)).status).toBe(409);
    clock = new Date(now.getTime() + 95 * day);
    keyer = await staffWith("organiser");
    await keyer.post(sheetOf(cards[0]!), agreed);
    expect(await responses(db())).toHaveLength(1);
    const closing = { kind: "before", localityKeys: ["silute"], closedBy: null } as const;
    await closeWave(db(), { ...closing, programmeId: programme.id, now: clock });
    const closed = await keyer.post(sheetOf(cards[1]!), agreed);
    expect([closed.status, await closed.text()]).toEqual([
      409,
      expect.stringContaining("gauta pavėluotai"),
    ]);
    expect(await responses(db())).toHaveLength(1);
  });

  describe("a second time", () => {
    const first = { IDEN1: "2", IDEN2: "3", IDEN3: "6" };

    beforeEach(async () => {
      await keyer.post(sheetOf(cards[0]!), { ...agreed, ...first });
    });

    it("agrees, and counts as a checked sheet", async () => {
      const response = await keyer.post(`${sheetOf(cards[0]!)}/check`, first);
      const page = await (await keyer.get(response.headers.get("location")!)).text();
      expect(page).toContain("Abu suvedimai sutampa");
      expect(page).toContain("Patikrinta: 1\u00a0lapas. Sutapo 100,0\u00a0%");
    });

    it("shows what differs by number, changes nothing, and keeps the count alone", async () => {
      const before = await responses(db());
      const response = await keyer.post(`${sheetOf(cards[0]!)}/check`, { ...first, IDEN2: "4" });
      const page = await response.text();
      const { number } = numberedItems(document, "before").find(
        ({ item }) => item.key === "IDEN2",
      )!;
      expect(page).toContain(`<legend>${number}. `);
      expect(page.match(/<legend>/g)).toHaveLength(1);
      expect(await responses(db())).toEqual(before);
      const [checked] = await audit(db(), "checked-paper-sheet");
      const compared = Object.keys(before[0]!.answers).length;
      expect(checked!.detail).toEqual({ wave: "before", compared, different: 1 });
      const startPage = await (await keyer.get(start)).text();
      expect(startPage).toContain(`(${compared - 1}\u00a0iš\u00a0${compared})`);
    });

    it("corrects what was marked, with a reason, scores and a trace", async () => {
      const scoreOf = async () =>
        (await db().selectFrom("answers.score").selectAll().execute()).find(
          (score) => score.scale_key === "IDEN",
        );
      await db().deleteFrom("answers.score").execute();
      const second = { IDEN1: "5", IDEN2: "4", IDEN3: "6" };
      const use = { "_use.IDEN1": "first", "_use.IDEN2": "second" };
      const path = `${sheetOf(cards[0]!)}/correction`;
      const reasonless = await keyer.post(path, { ...second, ...use, _revision: "1" });
      expect([reasonless.status, await reasonless.text()]).toEqual([
        422,
        expect.stringContaining("Įrašykite, kodėl taisoma"),
      ]);
      expect((await responses(db()))[0]!.answers).toMatchObject({ IDEN1: 2, IDEN2: 3 });
      const form = { ...second, ...use, _revision: "1", _reason: "praleista eilutė" };
      const response = await keyer.post(path, form);
      expect(response.headers.get("location")).toContain("done=corrected");
      const [stored] = await responses(db());
      expect(stored!.answers).toMatchObject({ IDEN1: 2, IDEN2: 4 });
      expect(stored!.revision).toBe(2);
      expect(await scoreOf()).toBeDefined();
      expect(await audit(db(), "corrected-paper-sheet")).toMatchObject([
        { subject: stored!.id, reason: "praleista eilutė", detail: { items: 1 } },
      ]);
      // The same form once more, from a page that is out of date.
      const stale = await keyer.post(path, {
        ...form,
        "_use.IDEN1": "second",
        IDEN1: "1",
      });
      expect(stale.status).toBe(409);
    });

    it("is for sheets alone, and cannot correct once the wave is closed", async () => {
      await answerOnScreen(cards[1]!, { IDEN1: "4" });
      const onScreen = await open(cards[1]!.code, { purpose: "check" });
      expect(onScreen.status).toBe(409);
      const closing = { kind: "before", localityKeys: ["silute"], closedBy: null } as const;
      await closeWave(db(), { ...closing, programmeId: programme.id, now: clock });
      const second = { ...first, IDEN2: "4" };
      const compared = await keyer.post(`${sheetOf(cards[0]!)}/check`, second);
      const page = await compared.text();
      expect(page).toContain("atsakymų taisyti nebegalima");
      expect(page).not.toContain("_reason");
      const use = { "_use.IDEN2": "second", _revision: "1", _reason: "praleista" };
      const refused = await keyer.post(`${sheetOf(cards[0]!)}/correction`, { ...second, ...use });
      expect(refused.status).toBe(409);
      const sheets = (await responses(db())).filter(({ channel }) => channel === "paper");
      expect(sheets.map(({ answers }) => answers.IDEN2)).toEqual([3]);
    });
  });

  async function answerOnScreen(card: Card, answers: Record<string, string>): Promise<void> {
    const participant = visitorOf(app());
    await participant.get(`/l/${card.token}`);
    await participant.post("/a/all", { ...agreed, ...answers });
  }
});

/** The second box of every rating and question of knowledge. */
function sheetOfTwos(questionnaire: QuestionnaireDocument): Record<string, string> {
  const items = numberedItems(questionnaire, "before").map(({ item }) => item);
  const boxed = items.filter((item) => item.kind === "rating" || item.kind === "knowledge");
  return Object.fromEntries(boxed.map((item) => [item.key, "2"]));
}

async function responses(db: Db) {
  return await db.selectFrom("answers.response").selectAll().execute();
}

async function audit(db: Db, action: string) {
  return await db.selectFrom("audit_event").selectAll().where("action", "=", action).execute();
}
