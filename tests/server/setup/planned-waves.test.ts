import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import {
  aSetupDesk,
  basicsForm,
  home,
  identityForm,
  noticeOf,
  organisationForm,
  setup,
  startProgrammeOf,
  wavesForm,
} from "./setting.ts";

describe("dates that were saved before everything was published", () => {
  const { db } = useDatabase();
  let organiser: Visitor;
  let programmeId: string;

  beforeEach(async () => {
    const desk = await aSetupDesk(db());
    organiser = desk.administrator;
    programmeId = await startProgrammeOf(db(), desk);
    await organiser.post(`${setup}/localities/many`, { names: "Prienai\nŠilutė" });
    await organiser.post(`${setup}/basics`, basicsForm);
    await organiser.post(`${setup}/organisation`, organisationForm);
    await organiser.post(`${setup}/identity`, identityForm);
    const funder = { "name-lt": "Lietuvos kultūros taryba", "name-en": "Council for Culture" };
    await organiser.post(`${setup}/funders`, funder);
  });

  /** Through the pages, from the library; gives the version's id. */
  async function publishQuestionnaire(from = "library:starter"): Promise<string> {
    const begun = await organiser.post(`${home}/questionnaires`, { from });
    const address = begun.headers.get("location")!;
    const page = await (await organiser.get(`${address}/publication`)).text();
    const revision = /name="revision" value="(\d+)"/.exec(page)![1]!;
    const published = await organiser.post(`${address}/publication`, { revision });
    expect(published.status).toBe(303);
    const row = await db()
      .selectFrom("questionnaire_version")
      .select("id")
      .where("questionnaire_id", "=", address.split("/").at(-1)!)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  async function publishNotice(): Promise<void> {
    const notice = await noticeOf(organiser);
    expect((await organiser.post(`${setup}/notice`, { ...notice, go: "publish" })).status).toBe(
      303,
    );
  }

  const saveDates = async (more: Record<string, string> = {}) =>
    (await organiser.post(`${setup}/waves`, { ...wavesForm, ...more })).status;
  const plans = async () =>
    (await db().selectFrom("wave_plan").select("kind").orderBy("kind").execute()).map(
      ({ kind }) => kind,
    );
  const waves = async () =>
    await db()
      .selectFrom("wave")
      .select([
        "kind",
        "questionnaire_version_id as version",
        "opens_at as opensAt",
        "grace_minutes as grace",
      ])
      .where("programme_id", "=", programmeId)
      .orderBy("opens_at")
      .execute();
  const both = (version: string) => [
    { kind: "before", version, opensAt: new Date("2026-03-05T07:00:00Z"), grace: 60 },
    { kind: "after", version, opensAt: new Date("2026-06-01T06:00:00Z"), grace: 30 },
  ];

  it.each(["questionnaire", "notice"])(
    "are waves with the last that is published: the %s",
    async (last) => {
      expect(await saveDates()).toBe(303);
      expect(await plans()).toEqual(["after", "before"]);
      if (last === "questionnaire") await publishNotice();
      const early = last === "notice" ? await publishQuestionnaire() : undefined;
      expect(await waves()).toEqual([]);
      if (last === "notice") await publishNotice();
      const version = early ?? (await publishQuestionnaire());
      expect(await waves()).toEqual(both(version));
      expect(await plans()).toEqual([]);
      const deeds = await db().selectFrom("audit_event").select("action").orderBy("id").execute();
      expect(deeds.at(-1)).toEqual({ action: "changed-waves" });
    },
  );

  it("keep the dates of single localities, and the version that was chosen with them", async () => {
    const chosen = await publishQuestionnaire();
    await publishQuestionnaire("library:satisfaction");
    const [place] = await db()
      .selectFrom("locality")
      .select("id")
      .where("key", "=", "silute")
      .execute();
    const own = { [`before-${place!.id}-opensAt`]: "2026-03-09T10:00" };
    const versions = { "before-version": chosen, "after-version": chosen };
    expect(await saveDates({ ...own, ...versions })).toBe(303);
    await publishNotice();
    expect(await waves()).toEqual(both(chosen));
    const windows = await db()
      .selectFrom("wave_window")
      .select(["locality_id", "opens_at", "closes_at"])
      .execute();
    expect(windows).toEqual([
      { locality_id: place!.id, opens_at: new Date("2026-03-09T08:00:00Z"), closes_at: null },
    ]);
  });

  it("wait where nobody can know which questionnaire is meant, and say so", async () => {
    await saveDates();
    await publishQuestionnaire();
    await publishQuestionnaire("library:satisfaction");
    await publishNotice();
    const page = await (await organiser.get(`${setup}/waves`)).text();
    expect((await waves()).map(({ kind }) => kind)).not.toContain("after");
    expect(await plans()).toContain("after");
    expect(page).toContain("pasirinkite klausimyno versiją ir išsaugokite");
  });

  it("wait where their time is over", async () => {
    await saveDates({
      "before-opensAt": "2026-02-02T09:00",
      "before-closesAt": "2026-02-20T18:00",
    });
    await publishNotice();
    await publishQuestionnaire();
    expect(await plans()).toEqual(["before"]);
    expect((await waves()).map(({ kind }) => kind)).toEqual(["after"]);
  });

  it("wait for a notice that is true once codes are given out otherwise, and then are there again", async () => {
    await saveDates();
    const version = await publishQuestionnaire();
    await publishNotice();
    await organiser.post(`${setup}/identity`, { ...identityForm, identityMode: "bowl" });
    expect(await waves()).toEqual([]);
    const versions = { "before-version": version, "after-version": version };
    expect(await saveDates(versions)).toBe(303);
    expect(await waves()).toEqual([]);
    await publishNotice();
    expect(await waves()).toEqual(both(version));
  });
});
