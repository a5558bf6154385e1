import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { json } from "../../../db/json.ts";
import { insertNoticeVersion } from "../../../db/queries/notices.ts";
import { createApp } from "../../../server/app.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { aDesk, answerWithEveryCard, home, now } from "./setting.ts";

const completion = `${home}/completion`;
const silute = `${completion}?locality=silute`;

/** Gives waves a notice that says the organiser sees who has handed a sheet in. */
async function tellIn(db: Db, programmeId: string, kinds: ("before" | "after")[]): Promise<void> {
  const { id } = await insertNoticeVersion(db, {
    programmeId,
    text: { lt: "Matys." },
    statements: [],
    identityMode: "register",
    isWhoAnsweredTold: true,
    now,
  });
  await db
    .updateTable("wave")
    .set({ notice_version_id: id })
    .where("programme_id", "=", programmeId)
    .where("kind", "in", kinds)
    .execute();
}

const hidden = />(?:pateikta|dar ne|be kortelės|Anketa prieš mokymus)</;

const cellsOf = (page: string, words: string) =>
  [...page.matchAll(new RegExp(`<td>(?:<strong>)?${words}<`, "g"))].length;

async function looks(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("audit_event")
    .select("actor")
    .where("action", "=", "looked-at-who-answered")
    .execute();
  return rows.map(({ actor }) => actor);
}

describe("who has handed a sheet in", () => {
  const { db } = useDatabase();

  /** Three people of Šilutė, two with cards, both of whom have answered the first wave where they were asked to. */
  async function aTown({ isTold, answers }: { isTold: boolean; answers: boolean }) {
    const desk = await aDesk(db(), { enrolled: { silute: 3 } });
    if (isTold) await tellIn(db(), desk.programme.id, ["before", "after"]);
    const page = await (await desk.organiser.get(silute)).text();
    const ids = [...page.matchAll(/name="enrolment" value="([^"]+)"/g)].map(([, id]) => id!);
    await desk.organiser.post(`${home}/localities/silute/cards`, { enrolment: ids.slice(0, 2) });
    if (answers) await answerWithEveryCard(db(), desk.programme.id);
    return { ...desk, page: async () => await (await desk.organiser.get(silute)).text() };
  }

  it("is shown by name where the notice says so, for waves that have begun", async () => {
    const { page, programme } = await aTown({ isTold: true, answers: false });
    const before = await page();
    expect(before).toContain("Anketa prieš mokymus");
    expect(before).not.toContain("Anketa po mokymų");
    expect([cellsOf(before, "dar ne"), cellsOf(before, "be kortelės")]).toEqual([2, 1]);
    expect(before).not.toContain("privatumo pranešime dalyviams nesakoma");
    await answerWithEveryCard(db(), programme.id);
    const after = await page();
    expect([cellsOf(after, "pateikta"), cellsOf(after, "dar ne")]).toEqual([2, 0]);
  });

  it("counts a sheet that was only begun as not yet handed in", async () => {
    const { page } = await aTown({ isTold: true, answers: true });
    await db()
      .updateTable("answers.response")
      .set({ status: "draft", submitted_on: null })
      .execute();
    expect(cellsOf(await page(), "dar ne")).toBe(2);
  });

  it("is not shown where the notice does not say so", async () => {
    const { page } = await aTown({ isTold: false, answers: true });
    const shown = await page();
    expect(shown).toContain("privatumo pranešime dalyviams nesakoma");
    expect(shown).not.toMatch(hidden);
    expect(await looks(db())).toEqual([]);
  });

  it("is not shown of a wave in which one person began under a notice that did not say so", async () => {
    const { page, programme } = await aTown({ isTold: false, answers: true });
    await tellIn(db(), programme.id, ["before"]);
    expect(await page()).not.toMatch(hidden);
    expect(await looks(db())).toEqual([]);
  });

  it.each(["bowl", "self-made"] as const)("is never shown in %s mode", async (mode) => {
    const { page } = await aTown({ isTold: true, answers: true });
    await db().updateTable("programme").set({ identity_mode: mode }).execute();
    expect(await page()).not.toMatch(hidden);
    expect(await looks(db())).toEqual([]);
  });

  it("is not shown once the list of cards by name is destroyed", async () => {
    const { page } = await aTown({ isTold: true, answers: true });
    await db().deleteFrom("identity.card_holder").execute();
    expect(await page()).not.toMatch(hidden);
  });

  it("is noted in the log once a day for each person of the staff, and opens to organisers alone", async () => {
    const { app, deps, page, staffId, programme } = await aTown({ isTold: true, answers: true });
    await page();
    await page();
    expect(await looks(db())).toEqual([staffId]);
    const nextDay = { ...deps, now: () => new Date("2026-03-02T22:30:00Z") };
    const late = await signedIn(createApp(nextDay), nextDay, staffId);
    await late.get(silute);
    expect(await looks(db())).toEqual([staffId, staffId]);
    for (const role of ["evaluator", "funder", "data-entry", "data"] as const) {
      const other = await signedIn(app, deps, await aStaffUser(db(), programme, [role]));
      expect((await other.get(silute)).status).toBe(403);
    }
    expect(await looks(db())).toHaveLength(2);
  });

  it("cannot be told by a notice for another way of codes", async () => {
    const { programme } = await aDesk(db());
    const untrue = db()
      .insertInto("notice_version")
      .values({
        programme_id: programme.id,
        number: 9,
        text: json({ lt: "A." }),
        statements: json([]),
        content_hash: "x",
        identity_mode: "bowl",
        tells_who_answered: true,
        published_at: now,
      })
      .execute();
    await expect(untrue).rejects.toThrow("tells_who_answered");
  });
});
