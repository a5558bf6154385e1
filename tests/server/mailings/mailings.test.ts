import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { claimLetter } from "../../../db/queries/letters.ts";
import { insertClosure } from "../../../db/queries/waves.ts";
import { createApp } from "../../../server/app.ts";
import { prepareMailing } from "../../../server/features/mailings/prepare-mailing.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { addressesOf, useMailSink } from "../../support/mail-sink.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { home, now } from "../participants/setting.ts";
import { aMailRoom, giveAddresses, letterSent, mailings, publicUrl, runTurns } from "./setting.ts";

const minute = 60_000;
const later = (minutes: number) => new Date(now.getTime() + minutes * minute);
const linkIn = (text: string | undefined) => /https?:\/\/\S+\/l\/\S+/.exec(text ?? "")?.[0] ?? "";

describe("letters", () => {
  const { db } = useDatabase();
  const { sink } = useMailSink();

  /** Four people in Šilutė, two of them behind one address, and two in Trakai, one of them without any. */
  async function given() {
    const room = await aMailRoom(db(), sink());
    // Links have to begin with the public address: the application is opened again with one.
    const deps = { ...room.deps, publicUrl };
    const app = createApp(deps);
    const addresses = [
      "ona@example.org",
      "info@example.org",
      "INFO@example.org",
      "jonas@example.org",
    ];
    await giveAddresses(db(), room.programme, { silute: addresses, trakai: ["rasa@example.org"] });
    const organiser = hostedVisitor(app, await sessionOf(room));
    return { ...room, deps, app, organiser };
  }

  /** The session of an organiser signed in at the application without a public address, which is plain HTTP. */
  async function sessionOf(room: Awaited<ReturnType<typeof aMailRoom>>): Promise<string> {
    const app = createApp({ ...room.deps, publicUrl });
    const link = await makeSignInLink(db(), { staffUserId: room.staffId, now });
    const response = await app.request(`${publicUrl.origin}${link}`, {
      method: "POST",
      headers: { host: publicUrl.host, origin: publicUrl.origin },
    });
    return response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0]!)
      .join("; ");
  }

  function hostedVisitor(app: ReturnType<typeof createApp>, cookie: string) {
    const headers = { host: publicUrl.host, origin: publicUrl.origin, cookie };
    const request = (path: string, init: RequestInit) =>
      app.request(`${publicUrl.origin}${path}`, {
        ...init,
        headers: { ...headers, ...init.headers },
      });
    return {
      get: (path: string) => request(path, { method: "GET" }),
      post: (
        path: string,
        form: Record<string, string | string[]> = {},
        more: Record<string, string> = {},
      ) => {
        const fields = Object.entries(form).flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value]).map((one) => [name, one]),
        );
        return request(path, { method: "POST", body: new URLSearchParams(fields), headers: more });
      },
    };
  }

  const sentTo = () =>
    sink()
      .letters.flatMap(addressesOf)
      .map((address) => address.toLowerCase())
      .sort();
  const textTo = (address: string) =>
    sink().letters.find((letter) => addressesOf(letter)[0]?.toLowerCase() === address)?.text;

  it("invite everybody with an address once, a shared box once, each with the right kind of link", async () => {
    const room = await given();
    expect((await room.organiser.post(mailings, letterSent())).status).toBe(303);
    expect(await runTurns(room, now)).toBe(1);
    const expected = [
      "info@example.org",
      "jonas@example.org",
      "ona@example.org",
      "rasa@example.org",
    ];
    expect(sentTo()).toEqual(expected);
    const link = linkIn(textTo("ona@example.org"));
    expect(link).toMatch(/^https:\/\/apklausos\.example\.org\/l\/[\w-]{22}$/);
    const personal = await room.app.request(link, { headers: { host: publicUrl.host } });
    expect(personal.status).toBe(303);
    expect(personal.headers.get("location")).toMatch(/^\/a/);
    const general = await room.app.request(linkIn(textTo("info@example.org")), {
      headers: { host: publicUrl.host },
    });
    expect(general.headers.get("location") ?? (await general.text())).not.toEqual(
      personal.headers.get("location"),
    );
    expect(await runTurns(room, later(600))).toBe(0);
    expect(sink().letters).toHaveLength(4);
    const letter = sink().letters.find((one) => addressesOf(one)[0] === "ona@example.org")!;
    expect(letter.subject).toBe("Kviečiame: Bandomoji programa");
    expect(letter.from?.value[0]?.address).toBe("apklausos@example.org");
    expect(letter.text).toContain("Šilutė, iki 2026");
    expect(letter.text).toContain("Bandymų institutas");
  });

  it("carry the same link each time, to whoever is reminded", async () => {
    const room = await given();
    await room.organiser.post(mailings, letterSent());
    await runTurns(room, now);
    const first = linkIn(textTo("ona@example.org"));
    sink().letters.length = 0;
    await room.organiser.post(mailings, letterSent({ kind: "reminder" }));
    await runTurns(room, later(1));
    expect(linkIn(textTo("ona@example.org"))).toBe(first);
    const stored = await db().selectFrom("answers.entry").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(first.split("/l/")[1]);
  });

  it("remind those alone who have not answered, and tell nobody who they are", async () => {
    const room = await given();
    await room.organiser.post(mailings, letterSent());
    await runTurns(room, now);
    sink().letters.length = 0;
    await answerAs(room, "ona@example.org");
    await room.organiser.post(mailings, letterSent({ kind: "reminder" }));
    await runTurns(room, later(1));
    expect(sentTo()).toEqual(["info@example.org", "jonas@example.org", "rasa@example.org"]);
    const page = await (await room.organiser.get(mailings)).text();
    expect(page).toContain("Priminimas, prieš mokymus: visų vietovių dalyviams");
    expect(page).toContain("Perduota siųsti tiems, kas tuo metu dar nebuvo užpildę.");
    // Of the invitation alone, which went to everybody.
    expect(page.match(/Išsiųsta: [^.]*/g)).toEqual(["Išsiųsta: 4"]);
    expect(page).not.toContain("@example.org");
    const letters = await db()
      .selectFrom("identity.letter")
      .innerJoin("identity.mailing", "identity.mailing.id", "identity.letter.mailing_id")
      .select("identity.letter.id")
      .where("kind", "=", "reminder")
      .execute();
    expect(letters).toEqual([]);
    const trace = await db().selectFrom("audit_event").selectAll().execute();
    expect(JSON.stringify(trace)).not.toMatch(/example\.org|"3"|:3[,}]/);
  });

  it("that a reminder's addressee refused are told to nobody by name, also when the wave has closed", async () => {
    const room = await given();
    await giveAddresses(db(), room.programme, {
      silute: ["refused@example.org", "", "", ""],
      trakai: [""],
    });
    await room.organiser.post(mailings, letterSent({ kind: "reminder" }));
    await runTurns(room, now);
    expect(await (await room.organiser.get(mailings)).text()).not.toContain("refused@example.org");
    const { id: programmeId, waves, localities } = room.programme;
    for (const { id } of localities) {
      const key = { programmeId, waveId: waves.before, localityId: id };
      await insertClosure(db(), { ...key, now, closedBy: null });
    }
    const closed = await (await room.organiser.get(mailings)).text();
    expect(closed).not.toMatch(/nepriimt|refused@example\.org/);
  });

  it("go to everybody where cards were drawn unseen, with the locality's link alone", async () => {
    const room = await given();
    await db().updateTable("programme").set({ identity_mode: "bowl" }).execute();
    await room.organiser.post(mailings, letterSent({ kind: "reminder", locality: "silute" }));
    await runTurns(room, now);
    expect(sentTo()).toEqual(["info@example.org", "jonas@example.org", "ona@example.org"]);
    expect(new Set(sink().letters.map(({ text }) => linkIn(text))).size).toBe(1);
    expect(await db().selectFrom("identity.card_holder").selectAll().execute()).toEqual([]);
  });

  it("wait for their time, and are called off before it", async () => {
    const room = await given();
    // 11.00 in Vilnius, two hours ahead of UTC and half an hour before now ends.
    await room.organiser.post(mailings, letterSent({ sendAt: "2026-03-02T11:30" }));
    expect(await runTurns(room, later(29))).toBe(0);
    const page = await (await room.organiser.get(mailings)).text();
    expect(page).toContain("Laukia savo laiko.");
    const address = /action="([^"]+\/cancellation)"/.exec(page)![1]!;
    expect((await room.organiser.post(address)).status).toBe(303);
    expect((await room.organiser.post(address)).status).toBe(409);
    await runTurns(room, later(31));
    expect(sink().letters).toEqual([]);
  });

  it("refused for good are shown by person; those put off are tried again, and given up in the end", async () => {
    const room = await given();
    await giveAddresses(db(), room.programme, {
      silute: ["refused@example.org", "later@example.org", "", ""],
      trakai: [""],
    });
    await room.organiser.post(mailings, letterSent());
    await runTurns(room, now);
    const shown = await (await room.organiser.get(mailings)).text();
    expect(shown).toContain("1\u00a0adresas nepriimtas.");
    expect(shown).toContain("refused@example.org");
    expect(shown).toContain("550 no such mailbox");
    for (const minutes of [4, 6, 30, 120, 500, 1_000]) await runTurns(room, later(minutes));
    const end = await db().selectFrom("identity.letter").select(["status", "attempts"]).execute();
    expect(end.map(({ status, attempts }) => `${status} ${attempts}`).sort()).toEqual([
      "given-up 5",
      "refused 1",
    ]);
    expect(await (await room.organiser.get(mailings)).text()).toContain("Baigta.");
  });

  it("that were under way when everything stopped are unclear, and sent again by a person's word alone", async () => {
    const room = await given();
    await room.organiser.post(mailings, letterSent({ sendAt: "2026-03-02T11:01" }));
    const { id } = await db().selectFrom("identity.mailing").select("id").executeTakeFirstOrThrow();
    const programmeId = room.programme.id;
    await prepareMailing(db(), { programmeId, id, now });
    expect(await claimLetter(db(), { programmeId, mailingId: id, now })).toBeDefined();
    await runTurns(room, later(5));
    expect(sink().letters).toHaveLength(3);
    const page = await (await room.organiser.get(mailings)).text();
    expect(page).toContain("Neaišku, ar išsiųsta: 1\u00a0laiškas");
    const again = /action="([^"]+\/again)"/.exec(page)![1]!;
    expect((await room.organiser.post(again)).status).toBe(303);
    await runTurns(room, later(6));
    expect(sink().letters).toHaveLength(4);
    expect((await room.organiser.post(again)).status).toBe(409);
  });

  it("are looked at and tried on oneself before they go, with mistakes told beside the fields", async () => {
    const room = await given();
    const preview = await room.organiser.post(mailings, letterSent({ action: "preview" }));
    expect(await preview.text()).toContain("https://apklausos.example.org/l/pavyzdys-example");
    const test = await room.organiser.post(mailings, letterSent({ action: "test" }));
    const { email } = await db()
      .selectFrom("staff_user")
      .select("email")
      .where("id", "=", room.staffId)
      .executeTakeFirstOrThrow();
    expect(await test.text()).toContain(`Bandomasis laiškas išsiųstas adresu ${email}.`);
    expect(sentTo()).toEqual([email.toLowerCase()]);
    const wrong = await room.organiser.post(
      mailings,
      letterSent({
        subjectLt: "Tema\r\nBcc: kitas@example.org",
        bodyLt: "be nuorodos {vardas}",
        subjectEn: "Only a subject",
        sendAt: "2026-03-02T10:00",
        wave: "nera",
      }),
    );
    const page = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const field of ["subjectLt", "bodyLt", "bodyEn", "sendAt", "wave"]) {
      expect(page).toContain(`id="${field}-mistake"`);
    }
    expect(page).not.toContain('id="subjectEn-mistake"');
    expect(await db().selectFrom("identity.mailing").selectAll().execute()).toEqual([]);
    expect(sink().letters).toHaveLength(1);
  });

  it("begin every link with the public address, whatever the request claims to have come to", async () => {
    const room = await given();
    const forged = {
      "x-forwarded-host": "blogas.example.com",
      forwarded: "host=blogas.example.com",
    };
    await room.organiser.post(mailings, letterSent(), forged);
    await runTurns(room, now);
    const links = await (await room.organiser.post(`${mailings}/links`, {}, forged)).text();
    expect(links).toMatch(/<code class="hash">https:\/\/apklausos\.example\.org\/l\//);
    const all = [...sink().letters.map(({ text }) => text ?? ""), links].join("\n");
    expect(all).not.toContain("blogas");
    const other = { host: "blogas.example.com" };
    expect((await room.organiser.post(mailings, letterSent(), other)).status).toBe(421);
  });

  it("go to those who were chosen by hand", async () => {
    const room = await given();
    const completion = await (
      await room.organiser.get(`${home}/completion?locality=trakai`)
    ).text();
    const ids = [...completion.matchAll(/name="enrolment" value="([^"]+)"/g)].map(([, id]) => id!);
    const page = await (await room.organiser.post(`${mailings}/chosen`, { enrolment: ids })).text();
    expect(page).toContain("Laiškas bus siunčiamas 2\u00a0pasirinktiems žmonėms.");
    // Never as a reminder, which would tell whether the chosen have answered.
    await room.organiser.post(mailings, letterSent({ enrolment: ids, kind: "reminder" }));
    await runTurns(room, now);
    expect(sentTo()).toEqual(["rasa@example.org"]);
    const kinds = await db().selectFrom("identity.mailing").select("kind").execute();
    expect(kinds).toEqual([{ kind: "invitation" }]);
  });

  it("are the organiser's alone, and cannot be sent where no mail server is set", async () => {
    const room = await aMailRoom(db(), sink());
    const other = await aProgramme(db(), now, { slug: "kitas" });
    const strange = await aStaffUser(db(), other, ["organiser", "data"]);
    const data = await aStaffUser(db(), room.programme, ["data"]);
    for (const [staff, status] of [
      [strange, 404],
      [data, 403],
    ] as const) {
      const visitor = await signedIn(room.app, room.deps, staff);
      for (const response of [
        await visitor.get(mailings),
        await visitor.post(mailings, letterSent()),
        await visitor.post(`${mailings}/links`),
        await visitor.post(`${mailings}/chosen`),
        await visitor.post(`${mailings}/${other.id}/cancellation`),
        await visitor.post(`${mailings}/${other.id}/again`),
      ]) {
        expect(response.status).toBe(status);
      }
    }
    expect((await visitorOf(room.app).get(mailings)).status).toBe(401);
    const page = await (await room.organiser.get(mailings)).text();
    expect(page).toContain("SMTP_URL");
    expect((await room.organiser.post(mailings, letterSent())).status).toBe(409);
    expect((await room.organiser.post(`${mailings}/${other.id}/again`)).status).toBe(404);
  });

  /** A response in the first wave with the card that was given to somebody by letter. */
  async function answerAs(room: { programme: { id: string } }, email: string): Promise<void> {
    const wave = await db()
      .selectFrom("wave")
      .selectAll()
      .where("kind", "=", "before")
      .executeTakeFirstOrThrow();
    const holder = await db()
      .selectFrom("identity.card_holder as holder")
      .innerJoin("identity.enrolment as enrolment", "enrolment.id", "holder.enrolment_id")
      .innerJoin("identity.person as person", "person.id", "enrolment.person_id")
      .select("holder.access_code_id as id")
      .where("person.email", "=", email)
      .executeTakeFirstOrThrow();
    const code = await db()
      .selectFrom("answers.access_code")
      .selectAll()
      .where("id", "=", holder.id)
      .executeTakeFirstOrThrow();
    await db()
      .insertInto("answers.response")
      .values({
        programme_id: room.programme.id,
        wave_id: wave.id,
        pairing_code: code.pairing_code,
        locality_id: code.locality_id,
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
});
