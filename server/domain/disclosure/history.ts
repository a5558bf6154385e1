import type { ReleasedFigures, ShownGain } from "./figures.ts";

/** The people of one locality on one scale, at one revision: what a row shows and what totals add up. */
export type Atom = string;

export function atomOf(locality: string, revision = 1): Atom {
  return `${locality}#${revision}`;
}

/** What earlier releases told of one kind of figure on one scale, for whoever kept them. */
export interface Known {
  /** Whose row showed it. */
  rows: ReadonlySet<Atom>;
  /** Whom the totals added up that showed it. */
  totals: readonly ReadonlySet<Atom>[];
  /** Who was there but did not show it. */
  withheld: ReadonlySet<Atom>;
}

/** Goes through earlier releases for the rows and totals that showed a kind of figure. */
export function recall(
  earlier: readonly ReleasedFigures[],
  scaleKey: string,
  hasFigure: (gain: ShownGain) => boolean,
): Known {
  const scales = earlier.flatMap(({ scales }) => scales.filter(({ key }) => key === scaleKey));
  const rows = scales.flatMap(({ localities }) =>
    localities
      .filter(({ gain }) => gain.shown || gain.reason === "few" || gain.reason === "protecting")
      .map(({ locality, revision, gain }) => ({ atom: atomOf(locality, revision), gain })),
  );
  const known = new Set(
    rows.filter(({ gain }) => gain.shown && hasFigure(gain)).map(({ atom }) => atom),
  );
  return {
    rows: known,
    totals: scales.flatMap(({ all, allLocalities = [], localities }) => {
      if (!all.shown || !hasFigure(all)) return [];
      const added = localities.filter(({ locality }) => allLocalities.includes(locality));
      return [new Set(added.map(({ locality, revision }) => atomOf(locality, revision)))];
    }),
    withheld: new Set(rows.map(({ atom }) => atom).filter((atom) => !known.has(atom))),
  };
}

/**
 * The smallest groups of people whose figures follow from totals, of now and earlier, less the rows
 * that show them: totals grow by localities, so what is left of each holds what is left of the one
 * before, and the differences are such groups. Undefined where they do not hold each other, since
 * then more could follow.
 */
export function derivableGroups(
  known: Known,
  shownNow: readonly Atom[],
  totalNow: readonly Atom[],
): Atom[][] | undefined {
  const shown = new Set([...known.rows, ...shownNow]);
  const rests = [...known.totals, new Set(totalNow)]
    .map((total) => [...total].filter((atom) => !shown.has(atom)))
    .sort((a, b) => a.length - b.length);
  const groups: Atom[][] = [];
  let before: Atom[] = [];
  for (const rest of rests) {
    if (before.some((atom) => !rest.includes(atom))) return undefined;
    const group = rest.filter((atom) => !before.includes(atom));
    if (group.length > 0) groups.push(group.sort());
    before = rest;
  }
  return groups;
}
