import type {
  LocalityParticipation,
  ReleasedGain,
  ReleasedScale,
  ShownGain,
} from "../../server/domain/disclosure/figures.ts";

/** A change of 11 pairs that was clear; name what matters to the test. */
export function aShownGain(only: Partial<ShownGain> = {}): ShownGain {
  return {
    shown: true,
    pairs: 11,
    tier: "medium",
    decimals: 1,
    meanBefore: 65.6,
    meanAfter: 84,
    gain: 18.4,
    interval: { low: 8.8, high: 28 },
    verdict: "clear-rise",
    change: { kind: "counts", higher: 9, same: 2, lower: 0 },
    atTopBefore: null,
    cautions: [],
    ...only,
  };
}

/** A scale with these localities, in this order. */
export function aScale(
  gains: Record<string, ReleasedGain>,
  only: Partial<ReleasedScale> = {},
): ReleasedScale {
  return {
    key: "PLAN",
    kind: "rating",
    stepPoints: 5,
    all: aShownGain({ pairs: 52, tier: "large" }),
    localities: Object.entries(gains).map(([locality, gain]) => ({ locality, gain })),
    ...only,
  };
}

/** A locality of 13 in which 11 answered twice and two before only; both waves are closed. */
export function aParticipation(
  locality: string,
  only: Partial<LocalityParticipation> = {},
): LocalityParticipation {
  return {
    locality,
    enrolled: 13,
    before: 13,
    after: 11,
    pairs: 11,
    beforeOnly: 2,
    afterOnly: 0,
    followup: 0,
    closedWaves: ["before", "after"],
    ...only,
  };
}
