import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { contentHash } from "../../../db/content-hash.ts";
import { json } from "../../../db/json.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { BarsChart, Chart, ForestChart } from "../../../server/domain/annex/chart.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const results = `/programmes/${demoSlug}/results`;
let cookie: string;

beforeEach(async () => {
  await loadDemo(db(), now);
  cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
});

async function ask(path: string) {
  const headers = { cookie, "accept-language": "lt" };
  const response = await dashboardApp(db()).request(path, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

async function latest() {
  const { id } = (await findProgrammeBySlug(db(), demoSlug))!;
  return { id, figures: (await findLatestRelease(db(), id))!.figures };
}

/** Every figure of a page: its key, what its chart is drawn from, its table's rows. */
function figuresOf(page: string): { key: string; chart: Chart | null; rows: string[] }[] {
  return page
    .split('<section class="figure" id="')
    .slice(1)
    .map((part) => {
      const attribute = /data-chart="([^"]*)"/.exec(part)?.[1];
      const chart = attribute?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      return {
        key: part.slice(0, part.indexOf('"')),
        chart: chart ? (JSON.parse(chart) as Chart) : null,
        rows: part.match(/<tr[ >].*?<\/tr>/gs)?.slice(1) ?? [],
      };
    });
}

const pagesOf = (scales: readonly { key: string }[]) => [
  "",
  "/answers",
  "/quality",
  "/localities/pagegiai",
  ...scales.map(({ key }) => `/${key}`),
];

/** Words may name the threshold (5), how many answers are needed (20) and how few are too few (3). */
const namedInWords = /3–6|\b(5|20|3)\b/g;

describe("the figures of the invented programme", () => {
  it("are all there: chart, sentence, table, and its file", async () => {
    const { figures } = await latest();
    const seen: string[] = [];
    for (const page of pagesOf(figures.scales)) {
      const { status, body } = await ask(`${results}${page}`);
      expect(status).toBe(200);
      for (const { key, chart, rows } of figuresOf(body)) {
        if (key === "whole") continue;
        seen.push(key);
        expect(rows.length).toBeGreaterThan(0);
        const csv = await ask(`${results}.csv?figure=${key}`);
        expect(csv.status).toBe(200);
        expect(csv.body.trim().split("\r\n").length).toBeGreaterThanOrEqual(rows.length);
        if (chart && chart.rows.length !== rows.length) throw new Error(`${key}: rows differ`);
      }
    }
    for (const key of [
      "before-after-by-scale",
      "participation",
      "gain-by-locality-INOV",
      "items-INOV",
      "change-by-start-INOV",
      "right-answers-ZIN",
      "response-shift",
      "items-overall",
      "items-satisfaction",
      "items-satisfaction-PAS9",
      "items-behaviour",
      "items-barriers",
      "response-flow",
      "attrition",
      "reliability",
      "gain-by-scale-pagegiai",
    ]) {
      expect(seen).toContain(key);
    }
  });

  it("have no number of what is withheld: not in tables, not in charts, not in files", async () => {
    const { figures } = await latest();
    let withheld = 0;
    for (const page of pagesOf(figures.scales)) {
      for (const { key, chart, rows } of figuresOf((await ask(`${results}${page}`)).body)) {
        const csv = (await ask(`${results}.csv?figure=${key}`)).body.split("\r\n").slice(1);
        rows.forEach((row, i) => {
          if (!row.includes('class="withheld"')) return;
          withheld += 1;
          // The first cell names the row: statements may hold numbers of their own.
          const told = row.slice(row.indexOf("</th>")).replace(namedInWords, "");
          expect(told).not.toMatch(/\d/);
          expect(csv[i]!.split(";").slice(1).join(" ").replace(namedInWords, "")).not.toMatch(/\d/);
          if (chart) expect(drawnOf(chart, i)).toEqual([]);
        });
      }
    }
    expect(withheld).toBeGreaterThan(20);
  });

  it("draw the release's own counts of answers", async () => {
    const { figures } = await latest();
    const page = figuresOf((await ask(`${results}/INOV`)).body);
    const chart = page.find(({ key }) => key === "items-INOV")!.chart as BarsChart;
    const items = figures.items!.filter(({ item }) => item.startsWith("INOV"));
    expect(chart.rows).toHaveLength(items.length);
    items
      .sort((a, b) => a.item.localeCompare(b.item) || (a.wave === "before" ? -1 : 1))
      .forEach((item, i) => {
        if (!item.shown || item.distribution.kind !== "bars") throw new Error("withheld");
        const people = chart.rows[i]!.parts.map((part) => part.people);
        expect(people).toEqual(item.distribution.bars.map((bar) => bar.people));
        const all = chart.rows[i]!.parts.reduce((sum, { size }) => sum + size, 0);
        expect(all).toBeCloseTo(100, 9);
      });
  });

  it("draw the release's own starting levels, attrition and reliability", async () => {
    const { figures } = await latest();
    const scale = figures.scales.find(({ key }) => key === "INOV")!;
    const find = async (page: string, key: string) =>
      figuresOf((await ask(`${results}/${page}`)).body).find((one) => one.key === key)!
        .chart as ForestChart;
    const bands = (await find("INOV", "change-by-start-INOV")).rows;
    expect(bands.map(({ value, low, high, weight }) => [value, low, high, weight])).toEqual(
      scale.startLevels!.bands.map(({ gain, interval, people }) => [
        gain,
        interval.low,
        interval.high,
        people,
      ]),
    );
    const left = (await find("quality", "attrition")).rows;
    expect(left.map(({ value }) => value)).toEqual(
      figures.scales.map(({ attrition }) => attrition?.difference ?? null),
    );
    const alphas = (await find("quality", "reliability")).rows;
    expect(alphas.map(({ value }) => value)).toEqual(
      figures.scales.map(({ reliability }) => reliability?.alpha ?? null),
    );
  });
});

/** What a withheld row would be drawn with: nothing. */
function drawnOf(chart: Chart, index: number): unknown[] {
  const row = chart.rows[index]!;
  if ("parts" in row) return row.parts;
  if ("value" in row) {
    return [row.value, row.low, row.high, row.steadied, row.weight || null].filter(
      (one) => one !== null,
    );
  }
  return [row.before, row.after].filter((one) => one !== null);
}

describe("a figure's picture", () => {
  it("is an SVG with its title, programme and mark of invented data, for readers alone", async () => {
    const { status, headers, body } = await ask(`${results}.svg?figure=items-INOV`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("image/svg+xml");
    expect(headers.get("content-disposition")).toContain(
      "demo-kulturos-inovacijos-2017-items-INOV.svg",
    );
    expect(body).toMatch(/^<svg [^>]*viewBox="0 0 900 \d+/);
    expect(body).toContain("<text");
    expect(body).toContain("Atsakymai: Kultūros inovacijos");
    expect(body).toContain("Demonstraciniai duomenys");
    expect(body.match(/<path/g)!.length).toBeGreaterThan(50);
    expect(body).not.toContain("<script");
    const anonymous = await dashboardApp(db()).request(`${results}.svg?figure=items-INOV`);
    expect(anonymous.status).toBe(401);
    const dataEntry = await signInAs(db(), { slug: demoSlug, role: "data-entry" });
    cookie = dataEntry;
    expect((await ask(`${results}.svg?figure=items-INOV`)).status).toBe(403);
  });

  it("is not found where a figure is a table alone, or unknown", async () => {
    expect((await ask(`${results}.svg?figure=participation`)).status).toBe(404);
    expect((await ask(`${results}.svg?figure=nothing`)).status).toBe(404);
    expect((await ask(`${results}.svg?figure=../x`)).status).toBe(404);
  });
});

describe("two releases of one programme side by side", () => {
  it("are chosen by number, the newest against an earlier one", async () => {
    const { id } = await latest();
    expect((await ask(`${results}/compare`)).body).not.toContain("<option");
    await makeRelease(db(), { programmeId: id, madeBy: null, now, reason: "again" });
    const { body } = await ask(`${results}/compare`);
    expect(body).toContain('<option value="release-1"');
    const compared = await ask(`${results}/compare?with=release-1`);
    expect(compared.status).toBe(200);
    expect(compared.body).toContain("Kultūros inovacijos – rezultatų versija 2");
    expect(compared.body).toContain("Kultūros inovacijos – rezultatų versija 1");
    expect(compared.body).not.toContain("nelyginama");
    const csv = await ask(`${results}.csv?figure=compare-programmes&with=release-1`);
    expect(compared.body).toContain(
      `${results}.csv?figure=compare-programmes&amp;with=release-1&amp;language=lt`,
    );
    expect(csv.body).toContain("Kultūros inovacijos – rezultatų versija 1");
    expect(csv.headers.get("content-disposition")).toContain("demo-");
    const svg = await ask(`${results}.svg?figure=compare-programmes&with=release-1`);
    expect(svg.body).toMatch(/^<svg /);
    expect((await ask(`${results}.csv?figure=compare-programmes&with=release-9`)).status).toBe(404);
    expect((await ask(`${results}.csv?figure=compare-programmes`)).status).toBe(404);
    expect((await ask(`${results}/compare?with=release-2`)).status).toBe(404);
    expect((await ask(`${results}/compare?with=release-9`)).status).toBe(404);
  });
});

describe("two programmes whose questionnaires are versions of one", () => {
  /** The other programme asks what the demonstration's second version asks. */
  async function withOther(equivalent: Record<string, string>): Promise<string> {
    const demo = await latest();
    const other = (await findProgrammeBySlug(db(), "isbandykite"))!;
    const first = await db()
      .selectFrom("questionnaire_version")
      .select(["questionnaire_id", "document"])
      .where("programme_id", "=", demo.id)
      .executeTakeFirstOrThrow();
    const document = structuredClone(first.document);
    document.items.find(({ key }) => key === "INOV1")!.text = { lt: "Kitaip", en: "Otherwise" };
    const version = {
      document: json(document),
      content_hash: contentHash(document),
      published_at: now,
    };
    await db()
      .insertInto("questionnaire_version")
      .values({
        ...version,
        programme_id: demo.id,
        id: randomUUID(),
        questionnaire_id: first.questionnaire_id,
        number: 2,
        equivalent_items: json(equivalent),
      })
      .execute();
    const theirs = await db()
      .selectFrom("questionnaire_version")
      .select("questionnaire_id")
      .where("programme_id", "=", other.id)
      .executeTakeFirstOrThrow();
    const id = randomUUID();
    await db()
      .insertInto("questionnaire_version")
      .values({ ...version, programme_id: other.id, id, number: 2, ...theirs })
      .execute();
    await db()
      .updateTable("wave")
      .set({ questionnaire_version_id: id })
      .where("programme_id", "=", other.id)
      .execute();
    await makeRelease(db(), { programmeId: other.id, madeBy: null, now, reason: "test" });
    const staff = await db()
      .selectFrom("staff_session")
      .select("staff_user_id")
      .executeTakeFirstOrThrow();
    await db()
      .insertInto("staff_role")
      .values({ programme_id: other.id, staff_user_id: staff.staff_user_id, role: "evaluator" })
      .execute();
    return (await ask(`${results}/compare?with=isbandykite`)).body;
  }

  it("compare across a rewording that was declared to mean the same", async () => {
    const body = await withOther({ INOV1: "INOV1" });
    expect(body).toContain("Kultūros inovacijos – kita programa");
    expect(body).not.toContain("nelyginama");
  });

  it("refuse what was reworded without that, and compare the rest", async () => {
    const body = await withOther({});
    expect(body).not.toContain("Kultūros inovacijos – kita programa");
    expect(body).toContain("nelyginama: klausimai suformuluoti kitaip");
    expect(body).toContain("Dizaino mąstymas – kita programa");
  });
});
