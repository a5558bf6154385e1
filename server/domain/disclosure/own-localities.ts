import type { ReleasedFigures } from "./figures.ts";

/**
 * A release for somebody who evaluates some of its localities only: their rows and what holds for everybody together.
 * Each figure is one that the release shows to its evaluators in any case, unchanged; leaving rows out of what is safe to
 * read whole can reveal nothing more. How the localities differ from each other is left out with the others' rows.
 */
export function keepOwnLocalities(
  figures: ReleasedFigures,
  own: ReadonlySet<string>,
): ReleasedFigures {
  const isOwn = ({ locality }: { locality: string }) => own.has(locality);
  return {
    ...figures,
    participation: {
      ...figures.participation,
      localities: figures.participation.localities.filter(isOwn),
    },
    scales: figures.scales.map(({ comparison, expert, ...scale }) => ({
      ...scale,
      ...(expert && { expert: { ...expert, localities: expert.localities.filter(isOwn) } }),
      localities: scale.localities.filter(isOwn),
    })),
  };
}
