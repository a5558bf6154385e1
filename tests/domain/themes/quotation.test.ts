import { describe, expect, it } from "vitest";
import { readQuotation } from "../../../server/domain/themes/quotation.ts";

const answer = "Ačiū Rasai už drąsą.\nDabar kalbuosi su žmonėmis,\n o ne su popieriais.";

describe("a quotation", () => {
  it.each([
    ["the whole answer, on one line", answer, answer.replace(/\s+/gu, " ")],
    [
      "a name left out",
      "Ačiū […] už drąsą. Dabar kalbuosi su žmonėmis, o ne su popieriais.",
      "Ačiū […] už drąsą. Dabar kalbuosi su žmonėmis, o ne su popieriais.",
    ],
    ["three dots for the mark", "Ačiū [...] popieriais.", "Ačiū […] popieriais."],
    [
      "a part from the middle",
      "[…] Dabar kalbuosi su žmonėmis […]",
      "[…] Dabar kalbuosi su žmonėmis […]",
    ],
    ["a mark without spaces", "Ačiū[…]popieriais.", "Ačiū […] popieriais."],
  ])("may be %s", (_, written, text) => {
    expect(readQuotation(answer, written)).toEqual({ ok: true, text });
  });

  it.each([
    ["other words", "Ačiū Rūtai už drąsą. […]"],
    ["words in another order", "[…] popieriais. Dabar kalbuosi […]"],
    ["parts in another order", "[…] popieriais. […] Dabar kalbuosi […]"],
    ["a beginning cut off without a mark", "už drąsą. […]"],
    ["an end cut off without a mark", "Ačiū Rasai"],
    ["the same words twice", "[…] popieriais. […] popieriais."],
    ["overlapping parts", "Ačiū Rasai už […] Rasai už […]"],
  ])("refuses %s", (_, written) => {
    expect(readQuotation(answer, written)).toEqual({ ok: false, mistake: "other-words" });
  });

  it.each(["", "  \n", "[…]", "[...] […]"])("must have words: %j", (written) => {
    expect(readQuotation(answer, written)).toEqual({ ok: false, mistake: "empty" });
  });
});
