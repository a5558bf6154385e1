import { createCanvas } from "@napi-rs/canvas";
import { beforeEach, describe, expect, it } from "vitest";
import { listPublicity } from "../../../db/queries/annex-registers.ts";
import { createApp } from "../../../server/app.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aPhotograph, aScene, hidden } from "../../support/photograph.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import {
  aPerson,
  aSetupDesk,
  home,
  idsOf,
  now,
  type SetupDesk,
  setup,
  startProgrammeOf,
} from "./setting.ts";

const funder = { "name-lt": "Kultūros taryba", "name-en": "Council for Culture" };

/** For each list what a right form sends, and one input with what is wrong in it. */
const forms: Record<string, [form: Record<string, string>, wrong: string, typed: string]> = {
  funders: [funder, "name-en", ""],
  localities: [{ nominative: "Prienai" }, "latitude", "šiaurėje"],
  criteria: [{ "text-lt": "Motyvuota grupė", "text-en": "A motivated group" }, "text-lt", ""],
  sectors: [{ "label-lt": "Muziejus", "label-en": "Museum" }, "label-lt", ""],
  topics: [{ "title-lt": "Sklaida", "title-en": "Dissemination" }, "title-en", ""],
  methods: [{ "title-lt": "Dizaino mąstymas", "title-en": "Design thinking" }, "title-lt", ""],
  indicators: [
    {
      "name-lt": "Dalyviai",
      "name-en": "Participants",
      "unit-lt": "asmenys",
      planned: "60",
      reached: "64,5",
      evidenceUrl: "https://example.org/e",
      code: "R.1",
      responsible: "Direktorė",
    },
    "planned",
    "daug",
  ],
  publicity: [
    { publishedOn: "2026-04-01", channel: "Svetainė", title: "Pradėta", areLogosShown: "yes" },
    "publishedOn",
    "vakar",
  ],
};

describe("lists of the set-up", () => {
  const { db } = useDatabase();
  let desk: SetupDesk;
  let organiser: Visitor;
  let programmeId: string;

  beforeEach(async () => {
    desk = await aSetupDesk(db());
    programmeId = await startProgrammeOf(db(), desk);
    organiser = desk.administrator;
  });

  it.each(Object.entries(forms))(
    "%s: adds, refuses what is wrong as it was typed, changes and removes",
    async (step, [form, wrong, typed]) => {
      const page = `${setup}/${step}`;
      const refused = await organiser.post(page, { ...form, [wrong]: typed });
      expect(refused.status).toBe(422);
      const shown = await refused.text();
      expect(shown).toContain(`id="${wrong}-mistake"`);
      expect(shown).toContain(`href="#${wrong}"`);
      if (typed) expect(shown).toContain(typed);
      expect(await idsOf(organiser, step)).toEqual([]);

      expect((await organiser.post(page, form)).status).toBe(303);
      const [id] = await idsOf(organiser, step);
      const entry = await (await organiser.get(`${page}/${id}`)).text();
      for (const value of Object.values(form).filter((one) => one !== "yes")) {
        expect(entry).toContain(value);
      }
      expect((await organiser.post(`${page}/${id}`, { ...form, [wrong]: typed })).status).toBe(422);
      expect((await organiser.post(`${page}/${id}`, form)).status).toBe(303);
      expect((await organiser.post(`${page}/${id}/removal`)).status).toBe(303);
      expect(await idsOf(organiser, step)).toEqual([]);
      expect((await organiser.post(`${page}/${id}/removal`)).status).toBe(404);
      const actions = await db()
        .selectFrom("audit_event")
        .select("action")
        .where("programme_id", "=", programmeId)
        .where("subject", "=", id!)
        .execute();
      expect(actions.map(({ action }) => action)).toEqual([
        "added-entry",
        "changed-entry",
        "removed-entry",
      ]);
    },
  );

  it("keep the order that somebody gives them", async () => {
    for (const name of ["Pirmas", "Antras", "Trečias"]) {
      await organiser.post(`${setup}/funders`, { "name-lt": name, "name-en": name });
    }
    const [first, second, third] = await idsOf(organiser, "funders");
    await organiser.post(`${setup}/funders/${third}/order`, { direction: "up" });
    await organiser.post(`${setup}/funders/${first}/order`, { direction: "up" });
    expect(await idsOf(organiser, "funders")).toEqual([first, third, second]);
    const wrong = await organiser.post(`${setup}/funders/${first}/order`, { direction: "left" });
    expect(wrong.status).toBe(400);
  });

  it("may be marked as not needed, and as needed after all", async () => {
    const state = async () =>
      /setup\/groups">[^<]*<\/a><span class="setup-state state-([\w-]+)/.exec(
        await (await organiser.get(setup)).text(),
      )?.[1];
    expect(await state()).toBe("empty");
    await organiser.post(`${setup}/groups/need`, { isNeeded: "no" });
    expect(await state()).toBe("not-needed");
    await organiser.post(`${setup}/groups/need`, { isNeeded: "yes" });
    expect(await state()).toBe("empty");
    const localities = await organiser.post(`${setup}/localities/need`, { isNeeded: "no" });
    expect(localities.status).toBe(404);
  });

  it("propose the forms of a place's name and keep those that somebody wrote", async () => {
    await organiser.post(`${setup}/localities`, { nominative: "Pagėgiai" });
    await organiser.post(`${setup}/localities`, { nominative: "Nida", genitive: "Nìdos" });
    const rows = await db()
      .selectFrom("locality")
      .select(["key", "name_genitive", "name_locative"])
      .orderBy("display_order")
      .execute();
    expect(rows).toEqual([
      { key: "pagegiai", name_genitive: "Pagėgių", name_locative: "Pagėgiuose" },
      { key: "nida", name_genitive: "Nìdos", name_locative: "Nidoje" },
    ]);
    for (const [form, mistake] of [
      [{ nominative: "Nida" }, "nominative"],
      [{ nominative: "Tallinn" }, "genitive"],
      [{ nominative: "Utena", latitude: "55,5" }, "longitude"],
    ] as const) {
      const refused = await organiser.post(`${setup}/localities`, { ...form });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(`id="${mistake}-mistake"`);
    }
  });

  it("add many localities at once, all or none", async () => {
    const many = `${setup}/localities/many`;
    const refused = await organiser.post(many, { names: "Prienai\nTallinn\nPrienai" });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain("2 eilutė („Tallinn“)");
    expect(shown).toContain("3 eilutė („Prienai“)");
    expect(await idsOf(organiser, "localities")).toEqual([]);
    await organiser.post(many, { names: "Prienai\n\n Trakai " });
    expect(await idsOf(organiser, "localities")).toHaveLength(2);
  });

  it("do not take away a locality that something belongs to", async () => {
    await organiser.post(`${setup}/localities`, { nominative: "Prienai" });
    const [localityId] = await idsOf(organiser, "localities");
    await organiser.post(`${setup}/groups`, { localityId: localityId!, name: "1 grupė" });
    const refused = await organiser.post(`${setup}/localities/${localityId}/removal`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("Pašalinti negalima");
    expect(await idsOf(organiser, "localities")).toEqual([localityId]);
  });

  it("take the usual sectors once", async () => {
    await organiser.post(`${setup}/sectors/ready`);
    await organiser.post(`${setup}/sectors/ready`);
    expect(await idsOf(organiser, "sectors")).toHaveLength(9);
  });

  it("keep decisions by criterion, each with its day", async () => {
    await organiser.post(`${setup}/localities/many`, { names: "Prienai\nTrakai" });
    await organiser.post(`${setup}/criteria`, { "text-lt": "Motyvas", "text-en": "Motive" });
    const [prienai, trakai] = await idsOf(organiser, "localities");
    const [criterion] = await idsOf(organiser, "criteria");
    const decisions = `${setup}/criteria/${criterion}/decisions`;
    const form = {
      [`met-${prienai}`]: "yes",
      [`evidence-${prienai}`]: "Savivaldybės raštas",
      [`decidedOn-${prienai}`]: "",
      [`met-${trakai}`]: "open",
    };
    const refused = await organiser.post(decisions, form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Savivaldybės raštas");
    await organiser.post(decisions, { ...form, [`decidedOn-${prienai}`]: "2026-02-01" });
    const rows = await db().selectFrom("selection_decision").selectAll().execute();
    expect(rows).toMatchObject([
      { locality_id: prienai, is_met: true, evidence: "Savivaldybės raštas" },
    ]);
  });

  it("take a timetable line by line, in every locality ticked, all or none", async () => {
    await organiser.post(`${setup}/localities/many`, { names: "Prienai\nTrakai" });
    const localityIds = await idsOf(organiser, "localities");
    const many = `${setup}/sessions/many`;
    const lines = "2026-03-05; 6; Inovacijos; V. Pavardė; Centras\n2026-03-06; 4,5; Sklaida";
    for (const [wrong, said] of [
      [{ lines: "2026-03-05; daug; Inovacijos", localityIds }, "1 eilutė: valandos"],
      [{ lines: "rytoj; 6; Inovacijos", localityIds }, "1 eilutė: data"],
      [{ lines, localityIds: [] }, "bent vieną vietovę"],
      [{ lines: " ", localityIds }, "bent vieną užsiėmimą"],
    ] as const) {
      const refused = await organiser.post(many, { ...wrong, localityIds: [...wrong.localityIds] });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(said);
    }
    expect((await organiser.post(many, { lines, localityIds })).status).toBe(303);
    expect(await idsOf(organiser, "sessions")).toHaveLength(4);
    const page = await (await organiser.get(`${setup}/sessions`)).text();
    expect(page).toContain("Iš viso užsiėmimų: 4, valandų: 21");
  });

  it("refuse a session of a group from elsewhere, and keep a session where somebody was", async () => {
    await organiser.post(`${setup}/localities/many`, { names: "Prienai\nTrakai" });
    const [prienai, trakai] = await idsOf(organiser, "localities");
    await organiser.post(`${setup}/groups`, { localityId: trakai!, name: "1 grupė" });
    const [groupId] = await idsOf(organiser, "groups");
    const session = { "title-lt": "Diena", "title-en": "Day", heldOn: "2026-03-05", hours: "6" };
    const wrong = { ...session, localityId: prienai!, groupId: groupId! };
    expect((await organiser.post(`${setup}/sessions`, wrong)).status).toBe(422);
    await organiser.post(`${setup}/sessions`, { ...wrong, localityId: trakai! });
    const [sessionId] = await idsOf(organiser, "sessions");
    const person = await db()
      .insertInto("identity.person")
      .values({ programme_id: programmeId, full_name: "A" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const enrolment = await db()
      .insertInto("identity.enrolment")
      .values({
        programme_id: programmeId,
        person_id: person.id,
        locality_id: trakai!,
        role: "cycle-participant",
        enrolled_on: "2026-03-01",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db()
      .insertInto("identity.attendance")
      .values({
        programme_id: programmeId,
        session_id: sessionId!,
        enrolment_id: enrolment.id,
        is_present: true,
      })
      .execute();
    expect((await organiser.post(`${setup}/sessions/${sessionId}/removal`)).status).toBe(409);
  });

  it("keep logos that are drawings or pictures, with their words, and show them", async () => {
    const alt = { "alt-lt": "Kultūros taryba", "alt-en": "Council for Culture" };
    const upload = `${setup}/logos/upload`;
    const svg = new File(
      [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>',
      ],
      "logo.svg",
    );
    const script = new File(
      ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><script>1</script></svg>'],
      "logo.svg",
    );
    expect((await organiser.upload(upload, "file", svg)).status).toBe(422);
    const refused = await organiser.upload(upload, "file", script, alt);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Kultūros taryba"');
    expect((await organiser.post(upload, alt)).status).toBe(422);
    expect((await organiser.upload(upload, "file", svg, alt)).status).toBe(303);
    const [id] = await idsOf(organiser, "logos");
    const png = new File([new Uint8Array(createCanvas(8, 4).toBuffer("image/png"))], "a.png");
    expect((await organiser.upload(`${setup}/logos/${id}/upload`, "file", png)).status).toBe(303);
    const shown = await organiser.get(`${home}/logos/${id}`);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(await (await organiser.get(home)).text()).toContain('alt="Kultūros taryba"');
  });

  it("keep the document of a vision and hand it out as a file, never as a page", async () => {
    await organiser.post(`${setup}/localities`, { nominative: "Prienai" });
    const [localityId] = await idsOf(organiser, "localities");
    const vision = { localityId: localityId!, "title-lt": "Vizija", "title-en": "Vision" };
    await organiser.post(`${setup}/visions`, vision);
    const [id] = await idsOf(organiser, "visions");
    const upload = `${setup}/visions/${id}/upload`;
    const page = new File(["<html><script>1</script>"], "vizija.pdf");
    expect((await organiser.upload(upload, "file", page)).status).toBe(422);
    expect((await organiser.get(`${home}/visions/${id}/file`)).status).toBe(404);
    const pdf = new File(["%PDF-1.7\n"], 'Prienų "vizija".html');
    expect((await organiser.upload(upload, "file", pdf)).status).toBe(303);
    const sent = await organiser.get(`${home}/visions/${id}/file`);
    expect(sent.headers.get("content-type")).toBe("application/pdf");
    expect(sent.headers.get("content-disposition")).toBe(
      'attachment; filename="prienu-vizija.pdf"',
    );
    const photograph = new File([new Uint8Array(aPhotograph(6))], "vizija.jpg");
    expect((await organiser.upload(upload, "file", photograph)).status).toBe(303);
    const kept = await organiser.get(`${home}/visions/${id}/file`);
    expect(kept.headers.get("content-type")).toBe("image/jpeg");
    const bytes = Buffer.from(await kept.arrayBuffer());
    expect(bytes.includes(hidden.place) || bytes.includes(hidden.name)).toBe(false);
    await organiser.post(`${setup}/visions/${id}/file-removal`);
    expect((await organiser.get(`${home}/visions/${id}/file`)).status).toBe(404);
  });

  it("keep a copy of what was published, which the annex then names", async () => {
    const record = { publishedOn: "2026-03-05", channel: "Spauda", title: "Prasidėjo mokymai" };
    await organiser.post(`${setup}/publicity`, record);
    const [id] = await idsOf(organiser, "publicity");
    const hasCopy = async () => (await listPublicity(db(), programmeId)).map((one) => one.hasCopy);
    const upload = `${setup}/publicity/${id}/upload`;
    const empty = await organiser.upload(upload, "file", new File([], "a.png"));
    expect(empty.status).toBe(422);
    const page = new File(["<svg onload='1'/>"], "a.png");
    expect((await organiser.upload(upload, "file", page)).status).toBe(422);
    const large = new File([Buffer.from("%PDF-"), Buffer.alloc(8 * 1024 * 1024)], "a.pdf");
    expect((await organiser.upload(upload, "file", large)).status).toBeGreaterThanOrEqual(413);
    expect(await hasCopy()).toEqual([false]);
    const broken = new File([Buffer.from("89504e470d0a1a0a", "hex")], "a.png");
    expect((await organiser.upload(upload, "file", broken)).status).toBe(422);
    const png = new File([new Uint8Array(aScene("image/png"))], "„???“.exe");
    expect((await organiser.upload(upload, "file", png)).status).toBe(303);
    expect(await hasCopy()).toEqual([true]);
    expect(await (await organiser.get(`${setup}/publicity/${id}`)).text()).toContain("kopija.png");
    const sent = await organiser.get(`${home}/publicity/${id}/file`);
    expect(sent.headers.get("content-type")).toBe("image/png");
    expect(sent.headers.get("content-disposition")).toBe('attachment; filename="kopija.png"');
    expect(sent.headers.get("content-security-policy")).toContain("sandbox");
    // What is written of it may be mended without losing the copy.
    await organiser.post(`${setup}/publicity/${id}`, { ...record, title: "Mokymai" });
    expect(await hasCopy()).toEqual([true]);
    await organiser.post(`${setup}/publicity/${id}/file-removal`);
    expect(await hasCopy()).toEqual([false]);
    expect((await organiser.get(`${home}/publicity/${id}/file`)).status).toBe(404);
  });

  it("are nobody else's business: strangers find nothing, other roles are refused", async () => {
    const stranger = await signedIn(
      desk.app,
      desk.deps,
      await aPerson(db(), desk.organisationId, { isAdministrator: false }),
    );
    const programme = { id: programmeId, organisationId: desk.organisationId };
    const evaluator = await signedIn(
      desk.app,
      desk.deps,
      await aStaffUser(db(), programme, ["evaluator"]),
    );
    await organiser.post(`${setup}/funders`, funder);
    const [id] = await idsOf(organiser, "funders");
    const other = await aProgramme(db(), now, { slug: "kita" });
    await db()
      .insertInto("staff_role")
      .values({ programme_id: other.id, staff_user_id: desk.staffId, role: "organiser" })
      .execute();
    for (const step of ["basics", "funders", "notice", "waves", "planning", "sessions/many"]) {
      expect((await stranger.get(`${setup}/${step}`)).status).toBe(404);
      expect((await evaluator.get(`${setup}/${step}`)).status).toBe(403);
    }
    for (const path of [`${setup}/funders`, `${setup}/funders/${id}`, `${setup}/waves`]) {
      expect((await stranger.post(path, funder)).status).toBe(404);
      expect((await evaluator.post(path, funder)).status).toBe(403);
    }
    for (const path of [`funders/${id}`, `funders/${id}/removal`, "nera", "funders/1"]) {
      expect((await organiser.post(`/programmes/kita/setup/${path}`, funder)).status).toBe(404);
    }
    expect((await stranger.get("/programmes/new")).status).toBe(403);
    expect((await stranger.post("/programmes/new", {})).status).toBe(403);
    expect(await idsOf(organiser, "funders")).toEqual([id]);
  });
});

it("asks whoever is not signed in to sign in", async () => {
  const app = createApp(appDeps(undefined as never));
  const response = await app.request("http://localhost/programmes/new", {
    headers: { host: "localhost" },
  });
  expect(response.status).toBe(401);
});
