import { describe, expect, it } from "vitest";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { renameItem } from "../../../server/domain/questionnaire/edit-structure.ts";
import { compareVersions } from "../../../server/domain/questionnaire/version-changes.ts";
import { readyQuestionnaire } from "./documents.ts";

const earlier = readyQuestionnaire();
const changed = (change: (later: QuestionnaireDocument) => void) => {
  const later = readyQuestionnaire();
  change(later);
  return compareVersions(earlier, later);
};
const matchIn = (changes: ReturnType<typeof compareVersions>, key: string) =>
  changes.items.find((match) => match.key === key);
const item = (document: QuestionnaireDocument, key: string) =>
  document.items.find((one) => one.key === key)!;

describe("two versions", () => {
  it("that are equal continue every item, and nothing else is told", () => {
    const changes = compareVersions(earlier, readyQuestionnaire());
    expect(
      changes.items.every(({ proposal, changes: own }) => proposal === "same" && !own[0]),
    ).toBe(true);
    expect(changes.removedItems).toEqual([]);
    expect([changes.addedScales, changes.removedScales, changes.changedScales]).toEqual([
      [],
      [],
      [],
    ]);
  });

  const cases: [string, string, (later: QuestionnaireDocument) => void, object][] = [
    [
      "another wording is for people to judge",
      "INOV1",
      (later) => void Object.assign(item(later, "INOV1").text, { lt: "Kitaip" }),
      { changes: ["text"], proposal: "undecided", canBeSame: true },
    ],
    [
      "help and waves change no meaning",
      "INOV1",
      (later) => void Object.assign(item(later, "INOV1"), { help: { lt: "a" }, isRequired: true }),
      { changes: ["help", "required"], proposal: "same" },
    ],
    [
      "another range of points cannot be compared",
      "INOV1",
      (later) => void later.answerSets.agreement!.points.pop(),
      { changes: ["answers"], proposal: "changed", canBeSame: false },
    ],
    [
      "another label of a point is for people to judge",
      "INOV1",
      (later) => void Object.assign(later.answerSets.agreement!.points[0]!.label, { en: "Never" }),
      { changes: ["answers"], proposal: "undecided", canBeSame: true },
    ],
    [
      "another right answer cannot be compared",
      "ZIN1",
      (later) => void Object.assign(item(later, "ZIN1"), { correct: otherOption(later) }),
      { changes: ["correct"], proposal: "changed", canBeSame: false },
    ],
  ];

  it.each(cases)("%s", (_what, key, change, expected) => {
    expect(matchIn(changed(change), key)).toMatchObject({ earlierKey: key, ...expected });
  });

  it("find an item again that only changed its key", () => {
    const changes = compareVersions(earlier, renameItem(readyQuestionnaire(), "INOV1", "X1"));
    expect(matchIn(changes, "X1")).toMatchObject({ earlierKey: "INOV1", proposal: "same" });
    expect(changes.removedItems).toEqual([]);
    expect(changes.changedScales).toEqual(["INOV"]);
  });

  it("tell what is new and what is gone", () => {
    const changes = changed((later) => {
      Object.assign(item(later, "INOV1"), { key: "OTHER", text: { lt: "Kita", en: "Other" } });
    });
    expect(matchIn(changes, "OTHER")).toMatchObject({ proposal: "new", canBeSame: false });
    expect(changes.removedItems).toEqual(["INOV1"]);
  });
});

function otherOption(document: QuestionnaireDocument): string {
  const question = item(document, "ZIN1");
  if (question.kind !== "knowledge") throw new Error("a knowledge item was expected");
  return question.options.find(({ value }) => value !== question.correct)!.value;
}
