import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { logNothing } from "../../../server/log.ts";
import { createMailer, type Mailer } from "../../../server/mail/mailer.ts";
import { useDatabase } from "../../support/database.ts";
import { addressesOf, type MailSink, startMailSink } from "../../support/mail-sink.ts";
import { letterSent, mailings } from "../mailings/setting.ts";
import { allRows } from "../privacy/all-rows.ts";
import { aHostileScene, now } from "./scene.ts";

const publicUrl = new URL("http://localhost");
const injected = [
  "Labas\r\nBcc: x@e.example",
  "Labas\nX-Evil: 1",
  "Labas\r\n\r\n<b>kitas laiškas</b>",
];

/** What a caller may claim about where its request came to. */
const claims: Record<string, string>[] = [
  { "x-forwarded-host": "e.example" },
  { forwarded: "host=e.example;proto=https" },
  { "x-original-host": "e.example", "x-host": "e.example" },
  { "x-forwarded-proto": "gopher", "x-forwarded-port": "6666" },
  { "x-forwarded-server": "e.example", "x-rewrite-url": "//e.example/" },
];

describe("letters", () => {
  const { db } = useDatabase();
  let sink: MailSink;
  let mailer: Mailer;

  beforeAll(async () => {
    sink = await startMailSink();
    mailer = createMailer({ smtpUrl: sink.url, from: "Pokytis <a@example.org>" }, logNothing);
  });
  afterAll(async () => {
    mailer.close();
    await sink.close();
  });

  async function arrived(count: number) {
    for (let waited = 0; sink.letters.length < count && waited < 5_000; waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return sink.letters.splice(0);
  }

  it("take no line break into a header: no second recipient, no header of somebody else's", async () => {
    for (const text of injected) {
      await mailer.send({ to: "rasa@example.org", subject: text, text });
      await mailer.send({ to: `rasa@example.org${text.slice(5)}`, subject: "a", text: "b" });
    }
    const letters = await arrived(injected.length);
    expect(letters.length).toBeGreaterThanOrEqual(injected.length);
    for (const letter of letters) {
      expect(letter.headers.has("bcc")).toBe(false);
      expect(letter.headers.has("x-evil")).toBe(false);
      expect(letter.html || "").toBe("");
    }
    const recipients = letters.flatMap(addressesOf);
    expect(recipients.filter((one) => one.endsWith("e.example"))).toEqual([]);
  });

  it("of invitation and signing in lead to the public address, whatever the request claims", async () => {
    const scene = await aHostileScene(db(), { mailer, publicUrl });
    const { email } = await db()
      .selectFrom("staff_user")
      .select("email")
      .where("id", "=", scene.staffId)
      .executeTakeFirstOrThrow();
    sink.letters.length = 0;
    for (const [index, headers] of claims.entries()) {
      const app = createApp({
        ...scene.deps,
        now: () => new Date(now.getTime() + index * 3_600_000),
      });
      const reply = await app.request("http://localhost/sign-in/letter", {
        method: "POST",
        body: new URLSearchParams({ email }),
        headers: { host: "localhost", origin: "http://localhost", ...headers },
      });
      expect(reply.status).toBe(303);
    }
    const person = { displayName: 'Ona "<a href=//e.example>"', language: "lt" };
    await scene.visitor.post("/team", { ...person, email: "ona@example.org" });
    const letters = await arrived(claims.length + 1);
    expect(letters).toHaveLength(claims.length + 1);
    for (const { text = "", html } of letters) {
      const links = text.match(/\w+:\/\/\S+/g) ?? [];
      expect(links).toHaveLength(1);
      expect(links[0]).toMatch(/^http:\/\/localhost\/sign-in\/[\w-]{43}$/);
      expect(text + String(html)).not.toContain("e.example");
    }
  });

  it.each(["e.example", "localhost:81", "localhost@e.example", "e.example#localhost", ""])(
    "are not asked for at another host: %j",
    async (host) => {
      const scene = await aHostileScene(db(), { mailer, publicUrl });
      for (const path of ["/sign-in", "/programmes/bandymas", "/set-up/x"]) {
        const { status } = await scene.app.request(`http://localhost${path}`, {
          headers: { host },
        });
        expect(status).toBe(421);
      }
      const absolute = await scene.app.request("http://e.example/sign-in", { headers: { host } });
      expect(absolute.status).toBe(421);
    },
  );

  it("to participants keep a subject on one line, and words of theirs are words", async () => {
    const scene = await aHostileScene(db(), { mailer, publicUrl });
    const person = db().updateTable("identity.person").set({ email: "vardene@example.org" });
    await person.where("programme_id", "=", scene.programme.id).execute();
    const statuses: number[] = [];
    for (const subjectLt of injected) {
      for (const action of ["look", "send"]) {
        const page = await scene.visitor.post(mailings, letterSent({ subjectLt, action }));
        expect(await page.text()).not.toContain("<b>kitas");
        statuses.push(page.status);
      }
    }
    expect(statuses.every((status) => status === 422 || status === 303)).toBe(true);
    const stored = JSON.stringify(await allRows(db()));
    expect(stored).not.toMatch(/Labas(?:\\+[rn])/);
    await scene.visitor.post(mailings, letterSent());
    expect(JSON.stringify(await allRows(db()))).toContain("Kviečiame: {programme}");
  });
});
