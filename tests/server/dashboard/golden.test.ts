import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { ForestChart } from "../../../server/domain/annex/chart.ts";
import type { resultsShape } from "../../../server/features/dashboard/api/shapes.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { dashboardApp, now, signInAs } from "./dashboard-app.ts";
import {
  type GoldenRow,
  golden,
  insertGoldenProgramme,
  keyOf,
  scaleKeys,
  towns,
} from "./golden-programme.ts";

const { db } = useOwnDatabase();
const slug = "golden";
let cookie: string;
let results: z.infer<typeof resultsShape>;

beforeAll(async () => {
  await insertGoldenProgramme(db(), now);
  cookie = await signInAs(db(), { slug, role: "evaluator" });
  results = JSON.parse(await ask(`/api/v1/programmes/${slug}/results`, await tokenOf()));
});

async function ask(path: string, token?: string): Promise<string> {
  const headers: Record<string, string> = token
    ? { authorization: `Bearer ${token}` }
    : { cookie, "accept-language": "lt" };
  const response = await dashboardApp(db()).request(path, { headers });
  expect(response.status).toBe(200);
  return await response.text();
}

async function tokenOf(): Promise<string> {
  const response = await dashboardApp(db()).request(`/programmes/${slug}/api/tokens`, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ name: "R", days: "30" }),
  });
  return /pokytis_[\w-]{43}/.exec(await response.text())![0];
}

/** Whether a number is the exact one as its row is rounded. */
function isRounded(value: number | null, exact: number, decimals: number): boolean {
  return value !== null && Math.abs(value - exact) <= 0.5 * 10 ** -decimals + 1e-9;
}

const changeOf = (scale: string, town?: string) => {
  const found = results.scales.find(({ key }) => key === scale)!;
  return town ? found.localities.find((one) => one.locality === keyOf(town))!.change : found.all;
};

type Change = ReturnType<typeof changeOf>;

/** Numbers against R's, where they are shown; what is withheld must have none. */
function expectTrue(change: Change, truth: GoldenRow, interval: [number, number]) {
  if (!change.shown) throw new Error(`withheld: ${change.reason}`);
  const { decimals } = change;
  const told: [number | null, number][] = [
    [change.before, truth.mean_pre],
    [change.after, truth.mean_post],
    [change.change, truth.mean_gain],
    [change.low, interval[0]],
    [change.high, interval[1]],
  ];
  for (const [value, exact] of told) {
    if (value !== null) expect([value, exact, isRounded(value, exact, decimals)]).toContain(true);
  }
  expect(change.pairs).toBe(truth.n_paired);
  if (change.higher === null) return;
  expect([change.higher, change.same, change.lower]).toEqual([
    truth.improved,
    truth.same,
    truth.declined,
  ]);
}

describe("the reference programme, answered, closed and read through the application", () => {
  it.each(scaleKeys.flatMap((scale) => towns.map((town) => [scale, town] as const)))(
    "tells R's figures of %s in %s",
    (scale, town) => {
      const truth = golden.expected[scale]!.localities[town]!;
      expectTrue(changeOf(scale, town), truth, truth.ci95);
    },
  );

  it.each(scaleKeys)("tells R's figures of %s for everybody", (scale) => {
    const truth = golden.expected[scale]!.all_participants;
    expectTrue(changeOf(scale), truth, truth.stratified_ci95);
  });

  it.each(scaleKeys)("draws and lists %s with the numbers that the API tells", async (scale) => {
    const page = await ask(`/programmes/${slug}/results/${scale}`);
    const [, attribute] = /data-chart="([^"]*)"/.exec(page)!;
    const chart = JSON.parse(
      attribute!.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ) as ForestChart;
    const csv = await ask(
      `/programmes/${slug}/results.csv?figure=gain-by-locality-${scale}&variant=raw`,
    );
    const lines = csv.trim().split(/\r?\n/);
    const changes = [...towns.map((town) => changeOf(scale, town)), changeOf(scale)];
    changes.forEach((change, i) => {
      if (!change.shown) throw new Error("withheld");
      const { value, low, high } = chart.rows[i]!;
      expect([value, low, high]).toEqual([change.change, change.low, change.high]);
      const cells = lines[i + 1]!.split(",");
      expect(cells).toContain(String(change.change));
      if (change.low !== null) expect(cells).toContain(String(change.low));
    });
  });

  it("tells who left and who stayed as R counts them", async () => {
    const csv = await ask(`/programmes/${slug}/results.csv?figure=attrition&variant=raw`);
    const lines = csv.trim().split(/\r?\n/).slice(1);
    let told = 0;
    scaleKeys.forEach((scale, i) => {
      const [, stayed, left] = lines[i]!.split(",");
      if (stayed === "") return;
      const { n_completers, n_dropouts } = golden.expected[scale]!.attrition;
      expect([Number(stayed), Number(left)]).toEqual([n_completers, n_dropouts]);
      told += 1;
    });
    expect(told).toBeGreaterThan(0);
  });
});
