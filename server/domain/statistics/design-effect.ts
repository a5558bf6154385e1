import { toNumber } from "./exact.ts";
import { variationOf } from "./homogeneity.ts";
import type { GroupSums } from "./sums.ts";

/** What training in sessions does to the precision of a locality's mean. */
export interface DesignEffect {
  sessions: number;
  /** How alike gains within a session are, 0 ... 1; null where it cannot be estimated. */
  intraclassCorrelation: number | null;
  /** By how much the variance of the mean grows; its interval is √ of it too narrow. */
  designEffect: number | null;
  /** At least two sessions with people: warn that intervals treat people as independent. */
  isWarning: boolean;
}

/**
 * People of one session share a trainer and a day, so their gains are not independent. With few
 * sessions that is said and not modelled. The correlation is the analysis of variance's estimate,
 * the effect 1 + (m - 1)ρ for the mean session size m (Kish 1965).
 */
export function designEffect(sessions: readonly GroupSums[]): DesignEffect {
  const present = sessions.filter((session) => session.count > 0n);
  const rho = intraclassCorrelation(present);
  const people = present.reduce((sum, { count }) => sum + Number(count), 0);
  return {
    sessions: present.length,
    intraclassCorrelation: rho,
    designEffect: rho === null ? null : 1 + (people / present.length - 1) * rho,
    isWarning: present.length >= 2,
  };
}

function intraclassCorrelation(sessions: readonly GroupSums[]): number | null {
  const { groups, people, between, within } = variationOf(sessions);
  if (groups < 2 || people <= groups) return null;
  const meanBetween = toNumber(between) / (groups - 1);
  const meanWithin = toNumber(within) / (people - groups);
  const squares = sessions.reduce((sum, { count }) => sum + Number(count) ** 2, 0);
  const size = (people - squares / people) / (groups - 1);
  const all = meanBetween + (size - 1) * meanWithin;
  return all === 0 ? null : Math.max(0, (meanBetween - meanWithin) / all);
}
