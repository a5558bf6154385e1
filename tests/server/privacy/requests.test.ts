import { beforeEach, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { allRows } from "./all-rows.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "kulturos-inovacijos-2017";
const { db } = useDatabase();
let programme: { id: string; organisationId: string };

beforeEach(async () => {
  await loadDemo(db(), now);
  programme = (await findProgrammeBySlug(db(), slug))!;
});

async function somebody(roles: Parameters<typeof aStaffUser>[2]): Promise<Visitor> {
  const deps = appDeps(db(), { now: () => now });
  return await signedIn(createApp(deps), deps, await aStaffUser(db(), programme, roles));
}

/** Opens a request and says its address. */
async function open(visitor: Visitor, kind = "erasure"): Promise<string> {
  const form = { kind, receivedOn: "2026-11-20", note: "" };
  const opened = await visitor.post(`/programmes/${slug}/privacy/requests`, form);
  expect(opened.status).toBe(303);
  return opened.headers.get("location")!;
}

/** Somebody of the demonstration who has a card and answered, with what belongs to them. */
async function aParticipant() {
  return await db()
    .selectFrom("identity.card_holder as holder")
    .innerJoin("identity.enrolment as enrolment", "enrolment.id", "holder.enrolment_id")
    .innerJoin("identity.person as person", "person.id", "enrolment.person_id")
    .innerJoin("answers.access_code as code", "code.id", "holder.access_code_id")
    .innerJoin("answers.response as response", "response.pairing_code", "code.pairing_code")
    .select([
      "person.id as personId",
      "person.full_name as fullName",
      "enrolment.id as enrolmentId",
      "code.id as accessCodeId",
      "code.code as code",
      "code.pairing_code as pairingCode",
    ])
    .where("person.programme_id", "=", programme.id)
    .where("code.code", "is not", null)
    .orderBy("person.full_name")
    .executeTakeFirstOrThrow();
}

describe("somebody's data", () => {
  it("are found by name without its marks, and never named in an address", async () => {
    const keeper = await somebody(["organiser", "data"]);
    const person = await aParticipant();
    const request = await open(keeper, "access");
    const plain = person.fullName.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
    const found = await keeper.post(`${request}/search`, { name: plain });
    expect(found.status).toBe(200);
    const page = await found.text();
    expect(page).toContain(person.fullName);
    expect(page).toContain("prieš mokymus");
    expect(request).not.toContain(person.personId);
  });

  it("are found by the code alone, and handed out whole, with questions in words", async () => {
    const keeper = await somebody(["data"]);
    const person = await aParticipant();
    const request = await open(keeper, "access");
    const found = await keeper.post(`${request}/search`, { code: person.code!.toLowerCase() });
    expect(await found.text()).toContain(person.accessCodeId);
    const file = await keeper.post(`${request}/file/json`, { personId: person.personId });
    expect(file.headers.get("content-disposition")).toContain("attachment");
    const data = await file.json();
    expect(data.person.fullName).toBe(person.fullName);
    expect(data.enrolments[0].attendance.length).toBeGreaterThan(0);
    const [sheet] = data.answers;
    const [answer] = Object.values(sheet.answers) as { question: string }[];
    expect(answer!.question.length).toBeGreaterThan(5);
    expect(data.answers.length).toBeGreaterThan(0);
  });

  it("come as a PDF too", async () => {
    const keeper = await somebody(["data"]);
    const person = await aParticipant();
    const request = await open(keeper, "access");
    const file = await keeper.post(`${request}/file/pdf`, { personId: person.personId });
    expect(Buffer.from(await file.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
  });

  it("kept by code stay closed to an organiser without the data role", async () => {
    const organiser = await somebody(["organiser"]);
    const person = await aParticipant();
    const request = await open(organiser);
    const found = await organiser.post(`${request}/search`, { name: person.fullName });
    expect(await found.text()).toContain("tik už duomenis atsakingas žmogus");
    const file = await organiser.post(`${request}/file/json`, { personId: person.personId });
    expect((await file.json()).answers).toEqual([]);
    const key = { personId: person.personId };
    expect((await organiser.post(`${request}/erasure/all`, key)).status).toBe(403);
  });

  it("of another programme are not found by their code, nor erased by their id", async () => {
    const keeper = await somebody(["data"]);
    const other = (await findProgrammeBySlug(db(), "isbandykite"))!;
    const foreign = await db()
      .selectFrom("answers.access_code")
      .select(["id", "code"])
      .where("programme_id", "=", other.id)
      .executeTakeFirst();
    const request = await open(keeper);
    const before = await allRows(db());
    if (foreign?.code) {
      const found = await keeper.post(`${request}/search`, { code: foreign.code });
      expect(found.status).toBe(422);
    }
    const accessCodeId = foreign?.id ?? "00000000-0000-4000-8000-000000000000";
    await keeper.post(`${request}/erasure/answers`, { accessCodeId });
    const after = await allRows(db());
    expect(after["answers.response"]).toEqual(before["answers.response"]);
    expect(after["answers.access_code"]).toEqual(before["answers.access_code"]);
  });
});

describe("erasing", () => {
  /** Rows that are gone and rows that are new, by table; the audit log and the request itself apart. */
  async function differences(before: Record<string, string[]>) {
    const after = await allRows(db());
    const apart = new Set(["public.audit_event", "public.subject_request"]);
    const tables = Object.keys(before).filter((table) => !apart.has(table));
    return tables.flatMap((table) => {
      const there = new Set(after[table]);
      const known = new Set(before[table]);
      return [
        ...before[table]!.filter((line) => !there.has(line)).map((line) => ({ table, line })),
        ...after[table]!.filter((line) => !known.has(line)).map((line) => ({ table, line })),
      ];
    });
  }

  it("everything takes exactly that person's rows out of every table, and nobody else's bytes change", async () => {
    const keeper = await somebody(["organiser", "data"]);
    const person = await aParticipant();
    const responses = await db()
      .selectFrom("answers.response")
      .select("id")
      .where("pairing_code", "=", person.pairingCode)
      .execute();
    const marks = [
      person.personId,
      person.enrolmentId,
      person.accessCodeId,
      person.pairingCode,
      ...responses.map(({ id }) => id),
    ];
    const request = await open(keeper);
    const before = await allRows(db());
    await keeper.post(`${request}/erasure/all`, { personId: person.personId });

    const changed = await differences(before);
    expect(changed.filter(({ line }) => !marks.some((mark) => line.includes(mark)))).toEqual([]);
    const left = Object.values(await allRows(db())).flat();
    expect(left.filter((line) => marks.some((mark) => line.includes(mark)))).toEqual([]);
    const tables = new Set(changed.map(({ table }) => table));
    for (const table of [
      "identity.person",
      "identity.attendance",
      "answers.response",
      "answers.score",
      "answers.entry",
    ]) {
      expect(tables).toContain(table);
    }
  });

  it("answers leaves name, attendance and certificate", async () => {
    const keeper = await somebody(["data"]);
    const person = await aParticipant();
    const request = await open(keeper);
    const before = await allRows(db());
    const erased = await keeper.post(`${request}/erasure/answers`, { personId: person.personId });
    expect(await erased.text()).toContain("Ištrinta");
    const tables = new Set((await differences(before)).map(({ table }) => table));
    expect(tables).toContain("answers.response");
    expect([...tables].filter((table) => table.startsWith("identity."))).toEqual([
      "identity.card_holder",
    ]);
  });
});

describe("a request", () => {
  it("is numbered, due within a month, and answered once", async () => {
    const organiser = await somebody(["organiser"]);
    const request = await open(organiser, "access");
    expect(await (await organiser.get(request)).text()).toContain("gruodžio 20\u00a0d.");
    const empty = await organiser.post(`${request}/end`, { outcome: "done", answer: "" });
    expect(empty.status).toBe(422);
    const end = { outcome: "done", answer: "Išduotas failas." };
    expect((await organiser.post(`${request}/end`, end)).status).toBe(303);
    expect((await organiser.post(`${request}/end`, end)).status).toBe(409);
    const second = await open(organiser, "access");
    expect(await (await organiser.get(second)).text()).toContain("Prašymas Nr. 2");
  });

  it("from the future is not taken, and keeps what was typed", async () => {
    const organiser = await somebody(["organiser"]);
    const form = { kind: "access", receivedOn: "2026-11-24", note: "atėjo laišku" };
    const refused = await organiser.post(`/programmes/${slug}/privacy/requests`, form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("atėjo laišku");
  });

  it("belongs to its programme", async () => {
    const organiser = await somebody(["organiser"]);
    const request = await open(organiser);
    const id = request.split("/").at(-1);
    const elsewhere = await organiser.get(`/programmes/isbandykite/privacy/requests/${id}`);
    expect(elsewhere.status).toBe(404);
  });
});
