import { describe, expect, it } from "vitest";
import content from "../../../db/seed/culture-identity.questionnaire.json" with { type: "json" };
import type { BarsChart, ForestChart } from "../../../server/domain/annex/chart.ts";
import type {
  ReleasedItem,
  ReleasedShift,
} from "../../../server/domain/disclosure/figures-tables.ts";
import { releaseItem } from "../../../server/domain/disclosure/items.ts";
import { questionnaireDocumentSchema } from "../../../server/domain/questionnaire/document.ts";
import { wilsonInterval } from "../../../server/domain/statistics/proportion.ts";
import { otherAnswerFigures, scaleDetailFigures } from "../../../web/figures/answer-figures.ts";
import { breakdownFigure } from "../../../web/figures/breakdown.ts";
import { itemAnswersFigure } from "../../../web/figures/item-answers.ts";
import { joinOptions, optionLabels } from "../../../web/figures/option-labels.ts";
import { responseShiftFigure } from "../../../web/figures/response-shift.ts";
import type { Results } from "../../../web/figures/results.ts";
import { rightAnswersFigure } from "../../../web/figures/right-answers.ts";
import { localities } from "../golden-release.ts";
import { aParticipation, aScale, aShownGain } from "../released.ts";

const document = questionnaireDocumentSchema.parse(content);
const language = "lt";

/** Counts of one item as the release would tell them; everything has closed. */
function released(
  item: string,
  options: number[],
  only: Partial<Parameters<typeof releaseItem>[0]> = {},
) {
  const closed = aParticipation("Dorn", { closedWaves: ["before", "after", "followup"] });
  const input = {
    item,
    wave: "after",
    options,
    isOrdered: true,
    hasTopTwo: false,
    ...only,
  } as const;
  return releaseItem(input, { localities: [closed], openScales: new Set(), earlier: [] });
}

function figureOf(...items: ReleasedItem[]) {
  return itemAnswersFigure({
    key: "items-x",
    title: "Mokymų vertinimas",
    items,
    document,
    language,
  });
}

describe("the labels of options", () => {
  const labelsOf = (key: string) =>
    optionLabels(document, document.items.find((item) => item.key === key)!, language);

  it("follow the order in which answers are counted", () => {
    expect(labelsOf("INOV1")[0]).toBe("Visiškai nesutinku");
    expect(labelsOf("TAI1").at(-1)).toBe("Neturėjau progos");
    expect(labelsOf("PAS9")).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(labelsOf("ZIN1").at(-1)).toBe("Nežinau");
    expect(labelsOf("ATV1")).toEqual([]);
  });

  it("join neighbours as a run and others as a list", () => {
    const labels = ["a", "b", "c", "d"];
    expect(joinOptions([1], labels)).toBe("b");
    expect(joinOptions([0, 1, 2], labels)).toBe("a – c");
    expect(joinOptions([0, 3], labels)).toBe("a, d");
  });
});

describe("answers item by item", () => {
  it("tell merged neighbours as one, in table and bar alike", () => {
    const figure = figureOf(released("PAS1", [1, 1, 4, 20, 26]));
    const words = figure.table.rows[0]!.cells.at(-1)!.text;
    expect(words).toBe(
      "Visiškai nesutinku – Nei sutinku, nei nesutinku: 6; Sutinku: 20; Visiškai sutinku: 26",
    );
    const { rows, axis } = figure.chart as BarsChart;
    expect(rows[0]!.parts.map(({ people, place }) => [people, place])).toEqual([
      [6, 0.25],
      [20, 0.75],
      [26, 1],
    ]);
    expect([axis.minimum, axis.maximum]).toEqual([-100, 100]);
    expect(rows[0]!.from).toBeCloseTo((-100 * 6) / 52, 10);
  });

  it("lie half to each side with the middle answer, and begin at zero where answers have none", () => {
    const [row] = (figureOf(released("PAS1", [5, 5, 10, 20, 10])).chart as BarsChart).rows;
    expect(row!.from).toBeCloseTo(-30, 10);
    const often = figureOf(released("TAI1", [5, 5, 10, 20, 10], { wave: "followup" }));
    const { axis, rows, shades } = often.chart as BarsChart;
    expect([axis.minimum, rows[0]!.from]).toEqual([0, 0]);
    expect(shades.map(({ place }) => place)).toEqual([0, 1 / 3, 2 / 3, 1, null]);
  });

  it("name an item once, and its second wave below it", () => {
    const before = released("INOV1", [5, 5, 10, 20, 10], { wave: "before" });
    const chart = figureOf(before, released("INOV1", [3, 3, 4, 20, 20])).chart as BarsChart;
    expect(chart.rows.map(({ label }) => label)).toEqual([
      expect.stringMatching(/ – prieš$/),
      "po",
    ]);
  });

  it("say in words where nearly all chose one answer, and have no count to give away", () => {
    const figure = figureOf(released("PAS1", [0, 0, 0, 1, 40]));
    expect(figure.table.rows[0]!.cells.at(-1)!.text).toBe(
      "visi arba beveik visi: Visiškai sutinku",
    );
    expect((figure.chart as BarsChart).rows[0]).toMatchObject({
      parts: [],
      details: [expect.stringContaining("beveik visi")],
    });
    expect(JSON.stringify(figure.table)).not.toContain("40,");
  });

  it("withhold few answers with the reason", () => {
    const figure = figureOf(released("PAS1", [1, 2, 3, 4, 5]));
    const [row] = figure.table.rows;
    expect(row!.isWithheld).toBe(true);
    expect(row!.cells.every(({ number }) => number === null)).toBe(true);
    expect(row!.cells.at(-1)!.text).toBe("nerodoma (mažiau negu 20 atsakymų)");
    expect(figure.summary).toBe("Klausimų, kurių atsakymai rodomi: 0 iš 1.");
  });

  it("tell the share of the two highest answers where it was released", () => {
    const figure = figureOf(released("PAS1", [3, 3, 4, 20, 20], { hasTopTwo: true }));
    const { low, high } = wilsonInterval(40, 50)!;
    const numbers = figure.table.rows[0]!.cells.map(({ number }) => number);
    expect(numbers.slice(2, 6)).toEqual([50, 80, Math.round(low * 100), Math.round(high * 100)]);
    expect(figureOf(released("PAS1", [3, 3, 4, 20, 20])).table.columns).toHaveLength(4);
  });

  it("have no chart where nothing is shown", () => {
    expect(figureOf(released("PAS1", [1, 2, 3, 4, 5])).chart).toBeNull();
  });

  it("have a cell under every column", () => {
    const figure = figureOf(
      released("PAS1", [3, 3, 4, 20, 20], { hasTopTwo: true }),
      released("PAS2", [1, 2, 3, 4, 5], { hasTopTwo: true }),
    );
    for (const { cells } of figure.table.rows) {
      expect(cells).toHaveLength(figure.table.columns.length);
    }
  });
});

describe("right answers", () => {
  const right = (options: number[]) =>
    rightAnswersFigure({
      scaleKey: "ZIN",
      scaleTitle: "Žinios",
      items: [released("ZIN1", options, { isOrdered: false })],
      document,
      language,
    })!;

  it("are a share with Wilson's range, beside what guessing would reach", () => {
    // ZIN1: the second of four options is right; the fifth is "I don't know".
    const figure = right([10, 30, 5, 5, 10]);
    const chart = figure.chart as ForestChart;
    const { low, high } = wilsonInterval(30, 60)!;
    expect(chart.rows[0]).toMatchObject({
      value: 50,
      low: Math.round(low * 100),
      high: Math.round(high * 100),
    });
    expect(chart.overall).toBe(25);
    expect(figure.table.rows[0]!.cells.map(({ number }) => number)).toEqual([
      null,
      null,
      60,
      50,
      chart.rows[0]!.low,
      chart.rows[0]!.high,
    ]);
  });

  it("are withheld where the right answer does not stand alone", () => {
    const figure = right([20, 2, 1, 20, 20]);
    expect(figure.table.rows[0]!.cells.slice(3).every(({ number }) => number === null)).toBe(true);
    expect((figure.chart as ForestChart).rows[0]!.value).toBeNull();
  });

  it("are not there for a scale without knowledge questions", () => {
    const items = [released("INOV1", [3, 3, 4, 20, 20])];
    const input = { scaleKey: "INOV", scaleTitle: "", items, document, language } as const;
    expect(rightAnswersFigure(input)).toBeUndefined();
  });
});

const aShift: ReleasedShift = {
  key: "GN_INOV",
  shown: true,
  people: 50,
  meanBefore: 52,
  meanThen: 41,
  meanAfter: 63.5,
  gain: { points: 11.5, interval: { low: 6.1, high: 16.9 } },
  shift: { points: -11, interval: { low: -15, high: -7 } },
  feltGain: { points: 22.5, interval: { low: 18, high: 27 } },
};

describe("looking back", () => {
  it("puts both gains and the shift side by side, the headline first", () => {
    const figure = responseShiftFigure([{ title: "Kultūros inovacijos", shift: aShift }], language);
    const chart = figure.chart as ForestChart;
    expect(chart.rows.map(({ value }) => value)).toEqual([11.5, 22.5, -11]);
    expect(chart.rows[0]!.label).toBe("Kultūros inovacijos: po − prieš");
    expect(chart.axis).toMatchObject({ minimum: -20, maximum: 30 });
    expect(figure.table.rows.map(({ cells }) => cells[0]!.text)).toEqual(
      chart.rows.map(({ label }) => label),
    );
  });

  it("withholds an area with its reason", () => {
    const shift = { key: "GN_SKLD", shown: false, reason: "few" } as const;
    const figure = responseShiftFigure([{ title: "Sklaida", shift }], language);
    expect(figure.chart).toBeNull();
    expect(figure.table.rows[0]!.isWithheld).toBe(true);
  });
});

describe("groups of participants", () => {
  const named = document.breakdowns.find(({ key }) => key === "experience")!;
  const base = {
    scale: aScale({}),
    scaleTitle: "Planavimas",
    named,
    threshold: 5,
    language,
    axis: { minimum: -20, maximum: 40 },
  } as const;

  it("are told in the questionnaire's words and order", () => {
    const figure = breakdownFigure({
      ...base,
      breakdown: {
        key: "experience",
        shown: true,
        groups: [
          { group: "up-to-5", shown: false, reason: "few" },
          { group: "6-15", shown: true, pairs: 24, gain: 12, interval: { low: 5, high: 19 } },
        ],
      },
    })!;
    expect(figure.title).toBe("Planavimas pagal: darbo patirtis");
    expect(figure.table.rows.map(({ cells }) => cells[0]!.text)).toEqual([
      "Iki 5 metų",
      "6–15 metų",
    ]);
    expect(figure.table.rows[0]!.cells.at(-1)!.text).toBe("nerodoma (mažiau negu 5)");
    expect((figure.chart as ForestChart).rows[1]).toMatchObject({ value: 12, low: 5, high: 19 });
  });

  it("are left out where the breakdown was withheld as a whole", () => {
    const breakdown = { key: "experience", shown: false, reason: "protecting" } as const;
    expect(breakdownFigure({ ...base, breakdown })).toBeUndefined();
  });
});

describe("the figures beside a scale and beside all scales", () => {
  const counts = [aParticipation("Dorn")];
  const results: Results = {
    figures: {
      format: "pokytis-release/1",
      audience: "evaluator",
      threshold: 5,
      participation: { all: counts[0]!, localities: counts },
      scales: [aScale({ Dorn: aShownGain() }, { key: "INOV" })],
      items: [
        released("INOV2", [3, 3, 4, 20, 20]),
        released("INOV1", [4, 3, 4, 20, 20]),
        released("INOV1", [9, 9, 9, 9, 9], { wave: "before" }),
        released("PAS1", [3, 3, 4, 20, 20]),
        released("PAS9", [0, 0, 0, 0, 0, 3, 4, 8, 14, 12, 10]),
        released("TAI1", [3, 3, 4, 20, 20], { wave: "followup" }),
        released("KLI1", [12, 2, 30], { wave: "followup", isMultiple: true, answered: 31 }),
      ],
      shifts: [aShift],
    },
    localities,
    scales: document.scales,
    document,
  };

  it("take the scale's own items in the questionnaire's order, before before after", () => {
    const [figure] = scaleDetailFigures(results, "INOV", language);
    expect(figure!.key).toBe("items-INOV");
    const { rows } = figure!.chart as BarsChart;
    expect(rows.map(({ label }) => label.split(" – ").at(-1))).toEqual([
      "prieš",
      "po",
      expect.any(String),
    ]);
  });

  it("tell everything else by section, looking back first", () => {
    const keys = otherAnswerFigures(results, language).map(({ key }) => key);
    expect(keys).toEqual([
      "response-shift",
      "items-satisfaction",
      "items-satisfaction-PAS9",
      "items-behaviour",
      "items-barriers",
    ]);
  });

  it("tell each option of a question by itself where several may be chosen", () => {
    const figure = otherAnswerFigures(results, language).find(
      ({ key }) => key === "items-barriers",
    )!;
    expect(figure.summary).toMatch(/^Atsakė 31\sžmogus/);
    const [often, rare, nearly] = figure.table.rows;
    expect(often!.cells.map(({ number }) => number).slice(2, 4)).toEqual([12, 39]);
    for (const row of [rare!, nearly!]) {
      expect(row.isWithheld).toBe(true);
      expect(row.cells.every(({ number }) => number === null)).toBe(true);
    }
    expect(rare!.cells.at(-1)!.text).toBe("mažiau negu 3 žmonės");
    expect(nearly!.cells.at(-1)!.text).toBe("visi arba beveik visi");
    const [, drawn] = (figure.chart as BarsChart).rows;
    expect(drawn!.parts).toEqual([]);
  });

  it("are none where the release holds no items or the questionnaire is not known", () => {
    const { items: _items, shifts: _shifts, ...figures } = results.figures;
    expect(otherAnswerFigures({ ...results, figures }, language)).toEqual([]);
    expect(scaleDetailFigures({ ...results, document: undefined }, "INOV", language)).toEqual([]);
  });
});
