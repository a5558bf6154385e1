import { describe, expect, it } from "vitest";
import {
  addParticipation,
  releaseParticipation,
} from "../../../server/domain/disclosure/participation.ts";
import { participationFigure } from "../../../web/figures/participation.ts";
import { localities } from "../golden-release.ts";
import { aParticipation } from "../released.ts";

const places = localities.slice(0, 2);

function figureOf(counts: ReturnType<typeof aParticipation>[]) {
  const shown = counts.map((one) => releaseParticipation(one, 0));
  const participation = { all: addParticipation(shown), localities: shown };
  return participationFigure({ participation, localities: places, language: "lt" });
}

const texts = (figure: ReturnType<typeof figureOf>, row: number) =>
  figure.table.rows[row]!.cells.map(({ text }) => text);

describe("participation", () => {
  it("is exact where waves have closed", () => {
    const figure = figureOf([
      aParticipation("Alder"),
      aParticipation("Birch", { closedWaves: ["before", "after", "followup"], followup: 4 }),
    ]);
    expect(texts(figure, 1)).toEqual(["Pagėgiai", "13", "13", "11", "11", "2", "0", "4"]);
    expect(figure.summary).toContain("22 iš 26\u00a0mokymų ciklo dalyvių");
  });

  it("counts in steps while a wave is open, in rows and total", () => {
    const figure = figureOf([
      aParticipation("Alder"),
      aParticipation("Birch", {
        closedWaves: ["before"],
        after: 3,
        pairs: 3,
        beforeOnly: 10,
        afterOnly: 0,
      }),
    ]);
    expect(texts(figure, 1)).toEqual(["Pagėgiai", "13", "13", "1–4", "1–4", "10–13", "0", "0"]);
    expect(texts(figure, 2).slice(0, 5)).toEqual(["Visi dalyviai", "26", "26", "12–15", "12–15"]);
    expect(figure.table.rows[2]!.cells[4]!.number).toBeNull();
    expect(figure.notes[0]).toContain("pakopomis");
  });

  it("tells the same whether three or four have answered in an open wave", () => {
    const open = (after: number) =>
      aParticipation("Birch", {
        closedWaves: ["before"],
        after,
        pairs: after,
        beforeOnly: 13 - after,
        afterOnly: 0,
      });
    const [three, four] = [2, 3].map((after) => figureOf([aParticipation("Alder"), open(after)]));
    expect(three).toEqual(four);
  });
});
