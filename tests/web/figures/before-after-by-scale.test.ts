import { describe, expect, it } from "vitest";
import type { DumbbellChart } from "../../../server/domain/annex/chart.ts";
import { addParticipation } from "../../../server/domain/disclosure/participation.ts";
import { beforeAfterByScaleFigure } from "../../../web/figures/before-after-by-scale.ts";
import { aParticipation, aScale, aShownGain } from "../released.ts";

const counts = [aParticipation("A")];
const participation = { all: addParticipation(counts), localities: counts };

function figureOf(all: Parameters<typeof aScale>[1][]) {
  const scales = all.map((only, i) => ({ scale: aScale({}, only), title: `Skalė ${i + 1}` }));
  return beforeAfterByScaleFigure({ scales, participation, threshold: 5, language: "lt" });
}

describe("before and after by scale", () => {
  it("keeps the questionnaire's order, whatever the results", () => {
    const figure = figureOf([{ all: aShownGain({ gain: 1 }) }, { all: aShownGain({ gain: 30 }) }]);
    expect(figure.readings.map(({ label }) => label)).toEqual(["Skalė 1", "Skalė 2"]);
  });

  it("draws a fall like a rise", () => {
    const fall = aShownGain({ meanBefore: 70, meanAfter: 60, gain: -10, verdict: "clear-fall" });
    const chart = figureOf([{ all: fall }]).chart as DumbbellChart;
    expect(chart.rows[0]).toEqual({
      label: "Skalė 1",
      before: 70,
      after: 60,
      details: ["\u221210,0"],
    });
  });

  it("shows a withheld scale as a row with its reason", () => {
    const figure = figureOf([{ all: { shown: false, reason: "protecting" } }]);
    expect((figure.chart as DumbbellChart).rows[0]).toMatchObject({ before: null, after: null });
    expect(figure.table.rows[0]!.cells.every(({ number }) => number === null)).toBe(true);
    expect(figure.summary).toBe("Rezultatai rodomi 0 iš 1 skalės.");
  });

  it("draws nothing for a scale whose means are withheld, and still tells its change", () => {
    const bare = aShownGain({ meanBefore: null, meanAfter: null, cautions: ["at-an-end"] });
    const figure = figureOf([{ all: bare }]);
    expect((figure.chart as DumbbellChart).rows[0]).toMatchObject({ before: null, after: null });
    expect(figure.table.rows[0]!.cells[5]!.text).toBe("+18,4");
  });

  it("names each kind of question once in its notes", () => {
    const notes = figureOf([{}, {}, { kind: "knowledge" }]).notes.join(" ");
    expect(notes.match(/Tai įsivertinimas/g)).toHaveLength(1);
    expect(notes.match(/Tai žinių klausimai/g)).toHaveLength(1);
  });
});
