import { describe, expect, it } from "vitest";
import { findFigure, resultsFigures } from "../../../web/figures/all-figures.ts";
import { resultCautions } from "../../../web/figures/cautions.ts";
import type { Results } from "../../../web/figures/results.ts";
import { goldenRelease, localities, scaleTitles } from "../golden-release.ts";

function results(keep: Record<string, number> = {}): Results {
  const figures = goldenRelease(keep);
  const scales = figures.scales.map(({ key }) => ({ key, title: scaleTitles[key]! }));
  return { figures, localities, scales };
}

describe("the figures of a release", () => {
  it("have names of their own, fit for addresses and files", () => {
    const keys = resultsFigures(results(), "lt").map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain("gain-by-locality-planning");
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("are found by their name, and nothing else is", () => {
    expect(findFigure(results(), "participation", "en")?.title).toBe("How many answered");
    expect(findFigure(results(), "constructor", "en")).toBeUndefined();
  });

  it("keep a scale's key where the questionnaire has no title for it", () => {
    const untitled = { ...results(), scales: [] };
    expect(findFigure(untitled, "gain-by-locality-planning", "lt")?.title).toContain("planning");
  });

  it("share one axis over all scales and localities", () => {
    const axes = resultsFigures(results(), "lt").flatMap(({ key, chart }) =>
      chart?.kind === "forest" && key.startsWith("gain-")
        ? [`${chart.axis.minimum} ${chart.axis.maximum}`]
        : [],
    );
    expect(axes).toHaveLength(3 + 5);
    expect(new Set(axes).size).toBe(1);
  });
});

describe("one locality's figure", () => {
  it("holds the very numbers that the scales' figures hold", () => {
    const [byPlace, byScale] = ["gain-by-scale-Dorn", "gain-by-locality-digital"].map(
      (key) => findFigure(results(), key, "en")!,
    );
    const cells = (figure: typeof byPlace, name: string) =>
      figure!.table.rows.find(({ cells: [first] }) => first!.text === name)!.cells.slice(1);
    expect(cells(byPlace, "Digital skills")).toEqual(cells(byScale, "Ignalina"));
    expect(byPlace!.readings[2]!.sentences).toEqual(byScale!.readings[3]!.sentences);
  });

  it("explains itself: what, how, of whom, and what it cannot show", () => {
    for (const figure of resultsFigures(results(), "lt")) {
      for (const words of Object.values(figure.method)) expect(words).toMatch(/\.$/);
    }
  });
});

describe("what to be careful about", () => {
  it("say that no locality is best, before anybody looks for it", () => {
    expect(resultCautions(results(), "lt")[1]).toContain("Kuri vietovė geriausia");
    const alone = { ...results(), localities: results().localities.slice(0, 1) };
    expect(resultCautions(alone, "lt").join(" ")).not.toContain("Kuri vietovė geriausia");
  });

  it("count newcomers while the follow-up is still open, and nothing that is only a step", () => {
    const { figures, ...names } = results();
    const said = (approximate: ("followup" | "afterOnly")[]) => {
      const all = { ...figures.participation.all, afterOnly: 3, approximate };
      const participation = { ...figures.participation, all };
      return resultCautions({ ...names, figures: { ...figures, participation } }, "en").join(" ");
    };
    expect(said(["followup"])).toContain("answered only after the training");
    expect(said(["afterOnly"])).not.toContain("answered only after the training");
  });

  it("begins with what the design cannot show", () => {
    expect(resultCautions(results(), "en")[0]).toContain("There was no comparison group");
  });

  it("tells of drop-outs and newcomers with their numbers, once there are many", () => {
    const told = (pairs: number) => {
      const { figures, ...names } = results();
      const all = { ...figures.participation.all, before: 72, pairs, afterOnly: 8 };
      const participation = { ...figures.participation, all };
      const changed = { ...names, figures: { ...figures, participation } };
      return resultCautions(changed, "en").join(" ").replaceAll("\u00a0", " ");
    };
    expect(told(57)).toContain("Of 72 people who answered before, 57 also answered after");
    expect(told(57)).toContain("8 people answered only after");
    expect(told(58)).not.toContain("also answered after");
  });

  it("names withheld and small localities in the programme's order", () => {
    const thin = resultCautions(results({ Elm: 3, Dorn: 7 }), "lt").join(" ");
    expect(thin).toMatch(/rezultatai nerodomi[^.]*Trakai/);
  });

  it("does not call withheld what is merely not there yet", () => {
    const { figures, ...names } = results();
    const gain = { shown: false, reason: "not-closed" } as const;
    const scales = figures.scales.map((scale) => ({
      ...scale,
      localities: scale.localities.map(({ locality }) => ({ locality, gain })),
    }));
    const cautions = resultCautions({ ...names, figures: { ...figures, scales } }, "lt").join(" ");
    expect(cautions).not.toContain("rezultatai nerodomi");
  });

  it("says nothing of localities where all are shown and large", () => {
    const cautions = resultCautions(results(), "lt").join(" ");
    expect(cautions).not.toContain("rezultatai nerodomi");
  });
});
