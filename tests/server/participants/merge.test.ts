import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { tablesOfPeople } from "../../../db/queries/merge-people.ts";
import { countPeople } from "../../../db/queries/participation.ts";
import { insertCard } from "../../../db/seed/cards.ts";
import { localityId } from "../../../db/seed/people.ts";
import { useDatabase } from "../../support/database.ts";
import { holdSessions, saveTemplateOf } from "../certificates/setting.ts";
import { aDesk, home, list, now, participantSent, peopleOf } from "./setting.ts";

describe("two records of one person", () => {
  const { db } = useDatabase();

  /** Žydrūnė twice in Šilutė, once more in Trakai, everywhere at the sessions, certified in both records. */
  async function given() {
    const desk = await aDesk(db());
    const { organiser, programme } = desk;
    await organiser.post(list, participantSent({ phone: "8 600 00001" }));
    const twin = { fullName: "Zydrune Azuolaite", organisation: "", email: "z@example.org" };
    const { headers } = await organiser.post(
      list,
      participantSent({ ...twin, role: "cycle-participant" }),
    );
    const page = headers.get("location")!.split("?")[0]!;
    await holdSessions(db(), programme.id, (index) =>
      index === 0 ? [true, false] : [false, true],
    );
    await organiser.post(
      `${page}/enrolments`,
      participantSent({ locality: "trakai", role: "involved" }),
    );
    await saveTemplateOf(organiser, { percent: "20" });
    await organiser.post(`${home}/certificates`);
    const people = await peopleOf(db());
    const kept = people.find(({ fullName }) => fullName === "Žydrūnė Ąžuolaitė")!;
    const gone = people.find((row) => row.personId !== kept.personId && row.locality === "silute")!;
    for (const { enrolmentId } of [kept, gone]) {
      const place = { programmeId: programme.id, localityId: localityId(programme, "silute"), now };
      const { accessCodeId } = await insertCard(db(), place);
      const row = { programme_id: programme.id, enrolment_id: enrolmentId, handed_at: now };
      await db()
        .insertInto("identity.card_holder")
        .values({ ...row, access_code_id: accessCodeId })
        .execute();
    }
    return { ...desk, kept, gone };
  }

  it("are proposed, and merged by a person with everything that hangs on both", async () => {
    const { organiser, programme, kept, gone } = await given();
    const proposed = await (await organiser.get(`${list}/duplicates`)).text();
    expect(proposed).toContain("tas pats vardas");
    expect((await countPeople(db(), programme.id)).involved).toBe(2);
    const merging = { kept: kept.personId, gone: gone.personId };
    expect((await organiser.post(`${list}/merges`, merging)).status).toBe(303);
    const people = await peopleOf(db());
    expect(people.map(({ personId, locality, role }) => [personId, locality, role])).toEqual([
      [kept.personId, "silute", "cycle-participant"],
      [kept.personId, "trakai", "involved"],
    ]);
    expect(people[0]).toMatchObject({
      fullName: "Žydrūnė Ąžuolaitė",
      organisation: "Šilutės kultūros centras",
      email: "z@example.org",
      phone: "8 600 00001",
    });
    const attendance = await db()
      .selectFrom("identity.attendance")
      .select("is_present")
      .where("enrolment_id", "=", kept.enrolmentId)
      .execute();
    expect(attendance.map((row) => row.is_present)).toEqual([true, true]);
    const certificates = await db().selectFrom("identity.certificate").selectAll().execute();
    expect(certificates.map((row) => [row.enrolment_id, row.revoked_at])).toEqual([
      [kept.enrolmentId, null],
      [kept.enrolmentId, null],
    ]);
    expect(certificates.map((row) => row.merged_from).sort()).toEqual([gone.enrolmentId, null]);
    const cards = await db().selectFrom("identity.card_holder").select("enrolment_id").execute();
    expect(cards).toEqual([{ enrolment_id: kept.enrolmentId }, { enrolment_id: kept.enrolmentId }]);
    expect(await countPeople(db(), programme.id)).toEqual({
      involved: 1,
      cycleParticipants: 1,
      certified: 1,
    });
    const trace = await db().selectFrom("audit_event").selectAll().orderBy("id").execute();
    expect(trace.at(-1)).toMatchObject({
      action: "merged-people",
      subject: kept.personId,
      detail: { merged: gone.personId },
    });
  });

  it("are merged once: whoever presses again is told that something changed", async () => {
    const { organiser, kept, gone } = await given();
    const merging = { kept: kept.personId, gone: gone.personId };
    await organiser.post(`${list}/merges`, merging);
    expect((await organiser.post(`${list}/merges`, merging)).status).toBe(409);
    const same = { kept: kept.personId, gone: kept.personId };
    expect((await organiser.post(`${list}/merges`, same)).status).toBe(400);
    expect(await (await organiser.get(`${list}/duplicates`)).text()).toContain(
      "Panašių įrašų nėra",
    );
  });

  it("are not proposed again once found to be two people", async () => {
    const { organiser, kept, gone } = await given();
    const pair = { one: kept.personId, other: gone.personId };
    expect((await organiser.post(`${list}/distinctions`, pair)).status).toBe(303);
    expect((await organiser.post(`${list}/distinctions`, pair)).status).toBe(303);
    expect(await (await organiser.get(`${list}/duplicates`)).text()).toContain(
      "Panašių įrašų nėra",
    );
    expect(await peopleOf(db())).toHaveLength(3);
  });

  it("keep nobody certified from being a cycle participant", async () => {
    const { organiser, kept } = await given();
    const page = `${list}/${kept.personId}/enrolments/${kept.enrolmentId}`;
    const refused = await organiser.post(page, participantSent({ role: "involved" }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Pirmiausia panaikinkite pažymėjimą.");
  });

  it("have no table hanging on them that a merge forgets", async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct conrelid::regclass::text as name
      from pg_constraint
      where contype = 'f'
        and confrelid in ('identity.person'::regclass, 'identity.enrolment'::regclass)
      order by 1
    `.execute(db());
    expect(rows.map(({ name }) => name)).toEqual([...tablesOfPeople]);
  });
});
