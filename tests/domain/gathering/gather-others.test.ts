import { describe, expect, it } from "vitest";
import {
  addOther,
  otherItemsOf,
  shiftsOf,
  startOthers,
} from "../../../server/domain/gathering/gather-others.ts";
import type { PersonSheets } from "../../../server/domain/gathering/gather-pairs.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import { readyQuestionnaire } from "../questionnaire/documents.ts";

const document = readyQuestionnaire();

function gather(people: readonly PersonSheets[]) {
  const gathering = startOthers(document);
  for (const person of people) addOther(gathering, person);
  return { items: otherItemsOf(gathering), shifts: shiftsOf(gathering) };
}

const sheet = (answers: Answers) => ({ locality: "silute", answers, scores: {} });
const find = ({ items }: ReturnType<typeof gather>, item: string, wave: string) =>
  items.find((one) => one.item === item && one.wave === wave)!;

describe("answers outside the scales", () => {
  it("count whoever answered in the wave, whether they are pairs or not", () => {
    const gathered = gather([
      { after: sheet({ PAS1: 5, PAS9: 10 }) },
      { before: sheet({}), after: sheet({ PAS1: 4, PAS9: 0 }) },
      { after: sheet({ PAS1: { missing: "skipped" }, PAS9: { missing: "skipped" } }) },
    ]);
    expect(find(gathered, "PAS1", "after")).toMatchObject({
      options: [0, 0, 0, 1, 1],
      isOrdered: true,
      hasTopTwo: true,
    });
    expect(find(gathered, "PAS9", "after").options).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it("have no best two where the last option is that there was no opportunity", () => {
    const gathered = gather([
      { followup: sheet({ TAI1: 0 }) },
      { followup: sheet({ TAI1: "no-opportunity" }) },
    ]);
    expect(find(gathered, "TAI1", "followup")).toMatchObject({
      options: [1, 0, 0, 0, 1],
      hasTopTwo: false,
    });
  });

  it("count people beside options where several may be chosen", () => {
    const item = document.items.find(({ key }) => key === "KLI1")!;
    const [first, second] = "options" in item ? item.options.map(({ value }) => value) : [];
    const gathered = gather([
      { followup: sheet({ KLI1: [first!, second!] }) },
      { followup: sheet({ KLI1: [first!] }) },
      { followup: sheet({ KLI1: { missing: "skipped" } }) },
    ]);
    const { options, isMultiple, answered } = find(gathered, "KLI1", "followup");
    expect([isMultiple, answered, ...options.slice(0, 3)]).toEqual([true, 2, 2, 1, 0]);
  });

  it("leave out background, open words, and items of scales", () => {
    const told = new Set(gather([]).items.map(({ item }) => item));
    for (const key of ["BG2", "ATV1", "INOV1", "ZIN1", "GT_INOV"]) expect(told).not.toContain(key);
    expect(told).toContain("GN_INOV");
  });
});

describe("ratings looking back", () => {
  const complete: PersonSheets = {
    before: sheet({ GN_INOV: 3 }),
    after: sheet({ GN_INOV: 5, GT_INOV: 2 }),
  };

  it("are of people who rated all three", () => {
    const { shifts } = gather([
      complete,
      { before: sheet({ GN_INOV: 1 }), after: sheet({ GN_INOV: 5 }) },
      { after: sheet({ GN_INOV: 5, GT_INOV: 1 }) },
    ]);
    expect(shifts.find(({ key }) => key === "GN_INOV")).toMatchObject({
      top: 4,
      answerStep: 1,
      beforeAfter: [{ before: 2, after: 4, count: 1 }],
      beforeThen: [{ before: 2, after: 1, count: 1 }],
      thenAfter: [{ before: 1, after: 4, count: 1 }],
    });
  });

  it("have answers of the same people beside them, so that nobody is the difference", () => {
    const onlyAfter: PersonSheets = { after: sheet({ GN_INOV: 1, GT_INOV: 1 }) };
    const gathered = gather([complete, onlyAfter, { followup: sheet({ GN_INOV: 1 }) }]);
    expect(find(gathered, "GN_INOV", "after").options).toEqual([0, 0, 0, 0, 1]);
    expect(find(gathered, "GN_INOV", "before").options).toEqual([0, 0, 1, 0, 0]);
    expect(find(gathered, "GN_INOV", "followup").options).toEqual([1, 0, 0, 0, 0]);
  });
});
