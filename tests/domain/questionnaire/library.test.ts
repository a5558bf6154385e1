import { describe, expect, it } from "vitest";
import { readyQuestionnaires } from "../../../db/seed/library.ts";
import { listRemarks } from "../../../server/domain/questionnaire/remarks.ts";

const library = readyQuestionnaires();

describe("the library", () => {
  it("has a starter, an evaluation of training, a follow-up and the demonstration's questionnaire", () => {
    expect(library.map(({ key }) => key)).toEqual([
      "starter",
      "satisfaction",
      "follow-up",
      "culture-identity",
    ]);
  });

  it.each(library)(
    "$key can be published as it is, with nothing to think about",
    ({ document }) => {
      const remarks = listRemarks(document).filter(({ level }) => level !== "note");
      expect(remarks).toEqual([]);
    },
  );

  it.each(library)("$key says everything in both languages, and not the same in both", (ready) => {
    const { document, about } = ready;
    expect(document.languages).toEqual(["lt", "en"]);
    const texts = [about, document.title, ...document.items.map(({ text }) => text)];
    for (const text of texts) {
      expect(text.lt!.trim()).not.toBe("");
      expect(text.en!.trim()).not.toBe("");
      expect(text.lt).not.toBe(text.en);
    }
  });
});
