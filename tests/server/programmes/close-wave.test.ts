import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { insertResponses } from "../../../db/seed/responses.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { closeDueWaves, closeWave } from "../../../server/features/programmes/close-wave.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { openWave } from "../../../server/features/programmes/open-wave.ts";
import { useDatabase, useOwnDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const day = 86_400_000;

describe("closing a wave", () => {
  const { db } = useDatabase();

  it("before the training releases nothing", async () => {
    const programme = await aProgramme(db(), now);
    await close(db(), programme, "before", ["silute"]);
    expect(await listFigures(db(), programme)).toEqual([]);
  });

  it("after the training releases that locality's results, once", async () => {
    const programme = await aProgramme(db(), now, { enrolled: { silute: 7 } });
    await answerTwice(db(), programme, "silute", 7);
    await close(db(), programme, "before", ["silute"]);
    expect(await close(db(), programme, "after", ["silute"])).toBe(1);
    expect(await close(db(), programme, "after", ["silute"])).toBe(0);
    const releases = await listFigures(db(), programme);
    expect(releases).toHaveLength(1);
    const silute = releases[0]!.participation.localities.find((row) => row.locality === "silute");
    expect(silute).toMatchObject({ enrolled: 7, pairs: 7, closedWaves: ["before", "after"] });
    const cells = await db().selectFrom("answers.cell").select("count").execute();
    expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(7 * 3);
  });

  it("of all localities at once makes one release", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(db(), programme, "silute", 6);
    await answerTwice(db(), programme, "trakai", 6);
    expect(await close(db(), programme, "after", ["silute", "trakai", "ignalina"])).toBe(3);
    expect(await listFigures(db(), programme)).toHaveLength(1);
  });

  it("in a second town later tells of the first exactly what was told before", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(db(), programme, "silute", 7);
    await answerTwice(db(), programme, "trakai", 8);
    await close(db(), programme, "after", ["silute"]);
    await close(db(), programme, "after", ["trakai"]);
    const [first, second] = await listFigures(db(), programme);
    const silute = (figures: ReleasedFigures) =>
      figures.scales.map(({ localities }) => localities.find((row) => row.locality === "silute"));
    expect(silute(second!)).toEqual(silute(first!));
    const trakai = second!.scales[0]!.localities.find((row) => row.locality === "trakai")!;
    expect(trakai.gain).toMatchObject({ shown: true });
  });

  it("again for one late sheet changes no figure: one person would be told by the difference", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(db(), programme, "silute", 7);
    await close(db(), programme, "after", ["silute"]);
    await answerTwice(db(), programme, "silute", 1);
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "late-paper" });
    const [first, second] = await listFigures(db(), programme);
    expect(second!.scales).toEqual(first!.scales);
  });

  it("forgets the time of day at which people began", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(db(), programme, "silute", 5);
    await db().updateTable("answers.response").set({ begun_at: now }).execute();
    await close(db(), programme, "before", ["silute"]);
    const times = await db()
      .selectFrom("answers.response")
      .select("begun_at")
      .where("wave_id", "=", programme.waves.before)
      .execute();
    expect(times.map((row) => row.begun_at)).toEqual(Array(5).fill(null));
  });

  it("refuses a locality that the programme does not have, and closes none of the others", async () => {
    const programme = await aProgramme(db(), now);
    await expect(close(db(), programme, "before", ["silute", "nida"])).rejects.toThrow("not-found");
    const closed = await db().selectFrom("wave_window").selectAll().execute();
    expect(closed).toEqual([]);
  });

  it("happens by itself when the time and the grace have passed, and not a minute earlier", async () => {
    const programme = await aProgramme(db(), now);
    const closesAt = now.getTime() + 90 * day;
    const grace = 60 * 60_000;
    expect(await closeDueWaves(db(), new Date(closesAt + grace - 60_000))).toBe(0);
    expect(await closeDueWaves(db(), new Date(closesAt + grace))).toBe(3);
    const windows = await db().selectFrom("wave_window").select(["wave_id", "closed_by"]).execute();
    expect(windows).toEqual(Array(3).fill({ wave_id: programme.waves.before, closed_by: null }));
  });

  it("can follow an opening before the date", async () => {
    const programme = await aProgramme(db(), now);
    const staff = await aStaffUser(db(), programme, ["organiser"]);
    const opening = { programmeId: programme.id, kind: "after", openedBy: staff, now } as const;
    await openWave(db(), { ...opening, localityKeys: ["trakai"] });
    const window = await db().selectFrom("wave_window").selectAll().executeTakeFirstOrThrow();
    expect(window).toMatchObject({
      wave_id: programme.waves.after,
      opens_at: now,
      closed_at: null,
    });
    const audit = await db().selectFrom("audit_event").select(["action", "actor"]).execute();
    expect(audit).toEqual([{ action: "opened-wave", actor: staff }]);
  });
});

describe("two who close at the same moment", () => {
  const { db } = useOwnDatabase();

  it("close once and release once", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(db(), programme, "silute", 6);
    const both = await Promise.all([
      close(db(), programme, "after", ["silute"]),
      close(db(), programme, "after", ["silute"]),
    ]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await listFigures(db(), programme)).toHaveLength(1);
  });
});

async function close(db: Db, programme: TestProgramme, kind: WaveKind, localityKeys: string[]) {
  return await closeWave(db, {
    programmeId: programme.id,
    kind,
    localityKeys,
    closedBy: null,
    now,
  });
}

async function answerTwice(db: Db, programme: TestProgramme, locality: string, count: number) {
  const cards = await cardsOf(db, programme, { locality, count, now });
  const { id: localityId } = programme.localities.find((one) => one.key === locality)!;
  const rows = (["before", "after"] as const).flatMap((waveKind) =>
    cards.map((card, index) => ({
      waveKind,
      localityId,
      pairingCode: card.pairingCode,
      answers: allAnswers(programme, 1 + ((index + (waveKind === "after" ? 1 : 0)) % 5)),
      submittedOn: "2026-03-02",
    })),
  );
  await insertResponses(db, programme, rows);
}

/** The same point for every rating, and the first option for every knowledge item. */
function allAnswers({ questionnaire }: TestProgramme, point: number): Answers {
  const answers: Answers = {};
  for (const item of questionnaire.items) {
    if (item.kind === "rating") answers[item.key] = point;
    if (item.kind === "knowledge") answers[item.key] = item.options[0]!.value;
  }
  return answers;
}

async function listFigures(db: Db, programme: TestProgramme): Promise<ReleasedFigures[]> {
  const rows = await db
    .selectFrom("release")
    .select("evaluator_figures")
    .where("programme_id", "=", programme.id)
    .execute();
  return rows.map((row) => row.evaluator_figures as ReleasedFigures);
}
