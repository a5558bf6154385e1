import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { localityId } from "../../../db/seed/people.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { aDesk, home, list, now, participantSent, peopleOf } from "./setting.ts";

describe("somebody entered by mistake", () => {
  const { db } = useDatabase();

  async function entered() {
    const desk = await aDesk(db());
    await desk.organiser.post(list, participantSent({ fullName: "Kitas Žmogus" }));
    const { headers } = await desk.organiser.post(list, participantSent());
    const page = headers.get("location")!.split("?")[0]!;
    const all = await peopleOf(db());
    const { enrolmentId } = all.find(({ personId }) => page.endsWith(personId))!;
    return { ...desk, page, enrolmentId };
  }

  const names = async () => (await peopleOf(db())).map(({ fullName }) => fullName);

  it("is taken off the list once that is confirmed, and nobody else with them", async () => {
    const { organiser, page } = await entered();
    const unsure = await organiser.post(`${page}/removal`, {});
    expect(unsure.status).toBe(422);
    const told = await unsure.text();
    expect(told).toContain('href="#sure"');
    expect(told).toContain('id="sure-mistake"');
    expect(await names()).toHaveLength(2);
    const removed = await organiser.post(`${page}/removal`, { sure: "yes" });
    expect(removed.status).toBe(303);
    const shown = await (await organiser.get(removed.headers.get("location")!)).text();
    expect(shown).toContain("Žmogus pašalintas iš sąrašo.");
    expect(await names()).toEqual(["Kitas Žmogus"]);
    const audit = db().selectFrom("audit_event").select("subject");
    const rows = await audit.where("action", "=", "removed-person").execute();
    expect(rows.map(({ subject }) => page.endsWith(subject))).toEqual([true]);
    expect((await organiser.post(`${page}/removal`, { sure: "yes" })).status).toBe(404);
  });

  it.each(["card", "certificate", "attendance"])(
    "stays and is sent to the data protection desk who has a trace: %s",
    async (trace) => {
      const { organiser, page, enrolmentId, programme } = await entered();
      const own = { programme_id: programme.id, enrolment_id: enrolmentId };
      if (trace === "card") await organiser.post(`${home}/localities/silute/cards`);
      if (trace === "certificate") {
        await db()
          .insertInto("identity.certificate")
          .values({
            ...own,
            number: "1",
            sequence_number: 1,
            issued_on: "2026-03-01",
            verification_key: "abc",
            revoked_at: now,
            revoked_because: "klaida",
          })
          .execute();
      }
      if (trace === "attendance") {
        const session = await db()
          .insertInto("training_session")
          .values({
            programme_id: programme.id,
            locality_id: localityId(programme, "silute"),
            title: json({ lt: "Vizija" }),
            held_on: "2026-02-10",
            hours: 8,
            lecturer: "Lektorė",
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        await db()
          .insertInto("identity.attendance")
          .values({ ...own, session_id: session.id, is_present: false })
          .execute();
      }
      const shown = await (await organiser.get(page)).text();
      expect(shown).not.toContain("/removal");
      expect(shown).toContain(`href="${home}/privacy"`);
      expect((await organiser.post(`${page}/removal`, { sure: "yes" })).status).toBe(409);
      expect(await names()).toHaveLength(2);
    },
  );

  it("is removed by organisers of the programme alone", async () => {
    const { app, deps, page, programme } = await entered();
    const other = await aProgramme(db(), now, { slug: "kitas" });
    for (const [staffId, status] of [
      [await aStaffUser(db(), programme, ["evaluator"]), 403],
      [await aStaffUser(db(), other, ["organiser"]), 404],
    ] as const) {
      const visitor = await signedIn(app, deps, staffId);
      expect((await visitor.post(`${page}/removal`, { sure: "yes" })).status).toBe(status);
      const elsewhere = page.replace("bandymas", "kitas");
      expect((await visitor.post(`${elsewhere}/removal`, { sure: "yes" })).status).toBe(404);
    }
    expect(await names()).toHaveLength(2);
  });
});
