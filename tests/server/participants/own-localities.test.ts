import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { localityId } from "../../../db/seed/people.ts";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aDesk, aLocalOrganiser, home, list, participantSent, peopleOf } from "./setting.ts";

const attendance = `${home}/attendance`;
const completion = `${home}/completion`;

describe("an organiser of one locality", () => {
  const { db } = useDatabase();

  /**
   * Ona and her double are of Šilutė, which is the organiser's; Petras and his double are of Trakai; Rasa is of both.
   * A session and a group in each of the two.
   */
  async function given() {
    const desk = await aDesk(db());
    const added = async (fullName: string, locality: string, organisation = "Biblioteka") => {
      const sent = participantSent({ fullName, locality, organisation, email: "" });
      const { headers } = await desk.organiser.post(list, sent);
      return headers.get("location")!.split("?")[0]!.split("/").at(-1)!;
    };
    const ids = {
      own: await added("Ona Savaitė", "silute"),
      ownTwin: await added("Ona Savaitė", "silute", "Muziejus"),
      other: await added("Petras Svetimas", "trakai"),
      otherTwin: await added("Petras Svetimas", "trakai", "Muziejus"),
      both: await added("Rasa Bendra", "silute"),
    };
    const sent = participantSent({ locality: "trakai" });
    await desk.organiser.post(`${list}/${ids.both}/enrolments`, sent);
    const made: Record<string, { session: string; group: string }> = {};
    for (const key of ["silute", "trakai"]) {
      const place = {
        programme_id: desk.programme.id,
        locality_id: localityId(desk.programme, key),
      };
      const session = { title: json({ lt: `Tema ${key}` }), held_on: "2026-02-10", hours: 8 };
      made[key] = {
        session: await idOf("training_session", { ...place, ...session }),
        group: await idOf("participant_group", { ...place, name: `Grupė ${key}` }),
      };
    }
    const { visitor, staffId } = await aLocalOrganiser(db(), desk, ["silute"]);
    return { ...desk, ids, made, local: visitor, localId: staffId };
  }

  async function idOf(table: "training_session" | "participant_group", values: object) {
    const { id } = await db()
      .insertInto(table)
      .values(values as never)
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  }

  const enrolmentOf = async (personId: string, locality: string) =>
    (await peopleOf(db())).find((row) => row.personId === personId && row.locality === locality)!
      .enrolmentId;
  const register = async () => JSON.stringify(await peopleOf(db()));
  const text = async (response: Promise<Response>) => (await response).text();

  it("sees, finds and counts the people of that locality alone", async () => {
    const { local, organiser, made } = await given();
    const pages = [
      await text(local.get(list)),
      await text(local.get(`${list}?locality=trakai`)),
      await text(local.post(`${list}/search`, { words: "" })),
      await text(local.post(`${list}/search`, { words: "petr", locality: "trakai" })),
      await text(local.post(`${list}/search`, { group: made.trakai!.group })),
      await text(local.get(`${list}/new`)),
      await text(local.get(`${list}/duplicates`)),
      await text(local.get(`${list}/import`)),
      await text(local.get(attendance)),
      await text(local.get(completion)),
    ];
    for (const page of pages) {
      expect(page).not.toMatch(/Svetimas|Trakai|Ignalina|trakai/);
    }
    expect(pages[0]).toContain("Rasta: 3\u00a0žmonės.");
    expect(pages[0]).toContain("3\u00a0įsitraukę žmonės");
    expect(await text(organiser.get(list))).toContain("5\u00a0įsitraukę žmonės");
    for (const page of [pages[0], pages[8], pages[9]]) expect(page).toContain("Rasa Bendra");
  });

  it("is offered those look-alikes alone who are both of that locality and no other", async () => {
    const { local, organiser } = await given();
    for (const [fullName, locality] of [
      ["Petras Svetimis", "trakai"],
      ["Rasa Bendre", "silute"],
      ["Ona Savaite", "silute"],
    ] as const) {
      await organiser.post(list, participantSent({ fullName, locality, organisation: "" }));
    }
    const all = await text(organiser.get(`${list}/duplicates`));
    for (const name of ["Petras Svetimis", "Rasa Bendre", "Ona Savaite"]) {
      expect(all).toContain(name);
    }
    const own = await text(local.get(`${list}/duplicates`));
    expect(own).toContain("Ona Savaite");
    expect(own).not.toMatch(/Petras|Rasa/);
  });

  it("opens what is of that locality, and nothing that is another's", async () => {
    const { local, organiser, ids, made } = await given();
    const own = [
      `${list}/${ids.own}`,
      `${list}/${ids.both}`,
      `${attendance}?locality=silute`,
      `${attendance}/${made.silute!.session}`,
      `${attendance}/${made.silute!.session}/list.pdf`,
      `${completion}?locality=silute`,
    ];
    const others = [
      [`${list}/${ids.other}`, 404],
      [`${list}/${randomUUID()}`, 404],
      [`${attendance}?locality=trakai`, 403],
      [`${attendance}/${made.trakai!.session}`, 404],
      [`${attendance}/${made.trakai!.session}/list.pdf`, 404],
      [`${completion}?locality=trakai`, 403],
    ] as const;
    for (const path of own) expect([path, (await local.get(path)).status]).toEqual([path, 200]);
    for (const [path, status] of others) {
      expect([path, (await local.get(path)).status]).toEqual([path, status]);
    }
    for (const [path] of others) {
      const isThere = !path.startsWith(list) || path.endsWith(ids.other);
      if (isThere) expect([path, (await organiser.get(path)).status]).toEqual([path, 200]);
    }
  });

  it("changes nothing of another's, whatever is sent", async () => {
    const { local, ids, made } = await given();
    const theirs = await enrolmentOf(ids.other, "trakai");
    const bothThere = await enrolmentOf(ids.both, "trakai");
    const ownHere = await enrolmentOf(ids.own, "silute");
    const before = await register();
    const form = participantSent({ fullName: "Pakeista", locality: "trakai" });
    const marks = {
      sessions: made.trakai!.session,
      people: theirs,
      present: `${made.trakai!.session} ${theirs}`,
    };
    const refused: [string, Record<string, string>, number][] = [
      [list, form, 422],
      [list, { ...form, locality: "silute", group: made.trakai!.group }, 422],
      [`${list}/${ids.other}`, form, 404],
      [`${list}/${ids.both}`, form, 403],
      [`${list}/${ids.other}/removal`, { sure: "yes" }, 404],
      [`${list}/${ids.both}/removal`, { sure: "yes" }, 403],
      [`${list}/${ids.other}/enrolments`, { ...form, locality: "silute" }, 404],
      [`${list}/${ids.own}/enrolments`, form, 422],
      [`${list}/${ids.other}/enrolments/${theirs}`, form, 404],
      [`${list}/${ids.both}/enrolments/${bothThere}`, form, 404],
      [`${list}/${ids.own}/enrolments/${theirs}`, form, 404],
      [`${list}/${ids.own}/enrolments/${ownHere}`, { ...form, group: made.trakai!.group }, 422],
      [`${list}/merges`, { kept: ids.other, gone: ids.otherTwin }, 409],
      [`${list}/merges`, { kept: ids.own, gone: ids.other }, 409],
      [`${list}/merges`, { kept: ids.own, gone: ids.both }, 409],
      [`${list}/distinctions`, { one: ids.other, other: ids.otherTwin }, 409],
      [`${list}/distinctions`, { one: ids.own, other: ids.both }, 409],
      [`${attendance}/locality/trakai`, marks, 403],
      [`${attendance}/${made.trakai!.session}`, marks, 404],
    ];
    for (const [path, sent, status] of refused) {
      expect([path, sent, (await local.post(path, sent)).status]).toEqual([path, sent, status]);
    }
    // Marks that name another locality's session in the address of one's own find nobody.
    await local.post(`${attendance}/locality/silute`, marks);
    expect(await register()).toEqual(before);
    expect(await db().selectFrom("identity.attendance").selectAll().execute()).toEqual([]);
    expect(await db().selectFrom("identity.distinct_people").selectAll().execute()).toEqual([]);
  });

  it("does in that locality what the organiser of the whole does everywhere", async () => {
    const { local, ids, made } = await given();
    const here = await enrolmentOf(ids.both, "silute");
    const form = participantSent({ locality: "silute", group: made.silute!.group });
    const marks = {
      sessions: made.silute!.session,
      people: here,
      present: `${made.silute!.session} ${here}`,
    };
    const done: [string, Record<string, string>][] = [
      [list, participantSent({ fullName: "Nauja Žmogienė" })],
      [`${list}/${ids.own}`, participantSent({ fullName: "Ona Pataisyta" })],
      [`${list}/${ids.both}/enrolments/${here}`, { ...form, role: "involved" }],
      [`${list}/distinctions`, { one: ids.own, other: ids.ownTwin }],
      [`${attendance}/locality/silute`, marks],
      [`${attendance}/${made.silute!.session}`, marks],
      [`${list}/merges`, { kept: ids.own, gone: ids.ownTwin }],
    ];
    for (const [path, sent] of done) {
      expect([path, (await local.post(path, sent)).status]).toEqual([path, 303]);
    }
    const people = await peopleOf(db());
    expect(people.map(({ fullName, locality, role }) => `${fullName} ${locality} ${role}`)).toEqual(
      expect.arrayContaining([
        "Nauja Žmogienė silute cycle-participant",
        "Ona Pataisyta silute cycle-participant",
        "Rasa Bendra silute involved",
        "Rasa Bendra trakai cycle-participant",
      ]),
    );
    expect(people.filter(({ personId }) => personId === ids.ownTwin)).toEqual([]);
    const added = people.find(({ fullName }) => fullName === "Nauja Žmogienė")!;
    const removed = await local.post(`${list}/${added.personId}/removal`, { sure: "yes" });
    expect(removed.status).toBe(303);
  });

  it("reads who takes part elsewhere too, and is not told where", async () => {
    const { local, organiser, ids } = await given();
    const page = await text(local.get(`${list}/${ids.both}`));
    expect(page).toContain("tik visos programos organizatorius");
    expect(page).not.toMatch(/name="fullName"|Trakai|\/removal|\/privacy/);
    expect(await text(organiser.get(`${list}/${ids.both}`))).toMatch(
      /name="fullName"[\s\S]*Trakai/,
    );
    const own = await text(local.get(`${list}/${ids.own}`));
    expect(own).toContain('name="fullName"');
    expect(own).toContain("Žmogus jau įrašytas visose vietovėse.");
  });

  const heads = "Vardas ir pavardė;Vietovė;Įstaiga;El. paštas";
  const csv = (...rows: string[]) => new File([[heads, ...rows].join("\r\n")], "sarasas.csv");

  async function looked(visitor: Visitor, file: File) {
    const { headers } = await visitor.upload(`${list}/upload`, "file", file);
    const address = headers.get("location")!;
    const page = await text(visitor.get(address));
    const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(page)?.[1] ?? "";
    return { address, page, fingerprint };
  }

  it("imports that locality's rows, and is told of each other row why it is left out", async () => {
    const { local, ids } = await given();
    const { address, page, fingerprint } = await looked(
      local,
      csv(
        "Ona Savaitė;Šilutė;Biblioteka;ona@example.org",
        "Petras Svetimas;Trakai;Biblioteka;petras@example.org",
        "Petras Svetimas;Šilutė;Biblioteka;",
        "Rasa Bendra;Šilutė;Biblioteka;rasa@example.org",
        "Kas Nors;Kaunas;;",
      ),
    );
    expect(page).toContain("Šios vietovės žmonių Jūs netvarkote.");
    expect(page).toContain("Žmogus dalyvauja ir kitų tvarkomoje vietovėje");
    expect(page).toContain("Tokios vietovės programoje nėra: pataisykite");
    // Whether another locality knows somebody of this name is nobody's business here.
    expect(page).not.toContain("jau dalyvauja kitoje vietovėje");
    expect((await local.post(address, { fingerprint })).status).toBe(303);
    const people = await peopleOf(db());
    const emails = people.map(({ personId, email }) => `${personId} ${email}`);
    expect(emails).toContain(`${ids.own} ona@example.org`);
    expect(people.filter(({ locality }) => locality === "trakai")).toHaveLength(3);
    expect(people.map(({ email }) => email)).not.toContain("petras@example.org");
    expect(people.map(({ email }) => email)).not.toContain("rasa@example.org");
    const petras = people.filter(({ fullName }) => fullName === "Petras Svetimas");
    expect(new Set(petras.map(({ personId }) => personId)).size).toBe(3);
  });

  it("sees no list that somebody else has uploaded, nor what became of it", async () => {
    const { local, organiser } = await given();
    const theirs = await looked(organiser, csv("Slapta Svetima;Trakai;;"));
    const columns = { "column-0": "fullName", "column-1": "locality" };
    for (const response of [
      local.get(theirs.address),
      local.post(theirs.address, { fingerprint: theirs.fingerprint }),
      local.post(`${theirs.address}/sheet`, { sheet: "0", headRow: "1" }),
      local.post(`${theirs.address}/columns`, columns),
      local.post(`${theirs.address}/discard`),
    ]) {
      expect((await response).status).toBe(404);
    }
    await organiser.post(theirs.address, { fingerprint: theirs.fingerprint });
    const id = theirs.address.split("/").at(-1);
    const told = (visitor: Visitor) => text(visitor.get(`${list}?imported=${id}`));
    expect(await told(organiser)).toContain("Sąrašas įkeltas.");
    expect(await told(local)).not.toContain("Sąrašas įkeltas.");
  });

  it("of nothing in the programme is not told that it exists", async () => {
    const desk = await aDesk(db());
    const { visitor } = await aLocalOrganiser(db(), desk, ["silute"]);
    await db().deleteFrom("staff_role").where("locality_id", "is not", null).execute();
    for (const path of [list, attendance, completion]) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
    }
  });

  it("finds the way to these pages in the programme's menu", async () => {
    const { local } = await given();
    const page = await text(local.get(home));
    for (const place of ["participants", "attendance", "completion"]) {
      expect(page).toContain(`href="${home}/${place}"`);
    }
    expect(page).not.toContain(`href="${home}/setup"`);
  });
});
