import { describe, expect, it } from "vitest";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aScene, codeOf, enter, password, someone, turnOnSecondStep } from "./someone.ts";

const minute = 60_000;

describe("the second step", () => {
  const { db } = useDatabase();

  async function given() {
    const scene = await aScene(db());
    const person = await someone(db(), scene);
    const { visitor } = await enter(scene.app, person);
    const own = { visitor, clock: scene.clock, staffUserId: person.id };
    const { secret, codes } = await turnOnSecondStep(db(), own);
    return { ...scene, person, visitor, secret, codes };
  }

  it("is asked for after the password, and before any session is there", async () => {
    const { app, clock, person, secret } = await given();
    clock.pass(minute);
    const { visitor, response } = await enter(app, person);
    expect(response.headers.get("location")).toBe("/sign-in/second-step");
    expect((await visitor.get("/programmes")).status).toBe(401);
    const done = await visitor.post("/sign-in/second-step", { code: codeOf(secret, clock.now) });
    expect(done.headers.get("location")).toBe("/programmes");
    expect((await visitor.get("/programmes")).status).toBe(200);
  });

  it("takes each code once, also the one that turned it on", async () => {
    const { app, clock, person, secret } = await given();
    const first = await enter(app, person);
    const used = codeOf(secret, clock.now);
    const refused = await first.visitor.post("/sign-in/second-step", { code: used });
    expect(refused.status).toBe(422);
    clock.pass(minute);
    const code = codeOf(secret, clock.now);
    expect((await first.visitor.post("/sign-in/second-step", { code })).status).toBe(303);
    const second = await enter(app, person);
    expect((await second.visitor.post("/sign-in/second-step", { code })).status).toBe(422);
  });

  it("takes each recovery code once, however it is typed", async () => {
    const { app, person, codes } = await given();
    expect(codes).toHaveLength(10);
    const typed = ` ${codes[0]?.toUpperCase().replaceAll("-", " ")} `;
    const first = await enter(app, person);
    expect((await first.visitor.post("/sign-in/second-step", { code: typed })).status).toBe(303);
    const second = await enter(app, person);
    expect((await second.visitor.post("/sign-in/second-step", { code: typed })).status).toBe(422);
    const stored = JSON.stringify(await db().selectFrom("recovery_code").selectAll().execute());
    for (const code of codes) expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  it("begins again after five wrong codes, and after ten minutes", async () => {
    const { app, clock, person, secret } = await given();
    clock.pass(minute);
    const { visitor } = await enter(app, person);
    for (let tried = 0; tried < 5; tried++) {
      expect((await visitor.post("/sign-in/second-step", { code: "000000" })).status).toBe(422);
    }
    const right = await visitor.post("/sign-in/second-step", { code: codeOf(secret, clock.now) });
    expect(await right.text()).toContain("Pradėkite iš naujo");
    expect((await visitor.get("/programmes")).status).toBe(401);
    const late = await enter(app, person);
    clock.pass(10 * minute);
    await late.visitor.post("/sign-in/second-step", { code: codeOf(secret, clock.now) });
    expect((await late.visitor.get("/programmes")).status).toBe(401);
  });

  it("is asked for after a link too", async () => {
    const { app, clock, person } = await given();
    const link = await makeSignInLink(db(), { staffUserId: person.id, now: clock.now });
    const visitor = visitorOf(app);
    const response = await visitor.post(link);
    expect(response.headers.get("location")).toBe("/sign-in/second-step");
    expect((await visitor.get("/programmes")).status).toBe(401);
  });

  it("belongs to the browser in which it began", async () => {
    const { app, clock, person, secret } = await given();
    clock.pass(minute);
    await enter(app, person);
    const elsewhere = visitorOf(app);
    const code = codeOf(secret, clock.now);
    await elsewhere.post("/sign-in/second-step", { code });
    expect((await elsewhere.get("/programmes")).status).toBe(401);
  });

  it("is turned off with the password once the sign-in is no longer fresh", async () => {
    const { clock, visitor, person } = await given();
    clock.pass(16 * minute);
    expect((await visitor.post("/account/second-factor/removal")).status).toBe(422);
    const removal = await visitor.post("/account/second-factor/removal", { proof: password });
    expect(removal.status).toBe(303);
    const row = await db()
      .selectFrom("staff_user")
      .select(["totp_secret", "totp_confirmed_at"])
      .where("id", "=", person.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ totp_secret: null, totp_confirmed_at: null });
  });
});
