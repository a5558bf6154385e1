import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  csvOf,
  golden,
  goldenRows,
  goldenScales,
  goldenTowns,
} from "../../domain/analysis/golden-files.ts";
import { leavesOf } from "../../domain/statistics/reference.ts";
import { aDesk, type Desk, putQuestionnaire, runAnalyse } from "./run-analyse.ts";

let desk: Desk;
beforeAll(() => {
  desk = aDesk();
});
afterAll(() => desk.clear());

async function analyse(answers: string | Uint8Array, ...more: string[]) {
  const file = desk.put("a.csv", answers);
  const files = ["--questionnaire", putQuestionnaire(desk), "--answers", file];
  const { code, stdout, stderr } = await runAnalyse(...files, ...more);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** What rests on an iterated estimate of the variance between towns. */
const iterated =
  /\.pooling\.(tau2_reml|mu|hk_q|hk_mod_se|hk_mod_ci95\.\d|prediction_interval\.\d|B_shrink\.\d|shrunken\.\d)$/;

/** Compares every expected value; says how many agree and which do not. */
function compareWithReference(analysis: unknown) {
  const ours = new Map(leavesOf(analysis));
  let agreeing = 0;
  const wrong: string[] = [];
  for (const [at, truth] of leavesOf(golden.expected)) {
    const value = ours.get(at);
    const tolerance = iterated.test(at) ? golden.tolerance.reml : golden.tolerance.closed_form;
    const isRight =
      typeof truth === "number" && typeof value === "number"
        ? Math.abs(value - truth) <= tolerance * Math.max(Math.abs(truth), tolerance)
        : value === truth;
    if (isRight) agreeing++;
    else wrong.push(`${at}: ${value} instead of ${truth}`);
  }
  return { agreeing, wrong };
}

describe("the reference programme from files", () => {
  it("gives each of the 1,184 values that R computed from the same rows", async () => {
    const analysis = await analyse(csvOf(goldenRows()));
    expect(compareWithReference(analysis)).toEqual({ agreeing: 1184, wrong: [] });
    expect(Object.keys(analysis)).toEqual([...goldenScales, "multiplicity", "items", "about"]);
  });

  it("gives them as a command of its own too", () => {
    const answers = desk.put("child.csv", csvOf(goldenRows()));
    const command = ["server/cli/run.mjs", "server/cli/analyse.ts"];
    const files = ["--questionnaire", putQuestionnaire(desk), "--answers", answers];
    const stdout = execFileSync(process.execPath, [...command, ...files], { encoding: "utf8" });
    expect(compareWithReference(JSON.parse(stdout))).toEqual({ agreeing: 1184, wrong: [] });
  });

  it("gives the same whatever the order of rows and columns", async () => {
    const [heading, ...rows] = goldenRows();
    const turned = [heading!, ...rows.reverse()].map((row) => [...row].reverse());
    const straight = await analyse(csvOf(goldenRows()));
    expect(await analyse(csvOf(turned))).toEqual(straight);
  });

  it("gives the same from a table saved by Excel", async () => {
    const excel = `\ufeff${csvOf(goldenRows(), ";")}`;
    const straight = await analyse(csvOf(goldenRows()));
    expect(await analyse(excel)).toEqual(straight);
    expect(await analyse(csvOf(goldenRows(), "\t", "\n"))).toEqual(straight);
  });

  it("says null, and nothing else, where something is undefined", async () => {
    const [heading, ...rows] = goldenRows();
    const one = rows.filter((row) => row[0] === "P2").slice(0, 1);
    const analysis = await analyse(csvOf([heading!, ...one]));
    expect(leavesOf(analysis).filter(([, value]) => value === undefined)).toEqual([]);
    expect(analysis.planning.all_participants).toMatchObject({ n_paired: 0, ci95: null, p: null });
    expect(analysis.planning.pooling).toMatchObject({ tau2_reml: null, tau2_dl: null, v: [null] });
    expect(analysis.multiplicity.holm).toEqual([null, null, null, null]);
    const full = await analyse(csvOf(goldenRows()));
    const keys = (value: unknown) => leavesOf(value).map(([at]) => at.replace(/\..*/, ""));
    expect(new Set(keys(analysis.planning.all_participants))).toEqual(
      new Set(keys(full.planning.all_participants)),
    );
  });

  it("counts people as enrolled who never answered, in the order of the list", async () => {
    const list = `locality;enrolled\r\n${[...goldenTowns]
      .reverse()
      .map((town) => `${town};30\r\n`)
      .join("")}Aukštadvaris;4\r\n`;
    const enrolled = desk.put("e.csv", `\ufeff${list}`);
    const analysis = await analyse(csvOf(goldenRows()), "--enrolled", enrolled);
    expect(analysis.about.localities).toEqual([...[...goldenTowns].reverse(), "Aukštadvaris"]);
    expect(analysis.planning.all_participants.n_enrolled).toBe(154);
    expect(analysis.planning.localities.Aukštadvaris).toMatchObject({ n_enrolled: 4, n_pre: 0 });
    expect(analysis.planning.pooling.shrunken.at(-1)).toBeNull();
    expect(analysis.planning.localities.Elm.ci95).toEqual(
      expect.arrayContaining([expect.closeTo(golden.expected.planning.localities.Elm.ci95[0], 9)]),
    );
  });
});

describe("a release from files", () => {
  const lithuanian = new Map([
    ["Alder", "Žagarė"],
    ["Birch", "Šeduva"],
    ["Cedar", "Joniškėlis"],
    ["Dorn", "Kudirkos Naumiestis"],
    ["Elm", "Ąžuolų Būda"],
  ]);
  const named = () => goldenRows((town) => lithuanian.get(town)!);
  /** Šeduva keeps the sheets of four people: fewer than anybody may see. */
  const withSmallTown = () => {
    const people = [
      ...new Set(
        named()
          .filter((row) => row[1] === "Šeduva")
          .map((row) => row[0]),
      ),
    ];
    const both = people.filter((pair) => named().filter((row) => row[0] === pair).length === 2);
    return named().filter((row) => row[1] !== "Šeduva" || both.slice(0, 4).includes(row[0]!));
  };

  it("keeps Lithuanian names as they are written", async () => {
    const analysis = await analyse(csvOf(named()));
    expect(analysis.about.localities).toEqual(
      [...lithuanian.values()].sort((one, other) => (one < other ? -1 : 1)),
    );
    expect(analysis.digital.localities.Žagarė.mean_gain).toBeCloseTo(
      golden.expected.digital.localities.Alder.mean_gain,
      9,
    );
    const apart = await analyse(csvOf(named()).normalize("NFD"));
    expect(apart).toEqual(analysis);
  });

  it("withholds the small locality, and another that would give it away", async () => {
    const open = await analyse(csvOf(withSmallTown()));
    expect(open.planning.localities.Šeduva.n_paired).toBe(4);
    const released = await analyse(csvOf(withSmallTown()), "--release");
    expect(released).toMatchObject({
      format: "pokytis-release/1",
      audience: "evaluator",
      threshold: 5,
    });
    for (const scale of released.scales) {
      const gains = new Map(
        scale.localities.map((one: { locality: string; gain: object }) => [one.locality, one.gain]),
      );
      expect(gains.get("Šeduva")).toEqual({ shown: false, reason: "few" });
      expect([...gains.values()]).toContainEqual({ shown: false, reason: "protecting" });
    }
  });

  it("follows the threshold, the audience and the waves that have closed", async () => {
    const shown = (figures: {
      scales: { all: unknown; localities: { gain: { shown: boolean } }[] }[];
    }) => figures.scales[0]!.localities.filter(({ gain }) => gain.shown).length;
    const wide = await analyse(csvOf(named()), "--release");
    const narrow = await analyse(csvOf(named()), "--release", "--threshold", "10");
    const open = await analyse(csvOf(named()), "--release", "--audience", "public");
    expect(narrow.threshold).toBe(10);
    expect(open).toMatchObject({ audience: "public", threshold: 10 });
    expect(shown(wide)).toBe(5);
    expect(shown(narrow)).toBeLessThan(shown(wide));
    const rows = [...lithuanian.values()].map((town) => `${town},20,before\r\n`).join("");
    const enrolled = desk.put("closed.csv", `locality,enrolled,closed\r\n${rows}`);
    const early = await analyse(csvOf(named()), "--release", "--enrolled", enrolled);
    expect(early.scales[0].all).toEqual({ shown: false, reason: "not-closed" });
  });
});

describe("docs/DATA.md", () => {
  const page = fs.readFileSync("docs/DATA.md", "utf8");
  const example = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, text]) => text!);
  const files = () => {
    const [questionnaire, answers, enrolled] = [...example("json"), ...example("csv")];
    return [
      ...["--questionnaire", desk.put("doc.json", questionnaire!)],
      ...["--answers", desk.put("doc.csv", answers!)],
      ...["--enrolled", desk.put("doc-e.csv", enrolled!)],
    ];
  };

  it("shows files that can be analysed as they stand", async () => {
    const { code, stdout, stderr } = await runAnalyse(...files());
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { PLANNING, KNOWLEDGE } = JSON.parse(stdout);
    // K3: 1, 2 and 3 reversed are 1 of 6 steps, then 5; R7: 2 and 2 reversed are half, then 6.
    expect(PLANNING.localities.Žagarė).toMatchObject({ n_enrolled: 11, n_paired: 2, improved: 2 });
    expect(PLANNING.localities.Žagarė.mean_gain).toBeCloseTo((400 / 6 + 50) / 2, 10);
    expect(KNOWLEDGE.all_participants).toMatchObject({ n_pre: 3, mean_pre: 0, mean_post: 100 });
    const released = JSON.parse((await runAnalyse(...files(), "--release")).stdout);
    expect(released.scales[0].localities[1]).toMatchObject({
      locality: "Žagarė",
      gain: { shown: false, reason: "few" },
    });
  });

  it("explains every key of the output", async () => {
    const data = new Set([...goldenTowns, ...goldenScales]);
    const isKey = (key: string) => !/^\d|_\d+$|^(right|wrong)$/.test(key) && !data.has(key);
    const analysis = await analyse(csvOf(goldenRows()));
    const keys = new Set(leavesOf(analysis).flatMap(([at]) => at.split(".").filter(isKey)));
    expect([...keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
    expect(keys.size).toBeGreaterThan(150);
  });
});
