import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { makeSetUpLink } from "../../../server/features/staff/set-up.ts";
import { appDeps, visitorOf } from "../../support/app.ts";
import { useDatabase, useOwnDatabase } from "../../support/database.ts";

const form = {
  organisation: "Kultūros namai",
  legalForm: "VšĮ",
  code: "",
  organisationEmail: "",
  phone: "",
  displayName: "Ona Onaitė",
  email: "ona@example.org",
  password: "trys gervės virš ežero",
};
const now = new Date("2026-03-02T09:00:00Z");

describe("the first set-up", () => {
  const { db } = useDatabase();

  it("makes an organisation and its administrator, who is in at once; then the link is as if it never was", async () => {
    const app = createApp(appDeps(db(), { now: () => now }));
    const link = (await makeSetUpLink(db(), now))!;
    const visitor = visitorOf(app);
    expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.post(link, form)).headers.get("location")).toBe("/programmes");
    const team = await visitor.get("/team");
    expect([team.status, await team.text()]).toEqual([200, expect.stringContaining("Ona Onaitė")]);
    for (const again of [await visitor.get(link), await visitor.post(link, form)]) {
      expect(again.status).toBe(404);
    }
    expect(await makeSetUpLink(db(), now)).toBeUndefined();
  });

  it("brings everything typed back but the password, with each mistake beside its field", async () => {
    const app = createApp(appDeps(db(), { now: () => now }));
    const link = (await makeSetUpLink(db(), now))!;
    const wrong = { ...form, organisation: "", email: "ona", password: "trumpas" };
    const page = await visitorOf(app).post(link, wrong);
    const text = await page.text();
    expect(page.status).toBe(422);
    for (const id of ["organisation", "email", "password"]) expect(text).toContain(`href="#${id}"`);
    expect(text).toContain("Ona Onaitė");
    expect(text).not.toContain("trumpas");
    expect((await visitorOf(app).post(link, form)).status).toBe(303);
  });

  it("works for a day, by the newest link alone", async () => {
    const clock = { now };
    const app = createApp(appDeps(db(), { now: () => clock.now }));
    const old = (await makeSetUpLink(db(), now))!;
    const link = (await makeSetUpLink(db(), now))!;
    expect((await visitorOf(app).get(old)).status).toBe(404);
    expect((await visitorOf(app).get(link)).status).toBe(200);
    clock.now = new Date(now.getTime() + 24 * 3_600_000);
    expect((await visitorOf(app).post(link, form)).status).toBe(404);
  });

  it("sets up a real organisation beside the demonstration", async () => {
    const app = createApp(appDeps(db(), { now: () => now }));
    await loadDemo(db(), now);
    const visitor = visitorOf(app);
    expect((await visitor.post((await makeSetUpLink(db(), now))!, form)).status).toBe(303);
    expect(await (await visitor.get("/team")).text()).not.toContain("demo.invalid");
    expect((await visitor.get("/programmes/isbandykite")).status).toBe(404);
  });
});

describe("fifty first set-ups at once", () => {
  const { db } = useOwnDatabase();

  it("make exactly one administrator, whatever links they hold", async () => {
    const app = createApp(appDeps(db(), { now: () => now }));
    const link = (await makeSetUpLink(db(), now))!;
    const tries = Array.from({ length: 50 }, (_, index) =>
      visitorOf(app).post(link, { ...form, email: `ona${index}@example.org` }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    // The others come too late, or were sent away while passwords were waiting to be hashed.
    expect(statuses.every((status) => [303, 404, 503].includes(status))).toBe(true);
    expect(await db().selectFrom("staff_user").select("id").execute()).toHaveLength(1);
    expect(await db().selectFrom("organisation").select("id").execute()).toHaveLength(1);
    expect((await visitorOf(app).get(link)).status).toBe(404);
  });
});
