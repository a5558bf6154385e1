import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logNothing } from "../../../server/log.ts";
import { createMailer, type Mailer } from "../../../server/mail/mailer.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aScene, someone } from "./someone.ts";

const publicUrl = new URL("http://localhost");
interface Received {
  to: string;
  text: string;
}

describe("the sign-in letter", () => {
  const { db } = useDatabase();
  const received: Received[] = [];
  let server: SMTPServer;
  let mailer: Mailer;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        void simpleParser(stream).then((mail) => {
          received.push({ to: String(session.envelope.rcptTo[0]?.address), text: mail.text ?? "" });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.server.address() as { port: number };
    const from = "Pokytis <apklausos@example.org>";
    mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from }, logNothing);
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  async function given() {
    received.length = 0;
    const scene = await aScene(db(), { mailer, publicUrl });
    await someone(db(), scene);
    return scene;
  }

  async function letter(): Promise<Received> {
    for (let waited = 0; received.length === 0 && waited < 5_000; waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return received[0]!;
  }

  const linkIn = ({ text }: Received) =>
    /http:\/\/localhost(\/sign-in\/[\w-]{43})/.exec(text)?.[1] ?? "";

  it("comes to whoever has the address, and its link works once, here, within 15 minutes", async () => {
    const { app, clock } = await given();
    const visitor = visitorOf(app);
    await visitor.post("/sign-in/letter", { email: "Rasa@example.org" });
    const link = linkIn(await letter());
    expect(received[0]?.to).toBe("rasa@example.org");
    const elsewhere = visitorOf(app);
    expect((await elsewhere.get(link)).status).toBe(403);
    expect((await elsewhere.post(link)).status).toBe(403);
    expect((await elsewhere.get("/programmes")).status).toBe(401);
    expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.post(link)).status).toBe(303);
    expect((await visitor.get("/programmes")).status).toBe(200);
    expect((await visitor.post(link)).status).toBe(410);
    received.length = 0;
    await visitor.post("/sign-in/letter", { email: "rasa@example.org" });
    const late = linkIn(await letter());
    clock.pass(15 * 60_000);
    expect((await visitor.post(late)).status).toBe(410);
  });

  it("tells the asker the same, whether the address is known or not, and goes nowhere else", async () => {
    const { app } = await given();
    const asked = async (email: string) => {
      const visitor = visitorOf(app);
      const response = await visitor.post("/sign-in/letter", { email });
      const page = await visitor.get(response.headers.get("location") ?? "");
      return [response.status, response.headers.get("location"), await page.text()];
    };
    const known = await asked("rasa@example.org");
    expect(await asked("nobody@example.org")).toEqual(known);
    expect(await asked("rasa@example.org\r\nBcc: x@example.org")).toEqual(known);
    await letter();
    expect(received).toHaveLength(1);
  });

  it.each([
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example" },
    { forwarded: "host=evil.example;proto=https" },
    { "x-original-host": "evil.example", "x-forwarded-proto": "https" },
    { host: "localhost:8081" },
    { host: "user@localhost" },
  ] as Record<string, string>[])("has a link to our own address with %o", async (forged) => {
    const { app } = await given();
    const response = await app.request("http://localhost/sign-in/letter", {
      method: "POST",
      body: new URLSearchParams({ email: "rasa@example.org" }),
      headers: { host: "localhost", origin: "http://localhost", ...forged },
    });
    if ("host" in forged) {
      expect(response.status).toBe(421);
      expect(received).toEqual([]);
      return;
    }
    expect((await letter()).text.match(/https?:\/\/[^/\s]+/g)).toEqual(["http://localhost"]);
  });

  it("stops after five in an hour", async () => {
    const { app } = await given();
    for (let asked = 0; asked < 8; asked++) {
      await visitorOf(app).post("/sign-in/letter", { email: "rasa@example.org" });
    }
    const links = await db().selectFrom("sign_in_link").select("token_hash").execute();
    expect(links).toHaveLength(5);
  });
});
