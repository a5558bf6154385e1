import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { listSubjectEnrolments } from "../../../db/queries/subject-data.ts";
import { insertClosure } from "../../../db/queries/waves.ts";
import { localityId } from "../../../db/seed/people.ts";
import { createApp } from "../../../server/app.ts";
import { signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { useMailSink } from "../../support/mail-sink.ts";
import { home, list, now, peopleOf } from "../participants/setting.ts";
import { aMailRoom, giveAddresses, letterSent, mailings, runTurns } from "./setting.ts";

const minute = 60_000;
const hour = 60 * minute;

describe("a reminder to those who are missing", () => {
  const { db } = useDatabase();
  const { sink } = useMailSink();

  type Room = Awaited<ReturnType<typeof given>>;

  /** Four people of Šilutė with cards, of whom one alone has an address; nobody else is in the programme. */
  async function given(email: string) {
    const clock = { at: now };
    const room = await aMailRoom(db(), sink(), { enrolled: { silute: 4 } });
    const deps = {
      ...room.deps,
      now: () => clock.at,
      publicUrl: new URL("http://localhost"),
    };
    const app = createApp(deps);
    await giveAddresses(db(), room.programme, { silute: [email] });
    const organiser = await signedIn(app, deps, room.staffId);
    await organiser.post(`${home}/localities/silute/cards`);
    return { ...room, deps, app, organiser, clock };
  }

  async function answerAs({ programme }: Room, email: string): Promise<void> {
    const wave = await db()
      .selectFrom("wave")
      .selectAll()
      .where("kind", "=", "before")
      .executeTakeFirstOrThrow();
    const code = await db()
      .selectFrom("answers.access_code as code")
      .innerJoin("identity.card_holder as holder", "holder.access_code_id", "code.id")
      .innerJoin("identity.enrolment as enrolment", "enrolment.id", "holder.enrolment_id")
      .innerJoin("identity.person as person", "person.id", "enrolment.person_id")
      .select("code.pairing_code")
      .where("person.email", "=", email)
      .executeTakeFirstOrThrow();
    await db()
      .insertInto("answers.response")
      .values({
        programme_id: programme.id,
        wave_id: wave.id,
        pairing_code: code.pairing_code,
        locality_id: localityId(programme, "silute"),
        questionnaire_version_id: wave.questionnaire_version_id,
        notice_version_id: wave.notice_version_id,
        language: "lt",
        status: "submitted",
        answers: json({}),
        begun_on: "2026-03-02",
        submitted_on: "2026-03-02",
      })
      .execute();
  }

  /** Everything that an organiser can look at about letters and people, without ids. */
  async function seen(organiser: Visitor): Promise<string> {
    const person = (await peopleOf(db())).find(({ email }) => email !== "")!;
    const paths = [
      mailings,
      `${mailings}?new=reminder`,
      list,
      `${list}/${person.personId}`,
      `${home}/completion`,
      `${home}/cards`,
    ];
    const pages = [];
    for (const path of paths) pages.push(await (await organiser.get(path)).text());
    const place = {
      programmeId: (await db().selectFrom("programme").select("id").executeTakeFirstOrThrow()).id,
      personId: person.personId,
    };
    pages.push(JSON.stringify(await listSubjectEnrolments(db(), place)));
    return withoutIds(pages.join("\n"));
  }

  const withoutIds = (text: string) =>
    text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#");

  async function remind(room: Room): Promise<string> {
    const response = await room.organiser.post(mailings, letterSent({ kind: "reminder" }));
    const { id } = await db()
      .selectFrom("identity.mailing")
      .select("id")
      .orderBy("created_at", "desc")
      .executeTakeFirstOrThrow();
    return `${response.status} ${id}`;
  }

  const goTo = async (room: Room, at: number) => {
    room.clock.at = new Date(now.getTime() + at);
    await runTurns(room, room.clock.at);
  };

  /** What an organiser sees step by step, to the closing of the wave, where the one who is reachable did or did not answer. */
  async function tale(email: string, hasAnswered: boolean) {
    const room = await given(email);
    const { organiser, programme } = room;
    const told: string[] = [];
    const look = async () => told.push(await seen(organiser));
    const press = async (id: string, verb: string) =>
      told.push(`${verb} ${(await organiser.post(`${mailings}/${id}/${verb}`)).status}`);
    const first = (await remind(room)).split(" ")[1]!;
    await look();
    await goTo(room, 0);
    await look();
    if (hasAnswered) await answerAs(room, email);
    await goTo(room, minute);
    const second = (await remind(room)).split(" ")[1]!;
    await goTo(room, 2 * minute);
    await look();
    await press(second, "again");
    await goTo(room, 3 * minute);
    await press(second, "cancellation");
    await press(second, "cancellation");
    await look();
    const third = (await remind(room)).split(" ")[1]!;
    for (const hours of [1, 2, 6, 11]) {
      await goTo(room, hours * hour);
      await look();
    }
    const letters = sink().letters.length;
    for (const hours of [13, 18]) await goTo(room, hours * hour);
    await press(third, "cancellation");
    await press(first, "again");
    const { waves, id: programmeId } = programme;
    for (const { id } of programme.localities) {
      const key = { programmeId, waveId: waves.before, localityId: id };
      await insertClosure(db(), { ...key, now: room.clock.at, closedBy: null });
    }
    await look();
    const audit = await db()
      .selectFrom("audit_event")
      .select(["at", "action", "subject", "reason", "detail"])
      .orderBy("id")
      .execute();
    told.push(withoutIds(JSON.stringify(audit)));
    const kept = await db()
      .selectFrom("identity.mailing")
      .select(["sent_count", "ended_at"])
      .execute();
    const stored = await db().selectFrom("identity.letter").selectAll().execute();
    return { told, letters, stored, counts: kept.map(({ sent_count }) => sent_count) };
  }

  /** The tale, and everything taken back. */
  async function tried(email: string, hasAnswered: boolean) {
    sink().letters.length = 0;
    await sql`savepoint before_the_tale`.execute(db());
    const told = await tale(email, hasAnswered);
    await sql`rollback to savepoint before_the_tale`.execute(db());
    return told;
  }

  it.each(["ona@example.org", "refused@example.org", "later@example.org"])(
    "looks the same to an organiser, whether the only one who can be written to has answered or not: %s",
    async (email) => {
      const missing = await tried(email, false);
      const answered = await tried(email, true);
      for (const [step, page] of missing.told.entries()) {
        expect([step, answered.told[step]]).toEqual([step, page]);
      }
      // It is not the same because nothing happened: whoever has not answered is reminded again.
      if (email === "ona@example.org") {
        expect([missing.letters, answered.letters]).toEqual([3, 1]);
      }
      // Nor is anything left in the database from which it could be told later.
      for (const { stored, counts } of [missing, answered]) {
        expect(stored).toEqual([]);
        expect(counts).toEqual([0, 0, 0]);
      }
    },
  );

  it("is told without a number, also of many", async () => {
    const room = await aMailRoom(db(), sink(), { enrolled: { silute: 12 } });
    const deps = { ...room.deps, publicUrl: new URL("http://localhost") };
    const organiser = await signedIn(createApp(deps), deps, room.staffId);
    const emails = Array.from({ length: 12 }, (_, index) => `zmogus${index}@example.org`);
    await giveAddresses(db(), room.programme, { silute: emails });
    await organiser.post(mailings, letterSent({ kind: "reminder" }));
    await runTurns(room, now);
    expect(sink().letters).toHaveLength(12);
    const page = await (await organiser.get(mailings)).text();
    const line = /Perduota siųsti[^<]*/.exec(page)?.[0];
    expect(line).toMatch(/^\D+$/);
    expect(page).not.toMatch(/Išsiųsta:|Liko:/);
  });
});
