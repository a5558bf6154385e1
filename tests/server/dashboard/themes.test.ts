import { beforeEach, describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { countOpenAnswerers, listOpenAnswers } from "../../../db/queries/open-answers.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { listThemes } from "../../../db/queries/themes.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const itemKey = "ATV1";
const review = `/programmes/${demoSlug}/open-answers/${itemKey}`;
const themesPath = `/programmes/${demoSlug}/results/themes`;
const reason = "Rengiama vertinimo ataskaita";
let programmeId: string;
let cookie: string;

beforeEach(async () => {
  await loadDemo(db(), now);
  programmeId = (await findProgrammeBySlug(db(), demoSlug))!.id;
  cookie = await signInAs(db(), { slug: demoSlug, role: "data" });
});

async function get(path: string, as = cookie, at = now) {
  const response = await dashboardApp(db(), { now: at }).request(path, {
    headers: { cookie: as, "accept-language": "lt" },
  });
  return { status: response.status, body: await response.text() };
}

async function post(path: string, fields: [string, string][], as = cookie) {
  const response = await dashboardApp(db()).request(path, {
    method: "POST",
    headers: { cookie: as, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  return response.status;
}

async function openedWith(...titles: string[]): Promise<string[]> {
  await post(`${review}/openings`, [["reason", reason]]);
  for (const title of titles) await post(`${review}/themes`, [["title", title]]);
  const themes = await listThemes(db(), { programmeId, itemKey });
  return titles.map((title) => themes.find((theme) => theme.title.lt === title)!.id);
}

async function mark(count: number, ...themeIds: string[]) {
  const answers = await listOpenAnswers(db(), { programmeId, itemKey });
  for (const { responseId } of answers.slice(0, count)) {
    const fields: [string, string][] = [
      ["response", responseId],
      ["number", "1"],
      ...themeIds.map((id): [string, string] => ["theme", id]),
    ];
    expect(await post(`${review}/marks`, fields)).toBe(303);
  }
}

describe("reading open answers", () => {
  it("needs a reason, which is recorded, and lasts two hours", async () => {
    const [answer] = await listOpenAnswers(db(), { programmeId, itemKey });
    const closed = await get(review);
    expect(closed.status).toBe(200);
    expect(closed.body).not.toContain(answer!.text);
    expect(await post(`${review}/openings`, [["reason", "?"]])).toBe(400);
    expect(await post(`${review}/openings`, [["reason", reason]])).toBe(303);
    expect((await get(review)).body).toContain(answer!.text);
    const event = await db()
      .selectFrom("audit_event")
      .select(["reason", "subject"])
      .where("action", "=", "opened-open-answers")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ reason, subject: itemKey });
    const later = new Date(now.getTime() + 2 * 3_600_000 + 1);
    expect((await get(review, cookie, later)).body).not.toContain(answer!.text);
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("opens nothing to anybody else, and each question apart", async () => {
    await post(`${review}/openings`, [["reason", reason]]);
    const [answer] = await listOpenAnswers(db(), { programmeId, itemKey });
    const colleague = await signInAs(db(), {
      slug: demoSlug,
      role: "data",
      email: "colleague@example.org",
    });
    expect((await get(review, colleague)).body).not.toContain(answer!.text);
    const other = await get(`/programmes/${demoSlug}/open-answers/ATV2`);
    expect(other.body).toContain('name="reason"');
    for (const role of ["evaluator", "organiser", "funder", "data-entry"] as const) {
      const stranger = await signInAs(db(), { slug: demoSlug, role });
      expect((await get(review, stranger)).status).toBe(403);
      expect(await post(`${review}/openings`, [["reason", reason]], stranger)).toBe(403);
      expect(await post(`${review}/marks`, [], stranger)).toBe(403);
    }
  });

  it("shows words without place or time, shuffled, and says what may be quoted", async () => {
    const answers = await listOpenAnswers(db(), { programmeId, itemKey });
    expect(Object.keys(answers[0]!).sort()).toEqual(["mayQuote", "responseId", "text", "themeIds"]);
    const begun = await db()
      .selectFrom("answers.response")
      .select("id")
      .orderBy("begun_on")
      .orderBy("id")
      .execute();
    const inTime = begun
      .map(({ id }) => id)
      .filter((id) => answers.some((a) => a.responseId === id));
    expect(answers.map(({ responseId }) => responseId)).not.toEqual(inTime);
    await openedWith();
    const { body } = await get(review);
    for (const place of ["Prienai", "Pagėgiai", "Šilutė", "2017-0"]) {
      expect(body.slice(body.indexOf('<ol class="open-answers"'))).not.toContain(place);
    }
    expect(body).toContain("Cituoti negalima");
  });

  it("waits until the wave has closed", async () => {
    const before = await countOpenAnswerers(db(), { programmeId, itemKey });
    expect(before).toBeGreaterThanOrEqual(10);
    await db().updateTable("wave_window").set({ closed_at: null }).execute();
    expect(await countOpenAnswerers(db(), { programmeId, itemKey })).toBe(0);
    expect((await get(themesPath)).body).toContain("Temos rodomos, kai atsakė bent 10 žmonių");
  });
});

describe("themes", () => {
  it("are counted by people, and rare ones have no number", async () => {
    const [often, rarely] = await openedWith("Bendruomenės įtraukimas", "Rinkodara");
    await mark(4, often!);
    await mark(2, often!, rarely!);
    const evaluator = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const { body } = await get(themesPath, evaluator);
    expect(body).toMatch(/Bendruomenės įtraukimas<\/th><td class="number">4</);
    expect(body).toMatch(/Rinkodara<\/th><td class="number">mažiau negu 3</);
    expect(body).not.toContain("open-answers");
  });

  it("of an answer are replaced as a whole", async () => {
    const [first, second] = await openedWith("Pirma", "Antra");
    await mark(1, first!, second!);
    await mark(1, second!);
    const [answer] = await listOpenAnswers(db(), { programmeId, itemKey });
    expect(answer!.themeIds).toEqual([second]);
    await mark(1);
    expect((await listOpenAnswers(db(), { programmeId, itemKey }))[0]!.themeIds).toEqual([]);
  });

  it("can be merged; whoever had both counts once", async () => {
    const [first, second] = await openedWith("Lankytojai", "Auditorija");
    await mark(3, first!);
    await mark(1, first!, second!);
    const fields: [string, string][] = [
      ["from", second!],
      ["into", first!],
    ];
    expect(await post(`${review}/mergers`, fields)).toBe(303);
    const themes = await listThemes(db(), { programmeId, itemKey });
    expect(themes.map(({ title }) => title.lt)).toEqual(["Lankytojai"]);
    expect((await get(themesPath)).body).toMatch(/Lankytojai<\/th><td class="number">3</);
    expect(
      await post(`${review}/mergers`, [
        ["from", first!],
        ["into", first!],
      ]),
    ).toBe(400);
  });

  it("are not marked without a reason, on answers of other questions, or with unknown themes", async () => {
    expect(await post(`${review}/themes`, [["title", "Per anksti"]])).toBe(403);
    const [theme] = await openedWith("Tema");
    const answers = await listOpenAnswers(db(), { programmeId, itemKey });
    const ids = answers.map(({ responseId }) => responseId);
    const silent = await db()
      .selectFrom("answers.response")
      .select("id")
      .where("programme_id", "=", programmeId)
      .where("id", "not in", ids)
      .executeTakeFirstOrThrow();
    const number: [string, string] = ["number", "1"];
    const unknown = "00000000-0000-4000-8000-000000000000";
    const response: [string, string] = ["response", ids[0]!];
    expect(await post(`${review}/marks`, [response, number, ["theme", unknown]])).toBe(400);
    for (const strange of [unknown, silent.id]) {
      expect(await post(`${review}/marks`, [["response", strange], number])).toBe(400);
    }
    expect(await post(`${review}/marks`, [response, number, ["theme", theme!]])).toBe(303);
  });
});
