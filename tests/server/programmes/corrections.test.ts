import { beforeEach, describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { listReleasedFigures } from "../../../db/queries/release-rows.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "kulturos-inovacijos-2017";
const page = `/programmes/${slug}/corrections`;
const { db } = useDatabase();
let programme: { id: string; organisationId: string };
let organiser: Visitor;

beforeEach(async () => {
  await loadDemo(db(), now);
  programme = (await findProgrammeBySlug(db(), slug))!;
  const deps = appDeps(db(), { now: () => now });
  const id = await aStaffUser(db(), programme, ["organiser"]);
  organiser = await signedIn(createApp(deps), deps, id);
});

/** Codes of a locality that answered, or did not answer, after the training. */
async function codes(localityKey: string, hasAnswered: boolean) {
  const responses = db()
    .selectFrom("answers.response as response")
    .innerJoin("wave", "wave.id", "response.wave_id")
    .select("response.pairing_code")
    .where("wave.kind", "=", "after")
    .where("response.programme_id", "=", programme.id);
  return await db()
    .selectFrom("answers.access_code as code")
    .innerJoin("locality", "locality.id", "code.locality_id")
    .select(["code.id", "code.code", "code.pairing_code as pairingCode"])
    .where("code.programme_id", "=", programme.id)
    .where("locality.key", "=", localityKey)
    .where("code.pairing_code", hasAnswered ? "in" : "not in", responses)
    .orderBy("code.code")
    .execute();
}

const releases = () => listReleasedFigures(db(), programme.id);

describe("late sheets on paper", () => {
  const order = { place: "after silute", days: "3", reason: "Atėjo paštu" };

  it("can be keyed again where the organiser says so, until it ends, and nowhere else", async () => {
    const [silute] = await codes("silute", false);
    const [trakai] = await codes("trakai", false);
    const sheet = (card: { id: string }) => `/programmes/${slug}/entry/after/${card.id}`;
    expect((await organiser.get(sheet(silute!))).status).toBe(409);

    expect((await organiser.post(`${page}/late-paper`, order)).status).toBe(303);
    expect((await organiser.get(sheet(silute!))).status).toBe(200);
    expect((await organiser.get(sheet(trakai!))).status).toBe(409);
    expect(await (await organiser.get(page)).text()).toContain("galima suvesti iki");

    expect((await organiser.post(`${page}/late-paper/end`, { place: order.place })).status).toBe(
      303,
    );
    expect((await organiser.get(sheet(silute!))).status).toBe(409);
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("make no new release when they are fewer than the threshold", async () => {
    const before = await releases();
    await organiser.post(`${page}/late-paper`, order);
    await organiser.post(`${page}/late-paper/end`, { place: order.place });
    expect(await releases()).toHaveLength(before.length);
  });

  it.each([
    [{ days: "0" }, 'id="days-mistake"'],
    [{ days: "daug" }, 'value="daug"'],
    [{ reason: " " }, 'id="late-reason-mistake"'],
  ])("are refused with %j, next to the field", async (wrong, expected) => {
    const refused = await organiser.post(`${page}/late-paper`, { ...order, ...wrong });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(expected);
  });

  it("are not taken where the wave is still open", async () => {
    const open = await organiser.post(`${page}/late-paper`, { ...order, place: "followup silute" });
    expect(open.status).toBe(409);
  });
});

describe("a sheet keyed to the wrong code", () => {
  async function aPaperSheet() {
    const [from] = await codes("silute", true);
    const [to] = await codes("trakai", false);
    await db()
      .updateTable("answers.response")
      .set({ channel: "paper" })
      .where("pairing_code", "=", from!.pairingCode)
      .execute();
    return { from: from!, to: to! };
  }

  it("is moved after what would happen was shown, with a reason, and released figures stay", async () => {
    const { from, to } = await aPaperSheet();
    const before = await releases();
    const plan = await organiser.post(`${page}/sheet/plan`, {
      wave: "after",
      from: from.code!.toLowerCase(),
      to: to.code!,
    });
    expect(plan.status).toBe(200);
    expect(await plan.text()).toContain("Anketa pereis iš vietovės Šilutė į vietovę Trakai");

    const order = { wave: "after", fromId: from.id, toId: to.id };
    const unreasoned = await organiser.post(`${page}/sheet`, { ...order, reason: "" });
    expect(unreasoned.status).toBe(422);
    const moved = await organiser.post(`${page}/sheet`, { ...order, reason: "Supainioti kodai" });
    expect(moved.status).toBe(303);
    expect((await codes("trakai", true)).map(({ id }) => id)).toContain(to.id);
    expect((await codes("silute", true)).map(({ id }) => id)).not.toContain(from.id);
    const after = await releases();
    expect(after.at(-1)!.evaluator).toEqual(before.at(-1)!.evaluator);
    expect((await organiser.post(`${page}/sheet`, { ...order, reason: "Dar kartą" })).status).toBe(
      409,
    );
  });

  it("is not moved onto another sheet, from a screen, or by codes that are none", async () => {
    const { from, to } = await aPaperSheet();
    const [, online] = await codes("silute", true);
    const asked = async (fromCode: string, toCode: string) => {
      const form = { wave: "after", from: fromCode, to: toCode };
      const plan = await organiser.post(`${page}/sheet/plan`, form);
      return { status: plan.status, text: await plan.text() };
    };
    expect((await asked(from.code!, online!.code!)).text).toContain("Šiuo kodu anketa jau yra");
    expect((await asked(online!.code!, to.code!)).text).toContain("atsakė pats dalyvis");
    expect((await asked("AAAA", to.code!)).text).toContain("Kodas įrašytas su klaida");
    expect((await asked(from.code!, from.code!)).text).toContain("Abu kodai tie patys");
    expect((await asked(to.code!, from.code!)).status).toBe(422);
  });
});

describe("a locality that withdraws", () => {
  const withdraw = (key: string, reason = "Nutraukta sutartis") =>
    organiser.post(`${page}/localities/${key}/withdrawal`, { reason });

  it("leaves earlier releases as they are and counts in none from then on", async () => {
    const [before] = await releases();
    expect((await withdraw("trakai")).status).toBe(303);
    const told = await releases();
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(before);
    const [scale] = told[1]!.evaluator.scales;
    expect(scale!.localities.map(({ locality }) => locality)).not.toContain("trakai");
    expect(told[1]!.evaluator.participation.all.enrolled).toBe(
      before!.evaluator.participation.all.enrolled - 13,
    );
  });

  it("with too few to be shown takes the total along: the difference would be those few", async () => {
    const [before] = await releases();
    const withheld = before!.evaluator.scales.filter(({ all, localities }) => {
      const row = localities.find(({ locality }) => locality === "pagegiai");
      return all.shown && row && !row.gain.shown;
    });
    expect(withheld.length).toBeGreaterThan(0);
    await withdraw("pagegiai");
    const after = (await releases()).at(-1)!.evaluator.scales;
    for (const { key } of withheld) {
      expect(after.find((scale) => scale.key === key)!.all.shown).toBe(false);
    }
  });

  it("cannot be taken back once results were released without it, and needs a reason", async () => {
    expect((await withdraw("trakai", "")).status).toBe(422);
    await withdraw("trakai");
    const back = await organiser.post(`${page}/localities/trakai/return`, { reason: "Klaida" });
    expect(back.status).toBe(409);
    expect((await withdraw("trakai")).status).toBe(409);
  });
});
