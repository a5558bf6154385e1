import type { Caution, Verdict, WithheldGain } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";

/** The three forms of a place's name that sentences need; they come with the programme's data. English uses the first. */
export interface Place {
  nominative: string;
  genitive: string;
  locative: string;
}

export type ScaleKind = "rating" | "knowledge";
export type Direction = "higher" | "same" | "lower";

/** A number as it will be printed: the noun after it depends on its decimals ("18 balų", "18,3 balo"). */
export interface Amount {
  value: number;
  decimals: number;
}

/** The ends of a range, ready to print, and the number that the noun after the second end agrees with. */
export interface RangeWords {
  low: string;
  high: string;
  agreesWith: Amount;
}

export interface Levels {
  before: Amount;
  after: Amount;
}

/** What one language must be able to say about a change. Every entry is a whole clause, so that no grammar is glued. */
export interface Phrases {
  language: Language;
  everyone: string;
  coverage(place: Place | null, pairs: number, enrolled: number): string;
  /** The change of a group that is large enough to name a mean first. */
  movement(kind: ScaleKind, direction: Direction, gain: Amount, levels: Levels | null): string;
  range(range: RangeWords): string;
  /** Small groups: the range comes first, the mean is called a guess. */
  estimate(range: RangeWords | null, gain: Amount): string;
  levels(kind: ScaleKind, levels: Levels): string;
  headlineRange(range: RangeWords): string;
  headlineGuess(gain: Amount): string;
  headlineBeside(gain: Amount, range: RangeWords): string;
  headlinePoints(gain: Amount): string;
  noRange: string;
  justAboveZero: string;
  justBelowZero: string;
  counts(kind: ScaleKind, higher: number, same: number, lower: number): string;
  nearlyAll(kind: ScaleKind, direction: Direction): string;
  verdicts: Record<Exclude<Verdict, "too-uncertain">, string>;
  tooUncertain: string;
  couldBe(range: RangeWords): string;
  tooUncertainWord: string;
  smallGroup: string;
  withheld(reason: WithheldGain["reason"], threshold: number): string;
  withheldWord(reason: WithheldGain["reason"], threshold: number): string;
  cautions: Record<Caution, string>;
  alreadyAtTop(people: number): string;
  disclaimer: Record<ScaleKind, string>;
  captionLines: string;
  captionDiamonds: string;
  captionBand: string;
  townsAlike: string;
  townsDiffer: string;
  oneInTwenty: string;
  rangeNote: string;
  rounded: string;
  step(points: Amount): string;
}
