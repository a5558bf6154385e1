// Figures for experts and the annex: withheld as a whole where they would tell more than the everyday ones.
// A p below its last decimal (0.001 of a comparison, 0.0001 of a row) is given as that.

export interface Range {
  low: number;
  high: number;
}

/** How localities compare on one scale, from those that show something. */
export interface ReleasedComparison {
  /** F of gains between localities with the variance within them pooled. */
  homogeneity: { f: number; df1: number; df2: number; p: number } | null;
  /** A typical locality, from three on: mean with Hartung and Knapp's interval, and where another may lie. */
  typical: { gain: number; interval: Range; prediction: Range | null; tau: number } | null;
  /** Gains drawn towards the mean of all by their share of chance, rounded as their rows. */
  steadied: { locality: string; gain: number }[];
  /** Means after as if all had started alike; null where slopes differ or one locality is too alike. */
  adjusted: { locality: string; meanAfter: number }[] | null;
}

/** From ten pairs on, of people who differ enough in score before, score after and gain. */
export interface ExpertFigures {
  t: number;
  df: number;
  p: number;
  /** Hedges-corrected mean gain by √((s²before + s²after)/2), with its interval. */
  gAv: number | null;
  gAvInterval: Range | null;
  /** Exact signed-rank test with zeros ranked (Pratt). */
  signedRankP: number | null;
  /** Hake's class gain; of knowledge, where at least ten points of 100 could still be gained. */
  normalisedGain: { gain: number; interval: Range } | null;
  /** From twenty pairs on. */
  deviations: { before: number; after: number; gain: number; correlation: number | null } | null;
}

export interface ReleasedExpert {
  all: ExpertFigures | null;
  localities: { locality: string; figures: ExpertFigures | null }[];
}

/** Cronbach's alpha with Feldt's interval: of a whole programme, from thirty people on. */
export interface ReleasedReliability {
  people: number;
  items: number;
  alpha: number;
  interval: Range;
}

/**
 * Whether those who did not come back had started elsewhere: their score before against that of the
 * pairs, of the whole programme, made once.
 */
export interface ReleasedAttrition {
  stayed: number;
  left: number;
  meanBeforeStayed: number;
  meanBeforeLeft: number;
  /** Left minus stayed, with Welch's 95 % interval. */
  difference: number;
  interval: Range;
}
