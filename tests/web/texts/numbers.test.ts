import { describe, expect, it } from "vitest";
import {
  counted,
  formatChange,
  formatDay,
  formatMoment,
  formatNumber,
  formatPercent,
  formatPeriod,
  joinWords,
  pluralForm,
} from "../../../web/texts/numbers.ts";

const participants = { one: "dalyvis", few: "dalyviai", many: "dalyvio", other: "dalyvių" };

describe("numbers", () => {
  it("writes a decimal comma in Lithuanian and a point in English", () => {
    expect(formatNumber(4.21, "lt", 2)).toBe("4,21");
    expect(formatNumber(4.21, "en", 2)).toBe("4.21");
  });

  it("separates thousands with a no-break space in Lithuanian", () => {
    expect(formatNumber(12345, "lt")).toBe("12\u00a0345");
  });

  it.each(["lt", "en"] as const)("writes a true minus and a plus in %s", (language) => {
    expect(formatChange(18, language)).toBe("+18");
    expect(formatChange(-5, language)).toBe("\u22125");
    expect(formatNumber(-5, language)).toBe("\u22125");
  });

  it.each(["lt", "en"] as const)("gives no sign to what rounds to nothing in %s", (language) => {
    expect(formatChange(-0.4, language)).toBe("0");
    expect(formatNumber(-0.4, language)).toBe("0");
  });

  it("puts a no-break space before the percent sign in Lithuanian", () => {
    expect(formatPercent(0.831, "lt", 1)).toBe("83,1\u00a0%");
    expect(formatPercent(0.831, "en", 1)).toBe("83.1%");
  });
});

describe("counted nouns", () => {
  it.each([
    [0, "0\u00a0dalyvių"],
    [1, "1\u00a0dalyvis"],
    [2, "2\u00a0dalyviai"],
    [9, "9\u00a0dalyviai"],
    [11, "11\u00a0dalyvių"],
    [21, "21\u00a0dalyvis"],
    [30, "30\u00a0dalyvių"],
    [64, "64\u00a0dalyviai"],
    [77, "77\u00a0dalyviai"],
    [111, "111\u00a0dalyvių"],
  ])("counts %d in Lithuanian", (count, text) => {
    expect(counted(count, participants, "lt")).toBe(text);
  });

  it("agrees with a fraction as it is printed", () => {
    expect(counted(64.3, participants, "lt", 1)).toBe("64,3\u00a0dalyvio");
    expect(counted(18, participants, "lt", 1)).toBe("18,0\u00a0dalyvių");
  });

  it("looks at the size of a negative number", () => {
    expect(pluralForm(-6, participants, "lt")).toBe("dalyviai");
  });

  it("lists words in a sentence", () => {
    expect(joinWords(["Prienai", "Pagėgiai", "Šilutė"], "lt")).toBe("Prienai, Pagėgiai ir Šilutė");
    expect(joinWords(["Prienai", "Trakai"], "en")).toBe("Prienai and Trakai");
  });
});

describe("dates", () => {
  it("writes a day in words, held together", () => {
    expect(formatDay("2017-06-30", "lt")).toBe("2017\u00a0m. birželio 30\u00a0d.");
    expect(formatDay("2017-06-02", "lt")).toBe("2017\u00a0m. birželio 2\u00a0d.");
    expect(formatDay("2017-06-30", "en")).toBe("30\u00a0June 2017");
  });

  it.each([
    ["2017-01-02", "2017-06-30", "2017\u00a0m. sausio 2\u00a0d. – birželio 30\u00a0d."],
    [
      "2017-12-01",
      "2018-01-31",
      "2017\u00a0m. gruodžio 1\u00a0d. – 2018\u00a0m. sausio 31\u00a0d.",
    ],
    ["2017-06-30", "2017-06-30", "2017\u00a0m. birželio 30\u00a0d."],
  ])("writes the period from %s to %s in Lithuanian", (from, to, text) => {
    expect(formatPeriod(from, to, "lt")).toBe(text);
  });

  it("says a shared year once in English", () => {
    expect(formatPeriod("2017-01-02", "2017-06-30", "en")).toBe(
      "2\u00a0January – 30\u00a0June 2017",
    );
  });

  it("tells a moment in the programme's own time", () => {
    const at = new Date("2017-06-30T16:30:00Z");
    expect(formatMoment(at, "lt", "Europe/Vilnius")).toBe(
      "2017\u00a0m. birželio 30\u00a0d. 19.30\u00a0val.",
    );
    expect(formatMoment(at, "en", "Europe/Vilnius")).toBe("30\u00a0June 2017, 19:30");
  });
});
