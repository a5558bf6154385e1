import { describe, expect, it } from "vitest";
import { inviteAdministrator } from "../../../server/features/staff/invite-administrator.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aScene, someone } from "./someone.ts";

describe("a lost administrator", () => {
  const { db } = useDatabase();

  it("comes in again by a link from the machine itself, without the lost phone", async () => {
    const scene = await aScene(db());
    const { id, email } = await someone(db(), scene);
    await db()
      .updateTable("staff_user")
      .set({
        disabled_at: scene.clock.now,
        totp_secret: "JBSWY3DP",
        totp_confirmed_at: scene.clock.now,
      })
      .where("id", "=", id)
      .execute();
    const wish = { email, organisation: undefined, isFactorReset: true };
    const invited = await inviteAdministrator(db(), wish, scene.clock.now);
    const visitor = visitorOf(scene.app);
    expect(invited.invited && (await visitor.post(invited.path)).status).toBe(303);
    expect((await visitor.get("/team")).status).toBe(200);
  });

  it("is made for a new organisation, where one is named", async () => {
    const scene = await aScene(db());
    const wish = { email: "nauja@example.org", organisation: undefined, isFactorReset: false };
    expect(await inviteAdministrator(db(), wish, scene.clock.now)).toEqual({ invited: false });
    const named = { ...wish, organisation: "Antroji įstaiga" };
    const invited = await inviteAdministrator(db(), named, scene.clock.now);
    const visitor = visitorOf(scene.app);
    expect(invited.invited && (await visitor.post(invited.path)).status).toBe(303);
    const page = await (await visitor.get("/team")).text();
    expect(page).toContain("nauja@example.org");
    expect(await db().selectFrom("organisation").select("id").execute()).toHaveLength(2);
  });
});
