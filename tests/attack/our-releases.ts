import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../server/domain/disclosure/input.ts";
import { release } from "../../server/domain/disclosure/release.ts";
import { settleCells, type ToldCells } from "../../server/domain/disclosure/settle.ts";
import type { Publisher } from "./certify.ts";
import { inputOf, type World } from "./world.ts";

const everyday = { isEverydayOnly: true };

/** One release for evaluators, every wave closed. */
export function releaseOf(world: World): ReleasedFigures {
  return release(inputOf(world, everyday), "evaluator");
}

/** The same with everything that experts see and that takes long. */
function wholeRelease(world: World): ReleasedFigures {
  return release(inputOf(world), "evaluator");
}

export const oneRelease: Publisher = { everyday: releaseOf, all: wholeRelease };

/**
 * All that is told in the life of a programme, to evaluators and to the public: a release at the
 * closing of each locality, and one more when the late answers have come in.
 */
export const allReleases: Publisher = publisherOf((world) => world.localities);

/** The same where the late answers come in before the last locality closes. */
export const allReleasesLateFirst: Publisher = publisherOf((world) => world.localities - 1);

/** `closedBefore` says how many localities have closed when the late answers come in. */
function publisherOf(closedBefore: (world: World) => number): Publisher {
  return {
    everyday: (world) => tellAll(world, closedBefore(world), everyday),
    all: (world) => tellAll(world, closedBefore(world), {}),
  };
}

function tellAll(
  world: World,
  closedBefore: number,
  changes: Partial<ReleaseInput>,
): ReleasedFigures[] {
  const people = world.people.filter(({ isLate }) => !isLate);
  const [early, now] = [inputOf({ ...world, people }, changes), inputOf(world, changes)];
  const told: ReleasedFigures[] = [];
  const frozen: ToldCells[] = [];
  const publish = (input: ReleaseInput) => {
    const scales = settleCells(input.scales, frozen, input.threshold);
    const figures = tell({ ...input, scales }, told);
    told.push(...figures);
    frozen.push({ cells: scales, figures: figures[0]! });
  };
  for (let closed = 1; closed <= closedBefore; closed++) publish(closing(early, closed));
  for (let closed = closedBefore; closed <= world.localities; closed++) {
    publish(closing(now, closed));
  }
  return told;
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
