import { describe, expect, it } from "vitest";
import { Problem } from "../../../server/domain/problem.ts";
import type { Item } from "../../../server/domain/questionnaire/document.ts";
import { readFormFields } from "../../../server/domain/response/form-fields.ts";
import { fillFields, readAnswers } from "../../../server/domain/response/read-answers.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";

const first = anItem("single", { key: "A" });
const rule = { match: "all", conditions: [{ item: "A", is: "equal", value: "a" }] };
const shownIfA = anItem("rating", { key: "B", showIf: rule, isRequired: true });
const last = anItem("number", { key: "C", maximum: 10 });
const items: Item[] = [first, shownIfA, anItem("information", { key: "I" }), last];
const document = aDocument(items);

const read = (body: string, more: object = {}) =>
  readAnswers({ document, items, sent: readFormFields(body), ...more });

describe("a sent form", () => {
  it("becomes typed answers; what was shown and left empty is skipped", () => {
    expect(read("A=a&B=3&C=")).toEqual({
      ok: true,
      answers: { A: "a", B: 3, C: { missing: "skipped" } },
    });
  });

  it("keeps apart what was not asked, whatever was sent for it", () => {
    for (const body of ["A=b", "A=b&B=3", "A=b&B=99"]) {
      const { answers } = read(body);
      expect(answers).toEqual({ A: "b", B: { missing: "not-asked" }, C: { missing: "skipped" } });
    }
  });

  it("says what to look at again, in the form's order, and keeps what was right", () => {
    expect(read("C=11&A=a")).toEqual({
      ok: false,
      answers: { A: "a", B: { missing: "skipped" } },
      mistakes: [
        { item: "B", code: "required", detail: {} },
        { item: "C", code: "too-large", detail: { maximum: 10 } },
      ],
    });
  });

  it("that is unfinished leaves out what is still empty and requires nothing", () => {
    expect(read("A=a", { isUnfinished: true })).toEqual({ ok: true, answers: { A: "a" } });
  });

  it("leaves answers that it does not show as they are", () => {
    expect(read("C=5", { kept: { A: "a", B: 2, C: 7 } })).toEqual({
      ok: true,
      answers: { A: "a", B: 2, C: 5 },
    });
  });

  it("follows rules on answers from earlier parts", () => {
    const part = { document, items: [shownIfA, last], sent: readFormFields("B=2") };
    expect(readAnswers({ ...part, earlier: { A: "a" } }).answers.B).toBe(2);
    expect(readAnswers({ ...part, earlier: { A: "b" } }).answers.B).toEqual({
      missing: "not-asked",
    });
  });

  it.each(["D=1", "A=a&isAdministrator=true", "__proto__=x", "B.other=x", "I=x", "constructor=1"])(
    "with a field that it does not have is refused: %s",
    (body) => {
      expect(() => read(body)).toThrow(Problem);
    },
  );

  it("is filled again from what was stored", () => {
    const { answers } = read("A=a&B=3&C=1,0");
    const fields = fillFields(items, answers);
    expect(readAnswers({ document, items, sent: fields }).answers).toEqual(answers);
  });
});
