import { beforeEach, describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { addInventedResponses } from "../../../db/seed/companions.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";
import {
  aPerson,
  aSetupDesk,
  basicsForm,
  home,
  identityForm,
  idsOf,
  noticeOf,
  now,
  organisationForm,
  publishQuestionnaire,
  type SetupDesk,
  setup,
  slug,
  startForm,
  startProgrammeOf,
  wavesForm,
} from "./setting.ts";

describe("a programme", () => {
  const { db } = useDatabase();
  let desk: SetupDesk;
  let organiser: Visitor;
  let programmeId: string;

  beforeEach(async () => {
    desk = await aSetupDesk(db());
    programmeId = await startProgrammeOf(db(), desk);
    organiser = desk.administrator;
  });

  const stored = async () =>
    await db()
      .selectFrom("programme")
      .selectAll()
      .where("id", "=", programmeId)
      .executeTakeFirstOrThrow();

  async function answered(): Promise<void> {
    await organiser.post(`${setup}/localities`, { nominative: "Prienai" });
    await organiser.post(`${setup}/basics`, basicsForm);
    const version = await publishQuestionnaire(db(), programmeId);
    await organiser.post(`${setup}/notice`, { "text-lt": "A.", "text-en": "B.", go: "publish" });
    const begun = { ...wavesForm, "before-opensAt": "2026-03-01T09:00" };
    const versions = { "before-version": version, "after-version": version };
    await organiser.post(`${setup}/waves`, { ...begun, ...versions });
    const [localityId] = await idsOf(organiser, "localities");
    await addInventedResponses(db(), { programmeId, localityId: localityId!, seed: 3, now });
  }

  it("is made by its title and dates, and its maker organises it", async () => {
    expect(await stored()).toMatchObject({ slug, starts_on: "2026-03-01", kind: "real" });
    const again = await organiser.post("/programmes/new", startForm);
    expect(again.headers.get("location")).toBe(`/programmes/${slug}-2/setup`);
    for (const [wrong, input] of [
      [{ slug }, "slug"],
      [{ slug: "new" }, "slug"],
      [{ slug: "Ne Adresas" }, "slug"],
      [{ "title-lt": "" }, "title-lt"],
      [{ "title-lt": "", languages: "lt" }, "title-lt"],
      [{ languages: "" }, "languages"],
      [{ endsOn: "2026-02-01" }, "endsOn"],
    ] as const) {
      const refused = await organiser.post("/programmes/new", { ...startForm, ...wrong });
      expect(refused.status).toBe(422);
      const shown = await refused.text();
      expect(shown).toContain(`id="${input}-mistake"`);
      expect(shown).toContain('value="Culture innovation"');
    }
    const own = await organiser.post("/programmes/new", { ...startForm, slug: "savas" });
    expect(own.headers.get("location")).toBe("/programmes/savas/setup");
    expect(await (await organiser.get("/programmes")).text()).toContain('href="/programmes/new"');
  });

  it("needs no words in a language that nobody will read", async () => {
    const form = { ...startForm, languages: "lt", "title-en": "", slug: "lietuviska" };
    expect((await organiser.post("/programmes/new", form)).status).toBe(303);
    const funder = { "name-lt": "Taryba" };
    const funders = "/programmes/lietuviska/setup/funders";
    expect((await organiser.post(funders, funder)).status).toBe(303);
    const both = { ...startForm, "title-en": "" };
    expect(await (await organiser.post("/programmes/new", both)).text()).toContain(
      'id="title-en-mistake"',
    );
  });

  it("takes over from an old one what is wanted, and never people, decisions or results", async () => {
    await organiser.post(`${setup}/localities`, { nominative: "Prienai" });
    await organiser.post(`${setup}/funders`, { "name-lt": "Taryba", "name-en": "Council" });
    await organiser.post(`${setup}/topics`, { "title-lt": "Sklaida", "title-en": "Reach" });
    await organiser.post(`${setup}/indicators`, {
      "name-lt": "Dalyviai",
      "name-en": "People",
      planned: "60",
      reached: "64",
    });
    await organiser.post(`${setup}/basics`, { ...basicsForm, threshold: "7" });
    await publishQuestionnaire(db(), programmeId);
    const parts = ["settings", "funders", "topics", "indicators", "questionnaires"];
    const form = { ...startForm, slug: "nauja", from: programmeId, parts };
    expect((await organiser.post("/programmes/new", form)).status).toBe(303);
    const copied = await db()
      .selectFrom("programme")
      .selectAll()
      .where("slug", "=", "nauja")
      .executeTakeFirstOrThrow();
    expect(copied).toMatchObject({ threshold: 7, smallest_worthwhile_points: null });
    const count = async (table: "funder" | "topic" | "locality" | "questionnaire_version") =>
      (await db().selectFrom(table).select("id").where("programme_id", "=", copied.id).execute())
        .length;
    expect(await count("funder")).toBe(1);
    expect(await count("topic")).toBe(1);
    expect(await count("questionnaire_version")).toBe(1);
    expect(await count("locality")).toBe(0);
    const indicators = await db()
      .selectFrom("indicator")
      .select(["planned", "reached"])
      .where("programme_id", "=", copied.id)
      .execute();
    expect(indicators).toEqual([{ planned: 60, reached: null }]);
  });

  it("takes nothing over from a programme that somebody else organises", async () => {
    const other = await aProgramme(db(), now, { slug: "svetima" });
    const form = { ...startForm, slug: "nauja", from: other.id, parts: ["funders"] };
    expect((await organiser.post("/programmes/new", form)).status).toBe(422);
  });

  it("keeps its basic facts, and what is wrong as it was typed", async () => {
    expect((await organiser.post(`${setup}/basics`, basicsForm)).status).toBe(303);
    expect(await stored()).toMatchObject({
      smallest_worthwhile_points: 7.5,
      evaluator_name: "UAB Vertinimas",
      goal: { lt: "Stiprinti vietovių savitumą", en: "To strengthen localities" },
    });
    for (const [input, text] of [
      ["threshold", "4"],
      ["threshold", "11"],
      ["endsOn", "2026-01-01"],
      ["timeZone", "Mars/Base"],
      ["title-en", ""],
      ["moreInfoUrl", "javascript:alert(1)"],
      ["smallestWorthwhilePoints", "0"],
    ]) {
      const refused = await organiser.post(`${setup}/basics`, { ...basicsForm, [input!]: text! });
      expect(refused.status).toBe(422);
      const shown = await refused.text();
      expect(shown).toContain(`id="${input}-mistake"`);
      expect(shown).toContain("UAB Vertinimas");
    }
    const lithuanian = { ...basicsForm, "title-en": "", languages: "lt" };
    expect((await organiser.post(`${setup}/basics`, lithuanian)).status).toBe(303);
    expect((await stored()).languages).toEqual(["lt"]);
  });

  it("has its organisation's facts changed by an administrator alone", async () => {
    expect((await organiser.post(`${setup}/organisation`, organisationForm)).status).toBe(303);
    const refused = await organiser.post(`${setup}/organisation`, {
      ...organisationForm,
      name: "",
    });
    expect(refused.status).toBe(422);
    const staffUserId = await aPerson(db(), desk.organisationId, { isAdministrator: false });
    const role = {
      programme_id: programmeId,
      staff_user_id: staffUserId,
      role: "organiser",
    } as const;
    await db().insertInto("staff_role").values(role).execute();
    const other = await signedIn(desk.app, desk.deps, staffUserId);
    const shown = await (await other.get(`${setup}/organisation`)).text();
    expect(shown).toContain("administratorius");
    expect(shown).toContain("300000000");
    expect(shown).not.toContain("<textarea");
    expect((await other.post(`${setup}/organisation`, organisationForm)).status).toBe(403);
  });

  it("destroys links after its end and deletes answers after that", async () => {
    expect((await organiser.post(`${setup}/identity`, identityForm)).status).toBe(303);
    for (const [input, wrong] of [
      ["keyDestroyOn", { keyDestroyOn: "2026-06-01" }],
      ["answersDeleteOn", { answersDeleteOn: "2027-06-29" }],
      ["identityMode", { identityMode: "names" }],
    ] as const) {
      const refused = await organiser.post(`${setup}/identity`, { ...identityForm, ...wrong });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(`id="${input}-mistake"`);
    }
  });

  it("freezes at the first answer what answers were given under, and says so", async () => {
    await answered();
    const page = await (await organiser.get(`${setup}/basics`)).text();
    expect(page).toContain("Nebekeičiama: jau yra atsakymų");
    expect(page).not.toContain('name="smallestWorthwhilePoints"');
    const changed = { ...basicsForm, smallestWorthwhilePoints: "1", languages: "lt" };
    expect((await organiser.post(`${setup}/basics`, changed)).status).toBe(303);
    expect(await stored()).toMatchObject({
      smallest_worthwhile_points: 7.5,
      languages: ["lt", "en"],
    });
    await organiser.post(`${setup}/identity`, { ...identityForm, identityMode: "bowl" });
    expect((await stored()).identity_mode).toBe("register");
    const added = await organiser.post(`${setup}/localities`, { nominative: "Trakai" });
    expect(added.status).toBe(409);
    const listed = await (await organiser.get(`${setup}/localities`)).text();
    expect(listed).toContain(`href="${home}/corrections"`);
    const [localityId] = await idsOf(organiser, "localities");
    const renamed = { nominative: "Prienai", genitive: "Prienų", locative: "Prienuose" };
    const path = `${setup}/localities/${localityId}`;
    expect((await organiser.post(path, renamed)).status).toBe(303);
    expect((await organiser.post(`${path}/removal`)).status).toBe(409);
    const waves = await (await organiser.get(`${setup}/waves`)).text();
    expect(waves).toContain("Versija nebekeičiama");
    expect(waves).not.toContain('name="before-opensAt"');
  });

  it("after a release may raise its threshold and never lower it", async () => {
    await answered();
    await organiser.post(`${setup}/basics`, { ...basicsForm, threshold: "8" });
    await makeRelease(db(), { programmeId, madeBy: null, now, reason: "test" });
    const lower = await organiser.post(`${setup}/basics`, { ...basicsForm, threshold: "7" });
    expect(lower.status).toBe(422);
    const higher = await organiser.post(`${setup}/basics`, { ...basicsForm, threshold: "9" });
    expect(higher.status).toBe(303);
    expect((await stored()).threshold).toBe(9);
  });

  it.each([
    ["register", "sąrašą, kam kuri kortelė duota"],
    ["bowl", "niekas neužrašė, kuri Jums teko"],
    ["self-made", "iš šešių dalykų"],
  ])("in %s mode proposes the notice that is true of it", async (identityMode, said) => {
    await organiser.post(`${setup}/identity`, { ...identityForm, identityMode });
    const notice = await noticeOf(organiser);
    expect(notice["text-lt"]).toContain(said);
    expect(notice["text-lt"]).toContain("2027\u00a0m. birželio 30\u00a0d.");
    expect(notice["text-lt"]).toContain("[...]");
    expect(notice["text-lt"]).not.toContain("..,");
    expect(notice["text-lt"]).not.toMatch(/d\.\./);
    const refused = await organiser.post(`${setup}/notice`, { ...notice, go: "publish" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("neužpildytų vietų");
  });

  it("publishes notices that never change, each under its number, for the waves to come", async () => {
    const text = { "text-lt": "Pirmas tekstas.", "text-en": "First text." };
    await organiser.post(`${setup}/notice`, { ...text, "text-lt": "Juodraštis.", go: "save" });
    expect((await noticeOf(organiser))["text-lt"]).toBe("Juodraštis.");
    expect(await db().selectFrom("notice_version").selectAll().execute()).toEqual([]);
    await organiser.post(`${setup}/notice`, { ...text, go: "publish" });
    const version = await publishQuestionnaire(db(), programmeId);
    const versions = { "before-version": version, "after-version": version };
    await organiser.post(`${setup}/waves`, { ...wavesForm, ...versions });
    await organiser.post(`${setup}/notice`, { ...text, "text-lt": "Antras.", go: "publish" });
    const rows = await db().selectFrom("notice_version").selectAll().orderBy("number").execute();
    expect(rows.map(({ number, identity_mode }) => [number, identity_mode])).toEqual([
      [1, "register"],
      [2, "register"],
    ]);
    const waves = await db().selectFrom("wave").select("notice_version_id").execute();
    expect(waves.map((wave) => wave.notice_version_id)).toEqual([rows[1]!.id, rows[1]!.id]);
    const empty = await organiser.post(`${setup}/notice`, {
      ...text,
      "text-en": " ",
      go: "publish",
    });
    expect(empty.status).toBe(422);
    await organiser.post(`${setup}/identity`, { ...identityForm, identityMode: "bowl" });
    expect(await (await organiser.get(setup)).text()).toContain("tinkamo dabartinei kodų tvarkai");
    // Nothing opens by the clock under a notice that is no longer true; the dates wait for one that is.
    expect(await db().selectFrom("wave").select("id").execute()).toEqual([]);
    const plans = await db().selectFrom("wave_plan").select(["kind", "opens_at"]).execute();
    expect(plans).toContainEqual({ kind: "before", opens_at: new Date("2026-03-05T07:00:00Z") });
    const change = db()
      .updateTable("notice_version")
      .set({ text: json({ lt: "Kitas" }) })
      .execute();
    await expect(change).rejects.toThrow("never changes");
  });

  it("says in the notice that the organiser sees who has handed a sheet in, and only then shows it", async () => {
    const fine = { "text-lt": "Kam rodome. Vertintojui.\nTeisės.", "text-en": "Rights." };
    const notice = async (form: Record<string, string>) =>
      await organiser.post(`${setup}/notice`, { ...fine, ...form });
    expect((await notice({ whoAnswered: "yes", go: "save" })).status).toBe(303);
    const fitted = await noticeOf(organiser);
    expect(fitted["text-lt"]).toContain("Vertintojui. Organizatorius matys, kas anketą jau");
    expect(fitted["text-en"]).toMatch(/^Rights\.\nThe organiser will see who has handed/);
    // Whoever ticks it reads the sentence before it is published.
    const unread = await notice({ whoAnswered: "yes", go: "publish" });
    expect(unread.status).toBe(422);
    expect(await unread.text()).toContain("Sakinys įrašytas");
    const told = { ...fitted, go: "publish" };
    const untold = await organiser.post(`${setup}/notice`, told);
    expect(untold.status).toBe(422);
    expect(await untold.text()).toContain("Sakinys išimtas");
    expect(await db().selectFrom("notice_version").select("id").execute()).toEqual([]);
    await organiser.post(`${setup}/notice`, { ...told, whoAnswered: "yes" });
    await notice({ go: "publish" });
    const versions = await db()
      .selectFrom("notice_version")
      .select(["text", "tells_who_answered as isTold"])
      .orderBy("number")
      .execute();
    expect(versions.map(({ isTold }) => isTold)).toEqual([true, false]);
    expect(versions[1]!.text).toEqual({ lt: fine["text-lt"], en: fine["text-en"] });
  });

  it.each(["bowl", "self-made"])(
    "in %s mode offers no such sentence and takes none",
    async (mode) => {
      await organiser.post(`${setup}/identity`, { ...identityForm, identityMode: mode });
      expect(await (await organiser.get(`${setup}/notice`)).text()).not.toContain("whoAnswered");
      const form = { "text-lt": "A.", "text-en": "B.", whoAnswered: "yes", go: "publish" };
      expect((await organiser.post(`${setup}/notice`, form)).status).toBe(303);
      const [version] = await db().selectFrom("notice_version").selectAll().execute();
      expect(version).toMatchObject({ text: { lt: "A.", en: "B." }, tells_who_answered: false });
    },
  );

  it("keeps dates of waves by locality and refuses those that cannot be", async () => {
    await organiser.post(`${setup}/localities/many`, { names: "Prienai\nTrakai" });
    const [prienai] = await idsOf(organiser, "localities");
    const version = await publishQuestionnaire(db(), programmeId);
    await organiser.post(`${setup}/notice`, { "text-lt": "A.", "text-en": "B.", go: "publish" });
    const form = { ...wavesForm, "before-version": version, "after-version": version };
    for (const [input, wrong] of [
      ["before-closesAt", { "before-closesAt": "2026-03-05T08:00" }],
      ["before-closesAt", { "before-closesAt": "" }],
      ["before-opensAt", { "before-opensAt": "rytoj" }],
      ["before-grace", { "before-grace": "2000" }],
      ["before-version", { "before-version": "kita" }],
      ["after-opensAt", { "after-opensAt": "2026-01-01T09:00" }],
      [`before-${prienai}-closesAt`, { [`before-${prienai}-closesAt`]: "2026-03-01T09:00" }],
    ] as const) {
      const refused = await organiser.post(`${setup}/waves`, { ...form, ...wrong });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(`id="${input}-mistake"`);
    }
    expect(await db().selectFrom("wave").selectAll().execute()).toEqual([]);
    const own = { [`before-${prienai}-opensAt`]: "2026-03-07T10:00" };
    expect((await organiser.post(`${setup}/waves`, { ...form, ...own })).status).toBe(303);
    const waves = await db().selectFrom("wave").selectAll().orderBy("opens_at").execute();
    expect(waves[0]).toMatchObject({
      kind: "before",
      opens_at: new Date("2026-03-05T07:00:00Z"),
      closes_at: new Date("2026-03-20T16:00:00Z"),
    });
    expect(waves[1]).toMatchObject({
      grace_minutes: 30,
      opens_at: new Date("2026-06-01T06:00:00Z"),
    });
    const windows = await db().selectFrom("wave_window").selectAll().execute();
    expect(windows).toMatchObject([
      { locality_id: prienai, opens_at: new Date("2026-03-07T08:00:00Z"), closes_at: null },
    ]);
  });

  it("keeps its way of codes once a questionnaire has opened", async () => {
    const version = await publishQuestionnaire(db(), programmeId);
    await organiser.post(`${setup}/localities`, { nominative: "Prienai" });
    await organiser.post(`${setup}/notice`, { "text-lt": "A.", "text-en": "B.", go: "publish" });
    const versions = { "before-version": version, "after-version": version };
    await organiser.post(`${setup}/waves`, { ...wavesForm, ...versions });
    await organiser.post(`${home}/waves/before/localities/prienai/opening`);
    await organiser.post(`${setup}/identity`, { ...identityForm, identityMode: "bowl" });
    expect((await stored()).identity_mode).toBe("register");
    const page = await (await organiser.get(`${setup}/identity`)).text();
    expect(page).toContain("Nebekeičiama: anketa jau atverta");
    expect(page).not.toContain('type="radio"');
  });

  it("tells how sure one will be with so many people", async () => {
    const bare = await (await organiser.get(`${setup}/planning`)).text();
    expect(bare).toContain("Mažiausias vertingas pokytis dar nenustatytas");
    await organiser.post(`${setup}/basics`, basicsForm);
    const page = await (await organiser.get(`${setup}/planning?deviation=15&share=100`)).text();
    // t(0,975; 9) / sqrt(10) * 15 = 10,7 of ten pairs; 18 pairs are the first within 7,5, so 20 of those listed.
    expect(page).toContain("±10,7");
    expect(page).toContain("reikia bent 20 dalyvių");
    expect(page).toContain("29\u00a0proc.");
    expect(bare).not.toContain("Tikimybė jį pamatyti");
    expect((await organiser.get(`${setup}/planning?deviation=abc&share=900`)).status).toBe(200);
  });

  it("refuses to open a wave while something is missing, and says what", async () => {
    const refused = await organiser.post(`${home}/waves/before/localities/all/opening`);
    expect(refused.status).toBe(409);
    const shown = await refused.text();
    for (const step of ["localities", "questionnaire", "notice", "waves"]) {
      expect(shown).toContain(`href="${setup}/${step}"`);
    }
  });
});
