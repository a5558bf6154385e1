import { describe, expect, it } from "vitest";
import {
  completeAnswers,
  completenessOf,
} from "../../../server/domain/response/complete-answers.ts";
import { aDocument, anItem, readyQuestionnaire } from "../questionnaire/documents.ts";

describe("a complete response", () => {
  const document = readyQuestionnaire();

  it("has an entry for every item of its wave", () => {
    const answers = completeAnswers(document, {
      wave: "before",
      isNewcomer: true,
      answers: { INOV1: 4 },
    });
    expect(Object.keys(answers)).toHaveLength(
      document.items.filter((item) => item.waves.includes("before")).length,
    );
    expect(answers.INOV1).toBe(4);
    expect(answers.INOV2).toEqual({ missing: "not-reached" });
  });

  it("tells background that was not asked again from what was never reached", () => {
    const answers = completeAnswers(document, { wave: "after", isNewcomer: false, answers: {} });
    const background = document.sections.find((section) => section.purpose === "background")!;
    for (const key of background.items) {
      if (key in answers) expect(answers[key]).toEqual({ missing: "not-asked" });
    }
    expect(answers.INOV1).toEqual({ missing: "not-reached" });
  });

  it("drops what was answered before a rule hid it", () => {
    const showIf = { match: "all", conditions: [{ item: "A", is: "equal", value: "a" }] };
    const small = aDocument([
      anItem("single", { key: "A" }),
      anItem("rating", { key: "B", showIf }),
    ]);
    const answers = { A: "b", B: 5 };
    expect(completeAnswers(small, { wave: "before", isNewcomer: true, answers })).toEqual({
      A: "b",
      B: { missing: "not-asked" },
    });
  });
});

describe("completeness", () => {
  it("counts what participants call an answer", () => {
    const items = [
      anItem("rating", { key: "A" }),
      anItem("rating", { key: "B" }),
      anItem("knowledge", { key: "C" }),
      anItem("consent", { key: "D" }),
      anItem("information", { key: "E" }),
      anItem("long-text", { key: "F" }),
    ];
    const answers = {
      A: { missing: "cannot-answer" },
      B: { missing: "skipped" },
      C: { missing: "dont-know" },
    } as const;
    const found = completenessOf(aDocument(items), { wave: "before", isNewcomer: true, answers });
    expect(found).toEqual({ asked: 4, answered: 2, unanswered: ["B", "F"] });
  });
});
