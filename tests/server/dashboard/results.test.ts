import { beforeEach, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const results = `/programmes/${demoSlug}/results`;

async function get(path: string, cookie = "", language = "lt") {
  const response = await dashboardApp(db()).request(path, {
    headers: { cookie, "accept-language": language },
  });
  return { status: response.status, body: await response.text(), headers: response.headers };
}

async function releaseOf(slug: string) {
  const programme = await findProgrammeBySlug(db(), slug);
  return await findLatestRelease(db(), programme!.id);
}

beforeEach(async () => {
  await loadDemo(db(), now);
});

describe("who may read results", () => {
  it.each(["evaluator", "organiser", "data", "funder"] as const)("lets a %s in", async (role) => {
    const cookie = await signInAs(db(), { slug: demoSlug, role });
    expect((await get(results, cookie)).status).toBe(200);
  });

  it("refuses data entry, strangers to the programme, and whoever is not signed in", async () => {
    const dataEntry = await signInAs(db(), { slug: demoSlug, role: "data-entry" });
    expect((await get(results, dataEntry)).status).toBe(403);
    const stranger = await signInAs(db(), { slug: demoSlug, role: null });
    expect((await get(results, stranger)).status).toBe(404);
    expect((await get(results)).status).toBe(401);
    expect((await get(`${results}/INOV`)).status).toBe(401);
  });
});

describe("the overview", () => {
  it("reads every scale in words, in Lithuanian and English", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const lt = await get(results, cookie);
    const en = await get(results, cookie, "en");
    const { figures } = (await releaseOf(demoSlug))!;
    expect(figures.scales.length).toBeGreaterThan(5);
    for (const { key } of figures.scales) expect(lt.body).toContain(`href="${results}/${key}"`);
    expect(lt.body).toContain('<html lang="lt">');
    expect(lt.body).toContain("Kultūros inovacijos");
    expect(en.body).toContain("Culture innovation");
    expect(lt.body).toContain("Demonstraciniai duomenys");
  });
});

describe("one scale", () => {
  it("shows every locality in the programme's order, chart and table alike", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const { body } = await get(`${results}/INOV`, cookie);
    const names = ["Prienai", "Pagėgiai", "Šilutė", "Ignalina", "Trakai", "Visi dalyviai"];
    const rows = [...body.matchAll(/<th scope="row">([^<]+)</g)].map(([, name]) => name);
    expect(rows).toEqual(names);
  });

  it("does not know a scale that was not released", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(`${results}/NOTHING`, cookie)).status).toBe(404);
  });
});
