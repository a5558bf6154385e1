import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { localityId } from "../../../db/seed/people.ts";
import type { AttendanceList } from "../../../server/documents/attendance-list.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import { codeEndings } from "../../../server/domain/participant/attendance-marks.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf } from "../../support/programme.ts";
import { aDesk, answerWithEveryCard, home, now } from "./setting.ts";

const attendance = `${home}/attendance`;
const completion = `${home}/completion`;

describe("attendance", () => {
  const { db } = useDatabase();

  /** Three people of Šilutė and two sessions of theirs, the second for a group that the first person alone is in. */
  async function given() {
    const printed: AttendanceList[] = [];
    const { render } = createInlineRenderer();
    const desk = await aDesk(db(), {
      enrolled: { silute: 3, trakai: 1 },
      deps: {
        render: (request) => {
          if (request.kind === "attendance-list-pdf") printed.push(request.list);
          return render(request);
        },
      },
    });
    const locality_id = localityId(desk.programme, "silute");
    const place = { programme_id: desk.programme.id, locality_id };
    const group = await db()
      .insertInto("participant_group")
      .values({ ...place, name: "Rytinė" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const people = await db()
      .selectFrom("identity.enrolment")
      .innerJoin("identity.person", "identity.person.id", "identity.enrolment.person_id")
      .select(["identity.enrolment.id as id", "full_name as name"])
      .where("locality_id", "=", locality_id)
      .orderBy("full_name")
      .execute();
    await db()
      .updateTable("identity.enrolment")
      .set({ group_id: group.id })
      .where("id", "=", people[0]!.id)
      .execute();
    const sessions: string[] = [];
    for (const [title, group_id] of [
      ["Dizaino mąstymas", null],
      ["Vizija", group.id],
    ] as const) {
      const session = { ...place, group_id, title: json({ lt: title }), held_on: "2026-02-10" };
      const { id } = await db()
        .insertInto("training_session")
        .values({ ...session, hours: 8, lecturer: "Lektorė" })
        .returning("id")
        .executeTakeFirstOrThrow();
      sessions.push(id);
    }
    return { ...desk, people, sessions: sessions as [string, string], printed };
  }

  /** Marks as stored, by session and name. */
  async function marks() {
    const rows = await db().selectFrom("identity.attendance").selectAll().execute();
    return new Map(rows.map((row) => [`${row.session_id} ${row.enrolment_id}`, row.is_present]));
  }

  const sheet = (sessions: string[], people: { id: string }[], present: string[], was = "") => ({
    sessions: sessions.join(" "),
    people: people.map(({ id }) => id).join(" "),
    was,
    present,
  });

  it("of one session is marked on a page of its own, absences too", async () => {
    const { organiser, people, sessions } = await given();
    const page = `${attendance}/${sessions[0]}`;
    expect(await (await organiser.get(page)).text()).toContain(people[2]!.name);
    const sent = await organiser.post(page, sheet([sessions[0]], people, ["0.0", "0.2"]));
    expect(sent.status).toBe(303);
    const stored = await marks();
    expect(people.map(({ id }) => stored.get(`${sessions[0]} ${id}`))).toEqual([true, false, true]);
    const shown = await (await organiser.get(sent.headers.get("location")!)).text();
    expect(shown).toContain("Lankomumas išsaugotas.");
    const overview = await (await organiser.get(`${attendance}?locality=silute`)).text();
    expect(overview).toContain("Dalyvavo 2 iš 3.");
    expect(overview).toContain("Dar nežymėta.");
  });

  it("marked by two people at one time keeps what each of them changed", async () => {
    const { organiser, people, sessions } = await given();
    const page = `${attendance}/${sessions[0]}`;
    await organiser.post(page, sheet([sessions[0]], people, ["0.0"]));
    await organiser.post(page, sheet([sessions[0]], people, ["0.1"]));
    const stored = await marks();
    expect(people.map(({ id }) => stored.get(`${sessions[0]} ${id}`))).toEqual([true, true, false]);
    await organiser.post(page, sheet([sessions[0]], people, ["0.1"], "0.0 0.1"));
    const [first] = people;
    expect((await marks()).get(`${sessions[0]} ${first!.id}`)).toBe(false);
  });

  it("of all sessions is marked in one table, a group's session for that group alone", async () => {
    const { organiser, people, sessions, programme } = await given();
    const stranger = await db()
      .selectFrom("identity.enrolment")
      .select("id")
      .where("locality_id", "=", localityId(programme, "trakai"))
      .executeTakeFirstOrThrow();
    const all = [...people, stranger];
    const present = ["0.0", "0.1", "1.0", "1.1", "0.3", "9.9", "x"];
    const sent = await organiser.post(
      `${attendance}/locality/silute`,
      sheet(sessions, all, present),
    );
    expect(sent.status).toBe(303);
    const stored = await marks();
    expect(stored.size).toBe(4);
    expect(stored.get(`${sessions[1]} ${people[0]!.id}`)).toBe(true);
    expect(stored.has(`${sessions[1]} ${people[1]!.id}`)).toBe(false);
    const trace = await db().selectFrom("audit_event").selectAll().orderBy("id").execute();
    expect(trace.at(-1)).toMatchObject({
      action: "marked-attendance",
      detail: { marks: 4, changed: 3 },
    });
  });

  it("is signed on a list of names, with lines to spare", async () => {
    const { organiser, sessions, people, printed } = await given();
    const list = await organiser.get(`${attendance}/${sessions[1]}/list.pdf?with=names`);
    expect(list.headers.get("content-type")).toBe("application/pdf");
    expect(list.headers.get("content-disposition")).toMatch(
      /bandymas-silute-2026-02-10-[a-z-]+\.pdf/,
    );
    expect(
      Buffer.from(await list.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(printed[0]!.rows).toEqual([
      [people[0]!.name, ""],
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
    expect(printed[0]!.facts.map(({ value }) => value)).toContain("Vizija (Rytinė)");
  });

  it("is signed by the ends of codes alone: no list that goes round a room opens anything", async () => {
    const { organiser, sessions, programme, printed } = await given();
    const cards = await cardsOf(db(), programme, { locality: "silute", count: 5, now });
    await organiser.get(`${attendance}/${sessions[0]}/list.pdf?with=codes`);
    const rows = printed[0]!.rows.flat();
    expect(rows).toHaveLength(5);
    for (const { code } of cards) {
      expect(rows.some((row) => code.endsWith(row.replace("… ", "")))).toBe(true);
      expect(JSON.stringify(printed[0])).not.toContain(code.slice(2));
    }
  });

  it.each([
    [
      ["BKMRTVZF", "BKMRTVZG"],
      ["VZF", "VZG"],
    ],
    [
      ["BKMRTVZF", "BKMRSVZF"],
      ["SVZF", "TVZF"],
    ],
    [
      ["BKMRTVZF", "BZMRTVZF"],
      ["VZF", "VZF"],
    ],
    [[], []],
  ])("tells codes apart by ends as short as can be: %j", (codes, endings) => {
    expect(codeEndings(codes)).toEqual(endings);
  });

  it("is the organiser's alone, and one programme's own", async () => {
    const { app, deps, programme, sessions, people } = await given();
    const other = await aProgramme(db(), now, { slug: "kitas" });
    const strange = await aStaffUser(db(), other, ["organiser", "data"]);
    const entry = await aStaffUser(db(), programme, ["data-entry"]);
    for (const [staff, status] of [
      [strange, 404],
      [entry, 403],
    ] as const) {
      const visitor = await signedIn(app, deps, staff);
      const form = sheet([sessions[0]], people, ["0.0"]);
      for (const response of [
        await visitor.get(attendance),
        await visitor.get(`${attendance}/${sessions[0]}`),
        await visitor.post(`${attendance}/${sessions[0]}`, form),
        await visitor.post(`${attendance}/locality/silute`, form),
        await visitor.get(`${attendance}/${sessions[0]}/list.pdf`),
        await visitor.get(completion),
      ]) {
        expect(response.status).toBe(status);
      }
      if (status === 404) {
        const own = `${attendance}/${sessions[0]}`.replace("bandymas", "kitas");
        expect((await visitor.post(own, form)).status).toBe(404);
      }
    }
    expect((await marks()).size).toBe(0);
  });
});

describe("who lacks what", () => {
  const { db } = useDatabase();
  const rowsIn = (page: string) =>
    [...page.matchAll(/<th scope="row">([^<]+)<\/th>/g)].map(([, name]) => name!);

  it("shows people, cards and attendance, never whether somebody answered", async () => {
    const { organiser, programme } = await aDesk(db(), { enrolled: { silute: 3 } });
    const before = await (await organiser.get(completion)).text();
    expect(rowsIn(before)).toHaveLength(3);
    expect(before).toContain("Ar žmogus užpildė anketą, čia nerodoma");
    await organiser.post(`${home}/localities/silute/cards`);
    const unanswered = await (await organiser.get(completion)).text();
    await answerWithEveryCard(db(), programme.id);
    expect(await (await organiser.get(completion)).text()).toBe(unanswered);
  });

  it("prints cards for those chosen, and says so when all of them have one", async () => {
    const { organiser } = await aDesk(db(), { enrolled: { silute: 3 } });
    const page = await (await organiser.get(`${completion}?lacking=card`)).text();
    const ids = [...page.matchAll(/name="enrolment" value="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(3);
    const cards = `${home}/localities/silute/cards`;
    const printed = await organiser.post(cards, { enrolment: ids.slice(0, 2) });
    expect(printed.headers.get("content-type")).toBe("application/pdf");
    const left = await (await organiser.get(`${completion}?lacking=card`)).text();
    expect(rowsIn(left)).toHaveLength(1);
    const again = await organiser.post(cards, { enrolment: ids[0]! });
    expect(again.status).toBe(303);
    const told = await (await organiser.get(again.headers.get("location")!)).text();
    expect(told).toContain("Visi pasirinktieji kortelę jau turi");
  });

  it("knows nothing of cards that were drawn unseen", async () => {
    const { organiser } = await aDesk(db(), { enrolled: { silute: 3 } });
    await db().updateTable("programme").set({ identity_mode: "bowl" }).execute();
    const page = await (await organiser.get(completion)).text();
    expect(page).toContain("Kortelės traukiamos be vardų");
    expect(page).not.toContain("/cards?");
    expect(page).not.toContain("lacking=card");
  });
});
