import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../server/domain/questionnaire/checks.ts";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { aDocument, anItem, readyQuestionnaire } from "./documents.ts";

type Draft = QuestionnaireDocument;

/** The ready questionnaire with one thing spoilt, and what must be found, exactly. */
const spoilings: [what: string, spoil: (draft: Draft) => void, found: string[]][] = [
  [
    "no wave at all",
    (draft) => void Object.assign(draft, { waves: {} }),
    expectAll("no-wave waves", "wave-missing"),
  ],
  [
    "a repeated item key",
    (draft) => void draft.items.push(structuredClone(draft.items[5]!)),
    ["repeated items[68]"],
  ],
  [
    "a wave with a section that is not there",
    (draft) => void draft.waves.before!.sections.push("NOWHERE"),
    ["section-unknown waves.before.sections[9]"],
  ],
  [
    "a section asked twice in a wave",
    (draft) => void draft.waves.before!.sections.push("background"),
    expectAll("repeated waves.before.sections[9]", "item-placed-twice"),
  ],
  [
    "a section with an item that is not there",
    (draft) => void draft.sections[1]!.items.push("NOTHING"),
    ["item-unknown sections[1].items[4]"],
  ],
  [
    "an item in no section",
    (draft) => void draft.items.push(anItem("long-text", { key: "LOST" })),
    ["item-not-placed items[68]"],
  ],
  [
    "an item in two sections of a wave",
    (draft) => void draft.sections[1]!.items.push(draft.sections[2]!.items[0]!),
    expectAll("item-placed-twice"),
  ],
  [
    "an unknown answer set",
    (draft) => void Object.assign(item(draft, "INOV1"), { answerSet: "nothing" }),
    ["answer-set-unknown"],
  ],
  [
    "two points of one value",
    (draft) => void Object.assign(Object.values(draft.answerSets)[0]!.points[1]!, { value: 1 }),
    ["repeated answerSets.agreement.points[1]"],
  ],
  [
    "a correct answer that is no option",
    (draft) => void Object.assign(item(draft, "ZIN1"), { correct: "z" }),
    ["correct-unknown"],
  ],
  [
    "a looking-back item that looks at nothing",
    (draft) => void Object.assign(item(draft, "GT_INOV"), { looksBackAt: "ZIN1" }),
    ["looks-back-wrongly"],
  ],
  [
    "a scale with an open question",
    (draft) => void Object.assign(draft.scales[0]!, { items: ["INOV1", "INOV2", "ATV1"] }),
    expectAll("scale-item-kind", "scale-waves-differ"),
  ],
  [
    "a scale of two answer ranges",
    (draft) => void Object.assign(draft.scales[0]!, { items: ["PAS1", "PAS9"] }),
    ["scale-ranges-differ"],
  ],
  [
    "a reversed item from elsewhere",
    (draft) => void draft.scales[0]!.reversed.push("BEND4"),
    ["reversed-outside-scale"],
  ],
  [
    "more answers needed than a scale has items",
    (draft) => void Object.assign(draft.scales[0]!, { minimumAnswered: 5 }),
    ["minimum-above-items"],
  ],
  [
    "a breakdown by an open question",
    (draft) => void Object.assign(draft.breakdowns[0]!, { item: "ATV1" }),
    ["breakdown-item-kind"],
  ],
  [
    "a breakdown with an option in two groups",
    (draft) =>
      void draft.breakdowns[0]!.groups[0]!.values.push(draft.breakdowns[0]!.groups[1]!.values[0]!),
    ["repeated"],
  ],
  [
    "a wording that lacks English",
    (draft) => void delete item(draft, "INOV1").text.en,
    ["language-missing"],
  ],
  [
    "a wording that is blank",
    (draft) => void Object.assign(draft.sections[0]!.title, { lt: "  " }),
    ["language-missing sections[0].title"],
  ],
  [
    "a language that the document does not have",
    (draft) => void Object.assign(item(draft, "INOV1").text, { de: "?" }),
    ["language-unknown"],
  ],
  [
    "a rule on a later item",
    (draft) =>
      void Object.assign(item(draft, "INOV1"), {
        showIf: { match: "all", conditions: [{ item: "INOV2", is: "answered" }] },
      }),
    ["rule-looks-ahead"],
  ],
  [
    "a rule on an item of another wave",
    (draft) =>
      void Object.assign(item(draft, "INOV1"), {
        showIf: { match: "all", conditions: [{ item: "KLI1", is: "answered" }] },
      }),
    ["rule-looks-ahead"],
  ],
];

function item(draft: Draft, key: string) {
  return draft.items.find((candidate) => candidate.key === key)!;
}

/** Marks that the same code may be found many times. */
function expectAll(...found: string[]): string[] {
  return found;
}

describe("a document", () => {
  it("is consistent as the product ships it", () => {
    expect(checkDocument(readyQuestionnaire())).toEqual([]);
  });

  it.each(spoilings)("with %s is not published", (_what, spoil, expected) => {
    const draft = readyQuestionnaire();
    spoil(draft);
    const found = checkDocument(draft).map(({ code, path }) => `${code} ${path}`);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found)
      expect(expected.some((each) => finding.startsWith(each))).toBe(true);
    for (const each of expected)
      expect(found.some((finding) => finding.startsWith(each))).toBe(true);
  });

  it.each([
    ["number", { minimum: 5, maximum: 4 }, "minimum-above-maximum"],
    ["date", { earliest: "2017-02-01", latest: "2017-01-31" }, "minimum-above-maximum"],
    ["multiple", { minimum: 3, maximum: 2 }, "minimum-above-maximum"],
    ["multiple", { minimum: 4 }, "more-than-there-are"],
  ] as const)("with a %s limited by %o has %s", (kind, limits, code) => {
    const document = aDocument([anItem(kind, limits)]);
    expect(checkDocument(document).map((finding) => finding.code)).toEqual([code]);
  });

  it("may use no option that the form itself needs", () => {
    const own = (value: string) => [
      { value, label: { lt: value, en: value } },
      { value: "x", label: { lt: "x", en: "x" } },
    ];
    const document = aDocument([
      anItem("single", { key: "A", options: own("other"), hasOther: true }),
      anItem("single", { key: "B", options: own("other"), hasOther: false }),
      anItem("knowledge", { key: "C", options: own("dont-know"), correct: "x" }),
    ]);
    expect(checkDocument(document).map(({ code, path }) => [code, path])).toEqual([
      ["option-reserved", "items[0].options[0]"],
      ["option-reserved", "items[2].options[0]"],
    ]);
  });

  it.each([
    ["single", "at-least", "a", "rule-does-not-fit"],
    ["single", "equal", "z", "rule-value-unknown"],
    ["single", "equal", undefined, "rule-value-missing"],
    ["rating", "includes", 1, "rule-does-not-fit"],
    ["rating", "equal", "1", "rule-value-unknown"],
    ["rating", "at-most", 9, undefined],
    ["date", "at-least", "2017-01-01", undefined],
    ["multiple", "includes", "b", undefined],
  ] as const)("a rule on a %s that is %s %s gives %s", (kind, is, value, code) => {
    const target = anItem(kind, { key: "A" });
    const showIf = { match: "all", conditions: [{ item: "A", is, value }] };
    const document = aDocument([target, anItem("long-text", { key: "B", showIf })]);
    expect(checkDocument(document).map((finding) => finding.code)).toEqual(code ? [code] : []);
  });
});
