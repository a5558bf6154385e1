import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { json } from "../../../db/json.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { insertResponses } from "../../../db/seed/responses.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { ReleaseInput } from "../../../server/domain/disclosure/input.ts";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import { scoreResponse } from "../../../server/domain/scoring/score-response.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { gatherRelease } from "../../../server/features/programmes/gather-release.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const { db } = useDatabase();

describe("the invented programme", () => {
  it("tells answers, looking back, reliability and starting levels once its waves have closed", async () => {
    await loadDemo(db(), now);
    const programme = (await findProgrammeBySlug(db(), "kulturos-inovacijos-2017"))!;
    const { figures } = (await findLatestRelease(db(), programme.id))!;
    const shown = figures.items!.filter((item) => item.shown);
    expect(shown.length).toBeGreaterThan(40);
    expect(figures.shifts!.filter((shift) => shift.shown)).toHaveLength(6);
    expect(figures.scales.some(({ reliability }) => reliability)).toBe(true);
    expect(figures.scales.some(({ startLevels }) => startLevels)).toBe(true);
  });

  it("counts items over the pairs of the scale, as PostgreSQL counts them by itself", async () => {
    await loadDemo(db(), now);
    const programme = (await findProgrammeBySlug(db(), "kulturos-inovacijos-2017"))!;
    const { input } = await gatherRelease(db(), programme.id);
    for (const item of ["INOV1", "BEND4", "DIZM2"]) {
      for (const wave of ["before", "after"] as const) {
        const counted = input.items!.find((one) => one.item === item && one.wave === wave)!;
        expect(counted.options).toEqual(await countByDatabase(programme.id, item, wave));
      }
    }
  });

  it("leaves nobody's answers beside each other", async () => {
    await loadDemo(db(), now);
    const { tables } = await db()
      .selectFrom("answers.settled_answers")
      .select(sql<string>`string_agg(tables::text, ' ')`.as("tables"))
      .executeTakeFirstOrThrow();
    const codes = await db().selectFrom("answers.response").select("pairing_code").execute();
    expect(codes.some(({ pairing_code }) => tables.includes(pairing_code))).toBe(false);
  });
});

/** How often 1 ... 5 was answered, by people with both scores of the item's scale. */
async function countByDatabase(programmeId: string, item: string, wave: "before" | "after") {
  const scale = item.slice(0, 4);
  const { rows } = await sql<{ value: number; people: number }>`
    select (r.answers ->> ${item})::int as value, count(*) as people
    from answers.response r
    join wave w on w.programme_id = r.programme_id and w.id = r.wave_id and w.kind = ${wave}
    where r.programme_id = ${programmeId}
      and jsonb_typeof(r.answers -> ${item}) = 'number'
      and 2 = (
        select count(*) from answers.response own
        join wave on wave.id = own.wave_id and wave.kind in ('before', 'after')
        join answers.score on score.response_id = own.id and score.scale_key = ${scale}
        where own.pairing_code = r.pairing_code and own.status = 'submitted'
      )
    group by 1
  `.execute(db());
  return [1, 2, 3, 4, 5].map((value) => rows.find((row) => row.value === value)?.people ?? 0);
}

describe("releases that follow each other", () => {
  it("count a scale's items over the very people of its cells, whatever was corrected or came late", async () => {
    const programme = await aProgramme(db(), now);
    const [first] = await answerTwice(programme, "silute", 12);
    await answerTwice(programme, "trakai", 13);
    await close(programme, ["silute"]);
    await correct(programme, first!);
    await answerTwice(programme, "silute", 1);
    await close(programme, ["trakai", "ignalina"]);
    const { input } = await gatherRelease(db(), programme.id);
    expect(pairsOf(input)).toBe(25);
    for (const scale of input.scales) expectSameSums(programme.questionnaire, input, scale.key);
  });

  it("repeat what was told of items after a correction", async () => {
    const programme = await aProgramme(db(), now);
    const [first] = await answerTwice(programme, "silute", 24);
    await close(programme, ["silute", "trakai", "ignalina"]);
    const before = (await findLatestRelease(db(), programme.id))!.figures;
    expect(before.items!.some((item) => item.shown)).toBe(true);
    await correct(programme, first!);
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "correction" });
    const after = (await findLatestRelease(db(), programme.id))!.figures;
    expect(after.items).toEqual(before.items);
    expect(after.scales).toEqual(before.scales);
  });

  it("hold a locality against every revision that was told, not the last alone", async () => {
    const programme = await aProgramme(db(), now);
    await answerTwice(programme, "silute", 24);
    await close(programme, ["silute", "trakai", "ignalina"]);
    const joined = await answerTwice(programme, "silute", 12);
    const again = { programmeId: programme.id, madeBy: null, now, reason: "late answers" };
    await makeRelease(db(), again);
    expect(await revisionOf(programme, "silute")).toEqual({ revision: 2, pairs: 36 });
    await withdraw(joined.slice(1));
    await makeRelease(db(), again);
    expect(await revisionOf(programme, "silute")).toEqual({ revision: 2, pairs: 36 });
  });
});

/** Which of its groups of people a locality was last told of on the first scale, and how many they are. */
async function revisionOf({ id }: TestProgramme, locality: string) {
  const { figures } = (await findLatestRelease(db(), id))!;
  const { revision, gain } = figures.scales[0]!.localities.find(
    (row) => row.locality === locality,
  )!;
  return { revision, pairs: gain.shown ? gain.pairs : 0 };
}

async function withdraw(pairingCodes: string[]): Promise<void> {
  await db().deleteFrom("answers.response").where("pairing_code", "in", pairingCodes).execute();
}

function pairsOf({ scales }: ReleaseInput): number {
  const cells = scales[0]!.localities.flatMap((one) => one.cells);
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Everybody answers everything here, so the items' sums are the scores' sums, or somebody is in one and not the other. */
function expectSameSums(document: QuestionnaireDocument, input: ReleaseInput, key: string) {
  const scale = input.scales.find((one) => one.key === key)!;
  if (scale.kind === "knowledge") return;
  const { items, reversed } = document.scales.find((one) => one.key === key)!;
  for (const wave of ["before", "after"] as const) {
    const counted = items.map((item) =>
      input
        .items!.find((one) => one.item === item && one.wave === wave)!
        .options.reduce(
          (sum, people, option) => sum + people * (reversed.includes(item) ? 4 - option : option),
          0,
        ),
    );
    const steps = counted.reduce((sum, one) => sum + one, 0);
    const units = scale.localities
      .flatMap(({ cells }) => cells)
      .reduce((sum, cell) => sum + cell.count * (cell[wave] ?? 0), 0);
    expect(steps * scale.answerStep).toBe(units);
  }
}

describe("a questionnaire that changed between the waves", () => {
  it("is compared where its editors declared that it means the same", async () => {
    const programme = await aProgramme(db(), now);
    const [scale] = programme.questionnaire.scales;
    const item = scale!.items[0]!;
    const renamed = structuredClone(programme.questionnaire);
    rename(renamed, item, `${item}N`);
    await publish(programme, renamed, { [`${item}N`]: item });
    await answerTwice(programme, "silute", 24, renamed);
    await close(programme, ["silute", "trakai", "ignalina"]);
    const { figures, parameters } = (await findLatestRelease(db(), programme.id))!;
    expect(parameters.questionnaire.number).toBe(2);
    const released = figures.scales.find(({ key }) => key === scale!.key)!;
    expect(released.all).toMatchObject({ shown: true, pairs: 24 });
    const told = figures.items!.filter((one) => one.item === `${item}N`);
    expect(told.map(({ wave, shown }) => [wave, shown])).toEqual([
      ["before", true],
      ["after", true],
    ]);
  });

  it("is not compared where an item's words changed without that", async () => {
    const programme = await aProgramme(db(), now);
    const [scale, other] = programme.questionnaire.scales;
    const changed = structuredClone(programme.questionnaire);
    changed.items.find(({ key }) => key === scale!.items[0])!.text.lt = "Visai kas kita";
    await publish(programme, changed, {});
    await answerTwice(programme, "silute", 24, changed);
    await close(programme, ["silute", "trakai", "ignalina"]);
    const { figures } = (await findLatestRelease(db(), programme.id))!;
    const gainOf = (key: string) => figures.scales.find((one) => one.key === key)!.all;
    expect(gainOf(scale!.key)).toEqual({ shown: false, reason: "changed" });
    expect(gainOf(other!.key)).toMatchObject({ shown: true });
    expect(figures.items!.some((one) => scale!.items.includes(one.item))).toBe(false);
  });
});

function rename(document: QuestionnaireDocument, from: string, to: string): void {
  const change = (keys: string[]) => keys.map((key) => (key === from ? to : key));
  const item = document.items.find(({ key }) => key === from)!;
  item.key = to;
  item.text = { lt: "Kitais žodžiais tas pats" };
  for (const section of document.sections) section.items = change(section.items);
  for (const scale of document.scales) scale.items = change(scale.items);
}

/** A second version, asked in the wave after. */
async function publish(
  programme: TestProgramme,
  document: QuestionnaireDocument,
  equivalent: Record<string, string>,
): Promise<void> {
  const first = await db()
    .selectFrom("questionnaire_version")
    .select(["questionnaire_id"])
    .where("programme_id", "=", programme.id)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await db()
    .insertInto("questionnaire_version")
    .values({
      programme_id: programme.id,
      id,
      questionnaire_id: first.questionnaire_id,
      number: 2,
      document: json(document),
      content_hash: contentHash(document),
      published_at: now,
      equivalent_items: json(equivalent),
    })
    .execute();
  await db()
    .updateTable("wave")
    .set({ questionnaire_version_id: id })
    .where("programme_id", "=", programme.id)
    .where("kind", "=", "after")
    .execute();
}

/** Everybody answers everything, each person otherwise than the one before; returns their pairing codes. */
async function answerTwice(
  programme: TestProgramme,
  locality: string,
  count: number,
  later: QuestionnaireDocument = programme.questionnaire,
): Promise<string[]> {
  const localityId = programme.localities.find(({ key }) => key === locality)!.id;
  const codes = Array.from({ length: count }, () => randomUUID());
  const responsesOf = (waveKind: "before" | "after", document: QuestionnaireDocument) =>
    codes.map((pairingCode, i) => ({
      waveKind,
      pairingCode,
      localityId,
      answers: answersOf(document, i + (waveKind === "after" ? 3 * i + 1 : 0)),
      submittedOn: "2026-03-02",
    }));
  await insertResponses(db(), programme, responsesOf("before", programme.questionnaire));
  const frame = { ...programme, questionnaire: later };
  await insertResponses(db(), frame, responsesOf("after", later));
  if (later !== programme.questionnaire) await markVersion(db(), programme);
  return codes;
}

async function markVersion(database: Db, programme: TestProgramme): Promise<void> {
  await sql`
    update answers.response set questionnaire_version_id = wave.questionnaire_version_id
    from wave where wave.id = response.wave_id and response.programme_id = ${programme.id}
  `.execute(database);
}

function answersOf(document: QuestionnaireDocument, seed: number): Answers {
  const answers: Answers = {};
  for (const scale of document.scales) {
    scale.items.forEach((key, i) => {
      const item = document.items.find((one) => one.key === key)!;
      const place = (seed * 7 + i * (1 + (seed % 3)) + (seed >> 2)) % 5;
      if (item.kind === "rating") answers[key] = 1 + place;
      if (item.kind === "knowledge")
        answers[key] = item.options[place % item.options.length]!.value;
    });
  }
  return answers;
}

/** One person's answers before are corrected, and scored anew. */
async function correct(programme: TestProgramme, pairingCode: string): Promise<void> {
  const answers = answersOf(programme.questionnaire, 4);
  for (const item of programme.questionnaire.items) {
    if (item.kind === "rating" && item.key in answers) answers[item.key] = 5;
  }
  const { id } = await db()
    .updateTable("answers.response")
    .set({ answers: json(answers) })
    .where("pairing_code", "=", pairingCode)
    .where("wave_id", "=", programme.waves.before)
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const { scaleKey, units } of scoreResponse(programme.questionnaire, answers)) {
    await db()
      .updateTable("answers.score")
      .set({ units })
      .where("response_id", "=", id)
      .where("scale_key", "=", scaleKey)
      .execute();
  }
}

async function close(programme: TestProgramme, localityKeys: string[]): Promise<void> {
  const closing = { programmeId: programme.id, kind: "after", closedBy: null, now } as const;
  await closeWave(db(), { ...closing, localityKeys });
}
