import type { LocalityParticipation, Participation, ReleasedFigures } from "./figures.ts";
import { endsOf } from "./participation.ts";

/** Participation as a reader gets it: everybody together, and the localities that the reader may see. */
export interface ToldParticipation {
  all: Participation;
  localities: LocalityParticipation[];
}

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
    participation: keepOwnParticipation(figures.participation, own),
    scales: figures.scales.map(({ comparison, expert, ...scale }) => ({
      ...scale,
      ...(expert && { expert: { ...expert, localities: expert.localities.filter(isOwn) } }),
      localities: scale.localities.filter(isOwn),
    })),
  };
}

/** As above. A total of steps keeps its ends, which could no longer be added up from the rows that are left. */
export function keepOwnParticipation(
  { all, localities }: ToldParticipation,
  own: ReadonlySet<string>,
): ToldParticipation {
  return {
    all: all.approximate ? { ...all, ends: endsOf(localities) } : all,
    localities: localities.filter(({ locality }) => own.has(locality)),
  };
}
