import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../server/domain/disclosure/input.ts";
import { release } from "../../server/domain/disclosure/release.ts";
import { settleCells } from "../../server/domain/disclosure/settle.ts";
import type { Publisher } from "./certify.ts";
import { inputOf, type World } from "./world.ts";

const everyday = { isEverydayOnly: true };

/** One release for evaluators, every wave closed. */
export function releaseOf(world: World): ReleasedFigures {
  return release(inputOf(world, everyday), "evaluator");
}

/** The same with everything that experts see and that takes long. */
export function wholeRelease(world: World): ReleasedFigures {
  return release(inputOf(world), "evaluator");
}

export const oneRelease: Publisher = { everyday: releaseOf, all: wholeRelease };

/**
 * All that is told in the life of a programme, to evaluators and to the public: a release at the
 * closing of each locality, and one more when the late answers have come in.
 */
export const allReleases: Publisher = {
  everyday: (world) => tellAll(world, everyday),
  all: (world) => tellAll(world, {}),
};

function tellAll(world: World, changes: Partial<ReleaseInput>): ReleasedFigures[] {
  const early = inputOf(
    { ...world, people: world.people.filter(({ isLate }) => !isLate) },
    changes,
  );
  const told: ReleasedFigures[] = [];
  for (let closed = 1; closed <= world.localities; closed++) {
    told.push(...tell(closing(early, closed), told));
  }
  const last = { cells: early.scales, figures: told.at(-2)! };
  const now = inputOf(world, changes);
  const scales = settleCells(now.scales, [last], now.threshold);
  return [...told, ...tell({ ...now, scales }, told)];
}

function tell(input: ReleaseInput, earlier: readonly ReleasedFigures[]): ReleasedFigures[] {
  const known = { ...input, earlier: [...earlier] };
  return [release(known, "evaluator"), release(known, "public")];
}

function closing(input: ReleaseInput, closed: number): ReleaseInput {
  const localities = input.localities.map((locality, i) =>
    i < closed ? locality : { ...locality, closedWaves: ["before" as const] },
  );
  return { ...input, localities };
}
