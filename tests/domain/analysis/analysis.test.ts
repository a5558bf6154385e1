import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAnalysis } from "../../../server/domain/analysis/analysis.ts";
import { type FiledResponse, readResponses } from "../../../server/domain/analysis/answers-file.ts";
import { gatherResponses } from "../../../server/domain/analysis/gathered.ts";
import { groupByLocality, releaseInputOf } from "../../../server/domain/analysis/groups.ts";
import { measuresOf } from "../../../server/domain/analysis/measures.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import {
  type Item,
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../../server/domain/questionnaire/document.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";
import { leavesOf } from "../statistics/reference.ts";
import { csvOf, goldenQuestionnaire, goldenRows } from "./golden-files.ts";

const waves = ["before", "after"];
const words = (text: string) => ({ lt: text, en: text });
const scale = (key: string, kind: "rating" | "knowledge", items: string[]) => {
  return { key, kind, items, title: words(key), reversed: [] };
};

function gather(document: QuestionnaireDocument, responses: Iterable<FiledResponse>) {
  const measures = measuresOf(document);
  const gathered = gatherResponses(measures, responses);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered.faults));
  return { measures, gathered: gathered.content };
}

/** The analysis of a table of answers to these items. */
function analyse(items: readonly Item[], scales: QuestionnaireDocument["scales"], table: string) {
  const document = aDocument(items, { scales });
  const rows = readResponses(document, table.trim().replaceAll(/\n\s+/g, "\n"));
  const responses = [...rows].map((row) => {
    if ("code" in row) throw new Error(JSON.stringify(row));
    return row;
  });
  // As whoever runs the command gets it.
  return JSON.parse(JSON.stringify(buildAnalysis(gather(document, responses))));
}

const knowing = [
  anItem("knowledge", { key: "K1", waves }),
  anItem("knowledge", { key: "K2", waves }),
];

describe("scores from files", () => {
  it("count knowledge left empty, or not known, as no points, and what was not asked as no score", () => {
    const { T, items } = analyse(
      knowing,
      [scale("T", "knowledge", ["K1", "K2"])],
      `pair,locality,wave,K1,K2
      P,L,before,b,
      P,L,after,b,b
      Q,L,before,~dont-know,a
      R,L,before,b,~not-asked`,
    );
    expect(T.all_participants).toMatchObject({
      n_pre: 2,
      n_paired: 1,
      mean_pre: 50,
      mean_post: 100,
    });
    expect(T.reliability_pre).toMatchObject({ n_complete: 2, items: { K1: { mean: 50 } } });
    expect(items.K1).toMatchObject({
      kind: "knowledge",
      pre: { n_answered: 2, missing: { dont_know: 1 }, counts: { a: 0, b: 2, c: 0 } },
    });
    expect(items.K2).toMatchObject({
      pre: { missing: { skipped: 1, not_asked: 1, dont_know: 0 } },
    });
  });

  it("leave “no opportunity” out of scales and keep it among the answers", () => {
    const rated = ["A", "B", "C"].map((key) => anItem("rating", { key, waves }));
    const { S, items } = analyse(
      rated,
      [scale("S", "rating", ["A", "B", "C"])],
      `pair,locality,wave,A,B,C
      P,L,before,1,3,no-opportunity
      P,L,after,5,~cannot-answer,~not-reached`,
    );
    expect(S.all_participants).toMatchObject({ n_pre: 1, n_post: 0, mean_pre: null });
    expect(S.attrition).toMatchObject({ mean_pre_dropouts: 25 });
    expect(items.C).toMatchObject({
      pre: { n_answered: 1, counts: { "1": 0, "no-opportunity": 1 }, mean_position: null },
      post: { n_answered: 0, missing: { not_reached: 1 } },
    });
  });

  it("set looking back beside before and after, of the people who gave all three", () => {
    const items = [
      anItem("rating", { key: "NOW", waves }),
      anItem("rating", { key: "BACK", waves: ["after"], looksBackAt: "NOW" }),
    ];
    const { items: figures } = analyse(
      items,
      [],
      `pair,locality,wave,NOW,BACK
      P,L,before,4,
      P,L,after,4,2
      Q,L,before,3,
      Q,L,after,5,2
      R,L,before,1,
      R,L,after,1,`,
    );
    expect(figures.NOW.response_shift).toMatchObject({
      n: 2,
      pre_to_post: { mean_gain: 25 },
      pre_to_then: { mean_gain: -37.5 },
      then_to_post: { mean_gain: 62.5 },
    });
    expect(figures.BACK).not.toHaveProperty("response_shift");
  });

  it("count what people wrote, and repeat none of it", () => {
    const items = [anItem("long-text", { key: "WORDS" }), anItem("number", { key: "AGE" })];
    const figures = analyse(
      items,
      [],
      `pair,locality,wave,WORDS,AGE
      P,L,before,mano paslaptis,41`,
    );
    expect(figures.items).toEqual({
      WORDS: { kind: "long-text", pre: expect.objectContaining({ n_answered: 1 }) },
      AGE: { kind: "number", pre: expect.objectContaining({ n_answered: 1 }) },
    });
    expect(JSON.stringify(figures)).not.toContain("paslaptis");
  });
});

describe("localities from files", () => {
  const items = [anItem("rating", { key: "A", waves })];
  const scales = [scale("S", "rating", ["A"])];

  it("keep their names, however odd, and lists name their order", () => {
    const names = ["__proto__", "10", "9", "constructor", "Ąžuolynė"];
    const rows = names.flatMap((name, i) => [
      `P${i},${name},before,2`,
      `P${i},${name},after,${(i % 4) + 1}`,
      `Q${i},${name},before,1`,
      `Q${i},${name},after,3`,
    ]);
    const { S, about } = analyse(items, scales, ["pair,locality,wave,A", ...rows].join("\n"));
    expect(about.localities).toEqual(["10", "9", "__proto__", "constructor", "Ąžuolynė"]);
    expect(Object.keys(S.localities).sort()).toEqual([...names].sort());
    expect(names.every((name) => S.localities[name].n_paired === 2)).toBe(true);
    expect(S.pooling.shrunken).toHaveLength(5);
  });

  it("come in the order of the list of the enrolled, those without answers too", () => {
    const document = aDocument(items, { scales });
    const rows = [...readResponses(document, "pair,locality,wave,A\nP,Elm,before,2\n")];
    const enrolments = ["Zeta", "Elm", "Alder"].map((locality) => ({ locality, enrolled: 7 }));
    const analysis = buildAnalysis({ ...gather(document, rows as FiledResponse[]), enrolments });
    expect(analysis.about.localities).toEqual(["Zeta", "Elm", "Alder"]);
    expect(analysis.about.participation).toMatchObject({
      Zeta: { n_enrolled: 7, n_pre: 0 },
      Elm: { n_enrolled: 7, n_pre: 1, n_pre_only: 1, n_followup: 0 },
    });
  });
});

describe("the whole", () => {
  const document = questionnaireDocumentSchema.parse(goldenQuestionnaire());
  const responses = [...readResponses(document, csvOf(goldenRows()))] as FiledResponse[];

  it("is the same in any order of responses, to the last digit", () => {
    const whole = JSON.stringify(buildAnalysis(gather(document, responses)));
    const orders = fc.shuffledSubarray(responses, { minLength: responses.length });
    fc.assert(
      fc.property(orders, (shuffled) => {
        expect(JSON.stringify(buildAnalysis(gather(document, shuffled)))).toBe(whole);
      }),
      { numRuns: 3 },
    );
  });

  it("has only numbers that are numbers", () => {
    const some = responses.filter((_, index) => index % 9 === 0);
    for (const part of [responses, some, some.slice(0, 1)]) {
      const values = leavesOf(buildAnalysis(gather(document, part))).map(([, value]) => value);
      const strange = values.filter(
        (value) => value === undefined || (typeof value === "number" && !Number.isFinite(value)),
      );
      expect(strange).toEqual([]);
    }
  });

  it("makes the very release that the product makes of the same cells", () => {
    const { measures, gathered } = gather(document, responses);
    const input = releaseInputOf(groupByLocality(gathered), measures, {
      threshold: 5,
      smallestWorthwhile: null,
    });
    expect(input.localities.map(({ locality, pairs }) => [locality, pairs])).toEqual([
      ["Alder", 15],
      ["Birch", 10],
      ["Cedar", 13],
      ["Dorn", 11],
      ["Elm", 9],
    ]);
    expect(input.localities[0]).toMatchObject({ closedWaves: ["before", "after"], followup: 0 });
    expect(input.scales.map(({ key, top, answerStep }) => [key, top, answerStep])).toEqual([
      ["planning", 240, 12],
      ["communication", 48, 3],
      ["digital", 240, 10],
      ["knowledge", 10, 1],
    ]);
    expect(release(input, "evaluator").scales).toHaveLength(4);
  });
});
