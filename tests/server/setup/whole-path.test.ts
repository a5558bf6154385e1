import { describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { addInventedResponses } from "../../../db/seed/companions.ts";
import { signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import {
  aSetupDesk,
  basicsForm,
  home,
  identityForm,
  noticeOf,
  now,
  organisationForm,
  publishQuestionnaire,
  setup,
  startProgrammeOf,
  wavesForm,
} from "./setting.ts";

describe("a programme set up through its pages alone", () => {
  const { db } = useDatabase();

  it("says what is missing until nothing is, then opens, is answered, closes and releases", async () => {
    let time = now;
    const desk = await aSetupDesk(db(), () => time);
    const { administrator } = desk;
    const programmeId = await startProgrammeOf(db(), desk);
    const gaps = async () => {
      const page = await (await administrator.get(setup)).text();
      const box = /Anketos dar negalima atverti[\s\S]*?<\/ul>/.exec(page)?.[0] ?? "";
      return [...box.matchAll(/setup\/(\w+)"/g)].map(([, step]) => step);
    };
    expect(await gaps()).toEqual(["localities", "questionnaire", "notice", "waves"]);

    const names = "Prienai\nPagėgiai\nŠilutė";
    expect((await administrator.post(`${setup}/localities/many`, { names })).status).toBe(303);
    expect(await gaps()).toEqual(["questionnaire", "notice", "waves"]);
    for (const [step, form] of [
      ["basics", basicsForm],
      ["organisation", organisationForm],
      ["identity", identityForm],
      ["funders", { "name-lt": "Lietuvos kultūros taryba", "name-en": "Council for Culture" }],
      ["waves", wavesForm],
    ] as const) {
      expect((await administrator.post(`${setup}/${step}`, form)).status).toBe(303);
    }
    // Dates are kept as a plan while there is nothing to answer yet.
    expect(await gaps()).toEqual(["questionnaire", "notice", "waves"]);
    expect(await (await administrator.get(`${setup}/waves`)).text()).toContain("2026-03-05T09:00");

    const opening = `${home}/waves/before/localities/all/opening`;
    const refused = await administrator.post(opening);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(`href="${setup}/waves"`);

    await publishQuestionnaire(db(), programmeId);
    const notice = await noticeOf(administrator);
    expect(notice["text-lt"]).toContain("VšĮ Bandymų institutas, juridinio asmens kodas 300000000");
    expect(notice["text-lt"]).not.toContain("[...]");
    const published = await administrator.post(`${setup}/notice`, { ...notice, go: "publish" });
    expect(published.status).toBe(303);
    // With the last of the two, the dates that waited are waves: nothing has to be saved again.
    expect(await gaps()).toEqual([]);
    expect(await db().selectFrom("wave_plan").selectAll().execute()).toEqual([]);
    expect((await administrator.post(opening)).status).toBe(303);

    time = new Date("2026-03-02T12:00:00Z");
    const localities = await db()
      .selectFrom("locality")
      .select(["id", "key"])
      .where("programme_id", "=", programmeId)
      .execute();
    const [card] = await cardsOf(
      db(),
      { id: programmeId, localities } as Parameters<typeof cardsOf>[1],
      { locality: "prienai", count: 1, now: time },
    );
    const participant = visitorOf(desk.app);
    await participant.get(`/l/${card!.token}`);
    expect(await (await participant.get("/a")).text()).toContain(
      "juridinio asmens kodas 300000000",
    );
    const answer = async () => {
      for (const { id } of localities) {
        await addInventedResponses(db(), { programmeId, localityId: id, seed: 7, now: time });
      }
    };
    await answer();
    await administrator.post(`${home}/waves/before/localities/all/closure`);
    time = new Date("2026-06-02T12:00:00Z");
    await answer();
    const later = await signedIn(desk.app, desk.deps, desk.staffId);
    await later.post(`${home}/waves/after/localities/all/closure`);
    const releases = await db().selectFrom("release").selectAll().execute();
    expect(releases).toHaveLength(1);
    expect(releases[0]!.parameters).toMatchObject({ threshold: 5, smallestWorthwhile: 7.5 });
    expect((await later.get(`${home}/results`)).status).toBe(200);
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });
});
