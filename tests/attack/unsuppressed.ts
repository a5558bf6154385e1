import type { Fact } from "./facts.ts";
import { naiveFacts, pairsOfLocality, peopleWhere } from "./naive.ts";
import { between, type Random } from "./random.ts";
import { solve } from "./solve.ts";
import { isPaired, type World } from "./world.ts";

/**
 * What a system without any protection shows: exact means, deviations, lowest, highest and counts
 * of the programme, of every locality, and of every sector in it (eight, known of everybody).
 */
export function unsuppressedFacts(world: World, random: Random): Fact[] {
  const showing = { decimals: 4, sd: true, counts: true, extremes: true };
  const sectors = world.people.map(() => between(random, 1, 8));
  const places = Array.from({ length: world.localities }, (_, place) => place);
  return [
    ...naiveFacts(world, peopleWhere(world, isPaired), { ...showing, sd: false }),
    ...places.flatMap((place) => naiveFacts(world, pairsOfLocality(world, place), showing)),
    ...places.flatMap((place) =>
      [1, 2, 3, 4, 5, 6, 7, 8].flatMap((sector) => {
        const inSector = (i: number) => sectors[i] === sector;
        return naiveFacts(world, pairsOfLocality(world, place).filter(inSector), showing);
      }),
    ),
  ];
}

/** How many people with pairs an outsider learns something of, and how many there are. */
export function learntUnsuppressed(world: World, random: Random): { learnt: number; of: number } {
  const findings = solve(world, unsuppressedFacts(world, random), undefined);
  return {
    learnt: new Set(findings.map(({ person }) => person)).size,
    of: world.people.filter(isPaired).length,
  };
}
