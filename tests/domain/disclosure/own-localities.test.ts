import { describe, expect, it } from "vitest";
import { keepOwnParticipation } from "../../../server/domain/disclosure/own-localities.ts";
import {
  addParticipation,
  releaseParticipation,
} from "../../../server/domain/disclosure/participation.ts";
import { totalOf } from "../../../web/figures/participation.ts";
import { aParticipation } from "../../web/released.ts";

/** Two places that have closed, and one where three have answered so far. */
function someParticipation() {
  const open = { closedWaves: ["before" as const], after: 3, pairs: 3, afterOnly: 0 };
  const counted = [
    aParticipation("Alder"),
    aParticipation("Birch", open),
    aParticipation("Cedar", { ...open, after: 7, pairs: 7 }),
  ];
  const localities = counted.map((one) => releaseParticipation(one, 0));
  return { all: addParticipation(localities), localities };
}

describe("participation for somebody who sees some localities", () => {
  const participation = someParticipation();

  it("has their rows as they are", () => {
    const { localities } = keepOwnParticipation(participation, new Set(["Birch"]));
    expect(localities).toEqual([participation.localities[1]]);
  });

  it.each([["Alder"], ["Birch"], ["Alder", "Cedar"], []])(
    "keeps the total of everybody, in the steps that others see (%j)",
    (...own) => {
      const kept = keepOwnParticipation(participation, new Set(own));
      for (const count of ["enrolled", "before", "after", "pairs", "afterOnly"] as const) {
        expect(totalOf(kept, count)).toEqual(totalOf(participation, count));
      }
      expect(totalOf(kept, "pairs")).toEqual({ low: 17, high: 24 });
    },
  );
});
