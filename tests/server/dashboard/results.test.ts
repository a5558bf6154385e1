import { beforeEach, describe, expect, it } from "vitest";
import { countParticipation } from "../../../db/queries/participation.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { findLatestRelease, findRelease, listReleases } from "../../../db/queries/releases.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { ForestChart } from "../../../server/domain/annex/chart.ts";
import { addCompanions } from "../../../server/features/programmes/add-companions.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
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
    const body = sectionOf((await get(`${results}/INOV`, cookie)).body, "gain-by-locality-INOV");
    const names = ["Prienai", "Pagėgiai", "Šilutė", "Ignalina", "Trakai", "Visi dalyviai"];
    const rows = [...body.matchAll(/<th scope="row">([^<]+)</g)].map(([, name]) => name);
    expect(rows).toEqual(names);
  });

  it("does not know a scale that was not released", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(`${results}/NOTHING`, cookie)).status).toBe(404);
  });
});

describe("one locality", () => {
  it("shows every scale in the questionnaire's order", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const { status, body } = await get(`${results}/localities/pagegiai`, cookie, "en");
    expect(status).toBe(200);
    const rows = [...body.matchAll(/<th scope="row">([^<]+)</g)].map(([, name]) => name);
    expect(rows[0]).toBe("Culture innovation");
    expect(rows).toHaveLength((await releaseOf(demoSlug))!.figures.scales.length);
    expect(body).toContain('<tr class="withheld"><th scope="row">Activating the old town');
  });

  it("is not found when the programme has no such locality", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(`${results}/localities/vilnius`, cookie)).status).toBe(404);
  });
});

describe("a withheld locality", () => {
  const threshold = "5";

  it("has no number in the page's table, nor in what the chart is drawn from", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const page = (await get(`${results}/ERDV`, cookie)).body;
    for (const row of page.matchAll(/<tr class="withheld">(.*?)<\/tr>/g)) {
      expect(row[0].replaceAll(threshold, "")).not.toMatch(/\d/);
    }
    const body = sectionOf(page, "gain-by-locality-ERDV");
    const rows = [...body.matchAll(/<tr class="withheld">(.*?)<\/tr>/g)].map(([row]) => row);
    expect(rows.length).toBeGreaterThan(1);
    const chart = chartOf(body);
    const withheld = chart.rows.filter(({ value }) => value === null);
    expect(withheld).toHaveLength(rows.length);
    for (const { details, label: _label, isTotal: _isTotal, weight, ...marks } of withheld) {
      expect(weight).toBe(0);
      expect(Object.values(marks).every((mark) => mark === null)).toBe(true);
      expect(details.join(" ").replaceAll(threshold, "")).not.toMatch(/\d/);
    }
  });

  it("has empty cells and a reason in the file", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const { body } = await get(`${results}.csv?figure=gain-by-locality-ERDV`, cookie);
    const row = body.split("\r\n").find((line) => line.startsWith("Pagėgiai"));
    expect(row).toBe("Pagėgiai;;;;;;;;;;;nerodoma (mažiau negu 5)");
  });
});

describe("a table as a file", () => {
  it("holds numbers as spreadsheets read them, and says that invented data is invented", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "funder" });
    const file = await get(`${results}.csv?figure=participation`, cookie);
    expect(file.headers.get("content-disposition")).toContain(`demo-${demoSlug}-participation.csv`);
    const lines = file.body.trimEnd().split("\r\n");
    expect(lines[1]).toMatch(/^Prienai;14;/);
    expect(lines.at(-1)).toMatch(/^Demonstraciniai duomenys;/);
  });

  it("comes raw for programmes", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const path = `${results}.csv?figure=before-after-by-scale&variant=raw&language=en`;
    const { body } = await get(path, cookie);
    expect(body.split("\r\n")[0]).toBe(
      "Scale,Cycle participants,Pairs,Before,After,Change,Range from,Range to,Higher,Same,Lower,How to read it",
    );
    expect(body).toMatch(/\r\nCulture innovation,64,53,\d+(\.\d)?,/);
  });

  it("exists for figures that were released, and for readers, alone", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(`${results}.csv?figure=nothing`, cookie)).status).toBe(404);
    expect((await get(`${results}.csv`, cookie)).status).toBe(404);
    expect((await get(`${results}.csv?figure=participation`)).status).toBe(401);
    const dataEntry = await signInAs(db(), { slug: demoSlug, role: "data-entry" });
    expect((await get(`${results}.csv?figure=participation`, dataEntry)).status).toBe(403);
  });
});

describe("before any release", () => {
  async function tryOut() {
    return await db()
      .selectFrom("programme")
      .select(["id", "slug"])
      .where("kind", "=", "try-out")
      .executeTakeFirstOrThrow();
  }

  it("says when results come and which questionnaires are still open", async () => {
    const { slug } = await tryOut();
    const cookie = await signInAs(db(), { slug, role: "evaluator" });
    const { status, body } = await get(`/programmes/${slug}/results`, cookie);
    expect(status).toBe(200);
    expect(body).toContain("Rezultatų dar nėra");
    expect(body).toContain("Anketa prieš mokymus dar pildoma:");
    expect(body).not.toContain("data-chart");
    expect((await get(`/programmes/${slug}/results/INOV`, cookie)).status).toBe(404);
    expect((await get(`/programmes/${slug}/results.csv?figure=participation`, cookie)).status).toBe(
      404,
    );
  });

  it("counts answers in steps, so that nobody can watch one person answer", async () => {
    const programme = (await findProgrammeBySlug(db(), (await tryOut()).slug))!;
    const cookie = await signInAs(db(), { slug: programme.slug, role: "evaluator" });
    await addCompanions(db(), { programme, madeBy: "system", now });
    const [counted] = await countParticipation(db(), programme.id);
    expect(counted!.before).toBeGreaterThan(4);
    const { body } = await get(`/programmes/${programme.slug}/results`, cookie);
    const [, cells] = /<th scope="row">[^<]+<\/th>(.*?)<\/tr>/.exec(body)!;
    const texts = [...cells!.matchAll(/<td class="number">([^<]*)</g)].map(([, text]) => text);
    const low = Math.floor(counted!.before / 5) * 5;
    expect(texts[1]).toBe(`${low}–${low + 4}`);
  });
});

describe("two programmes side by side", () => {
  const other = "isbandykite";

  async function asReaderOfBoth() {
    const { id } = (await findProgrammeBySlug(db(), other))!;
    await makeRelease(db(), { programmeId: id, madeBy: null, now, reason: "test" });
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const staff = await db()
      .selectFrom("staff_user")
      .select("id")
      .where("email", "=", "evaluator@example.org")
      .executeTakeFirstOrThrow();
    const role = { programme_id: id, staff_user_id: staff.id, role: "evaluator" } as const;
    await db().insertInto("staff_role").values(role).execute();
    return cookie;
  }

  it("are chosen among those that the reader may read and that have results", async () => {
    const cookie = await asReaderOfBoth();
    const { status, body } = await get(`${results}/compare`, cookie);
    expect(status).toBe(200);
    expect([...body.matchAll(/<option value="([^"]+)"/g)].map(([, slug]) => slug)).toEqual([other]);
  });

  it("refuse scales whose questionnaires differ, and say why", async () => {
    const cookie = await asReaderOfBoth();
    const { status, body } = await get(`${results}/compare?with=${other}`, cookie);
    expect(status).toBe(200);
    expect(body).toContain("nelyginama: skalė yra tik vienoje anketoje");
  });

  it("need the right to read both", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(`${results}/compare?with=${other}`, cookie)).status).toBe(404);
    expect((await get(`${results}/compare`, cookie)).body).not.toContain("<option");
  });
});

describe("releases", () => {
  it("are listed newest first, and the newest is shown", async () => {
    const programme = (await findProgrammeBySlug(db(), demoSlug))!;
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "again" });
    const list = await listReleases(db(), programme.id);
    expect(list.map(({ number }) => number)).toEqual([2, 1]);
    expect((await findLatestRelease(db(), programme.id))!.number).toBe(2);
    const first = await findRelease(db(), { programmeId: programme.id, number: 1 });
    expect(first!.reason).toBe("demonstration");
    expect(await findRelease(db(), { programmeId: programme.id, number: 3 })).toBeUndefined();
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await get(results, cookie)).body).toContain("Rezultatų versija 2.");
  });
});

function chartOf(body: string): ForestChart {
  const [, attribute] = /data-chart="([^"]*)"/.exec(body)!;
  return JSON.parse(attribute!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as ForestChart;
}

/** One figure's part of a page. */
function sectionOf(body: string, key: string): string {
  const start = body.indexOf(`<section class="figure" id="${key}"`);
  return body.slice(start, body.indexOf("</table>", start));
}
