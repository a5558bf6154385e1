import { expect, it } from "vitest";
import { oncePerDocument } from "../../../server/domain/questionnaire/once-per-document.ts";
import { partsOf } from "../../../server/domain/questionnaire/parts.ts";
import { scoreResponse } from "../../../server/domain/scoring/score-response.ts";
import { readyQuestionnaire } from "./documents.ts";

it("derives once from each document, also when there is nothing to derive", () => {
  let times = 0;
  const derive = oncePerDocument(() => {
    times += 1;
    return undefined;
  });
  const [one, other] = [readyQuestionnaire(), readyQuestionnaire()];
  for (const document of [one, one, other, one]) expect(derive(document)).toBeUndefined();
  expect(times).toBe(2);
});

it("never answers for one document with another's parts or scores, however alike they look", () => {
  const ready = readyQuestionnaire();
  const shorter = { ...ready, scales: ready.scales.slice(1) };
  const without = {
    ...ready,
    items: ready.items.map((item) => (item.key === "INOV1" ? { ...item, waves: [] } : item)),
  };
  const answers = { INOV1: 4, INOV2: 4, INOV3: 4, INOV4: 4 };
  const scaleKeys = [ready, shorter].map((document) =>
    scoreResponse(document, answers).map(({ scaleKey }) => scaleKey),
  );
  expect(scaleKeys[0]).toContain(ready.scales[0]!.key);
  expect(scaleKeys[1]).not.toContain(ready.scales[0]!.key);
  const asked = [ready, without].map((document) =>
    partsOf(document, { wave: "before", isNewcomer: true }).flatMap((part) =>
      part.items.map(({ key }) => key),
    ),
  );
  expect(asked[0]).toContain("INOV1");
  expect(asked[1]).not.toContain("INOV1");
});

it("tells newcomers from others and one wave from another", () => {
  const document = readyQuestionnaire();
  const sections = (wave: "before" | "after", isNewcomer: boolean) =>
    partsOf(document, { wave, isNewcomer }).map(({ section }) => section.key);
  for (const _times of [1, 2]) {
    expect(sections("after", true)).not.toEqual(sections("after", false));
    expect(sections("after", true)).not.toEqual(sections("before", true));
  }
});
