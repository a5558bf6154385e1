import { describe, expect, it } from "vitest";
import { localityId } from "../../../db/seed/people.ts";
import { signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";
import { aScene, enter, someone } from "./someone.ts";

describe("the team", () => {
  const { db } = useDatabase();

  async function given() {
    const scene = await aScene(db());
    const boss = await someone(db(), scene, { email: "ona@example.org", isAdministrator: true });
    const visitor = await signedIn(scene.app, scene.deps, boss.id);
    return { ...scene, boss, visitor };
  }

  const actions = async () => {
    const rows = await db().selectFrom("audit_event").select("action").orderBy("id").execute();
    return rows.map(({ action }) => action);
  };

  it("grows by a link that is shown once, and leads to choosing a password", async () => {
    const { app, visitor } = await given();
    const person = { displayName: "Jonas Jonaitis", email: "jonas@example.org", language: "lt" };
    const page = await (await visitor.post("/team", person)).text();
    const link = /http:\/\/localhost(\/sign-in\/[\w-]{43})/.exec(page)?.[1] ?? "";
    const jonas = visitorOf(app);
    expect(await (await jonas.get(link)).text()).toContain("Jonas Jonaitis");
    expect((await jonas.post(link)).headers.get("location")).toBe("/account");
    const password = "žalias dviratis po lietaus";
    expect((await jonas.post("/account/password", { password })).status).toBe(303);
    const again = await enter(app, { email: "jonas@example.org", typed: password });
    expect(again.response.status).toBe(303);
    expect((await again.visitor.get("/team")).status).toBe(404);
    expect(await actions()).toEqual(expect.arrayContaining(["invited-staff", "changed-password"]));
  });

  it("says which field of an invitation is wrong, and keeps what was typed", async () => {
    const { visitor } = await given();
    const wrong = { displayName: "Jonas Jonaitis", email: "jonas", language: "lt" };
    const page = await visitor.post("/team", wrong);
    const text = await page.text();
    expect(page.status).toBe(422);
    expect(text).toContain('href="#email"');
    expect(text).toContain("Jonas Jonaitis");
    const taken = await visitor.post("/team", { ...wrong, email: "ONA@example.org" });
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining("jau yra")]);
  });

  it("disables somebody at once, wherever they are, and lets them in again with their roles", async () => {
    const { app, deps, visitor, programme, ...scene } = await given();
    const rasa = await someone(db(), scene);
    const role = { programme_id: programme.id, staff_user_id: rasa.id, role: "evaluator" as const };
    await db().insertInto("staff_role").values(role).execute();
    const theirs = await signedIn(app, deps, rasa.id);
    expect((await theirs.get("/programmes/bandymas")).status).toBe(200);
    await visitor.post(`/team/${rasa.id}/disabling`);
    expect((await theirs.get("/programmes/bandymas")).status).toBe(401);
    expect((await enter(app, rasa)).response.status).toBe(422);
    await visitor.post(`/team/${rasa.id}/enabling`);
    expect((await theirs.get("/programmes/bandymas")).status).toBe(401);
    const again = await enter(app, rasa);
    expect((await again.visitor.get("/programmes/bandymas")).status).toBe(200);
  });

  it("is never left without an administrator", async () => {
    const { visitor, boss } = await given();
    for (const deed of ["disabling", "administration-ending"]) {
      const page = await visitor.post(`/team/${boss.id}/${deed}`);
      expect([page.status, await page.text()]).toEqual([
        409,
        expect.stringContaining("paskutinis"),
      ]);
    }
    expect((await visitor.get("/team")).status).toBe(200);
  });

  it("removes lost ways in, with a reason in the log, and ends the sessions", async () => {
    const { app, deps, visitor, ...scene } = await given();
    const rasa = await someone(db(), scene);
    await db()
      .updateTable("staff_user")
      .set({ totp_secret: "JBSWY3DPEHPK3PXP", totp_confirmed_at: scene.clock.now })
      .where("id", "=", rasa.id)
      .execute();
    const theirs = await signedIn(app, deps, rasa.id);
    const path = `/team/${rasa.id}/second-factor-reset`;
    expect((await visitor.post(path, { reason: "" })).status).toBe(422);
    expect((await visitor.post(path, { reason: "pametė telefoną" })).status).toBe(303);
    expect((await theirs.get("/account")).status).toBe(401);
    expect((await enter(app, rasa)).response.headers.get("location")).toBe("/programmes");
    const event = await db()
      .selectFrom("audit_event")
      .select("reason")
      .where("action", "=", "reset-second-factor")
      .executeTakeFirstOrThrow();
    expect(event.reason).toBe("pametė telefoną");
  });

  it("knows nobody and no programme of another organisation", async () => {
    const { visitor, boss, clock } = await given();
    const foreign = await aProgramme(db(), clock.now, { slug: "svetima" });
    const other = await someone(db(), foreign, { email: "kitas@example.org" });
    expect(await (await visitor.get("/team")).text()).not.toContain("kitas@example.org");
    for (const path of ["", "/disabling", "/invitation", "/sessions-ending", "/administration"]) {
      const address = `/team/${other.id}${path}`;
      const response = path === "" ? await visitor.get(address) : await visitor.post(address);
      expect([path, response.status]).toEqual([path, 404]);
    }
    const grab = { programme: foreign.id, role: "organiser" };
    expect((await visitor.post(`/team/${boss.id}/roles`, grab)).status).toBe(404);
    expect(await db().selectFrom("staff_role").selectAll().execute()).toEqual([]);
  });

  it("gives a role in some localities, which then opens those alone, and takes it away again", async () => {
    const { app, deps, visitor, programme, ...scene } = await given();
    const rasa = await someone(db(), scene);
    const give = { programme: programme.id, role: "organiser" };
    const silute = localityId(programme, "silute");
    await visitor.post(`/team/${rasa.id}/roles`, { ...give, locality: [silute] });
    const theirs = await signedIn(app, deps, rasa.id);
    const page = await (await theirs.get("/programmes/bandymas")).text();
    expect(page).toContain("Šilutė");
    expect(page).not.toContain("Trakai");
    expect(await (await theirs.get("/programmes/bandymas/cards")).text()).not.toContain("Trakai");
    const close = (key: string) =>
      theirs.post(`/programmes/bandymas/waves/before/localities/${key}/closure`);
    expect((await close("trakai")).status).toBe(403);
    expect((await close("all")).status).toBe(303);
    const closed = await db()
      .selectFrom("wave_window")
      .select("locality_id")
      .where("closed_at", "is not", null)
      .execute();
    expect(closed).toEqual([{ locality_id: silute }]);
    expect((await theirs.get("/programmes/bandymas/certificates")).status).toBe(403);
    const { id } = await db().selectFrom("staff_role").select("id").executeTakeFirstOrThrow();
    await visitor.post(`/team/${rasa.id}/roles/${id}/removal`);
    expect((await theirs.get("/programmes/bandymas")).status).toBe(404);
    expect(await actions()).toEqual(expect.arrayContaining(["gave-role", "took-role"]));
  });

  it("keeps no role to localities that sees or changes the whole", async () => {
    const { visitor, programme, ...scene } = await given();
    const rasa = await someone(db(), scene);
    const locality = [localityId(programme, "silute")];
    const give = { programme: programme.id, role: "data", locality };
    expect((await visitor.post(`/team/${rasa.id}/roles`, give)).status).toBe(422);
  });
});
