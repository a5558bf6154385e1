import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpenId } from "../../../server/sign-in/open-id.ts";
import { type Visitor, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { client, type Issuer, startIssuer } from "./issuer.ts";
import { aScene, someone } from "./someone.ts";

describe("signing in through an institution", () => {
  const { db } = useDatabase();
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await startIssuer();
  });
  afterAll(() => issuer.close());

  async function given() {
    Object.assign(issuer.state, { subject: "s-1", email: "rasa@example.org", isVerified: true });
    issuer.state.fault = undefined;
    const openId = createOpenId({ issuer: issuer.url, ...client });
    const scene = await aScene(db(), { openId, publicUrl: new URL("http://localhost") });
    const rasa = await someone(db(), scene, { hasPassword: false });
    return { ...scene, rasa };
  }

  async function pass(visitor: Visitor): Promise<Response> {
    const away = await visitor.get("/sign-in/openid");
    return await visitor.get(issuer.pass(away.headers.get("location") ?? ""));
  }

  it("matches an invited person by a verified address once, and by issuer and subject ever after", async () => {
    const { app, rasa } = await given();
    const visitor = visitorOf(app);
    expect((await pass(visitor)).headers.get("location")).toBe("/programmes");
    expect((await visitor.get("/account")).status).toBe(200);
    issuer.state.email = "renamed@example.org";
    expect((await pass(visitorOf(app))).status).toBe(303);
    const linked = await db().selectFrom("external_identity").selectAll().execute();
    expect(linked).toMatchObject([{ subject: "s-1", staff_user_id: rasa.id }]);
    // A second subject with the same address takes nothing over.
    Object.assign(issuer.state, { subject: "s-2", email: "rasa@example.org" });
    const other = visitorOf(app);
    expect((await pass(other)).status).toBe(422);
    expect((await other.get("/account")).status).toBe(401);
  });

  it.each([
    ["whose address the issuer did not verify", { isVerified: false }],
    ["who were not invited", { email: "stranger@example.org" }],
  ])("turns away people %s", async (_who, state) => {
    const { app } = await given();
    Object.assign(issuer.state, state);
    const response = await pass(visitorOf(app));
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining("paskyros neturite"),
    ]);
    expect(await db().selectFrom("staff_session").selectAll().execute()).toEqual([]);
  });

  it.each(["nonce", "audience", "signature", "expired", "issuer"] as const)(
    "refuses an identity with a wrong %s",
    async (fault) => {
      const { app } = await given();
      issuer.state.fault = fault;
      const visitor = visitorOf(app);
      expect((await pass(visitor)).status).toBe(422);
      expect((await visitor.get("/account")).status).toBe(401);
    },
  );

  it("takes an answer only in the browser that asked, and only once", async () => {
    const { app } = await given();
    const victim = visitorOf(app);
    const attacker = visitorOf(app);
    const location = (await attacker.get("/sign-in/openid")).headers.get("location") ?? "";
    const planted = issuer.pass(location);
    expect((await victim.get(planted)).status).toBe(422);
    await victim.get("/sign-in/openid");
    expect((await victim.get(planted)).status).toBe(422);
    expect((await victim.get("/account")).status).toBe(401);
    expect((await attacker.get(planted)).status).toBe(303);
    expect((await attacker.get(planted)).status).toBe(422);
  });

  it("lets nobody in who is disabled", async () => {
    const { app, rasa, clock } = await given();
    expect((await pass(visitorOf(app))).status).toBe(303);
    const off = { disabled_at: clock.now };
    await db().updateTable("staff_user").set(off).where("id", "=", rasa.id).execute();
    expect((await pass(visitorOf(app))).status).toBe(422);
  });

  it("says so where the institution is away, and offers the other ways", async () => {
    const nowhere = createOpenId({ issuer: new URL("http://127.0.0.1:9"), ...client });
    const { app } = await aScene(db(), { openId: nowhere, publicUrl: new URL("http://localhost") });
    const response = await visitorOf(app).get("/sign-in/openid");
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('name="password"'),
    ]);
  });
});
