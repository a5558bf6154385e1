import { describe, expect, it } from "vitest";
import {
  type QuestionnaireDraft,
  questionnaireDraftSchema,
} from "../../../server/domain/questionnaire/document.ts";
import { emptyDraft, tidyDraft } from "../../../server/domain/questionnaire/draft.ts";
import { estimateMinutes } from "../../../server/domain/questionnaire/reading-length.ts";
import { canPublish, listRemarks } from "../../../server/domain/questionnaire/remarks.ts";
import { aDocument, agreement, anItem, readyQuestionnaire } from "./documents.ts";

const told = (draft: QuestionnaireDraft) =>
  listRemarks(draft).map(({ level, code, path }) => `${level} ${code} ${path}`);
const both = { waves: ["before", "after"] };
const rule = (match: string, ...conditions: object[]) => ({ showIf: { match, conditions } });
const words = (text: string) => ({ lt: text, en: text });

describe("a draft", () => {
  it("that is empty lacks sections and items, and may be kept but not published", () => {
    const empty = emptyDraft({ key: "new", title: words("Nauja"), languages: ["lt", "en"] });
    expect(questionnaireDraftSchema.parse(empty)).toEqual(empty);
    expect(told(empty)).toEqual([
      "error wave-empty waves.before.sections",
      "error wave-empty waves.after.sections",
      "error no-sections sections",
      "error no-items items",
    ]);
    expect(canPublish(listRemarks(empty))).toBe(false);
  });

  it("that is ready gets no error", () => {
    const remarks = listRemarks(readyQuestionnaire());
    expect(remarks.filter(({ level }) => level === "error")).toEqual([]);
    expect(canPublish(remarks)).toBe(true);
  });

  it("keeps wordings of a language it no longer has, and is published without them", () => {
    const draft = { ...aDocument([anItem("consent")]), languages: ["lt"] };
    expect(told(draft)).toEqual([]);
    expect(tidyDraft(draft).items[0]!.text).toEqual({ lt: "?" });
    expect(draft.items[0]!.text).toEqual(words("?"));
  });

  it("is published without optional wordings that say nothing", () => {
    const item = anItem("number", { unit: words(" "), help: words("") });
    expect(tidyDraft(aDocument([item])).items[0]).not.toHaveProperty("unit");
    expect(told(aDocument([item]))).toEqual([]);
  });
});

const scaleOf = (items: string[], more: object = {}) => ({
  scales: [{ key: "SC", title: words("s"), kind: "rating" as const, items, reversed: [], ...more }],
});
const ratings = (count: number, more: object = both) =>
  Array.from({ length: count }, (_, at) => anItem("rating", { key: `R${at + 1}`, ...more }));
const keys = (count: number) => ratings(count).map(({ key }) => key);

const cases: [what: string, draft: QuestionnaireDraft, found: string[]][] = [
  [
    "lacks options and a right answer",
    aDraft({ kind: "knowledge", options: [], correct: "" }),
    ["error options-too-few items[0].options", "error correct-missing items[0].correct"],
  ],
  [
    "rates by nothing",
    aDraft({ kind: "rating", answerSet: "" }),
    ["error answer-set-missing items[0].answerSet"],
  ],
  [
    "says nothing in one language",
    aDraft({ kind: "consent", text: { lt: "Taip" } }),
    ["error language-missing items[0].text"],
  ],
  [
    "has a scale of 37 items, whose scores would not be exact",
    aDocument(ratings(37), scaleOf(keys(37))),
    ["error scale-too-long scales[0]", "note scale-one-direction scales[0]"],
  ],
  [
    "has a scale of 36 items",
    aDocument(ratings(36), scaleOf(keys(36))),
    ["note scale-one-direction scales[0]"],
  ],
  [
    "reverses one of its items",
    aDocument(ratings(4), scaleOf(keys(4), { reversed: ["R2"] })),
    ["note scale-reversed scales[0]"],
  ],
  [
    "reverses most of its items",
    aDocument(ratings(4), scaleOf(keys(4), { reversed: ["R2", "R3", "R4"] })),
    ["warning scale-mostly-reversed scales[0]"],
  ],
  [
    "has a scale of one item",
    aDocument(ratings(1), scaleOf(keys(1))),
    ["warning scale-short scales[0]"],
  ],
  [
    "has a scale asked in one wave of two",
    aDocument([...ratings(2, { waves: ["after"] }), anItem("consent", both)], scaleOf(keys(2))),
    ["warning scale-not-in-both scales[0]"],
  ],
  [
    "steps unevenly between points",
    aDocument(ratings(1), {
      answerSets: { agree: { points: [1, 2, 4].map((value) => ({ value, label: words("p") })) } },
    }),
    ["warning points-uneven answerSets.agree.points"],
  ],
  [
    "always has its right answer in the same place",
    aDocument([1, 2, 3, 4].map((at) => anItem("knowledge", { key: `K${at}` }))),
    ["warning correct-always-same items[0]"],
  ],
  [
    "asks at too great a length",
    aDocument([anItem("consent"), anItem("rating", { key: "L", text: words("ž".repeat(301)) })]),
    ["warning text-long items[1].text"],
  ],
  [
    "wants two answers at once of a question that takes one",
    aDocument([
      anItem("single"),
      anItem("consent", {
        key: "C",
        ...rule(
          "all",
          { item: "Q", is: "equal", value: "a" },
          { item: "Q", is: "equal", value: "b" },
        ),
      }),
      anItem("consent", { key: "D", ...rule("all", { item: "C", is: "answered" }) }),
    ]),
    ["warning unreachable items[1].showIf", "warning unreachable items[2].showIf"],
  ],
  [
    "wants a number beyond its limit",
    aDocument([
      anItem("number", { maximum: 10 }),
      anItem("consent", { key: "C", ...rule("any", { item: "Q", is: "at-least", value: 11 }) }),
    ]),
    ["warning unreachable items[1].showIf"],
  ],
  [
    "wants a number at its limit, or one of two options",
    aDocument([
      anItem("number", { maximum: 10 }),
      anItem("single", { key: "S" }),
      anItem("consent", { key: "C", ...rule("all", { item: "Q", is: "at-least", value: 10 }) }),
      anItem("consent", {
        key: "D",
        ...rule(
          "any",
          { item: "S", is: "equal", value: "a" },
          { item: "S", is: "equal", value: "b" },
        ),
      }),
    ]),
    [],
  ],
];

function aDraft(item: object): QuestionnaireDraft {
  const whole = { key: "Q", text: words("?"), waves: ["before"], ...item };
  const document = aDocument([anItem("consent")]);
  return questionnaireDraftSchema.parse({
    ...document,
    items: [whole],
    answerSets: { agree: agreement },
  });
}

describe("remarks", () => {
  it.each(cases)("on a draft that %s", (_what, draft, found) => {
    expect(told(draft)).toEqual(found);
  });

  it("say when a wave takes longer than participants are told", () => {
    const ready = readyQuestionnaire();
    ready.waves.before!.minutes = 2;
    const found = listRemarks(ready).find(({ code }) => code === "minutes-too-few");
    expect(found).toMatchObject({ level: "warning", path: "waves.before", key: "before" });
    expect(Number(found!.detail)).toBe(estimateMinutes(ready, "before"));
  });
});

describe("the reading length", () => {
  it("is near what the ready questionnaire tells its participants", () => {
    const ready = readyQuestionnaire();
    for (const wave of ["before", "after", "followup"] as const) {
      const minutes = estimateMinutes(ready, wave);
      expect(minutes).toBeGreaterThanOrEqual(ready.waves[wave]!.minutes! / 2);
      expect(minutes).toBeLessThanOrEqual(ready.waves[wave]!.minutes! * 1.5);
    }
  });

  it("is a minute for 863 characters, of the longer language", () => {
    const item = anItem("information", { text: { lt: "a".repeat(863 * 3), en: "a" } });
    const document = aDocument([item], {
      sections: [{ key: "S", title: {}, purpose: "other", items: ["Q"] }],
    });
    expect(estimateMinutes(document, "before")).toBe(3);
  });
});
