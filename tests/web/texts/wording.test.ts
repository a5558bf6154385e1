import { describe, expect, it } from "vitest";
import type { ShownGain, Verdict } from "../../../server/domain/disclosure/figures.ts";
import {
  disclaimer,
  forestCaption,
  type GainContext,
  gainSentence,
  gainWords,
  stepNote,
  verdictWord,
  withheldWord,
} from "../../../web/texts/wording.ts";

const prienai = { nominative: "Prienai", genitive: "Prienų", locative: "Prienuose" };
const lt: GainContext = {
  place: prienai,
  kind: "rating",
  enrolled: 13,
  threshold: 5,
  language: "lt",
};
const en: GainContext = { ...lt, language: "en" };

/** Dorn's planning scale in the golden programme: 11 pairs of 13 enrolled. */
function aGain(only: Partial<ShownGain> = {}): ShownGain {
  return {
    shown: true,
    pairs: 11,
    tier: "medium",
    decimals: 1,
    meanBefore: 65.6,
    meanAfter: 84,
    gain: 18.4,
    interval: { low: 8.8, high: 28 },
    verdict: "clear-rise",
    change: { kind: "counts", higher: 9, same: 2, lower: 0 },
    atTopBefore: null,
    cautions: [],
    ...only,
  };
}

/** No-break spaces matter to the eye, not to these sentences. */
function spoken(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

describe("the card of a clear rise", () => {
  it("speaks Lithuanian", () => {
    expect(spoken(gainSentence(aGain(), lt))).toBe(
      "Prienuose prieš mokymus ir po jų atsakė 11 iš 13 dalyvių. " +
        "Po mokymų vidutinis įsivertinimas didesnis: 84 iš 100 (prieš mokymus – 66), pokytis +18 balų. " +
        "Tikėtinos tokios grupės pokyčio ribos: nuo +9 iki +28 balų. " +
        "Aukščiau po mokymų save įvertino 9 dalyviai, vienodai – 2, žemiau – nė vienas. " +
        "Aiškus padidėjimas.",
    );
  });

  it("speaks English", () => {
    expect(spoken(gainSentence(aGain(), en))).toBe(
      "In Prienai, 11 of 13 participants answered before and after. " +
        "The average self-rating rose from 66 to 84 out of 100: +18 points. " +
        "Plausible range for a group like this: +9 to +28 points. " +
        "9 participants rated themselves higher afterwards, 2 the same, none lower. " +
        "Clear rise.",
    );
  });

  it("speaks of knowledge differently from self-ratings", () => {
    expect(gainSentence(aGain(), { ...lt, kind: "knowledge" })).toContain(
      "Po mokymų vidutinis žinių klausimų rezultatas didesnis",
    );
    expect(gainSentence(aGain(), { ...lt, kind: "knowledge" })).not.toContain("įsivertin");
    expect(gainSentence(aGain(), { ...en, kind: "knowledge" })).toContain("scored higher");
    expect(gainSentence(aGain(), { ...en, kind: "knowledge" })).not.toContain("self-rating");
  });

  it("names no place where all participants are meant", () => {
    const all = { ...lt, place: null, enrolled: 64 };
    expect(spoken(gainSentence(aGain({ pairs: 52 }), all))).toMatch(
      /^Prieš mokymus ir po jų atsakė 52 iš 64 dalyvių\./,
    );
    expect(spoken(gainSentence(aGain({ pairs: 1 }), { ...all, enrolled: 21 }))).toMatch(
      /1 iš 21 dalyvio\./,
    );
  });
});

describe("a fall", () => {
  const fall = aGain({
    meanBefore: 66,
    meanAfter: 60,
    gain: -6,
    interval: { low: -10.6, high: -1.4 },
    verdict: "clear-fall",
    change: { kind: "counts", higher: 0, same: 3, lower: 8 },
  });

  it("is told in the same calm words as a rise", () => {
    expect(spoken(gainSentence(fall, lt))).toBe(
      "Prienuose prieš mokymus ir po jų atsakė 11 iš 13 dalyvių. " +
        "Po mokymų vidutinis įsivertinimas mažesnis: 60 iš 100 (prieš mokymus – 66), pokytis −6 balai. " +
        "Tikėtinos tokios grupės pokyčio ribos: nuo −11 iki −1 balo. " +
        "Aukščiau po mokymų save įvertino 0 dalyvių, vienodai – 3, žemiau – 8. " +
        "Aiškus sumažėjimas.",
    );
    expect(spoken(gainSentence(fall, en))).toContain("fell from 66 to 60 out of 100: −6 points.");
  });

  it("takes as many words as a rise", () => {
    const words = (text: string) => text.split(/\s+/).length;
    const up = aGain({ change: { kind: "counts", higher: 8, same: 2, lower: 1 } });
    const down = { ...fall, change: { kind: "counts", higher: 1, same: 2, lower: 8 } } as const;
    expect(words(gainSentence(down, en))).toBe(words(gainSentence(up, en)));
    expect(words(gainSentence(down, lt))).toBe(words(gainSentence(up, lt)));
  });
});

describe("a small group", () => {
  const small = aGain({
    pairs: 8,
    tier: "small",
    decimals: 0,
    meanBefore: 61,
    meanAfter: 65,
    gain: 4,
    interval: { low: -5, high: 12 },
    verdict: "too-uncertain",
    change: { kind: "counts", higher: 4, same: 2, lower: 2 },
  });

  it("hears the range first and calls the mean a guess", () => {
    const [, first] = gainWords(small, lt).sentences;
    expect(spoken(first!)).toBe("Pokytis tarp −5 ir +12 balų, geriausias spėjimas +4.");
    expect(spoken(gainWords(small, en).sentences[1]!)).toBe(
      "The change is between −5 and +12 points, best guess +4.",
    );
  });

  it("shows its range at a glance, not its mean", () => {
    expect(gainWords(small, lt).headline).toEqual({
      main: "−5 … +12",
      beside: "balų; geriausias spėjimas +4",
    });
    expect(gainWords(aGain(), en).headline).toEqual({
      main: "+18",
      beside: "points; plausible range +9 to +28",
    });
  });

  it("is tagged as indicative only", () => {
    expect(gainWords(small, lt).tag).toBe("Maža grupė – tik orientacinis rezultatas");
    expect(gainWords(aGain(), lt).tag).toBeNull();
  });

  it("is too uncertain to tell, with the range that remains possible", () => {
    expect(spoken(gainWords(small, lt).verdict!)).toBe(
      "Per daug neaišku, kad būtų galima spręsti: pokytis gali būti bet koks nuo −5 iki +12 balų.",
    );
    expect(spoken(gainWords(small, en).verdict!)).toBe(
      "Too uncertain to tell: could be anything from −5 to +12 points.",
    );
  });

  it("prints no decimals even when many are handed in", () => {
    expect(gainSentence(aGain({ tier: "small", gain: 4.26 }), lt)).not.toMatch(/\d,\d/);
  });
});

describe("an end of the range near zero", () => {
  it("keeps its side by the released decimal", () => {
    const near = aGain({ interval: { low: 0.4, high: 8.2 } });
    expect(spoken(gainSentence(near, lt))).toContain("nuo +0,4 iki +8,2 balo");
  });

  it("keeps its side in words where no decimal was released", () => {
    const rise = aGain({ decimals: 0, interval: { low: 0, high: 8 } });
    const fall = aGain({ decimals: 0, interval: { low: -8, high: 0 }, verdict: "clear-fall" });
    expect(spoken(gainSentence(rise, lt))).toContain("nuo šiek tiek daugiau negu 0 iki +8 balų");
    expect(spoken(gainSentence(fall, en))).toContain("−8 to just below 0 points");
    expect(spoken(gainWords(fall, en).headline!.beside)).toBe("points; plausible range −8 to < 0");
  });
});

describe("counts that would tell of everybody", () => {
  it("are said in words", () => {
    const nearlyAll = aGain({ change: { kind: "nearly-all", direction: "higher" } });
    expect(gainSentence(nearlyAll, lt)).toContain("visi arba beveik visi dalyviai");
    expect(gainSentence(nearlyAll, en)).toContain(
      "All or nearly all participants rated themselves higher afterwards.",
    );
  });

  it("or are withheld", () => {
    const withheld = aGain({ change: { kind: "withheld" } });
    expect(gainSentence(withheld, en)).toContain("is not shown, to protect the participants");
  });
});

describe("means that were withheld", () => {
  const bare = { meanBefore: null, meanAfter: null, cautions: ["at-an-end" as const] };

  it("are left out of the sentence and explained beside it", () => {
    expect(spoken(gainSentence(aGain(bare), lt))).toContain(
      "Po mokymų vidutinis įsivertinimas didesnis: pokytis +18 balų. ",
    );
    expect(spoken(gainSentence(aGain(bare), en))).toContain("self-rating rose: +18 points.");
    expect(gainWords(aGain(bare), en).cautions).toHaveLength(1);
  });

  it("leave a small group with its range alone", () => {
    const small = gainWords(aGain({ ...bare, tier: "small", decimals: 0 }), en).sentences;
    expect(small.join(" ")).not.toContain("was ");
  });
});

describe("cautions", () => {
  it("count who was at the top before where that was released", () => {
    const counted = aGain({ cautions: ["ceiling-before"], atTopBefore: 4 });
    expect(spoken(gainWords(counted, lt).cautions[0]!)).toMatch(/^4 dalyviai jau prieš mokymus/);
    const uncounted = aGain({ cautions: ["ceiling-before"] });
    expect(gainWords(uncounted, lt).cautions[0]).toMatch(/^Dalis dalyvių/);
  });

  it("say once that counts are withheld", () => {
    const gain = aGain({ change: { kind: "withheld" }, cautions: ["counts-protecting"] });
    expect(gainWords(gain, en).cautions).toEqual([]);
    expect(gainSentence(gain, en).match(/is not shown/g)).toHaveLength(1);
  });

  it("explain a missing range once", () => {
    const alike = aGain({ interval: null, verdict: null, cautions: ["alike"] });
    expect(gainSentence(alike, en)).not.toContain("No plausible range");
    expect(gainWords(alike, en).cautions[0]).toContain("changed by about the same");
  });
});

describe("a withheld change", () => {
  it.each([
    ["no-pairs", "Susietų anketų (prieš mokymus ir po jų) porų dar nėra."],
    ["few", "Nerodoma, siekiant apsaugoti dalyvius: susietų anketų porų mažiau negu 5."],
    [
      "protecting",
      "Nerodoma, siekiant apsaugoti dalyvius: iš šių skaičių būtų galima apskaičiuoti kitos, paslėptos grupės rezultatą.",
    ],
    ["not-closed", "Bus rodoma, kai čia baigsis anketos po mokymų pildymas."],
  ] as const)("says why (%s) and nothing else", (reason, sentence) => {
    const words = gainWords({ shown: false, reason }, lt);
    expect(words).toEqual({
      sentences: [sentence],
      brief: { coverage: "", rest: [sentence] },
      headline: null,
      verdict: null,
      verdictHead: "",
      tag: null,
      cautions: [],
    });
    expect(withheldWord(reason, en).length).toBeLessThan(35);
  });
});

describe("verdicts", () => {
  const verdicts: Verdict[] = [
    "clear-rise",
    "clear-worthwhile-rise",
    "clear-fall",
    "clear-worthwhile-fall",
    "practically-unchanged",
    "too-uncertain",
  ];

  it.each(["lt", "en"] as const)("have six different names in %s", (language) => {
    const names = verdicts.map((verdict) => verdictWord(verdict, language));
    expect(new Set(names).size).toBe(6);
    expect(verdictWord(null, language)).toBe("");
  });

  it("may be missing: then no range can be given", () => {
    const alike = aGain({ interval: null, verdict: null });
    expect(gainSentence(alike, en)).toContain("No plausible range can be given for this group.");
    expect(gainWords(alike, en).verdict).toBeNull();
  });
});

describe("what stands beside the figure", () => {
  it("says that change is not cause", () => {
    expect(disclaimer("rating", "en")).toBe(
      "Self-ratings, no comparison group: this shows change, not what caused it.",
    );
    expect(disclaimer("knowledge", "lt")).toMatch(/^Tai žinių klausimai/);
  });

  it("explains only what the chart shows", () => {
    const bare = forestCaption({ hasSteadied: false, hasBand: false, differ: undefined }, "en");
    expect(bare).not.toContain("Diamonds");
    const full = forestCaption({ hasSteadied: true, hasBand: true, differ: false }, "en");
    expect(full).toContain("Diamonds");
    expect(full).toContain("does not show the towns are equal");
  });

  it("tells what one answer is worth", () => {
    expect(spoken(stepNote(5, "lt"))).toBe("Viena atsakymo pakopa viename klausime – 5 balai.");
    expect(spoken(stepNote(6.25, "lt"))).toBe("Viena atsakymo pakopa viename klausime – 6,3 balo.");
    expect(spoken(stepNote(12.5, "en"))).toBe("One answer step on one item is 12.5 points.");
  });
});
