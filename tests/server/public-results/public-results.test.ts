import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { appDeps, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { aReleasedDemonstration, now, visitorWho } from "../annexes/annex-desk.ts";

const { db } = useDatabase();

async function aDesk(role: "organiser" | "evaluator" = "organiser") {
  const programme = await aReleasedDemonstration(db());
  const staff = await visitorWho(db(), await aStaffUser(db(), programme, [role]));
  const anybody = visitorOf(createApp(appDeps(db(), { now: () => now })));
  const desk = `/programmes/${programme.slug}/public-results`;
  return { programme, staff, anybody, desk, page: `/r/${programme.slug}` };
}

async function actionsOf(): Promise<string[]> {
  const events = await db().selectFrom("audit_event").select("action").orderBy("id").execute();
  return events.map(({ action }) => action).filter((action) => action.endsWith("public-results"));
}

describe("the public page of results", () => {
  it("is not there until an organiser opens it, nor after they close it; both are recorded once", async () => {
    const { staff, anybody, desk, page } = await aDesk();
    expect((await anybody.get(page)).status).toBe(404);
    expect((await staff.post(desk)).status).toBe(303);
    expect((await anybody.get(page)).status).toBe(200);
    expect((await staff.post(`${desk}/withdrawal`)).status).toBe(303);
    expect((await staff.post(`${desk}/withdrawal`)).status).toBe(303);
    expect((await anybody.get(page)).status).toBe(404);
    expect(await actionsOf()).toEqual(["opened-public-results", "closed-public-results"]);
  });

  it("tells the numbers of the release for the public, in both languages, with counts and logos", async () => {
    const { programme, staff, anybody, desk, page } = await aDesk();
    await staff.post(desk);
    const { figures } = await db()
      .selectFrom("release")
      .select("public_figures as figures")
      .where("programme_id", "=", programme.id)
      .executeTakeFirstOrThrow();
    const { scales } = figures as { scales: { all: { shown: boolean; gain: number } }[] };
    const shown = scales.filter(({ all }) => all.shown);
    expect(shown.length).toBeGreaterThan(3);
    const lithuanian = await (await anybody.get(`${page}?language=lt`)).text();
    for (const { all } of shown) {
      expect(lithuanian).toContain(`+${all.gain.toLocaleString("lt")}`);
    }
    expect(lithuanian).toContain(
      "Lietuvos kultūros tarybos ir Lietuvos Respublikos kultūros ministerijos lėšomis",
    );
    expect(lithuanian).toContain("77\u00a0žmonės Prienuose, Pagėgiuose");
    expect(lithuanian.match(/<img /g)).toHaveLength(3);
    expect(lithuanian).toContain("Demonstraciniai duomenys");
    const english = await (await anybody.get(`${page}?language=en`)).text();
    expect(english).toContain('lang="en"');
    expect(english).toContain("77\u00a0people took part");
  });

  it("needs no script and lets search engines in, unless its data is invented", async () => {
    const { programme, staff, anybody, desk, page } = await aDesk();
    await staff.post(desk);
    const invented = await anybody.get(page);
    expect(invented.headers.get("x-robots-tag")).toBe("noindex");
    await db()
      .updateTable("programme")
      .set({ kind: "real" })
      .where("id", "=", programme.id)
      .execute();
    const real = await anybody.get(page);
    expect(real.headers.get("x-robots-tag")).toBeNull();
    const html = await real.text();
    expect(html).not.toContain("<script");
    expect(html).toContain('<meta name="description"');
  });

  it("says few in words", async () => {
    const { programme, staff, anybody, desk, page } = await aDesk();
    await staff.post(desk);
    const kept = await db()
      .selectFrom("identity.enrolment")
      .select("id")
      .where("programme_id", "=", programme.id)
      .where("role", "=", "cycle-participant")
      .limit(9)
      .execute();
    await db()
      .updateTable("identity.enrolment")
      .set({ withdrawn_on: "2017-03-01" })
      .where("programme_id", "=", programme.id)
      .where(
        "id",
        "not in",
        kept.map(({ id }) => id),
      )
      .execute();
    const html = await (await anybody.get(page)).text();
    expect(html).toContain("Mokymų cikle dalyvavo mažiau negu dešimt žmonių.");
    expect(html).not.toContain("9\u00a0žmonės");
  });

  it("is the organiser's to open; a stranger is asked to sign in", async () => {
    const { staff, anybody, desk, page } = await aDesk("evaluator");
    expect((await staff.post(desk)).status).toBe(403);
    expect((await staff.get(`${desk}/preview`)).status).toBe(403);
    expect((await anybody.post(desk)).status).not.toBe(200);
    expect((await anybody.get(page)).status).toBe(404);
  });

  it("offers its words for the organisation's own site, safely", async () => {
    const { programme, staff, desk } = await aDesk();
    const title = JSON.stringify({ lt: '</textarea><script>alert("x")</script> & „Ąžuolas“' });
    await db().updateTable("programme").set({ title }).where("id", "=", programme.id).execute();
    const html = await (await staff.get(desk)).text();
    expect(html).not.toContain("<script>alert");
    expect(html).toContain(`/r/${programme.slug}`);
    // Once for the page, once more for being shown as source.
    expect(html).toContain("&amp;lt;script&amp;gt;");
  });
});
