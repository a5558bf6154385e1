import { describe, expect, it } from "vitest";
import content from "../../../db/seed/culture-identity.questionnaire.json" with { type: "json" };
import {
  compareScale,
  type TwoQuestionnaires,
} from "../../../server/domain/comparison/comparable-scales.ts";
import {
  type Item,
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../../server/domain/questionnaire/document.ts";

const one = questionnaireDocumentSchema.parse(content);

/** The same questionnaire after a change. */
function changed(change: (document: QuestionnaireDocument) => void): QuestionnaireDocument {
  const copy = structuredClone(one);
  change(copy);
  return copy;
}

function compare(scale: string, other: QuestionnaireDocument, equivalent = {}) {
  const questionnaires: TwoQuestionnaires = { one, other, equivalent };
  const result = compareScale(scale, questionnaires);
  return result.comparable ? "comparable" : result.reason;
}

function itemOf(document: QuestionnaireDocument, key: string): Item {
  return document.items.find((item) => item.key === key)!;
}

const scaleOf = (document: QuestionnaireDocument, key: string) =>
  document.scales.find((scale) => scale.key === key)!;

describe("scales of two questionnaires", () => {
  it("compare where nothing that matters differs", () => {
    const other = changed((document) => {
      document.title = { lt: "Kita anketa" };
      itemOf(document, "INOV1").help = { lt: "Paaiškinimas" };
      document.items.reverse();
    });
    for (const { key } of one.scales) expect(compare(key, other)).toBe("comparable");
  });

  it.each<[string, string, (document: QuestionnaireDocument) => void]>([
    [
      "a word of an item",
      "other-wording",
      (document) => {
        itemOf(document, "INOV2").text.lt += " visada";
      },
    ],
    [
      "an item less",
      "other-items",
      (document) => {
        scaleOf(document, "INOV").items.pop();
      },
    ],
    [
      "another item in its place",
      "other-items",
      (document) => {
        scaleOf(document, "INOV").items[0] = "SKLD1";
      },
    ],
    [
      "an item turned round",
      "other-scoring",
      (document) => {
        scaleOf(document, "INOV").reversed = ["INOV1"];
      },
    ],
    [
      "how many answers a score needs",
      "other-scoring",
      (document) => {
        scaleOf(document, "INOV").minimumAnswered = 4;
      },
    ],
    [
      "a point of the answers",
      "other-answers",
      (document) => {
        const item = itemOf(document, "INOV1");
        if (item.kind === "rating") document.answerSets[item.answerSet]!.points.pop();
      },
    ],
    [
      "the scale's kind",
      "other-kind",
      (document) => {
        scaleOf(document, "INOV").kind = "knowledge";
      },
    ],
    [
      "the scale itself",
      "not-in-both",
      (document) => {
        document.scales = document.scales.filter(({ key }) => key !== "INOV");
      },
    ],
  ])("do not compare across %s", (_, reason, change) => {
    expect(compare("INOV", changed(change))).toBe(reason);
  });

  it("do not compare where another answer is right", () => {
    const other = changed((document) => {
      const item = itemOf(document, "ZIN1");
      if (item.kind === "knowledge") item.correct = item.options.at(-1)!.value;
    });
    expect(itemOf(other, "ZIN1")).not.toEqual(itemOf(one, "ZIN1"));
    expect(compare("ZIN", other)).toBe("other-answers");
  });

  it("compare across a rewording that was declared equivalent", () => {
    const other = changed((document) => {
      const item = itemOf(document, "INOV2");
      item.key = "INOV2b";
      item.text = { lt: "Be rašybos klaidos" };
      const { items } = scaleOf(document, "INOV");
      items[items.indexOf("INOV2")] = "INOV2b";
    });
    expect(compare("INOV", other)).toBe("other-items");
    expect(compare("INOV", other, { INOV2: "INOV2b" })).toBe("comparable");
  });

  it("compare one language where the other questionnaire lacks the second", () => {
    const other = changed((document) => {
      for (const item of document.items) item.text = { lt: item.text.lt! };
    });
    expect(compare("INOV", other)).toBe("comparable");
  });
});
