import { describe, expect, it } from "vitest";
import type { QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import {
  type Direction,
  moveItem,
  moveSection,
  putItem,
  renameItem,
  sectionsOf,
  settle,
} from "../../../server/domain/questionnaire/edit-structure.ts";
import { canPublish, listRemarks } from "../../../server/domain/questionnaire/remarks.ts";
import { readRemoved, remove, restore } from "../../../server/domain/questionnaire/removal.ts";
import { anItem, readyQuestionnaire } from "./documents.ts";

const ready = settle(readyQuestionnaire());
const keysIn = (draft: QuestionnaireDraft, section: string) =>
  draft.sections.find(({ key }) => key === section)!.items;

const move = (draft: QuestionnaireDraft, key: string, direction: Direction) =>
  moveItem(draft, { key, sectionKey: sectionsOf(draft, key)[0]?.key ?? "" }, direction);

describe("an item", () => {
  it("may stand in two sections of different waves, and goes on doing so", () => {
    expect(sectionsOf(ready, "GN_INOV")).toHaveLength(2);
    const item = ready.items.find(({ key }) => key === "GN_INOV")!;
    expect(putItem(ready, item, "looking_back")).toEqual(ready);
    expect(sectionsOf(putItem(ready, item, "open"), "GN_INOV")).toHaveLength(1);
  });

  it("moves within its section and on into the next one", () => {
    expect(keysIn(move(ready, "INOV2", "up"), "INOV").slice(0, 2)).toEqual(["INOV2", "INOV1"]);
    const moved = move(ready, "INOV4", "down");
    expect(sectionsOf(moved, "INOV4").map(({ key }) => key)).toEqual(["SKLD"]);
    expect(keysIn(moved, "SKLD")[0]).toBe("INOV4");
    expect(move(moved, "INOV4", "up")).toEqual(ready);
  });

  it("stays where nothing is beyond it, and where it does not exist", () => {
    const first = ready.sections[0]!.items[0]!;
    const last = ready.sections.at(-1)!.items.at(-1)!;
    expect(move(ready, first, "up")).toEqual(ready);
    expect(move(ready, last, "down")).toEqual(ready);
    expect(move(ready, "NOTHING", "down")).toEqual(ready);
  });

  it("goes into the waves it is asked in, in the order of sections", () => {
    const item = anItem("short-text", { key: "NEW", waves: ["followup"] });
    const put = putItem(ready, item, "INOV");
    expect(ready.waves.followup!.sections).not.toContain("INOV");
    const order = put.waves.followup!.sections;
    expect(order).toContain("INOV");
    expect(order.filter((key) => key !== "INOV")).toEqual(ready.waves.followup!.sections);
    expect(canPublish(listRemarks(put))).toBe(true);
  });

  it("is called otherwise wherever it is named", () => {
    const renamed = renameItem(ready, "BEND4", "BENDX");
    expect(JSON.stringify(renamed)).not.toContain('"BEND4"');
    expect(listRemarks(renamed).filter(({ level }) => level === "error")).toEqual([]);
    expect(renameItem(renamed, "BENDX", "BEND4")).toEqual(ready);
  });
});

describe("a section", () => {
  it("changes places with its neighbour, in every wave that asks both", () => {
    const moved = moveSection(ready, "SKLD", "up");
    expect(moved.sections.map(({ key }) => key).slice(0, 3)).toEqual([
      "background",
      "SKLD",
      "INOV",
    ]);
    const { sections } = moved.waves.before!;
    expect(sections.indexOf("SKLD")).toBe(sections.indexOf("INOV") - 1);
    expect(moved.waves.followup).toEqual(ready.waves.followup);
    expect(moveSection(moved, "SKLD", "down")).toEqual(ready);
  });
});

describe("what is deleted", () => {
  const all = [
    ...ready.items.map(({ key }) => ({ kind: "item" as const, key })),
    ...ready.sections.map(({ key }) => ({ kind: "section" as const, key })),
    ...ready.scales.map(({ key }) => ({ kind: "scale" as const, key })),
    ...ready.breakdowns.map(({ key }) => ({ kind: "breakdown" as const, key })),
    ...Object.keys(ready.answerSets).map((key) => ({ kind: "answer-set" as const, key })),
  ];

  it.each(all)("$kind $key comes back exactly where it was", (what) => {
    const gone = remove(ready, what)!;
    expect(gone.draft).not.toEqual(ready);
    const kept = readRemoved(JSON.parse(JSON.stringify(gone.removed)))!;
    expect(restore(gone.draft, kept)).toEqual(ready);
  });

  it("comes back into a draft that was changed since, and changes nothing else of it", () => {
    const gone = remove(ready, { kind: "section", key: "SKLD" })!;
    const changed = move(gone.draft, "INOV2", "up");
    const back = restore(changed, gone.removed)!;
    expect(back).toEqual(move(ready, "INOV2", "up"));
  });

  it("does not come back over something that has its name by now, nor go twice", () => {
    const gone = remove(ready, { kind: "item", key: "INOV1" })!;
    expect(remove(gone.draft, { kind: "item", key: "INOV1" })).toBeUndefined();
    const taken = putItem(gone.draft, anItem("consent", { key: "INOV1" }), "INOV");
    expect(restore(taken, gone.removed)).toBeUndefined();
  });

  it("leaves rules that look at it, told as wrong", () => {
    const item = anItem("short-text", {
      key: "WHY",
      showIf: { match: "all", conditions: [{ item: "BG2", is: "answered" }] },
    });
    const draft = remove(putItem(ready, item, "INOV"), { kind: "item", key: "BG2" })!.draft;
    expect(listRemarks(draft).map(({ code }) => code)).toContain("item-unknown");
  });
});
