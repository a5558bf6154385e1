import { describe, expect, it } from "vitest";
import { partsOf } from "../../../server/domain/questionnaire/parts.ts";
import { readyQuestionnaire } from "./documents.ts";

describe("the parts of a wave", () => {
  const document = readyQuestionnaire();
  const keys = (wave: "before" | "after" | "followup", isNewcomer: boolean) =>
    partsOf(document, { wave, isNewcomer }).map((part) => part.section.key);

  it("hold background for newcomers only, in their first wave whichever it is", () => {
    for (const wave of ["before", "after", "followup"] as const) {
      expect(keys(wave, false)).not.toContain("background");
      expect(keys(wave, true)[0]).toBe("background");
    }
  });

  it("hold only the items of the wave, and a section without any is left out", () => {
    const followup = partsOf(document, { wave: "followup", isNewcomer: false });
    expect(
      followup.flatMap((part) => part.items).every((item) => item.waves.includes("followup")),
    ).toBe(true);
    const twoWaves = structuredClone(document);
    for (const item of twoWaves.items)
      item.waves = item.waves.filter((wave) => wave !== "followup");
    expect(partsOf(twoWaves, { wave: "followup", isNewcomer: true })).toEqual([]);
  });

  it("of a wave that the questionnaire does not have are none", () => {
    const single = structuredClone(document);
    delete single.waves.followup;
    expect(partsOf(single, { wave: "followup", isNewcomer: true })).toEqual([]);
  });
});
