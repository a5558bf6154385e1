import { describe, expect, it } from "vitest";
import type { ForestChart } from "../../../server/domain/annex/chart.ts";
import type { ReleasedGain } from "../../../server/domain/disclosure/figures.ts";
import { addParticipation } from "../../../server/domain/disclosure/participation.ts";
import {
  type GainByLocality,
  gainAxisRange,
  gainByLocalityFigure,
} from "../../../web/figures/gain-by-locality.ts";
import { goldenRelease, localities } from "../golden-release.ts";
import { aParticipation, aScale, aShownGain } from "../released.ts";

const places = [localities[3]!, localities[1]!];
const few: ReleasedGain = { shown: false, reason: "few" };

function anInput(gains: ReleasedGain[], only: Partial<GainByLocality> = {}): GainByLocality {
  const counts = places.map(({ key }) => aParticipation(key));
  return {
    scale: aScale(Object.fromEntries(places.map(({ key }, i) => [key, gains[i]!]))),
    scaleTitle: "Planavimas",
    participation: { all: addParticipation(counts), localities: counts },
    localities: places,
    threshold: 5,
    language: "lt",
    ...only,
  };
}

function forest(input: GainByLocality): ForestChart {
  return gainByLocalityFigure(input).chart as ForestChart;
}

describe("gain by locality", () => {
  it("keeps the programme's order and puts all participants last", () => {
    const figure = gainByLocalityFigure(anInput([aShownGain({ gain: 1 }), aShownGain()]));
    const names = ["Ignalina", "Pagėgiai", "Visi dalyviai"];
    expect(figure.readings.map(({ label }) => label)).toEqual(names);
    expect(figure.table.rows.map(({ cells }) => cells[0]!.text)).toEqual(names);
    expect(forest(anInput([aShownGain(), aShownGain()])).rows.map(({ label }) => label)).toEqual(
      names,
    );
  });

  it("tells chart and table the same numbers", () => {
    const figure = gainByLocalityFigure(anInput([aShownGain(), aShownGain({ gain: -6.3 })]));
    const chart = figure.chart as ForestChart;
    const changes = figure.table.rows.map(({ cells }) => cells[5]!.number);
    expect(changes).toEqual(chart.rows.map(({ value }) => value));
    expect(figure.table.rows[1]!.cells[5]!.text).toBe("\u22126,3");
  });

  it("has a cell under every column", () => {
    const { table } = gainByLocalityFigure(anInput([aShownGain(), few]));
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  it("gives a withheld locality its reason and not one number", () => {
    const figure = gainByLocalityFigure(anInput([few, aShownGain()]));
    const [row] = figure.table.rows;
    expect(row!.isWithheld).toBe(true);
    expect(row!.cells.slice(1).every(({ number }) => number === null)).toBe(true);
    expect(row!.cells.at(-1)!.text).toBe("nerodoma (mažiau negu 5)");
    expect((figure.chart as ForestChart).rows[0]).toEqual({
      label: "Ignalina",
      value: null,
      low: null,
      high: null,
      weight: 0,
      steadied: null,
      isTotal: false,
      details: ["nerodoma (mažiau negu 5)"],
    });
    expect(figure.readings[0]!.sentences.join(" ")).not.toMatch(/11|18|84/);
  });

  it("has no dashed line when all participants are withheld too", () => {
    const scale = aScale({ Dorn: few, Birch: few }, { all: { shown: false, reason: "no-pairs" } });
    const chart = forest(anInput([few, few], { scale }));
    expect(chart.overall).toBeNull();
    expect(chart.legend).not.toHaveProperty("overall");
    expect(chart.axis).toMatchObject({ minimum: 0, maximum: 10 });
  });

  it("says in words where nearly all went one way", () => {
    const gain = aShownGain({ change: { kind: "nearly-all", direction: "higher" } });
    const figure = gainByLocalityFigure(anInput([gain, aShownGain()]));
    const [higher, same, lower] = figure.table.rows[0]!.cells.slice(8, 11);
    expect(higher).toEqual({ text: "(beveik) visi", number: null });
    expect([same!.number, lower!.number]).toEqual([null, null]);
    expect((figure.chart as ForestChart).rows[0]!.details[0]).toBe("(beveik) visi ↑");
  });

  it("draws no interval where none was released", () => {
    const gain = aShownGain({ interval: null, verdict: null, cautions: ["alike"] });
    const figure = gainByLocalityFigure(anInput([gain, aShownGain()]));
    expect((figure.chart as ForestChart).rows[0]).toMatchObject({ low: null, high: null });
    expect(figure.table.rows[0]!.cells.at(-1)!.text).toBe("–");
  });

  it("calls a locality that came after the release not closed yet", () => {
    const input = anInput([aShownGain(), aShownGain()], { localities });
    const late = gainByLocalityFigure(input).readings.find(({ label }) => label === "Trakai");
    expect(late!.isWithheld).toBe(true);
    expect(late!.sentences).toEqual(["Bus rodoma, kai čia baigsis anketos po mokymų pildymas."]);
  });

  it("shares an axis that holds every interval of several scales", () => {
    const low = aScale({ A: aShownGain({ interval: { low: -12.4, high: 3 } }) });
    const high = aScale({ A: aShownGain({ interval: { low: 2, high: 41 } }) });
    expect(gainAxisRange([low, high])).toEqual({ minimum: -20, maximum: 50 });
  });
});

describe("gain by locality of the golden programme", () => {
  const released = goldenRelease();
  const scale = released.scales.find(({ key }) => key === "planning")!;
  const figure = gainByLocalityFigure({
    scale,
    scaleTitle: "Planning",
    participation: released.participation,
    localities,
    threshold: released.threshold,
    language: "en",
  });

  it("reads Dorn's planning as the reference does", () => {
    const reading = figure.readings.find(({ label }) => label === "Ignalina")!;
    expect(reading.sentences.join(" ").replaceAll("\u00a0", " ")).toContain(
      "In Ignalina, 11 of 13 participants answered before and after. " +
        "The average self-rating rose from 66 to 84 out of 100: +18 points. " +
        "Plausible range for a group like this: +9 to +28 points.",
    );
    expect(reading.verdict).toBe("Clear rise.");
  });

  it("sums up how many localities are shown and what all participants did", () => {
    expect(figure.summary).toContain("Results are shown for 5 of 5 localities. All participants:");
  });
});
