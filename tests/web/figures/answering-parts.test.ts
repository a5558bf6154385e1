import { describe, expect, it } from "vitest";
import type { LocalityParticipation } from "../../../server/domain/disclosure/figures.ts";
import {
  addParticipation,
  releaseParticipation,
} from "../../../server/domain/disclosure/participation.ts";
import { answeringParts } from "../../../web/figures/answering-parts.ts";
import { localities } from "../golden-release.ts";
import { aParticipation } from "../released.ts";

function partsOf(...counts: LocalityParticipation[]) {
  const shown = counts.map((one) => releaseParticipation(one, 0));
  const participation = { all: addParticipation(shown), localities: shown };
  return answeringParts({ participation, localities });
}

describe("who answered when, as parts of a bar", () => {
  it("adds up to everybody enrolled", () => {
    const [dorn] = partsOf(aParticipation("Dorn", { enrolled: 15 }));
    expect(dorn).toEqual({
      label: "Ignalina",
      enrolled: 15,
      both: 11,
      beforeOnly: 2,
      afterOnly: 0,
      neither: 2,
    });
  });

  it("has no negative part where somebody answered without being enrolled", () => {
    expect(partsOf(aParticipation("Dorn", { enrolled: 12 }))[0]!.neither).toBe(0);
  });

  it("draws nothing for a locality whose waves are open", () => {
    expect(partsOf(aParticipation("Dorn", { closedWaves: ["before"] }))).toEqual([]);
  });

  it("draws a locality whose follow-up alone is open", () => {
    expect(partsOf(aParticipation("Dorn", { followup: 3 }))).toHaveLength(1);
  });
});
