import { describe, expect, it } from "vitest";
import type { StaffRole } from "../../../server/domain/words.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { aReleasedDemonstration, deskForm, now, visitorWho, workOff } from "./annex-desk.ts";

const { db } = useDatabase();

async function aDesk(roles: StaffRole[] = ["organiser"]) {
  const programme = await aReleasedDemonstration(db());
  const visitor = await visitorWho(db(), await aStaffUser(db(), programme, roles));
  return { programme, visitor, base: `/programmes/${programme.slug}/annexes` };
}

function addressOf(base: string, form: Record<string, string | string[]>): string {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return `${base}/compose?${new URLSearchParams(entries)}`;
}

function headingsOf(html: string): string[] {
  return [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, text]) => text!);
}

describe("the desk where an annex is composed", () => {
  it("shows the annex as the choices make it, before anything is ordered", async () => {
    const { visitor, base } = await aDesk();
    const form = deskForm({ annexedTo: "Ataskaitos", signatoryName: "Jonė Jonaitė" }, [
      "limits",
      "summary",
    ]);
    const page = await visitor.get(addressOf(base, form));
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(headingsOf(html)).toEqual(["1. Ko šie duomenys neparodo", "2. Santrauka"]);
    expect(html).toContain("Ataskaitos<br/>1 priedas");
    expect(html).toContain("Jonė Jonaitė");
    expect(await db().selectFrom("annex").select("id").execute()).toEqual([]);
  });

  it("moves a part by its buttons alone", async () => {
    const { visitor, base } = await aDesk();
    const form = { ...deskForm({}, ["summary", "limits"]), move: "up-limits" };
    const html = await (await visitor.get(addressOf(base, form))).text();
    expect(headingsOf(html)).toEqual(["1. Ko šie duomenys neparodo", "2. Santrauka"]);
  });

  it("refuses a number that is none and an annex of nothing, and keeps what was typed", async () => {
    const { visitor, base } = await aDesk();
    const sent = { ...deskForm({ number: "0", preparedBy: "Rūta & Co" }), part: [] };
    const answer = await visitor.post(base, sent);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#number"');
    expect(html).toContain('href="#parts"');
    expect(html).toContain('value="Rūta &amp; Co"');
    expect(await db().selectFrom("annex").select("id").execute()).toEqual([]);
  });

  it("shows the public what evaluators wrote only where that was chosen on purpose", async () => {
    const { visitor, base } = await aDesk();
    const heading = "2. Vertintojo išvados ir rekomendacijos";
    const see = async (fields: Record<string, string>) => {
      const form = deskForm(fields, ["summary", "conclusions"]);
      return await (await visitor.get(addressOf(base, form))).text();
    };
    expect(headingsOf(await see({ audience: "funder" }))).toContain(heading);
    const unmeant = await see({ audience: "public" });
    expect(headingsOf(unmeant)).toEqual(["1. Santrauka"]);
    expect(unmeant).toContain("neturi būti aprašyti atskiri žmonės ar mažos grupės");
    const meant = { audience: "public", publicNotes: "on" };
    expect(headingsOf(await see(meant))).toContain(heading);
    await visitor.post(base, deskForm(meant, ["summary", "conclusions"]));
    const again = await (await visitor.get(`${base}/compose`)).text();
    expect(again).toMatch(/name="publicNotes"[^>]*checked/);
  });

  it("gives names to organisers alone, in the preview and by order", async () => {
    const { visitor, base } = await aDesk(["data"]);
    const closed = deskForm({ audience: "closed" }, ["participantList"]);
    expect((await visitor.get(addressOf(base, closed))).status).toBe(403);
    expect((await visitor.post(base, closed)).status).toBe(403);
    expect((await visitor.get(addressOf(base, deskForm()))).status).toBe(200);
  });

  it("keeps a closed file from the data role that may fetch the others", async () => {
    const { programme, visitor, base } = await aDesk();
    await visitor.post(base, deskForm({ audience: "closed" }, ["participantList"]));
    expect(await workOff(db())).toBe("done");
    const [, address] = /href="([^"]+\/files\/[^"]+)"/.exec(
      await (await visitor.get(base)).text(),
    )!;
    expect((await visitor.get(address!)).status).toBe(200);
    const data = await visitorWho(db(), await aStaffUser(db(), programme, ["data"]));
    expect((await data.get(address!)).status).toBe(403);
  });

  it("begins with the choices of the annex made last", async () => {
    const { visitor, base } = await aDesk();
    await visitor.post(base, deskForm({ number: "7", preparedBy: "Rūta" }, ["limits", "summary"]));
    const html = await (await visitor.get(`${base}/compose`)).text();
    expect(html).toContain('name="number" value="7"');
    expect(headingsOf(html)).toEqual(["1. Ko šie duomenys neparodo", "2. Santrauka"]);
  });

  it("keeps the number, names revision and release, and says in the register what changed", async () => {
    const { programme, visitor, base } = await aDesk();
    await visitor.post(base, deskForm({ preparedBy: "Rūta" }, ["indicators", "summary"]));
    expect(await workOff(db())).toBe("done");
    await db()
      .updateTable("indicator")
      .set({ reached: 80 })
      .where("programme_id", "=", programme.id)
      .where("reached", "=", 77)
      .execute();
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "again" });
    await visitor.post(base, deskForm({ preparedBy: "Ona" }, ["summary", "indicators", "limits"]));
    expect(await workOff(db())).toBe("done");
    const html = await (await visitor.get(base)).text();
    expect(html).toContain("1 priedas, 2 redakcija");
    expect(html).toContain("Rezultatai iš paskelbimo Nr. 2 (buvo Nr. 1)");
    expect(html).toContain("Pridėta: Ko šie duomenys neparodo");
    expect(html).toContain("Pakeista dalių tvarka");
    expect(html).toContain("Parengė: Ona (buvo Rūta)");
    expect(html).toContain(
      "Rodikliai, Į projekto veiklas įsitraukę žmonės, Pasiekta: 80 (buvo 77)",
    );
    expect(html.match(/SHA-256 [0-9a-f]{64}/g)).toHaveLength(6);
  });
});
