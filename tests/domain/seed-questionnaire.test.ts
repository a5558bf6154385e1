import fs from "node:fs";
import { expect, it } from "vitest";
import { questionnaireDocumentSchema } from "../../server/domain/questionnaire/document.ts";

const text = fs.readFileSync("db/seed/culture-identity.questionnaire.json", "utf8");

it("the ready questionnaire follows the documented format and keeps the instrument's numbers", () => {
  const document = questionnaireDocumentSchema.parse(JSON.parse(text));
  const asked = (wave: "before" | "after" | "followup") =>
    new Set(
      document.waves[wave]!.sections.filter((key) => key !== "background")
        .flatMap((key) => document.sections.find((section) => section.key === key)!.items)
        .filter((key) => document.items.find((item) => item.key === key)!.waves.includes(wave)),
    ).size;
  expect(document.items).toHaveLength(68);
  expect([asked("before"), asked("after"), asked("followup")]).toEqual([38, 55, 18]);
  expect(document.scales.flatMap((scale) => scale.reversed)).toEqual(["BEND4", "DIZM4"]);
});
