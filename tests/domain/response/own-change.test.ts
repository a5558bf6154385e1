import { describe, expect, it } from "vitest";
import { ownChanges } from "../../../server/domain/response/own-change.ts";
import { readyQuestionnaire } from "../questionnaire/documents.ts";

const document = readyQuestionnaire();
const sheet = (value: number) => ({
  document,
  answers: { INOV1: value, INOV2: value, INOV3: value, INOV4: value },
});
const changes = (before: number, after: number) =>
  ownChanges(sheet(before), sheet(after), { withKnowledge: false }).find(
    ({ scale }) => scale.key === "INOV",
  );

describe("one's own change", () => {
  it.each([
    [1, 5, { before: 0, after: 100, change: "higher" }],
    [3, 3, { before: 50, after: 50, change: "same" }],
    [4, 2, { before: 75, after: 25, change: "lower" }],
  ])("from %i to %i everywhere is told in points of 100", (before, after, expected) => {
    expect(changes(before, after)).toMatchObject(expected);
  });

  it("is told of scales alone that both sheets scored by the same items", () => {
    const other = structuredClone(document);
    other.scales.find(({ key }) => key === "INOV")!.items.pop();
    const told = ownChanges({ ...sheet(2), document: other }, sheet(4), { withKnowledge: false });
    expect(told.map(({ scale }) => scale.key)).not.toContain("INOV");
    const none = ownChanges({ document, answers: {} }, sheet(4), { withKnowledge: false });
    expect(none).toEqual([]);
  });

  it("keeps knowledge back while its questions come again", () => {
    const questions = document.items.filter(({ kind }) => kind === "knowledge");
    const given = Object.fromEntries(questions.map(({ key }) => [key, "a"]));
    const knowing = { document, answers: given };
    const kinds = (withKnowledge: boolean) =>
      ownChanges(knowing, knowing, { withKnowledge }).map(({ scale }) => scale.kind);
    expect(kinds(false)).not.toContain("knowledge");
    expect(kinds(true)).toContain("knowledge");
  });
});
