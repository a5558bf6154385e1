import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { addressesOf, useMailSink } from "../../support/mail-sink.ts";
import {
  aLocalOrganiser,
  home,
  list,
  now,
  participantSent,
  peopleOf,
} from "../participants/setting.ts";
import { aMailRoom, letterSent, mailings, runTurns } from "./setting.ts";

const returned = `${mailings}/returned`;

const report = (address: string, action = "failed") =>
  `Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: ${action}\r\n`;

describe("letters that come back", () => {
  const { db } = useDatabase();
  const { sink } = useMailSink();

  /** Ona and Jonas of Šilutė, Petras of Trakai, and Rasa of both. */
  async function given() {
    const room = await aMailRoom(db(), sink(), {});
    const deps = { ...room.deps, publicUrl: new URL("http://localhost") };
    const app = createApp(deps);
    const organiser = await signedIn(app, deps, room.staffId);
    const added = async (fullName: string, email: string, locality = "silute") => {
      const sent = participantSent({ fullName, email, locality });
      const { headers } = await organiser.post(list, sent);
      return headers.get("location")!.split("?")[0]!.split("/").at(-1)!;
    };
    await db().deleteFrom("identity.person").execute();
    const ids = {
      ona: await added("Ona Pirmoji", "Ona@Example.org"),
      jonas: await added("Jonas Antrasis", "jonas@example.org"),
      petras: await added("Petras Trečiasis", "petras@example.org", "trakai"),
      rasa: await added("Rasa Ketvirtoji", "rasa@example.org"),
    };
    const too = participantSent({ locality: "trakai" });
    await organiser.post(`${list}/${ids.rasa}/enrolments`, too);
    const desk = { app, deps, programme: room.programme };
    const { visitor: local } = await aLocalOrganiser(db(), desk, ["silute"]);
    return { ...room, ...desk, organiser, local, ids };
  }

  const pasted = (visitor: Visitor, text: string) =>
    visitor.upload(`${returned}/upload`, "text", text as never);
  const markOf = (id: string, address: string) => `${id} ${address}`;
  const marked = async () => {
    const people = db().selectFrom("identity.person").select(["full_name", "returned_address"]);
    const rows = await people.where("returned_at", "is not", null).orderBy("full_name").execute();
    return rows.map((row) => `${row.full_name} ${row.returned_address}`);
  };
  const text = async (response: Promise<Response>) => (await response).text();

  it("are found in what a mail server wrote, confirmed, and marked with their day", async () => {
    const { organiser, ids } = await given();
    const page = await text(pasted(organiser, report("ona@EXAMPLE.org")));
    expect(page).toContain("Pašto serveris praneša, kad nepristatyta");
    expect(page).toMatch(/name="mark"[^>]*value="[^"]+ ona@example\.org"[^>]*checked/);
    expect(page).not.toContain("Jonas");
    expect(await marked()).toEqual([]);
    const mark = markOf(ids.ona, "ona@example.org");
    const done = await organiser.post(`${returned}/marks`, { mark });
    expect(done.status).toBe(303);
    const told = await text(organiser.get(done.headers.get("location")!));
    expect(told).toContain("Pažymėta: 1\u00a0žmogui siųsti laiškai grįžta.");
    expect(told).toMatch(/Ona Pirmoji<\/a>, <span[^>]*>Ona@Example\.org[\s\S]*pažymėta 2026/);
    expect(told).toContain("el. pašto adresą turi 4 iš 5");
    expect(await marked()).toEqual(["Ona Pirmoji ona@example.org"]);
    expect(await text(organiser.get(list))).toContain("laiškai grįžta");
    const own = await text(organiser.get(`${list}/${ids.ona}`));
    expect(own).toContain("Laiškai šiuo adresu grįžta (pažymėta 2026");
    const audit = await db().selectFrom("audit_event").selectAll().orderBy("id", "desc").execute();
    expect(audit[0]).toMatchObject({ action: "marked-returned-letters", subject: ids.ona });
    expect(JSON.stringify(audit)).not.toMatch(/example\.org/i);
  });

  it("stop further letters, also ones that wait, until the mark is gone or the address another", async () => {
    const { organiser, ids, ...room } = await given();
    await organiser.post(mailings, letterSent());
    await organiser.post(`${returned}/marks`, { mark: markOf(ids.ona, "ona@example.org") });
    const people = await peopleOf(db());
    const enrolment = people.map(({ enrolmentId }) => enrolmentId);
    await organiser.post(mailings, letterSent({ enrolment }));
    await runTurns(room, now);
    const sent = () => [...new Set(sink().letters.flatMap(addressesOf))].sort();
    expect(sent()).toEqual(["jonas@example.org", "petras@example.org", "rasa@example.org"]);
    expect((await organiser.post(`${returned}/${ids.ona}/removal`)).status).toBe(303);
    expect((await organiser.post(`${returned}/${ids.ona}/removal`)).status).toBe(404);
    await organiser.post(mailings, letterSent({ locality: "silute" }));
    await runTurns(room, now);
    expect(sent()).toContain("Ona@example.org");
    const audit = await db().selectFrom("audit_event").select("action").execute();
    expect(audit.map(({ action }) => action)).toContain("removed-returned-mark");
  });

  it("are forgotten with the address, however it is changed, and stay with a name that is", async () => {
    const { organiser, ids } = await given();
    const mark = markOf(ids.ona, "ona@example.org");
    const change = (fields: Record<string, string>) =>
      organiser.post(`${list}/${ids.ona}`, participantSent(fields));
    await organiser.post(`${returned}/marks`, { mark });
    await change({ fullName: "Ona Kitaip", email: "ona@example.org" });
    expect(await marked()).toEqual(["Ona Kitaip ona@example.org"]);
    await change({ fullName: "Ona Kitaip", email: "ona.nauja@example.org" });
    expect(await marked()).toEqual([]);
    // Whoever had the old page open marks nobody any more.
    await organiser.post(`${returned}/marks`, { mark });
    expect(await marked()).toEqual([]);
    await organiser.post(`${returned}/marks`, {
      mark: markOf(ids.ona, "ona.nauja@example.org"),
    });
    const heads = "Vardas ir pavardė;Vietovė;Įstaiga;El. paštas";
    const line = "Ona Kitaip;Šilutė;Šilutės kultūros centras;trecia@example.org";
    const file = new File([`${heads}\r\n${line}`], "sarasas.csv");
    const { headers } = await organiser.upload(`${list}/upload`, "file", file);
    const address = headers.get("location")!;
    const page = await text(organiser.get(address));
    const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(page)?.[1] ?? "";
    await organiser.post(address, { fingerprint });
    expect((await peopleOf(db())).map(({ email }) => email)).toContain("trecia@example.org");
    expect(await marked()).toEqual([]);
  });

  it("go with a record that is merged, if its address does", async () => {
    const { organiser, ids } = await given();
    await organiser.post(`${returned}/marks`, {
      mark: [markOf(ids.ona, "ona@example.org"), markOf(ids.jonas, "jonas@example.org")],
    });
    const { headers } = await organiser.post(
      list,
      participantSent({ fullName: "Ona Be Adreso", email: "" }),
    );
    const kept = headers.get("location")!.split("?")[0]!.split("/").at(-1)!;
    await organiser.post(`${list}/merges`, { kept, gone: ids.ona });
    await organiser.post(`${list}/merges`, { kept: ids.petras, gone: ids.jonas });
    expect(await marked()).toEqual(["Ona Be Adreso ona@example.org"]);
  });

  it("that are only late are told of and not marked; addresses in plain text are offered", async () => {
    const { organiser } = await given();
    const late = await text(pasted(organiser, report("ona@example.org", "delayed")));
    expect(late).toContain("Laiškas vėluoja, bet pašto serveris dar bando: Ona Pirmoji.");
    expect(late).not.toContain('name="mark"');
    const plain = await text(
      pasted(organiser, "Nepavyko: jonas@example.org ir kazkas@example.org"),
    );
    expect(plain).toMatch(/value="[^"]+ jonas@example\.org"[^>]*checked/);
    const both = `${report("ona@example.org")}\r\nCc: jonas@example.org`;
    const page = await text(pasted(organiser, both));
    expect(page).toMatch(/value="[^"]+ ona@example\.org"[^>]*checked/);
    expect(page).not.toMatch(/value="[^"]+ jonas@example\.org"[^>]*checked/);
    const strange = await text(
      pasted(organiser, `${report("ona@example.org")}\r\n${report("nera@example.org")}`),
    );
    expect(strange).toContain("Dar 1\u00a0adresas nepriklauso nė vienam Jūsų tvarkomam žmogui");
    expect(strange).not.toContain("nera@example.org");
  });

  it("may come as files, several at once, and keep nothing of them", async () => {
    const { organiser } = await given();
    const wide = Buffer.from(`\ufeff${report("jonas@example.org")}`, "utf16le");
    const body = new File([wide], "grizo.txt");
    const page = await text(
      organiser.upload(`${returned}/upload`, "file", body, { text: report("ona@example.org") }),
    );
    expect(page).toMatch(/jonas@example\.org[\s\S]*ona@example\.org/);
    expect(await db().selectFrom("identity.uploaded_list").selectAll().execute()).toEqual([]);
  });

  it("are asked for again where there is nothing to read, with what was typed", async () => {
    const { organiser } = await given();
    const ole = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])], "grizo.msg");
    const typed = { text: "Niekas čia negyvena: nera@example.org" };
    for (const [response, words] of [
      [pasted(organiser, "  "), "Įklijuokite grįžusio laiško tekstą"],
      [pasted(organiser, typed.text), "nėra nė vieno Jūsų programos žmogaus adreso"],
      [organiser.upload(`${returned}/upload`, "file", ole, typed), ".msg failo sistema neskaito"],
    ] as const) {
      const { status } = await response;
      expect(status).toBe(422);
      const page = await (await response).text();
      expect(page).toContain(words);
      expect(page).toContain('href="#text"');
    }
    const kept = await text(pasted(organiser, typed.text));
    expect(kept).toContain("Niekas čia negyvena");
    const failed = ["ona@example.org"];
    const nobody = await organiser.post(`${returned}/marks`, { failed });
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toMatch(/href="#mark-[\s\S]*Ona Pirmoji/);
  });

  it("are those of one's own people alone for an organiser of one locality", async () => {
    const { local, organiser, ids } = await given();
    const all = ["ona", "petras", "rasa"].map((name) => report(`${name}@example.org`)).join("\r\n");
    const page = await text(pasted(local, all));
    expect(page).toContain("Ona Pirmoji");
    expect(page).not.toMatch(/Petras|petras@/);
    expect(page).toMatch(/Rasa Ketvirtoji[\s\S]*pasakykite visos programos organizatoriui/);
    expect(page).toContain("Dar 1\u00a0adresas nepriklauso");
    const onlyTheirs = await pasted(local, report("petras@example.org"));
    expect(onlyTheirs.status).toBe(422);
    const mark = Object.entries(ids).map(([name, id]) => markOf(id, `${name}@example.org`));
    await local.post(`${returned}/marks`, { mark });
    expect(await marked()).toEqual([
      "Jonas Antrasis jonas@example.org",
      "Ona Pirmoji ona@example.org",
    ]);
    await organiser.post(`${returned}/marks`, { mark });
    expect(await marked()).toHaveLength(4);
    const shown = await text(local.get(mailings));
    expect(shown).toMatch(/Rasa Ketvirtoji/);
    expect(shown).not.toMatch(/Petras/);
    expect(await text(local.get(`${list}/${ids.rasa}`))).not.toContain("/removal");
    for (const [id, status] of [
      [ids.petras, 404],
      [ids.rasa, 404],
      [ids.ona, 303],
    ] as const) {
      expect((await local.post(`${returned}/${id}/removal`)).status).toBe(status);
    }
    expect(await marked()).toHaveLength(3);
    expect(await text(organiser.get(home))).toContain(mailings);
  });
});
