import type {
  Caution,
  ReleasedChange,
  ReleasedGain,
  ShownGain,
  Verdict,
  WithheldGain,
} from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { formatChange } from "./numbers.ts";
import { phrasesEn } from "./wording-en.ts";
import { phrasesLt } from "./wording-lt.ts";
import type { Amount, Levels, Phrases, Place, RangeWords, ScaleKind } from "./wording-phrases.ts";

// How a change is told to people who are not statisticians. A fall reads as calmly as a rise, small groups hear the
// range first, and nothing is said about what caused a change: there is no comparison group.

const phrases: Record<Language, Phrases> = { lt: phrasesLt, en: phrasesEn };

/** What must be known about a change besides its numbers. `place: null` means all participants. */
export interface GainContext {
  place: Place | null;
  kind: ScaleKind;
  enrolled: number;
  threshold: number;
  language: Language;
}

/** A change in words, in parts, so that a page can set the verdict and the tag apart. */
export interface GainWords {
  /** Whole sentences, in reading order: they say everything, for a text that stands alone. */
  sentences: string[];
  /** What a card adds to its headline: who answered, from where to where, how many which way. */
  brief: { coverage: string; rest: string[] };
  /** "Clear rise." */
  verdict: string | null;
  /** The words with which the verdict begins and that carry its weight: "Too uncertain to tell:". */
  verdictHead: string;
  /** What to set in large type; null where there is nothing to show. */
  headline: Headline | null;
  /** "Small group – indicative only". */
  tag: string | null;
  cautions: string[];
}

/** A change at a glance. For a small group the range is the main thing, and the mean stands beside it. */
export interface Headline {
  main: string;
  beside: string;
}

/** A change in words: coverage, size, range, counts, verdict. A withheld one says why, and no number of answers. */
export function gainWords(gain: ReleasedGain, context: GainContext): GainWords {
  const say = phrases[context.language];
  if (!gain.shown) {
    const reason = say.withheld(gain.reason, context.threshold);
    const brief = { coverage: "", rest: [reason] };
    const nothing = { headline: null, verdict: null, verdictHead: "", tag: null, cautions: [] };
    return { sentences: [reason], brief, ...nothing };
  }
  const coverage = say.coverage(context.place, gain.pairs, context.enrolled);
  const count = counts(gain.change, context.kind, say);
  return {
    sentences: [coverage, ...size(gain, context.kind, say), count],
    brief: { coverage, rest: [...levelSentence(gain, context.kind, say), count] },
    headline: headlineOf(gain, say),
    ...verdictOf(gain, say),
    tag: gain.tier === "small" ? say.smallGroup : null,
    cautions: cautionSentences(gain, say),
  };
}

/** The sentences about counts already say when counts are withheld. */
function cautionSentences({ cautions, atTopBefore }: ShownGain, say: Phrases): string[] {
  return cautions
    .filter((caution) => caution !== "counts-protecting")
    .map((caution) =>
      caution === "ceiling-before" && atTopBefore !== null
        ? say.alreadyAtTop(atTopBefore)
        : say.cautions[caution],
    );
}

/** The same as one running text: the card. */
export function gainSentence(gain: ReleasedGain, context: GainContext): string {
  return wholeText(gainWords(gain, context));
}

/** Sentences and verdict together. */
export function wholeText({ sentences, verdict }: GainWords): string {
  return [...sentences, ...(verdict ? [verdict] : [])].join(" ");
}

/** "All participants", the name of the row over all localities. */
export function everyone(language: Language): string {
  return phrases[language].everyone;
}

/** The verdict in a few words, for a table. */
export function verdictWord(verdict: Verdict | null, language: Language): string {
  if (verdict === null) return "";
  const say = phrases[language];
  return verdict === "too-uncertain" ? say.tooUncertainWord : say.verdicts[verdict];
}

/** Why there are no numbers, in a few words, for a table or a chart. */
export function withheldWord(
  reason: WithheldGain["reason"],
  { threshold, language }: { threshold: number; language: Language },
): string {
  return phrases[language].withheldWord(reason, threshold);
}

export function cautionSentence(caution: Caution, language: Language): string {
  return phrases[language].cautions[caution];
}

/** The sentence that stands under every change: what this design cannot show. */
export function disclaimer(kind: ScaleKind, language: Language): string {
  return phrases[language].disclaimer[kind];
}

/** What a forest chart shows beyond the localities' own results; all of it is optional. */
export interface ForestParts {
  hasSteadied: boolean;
  hasBand: boolean;
  /** Whether localities differ by more than chance; undefined where that was not judged. */
  differ: boolean | undefined;
}

/** How to read the forest chart. */
export function forestCaption(parts: ForestParts, language: Language): string {
  const say = phrases[language];
  const sentences = [say.captionLines];
  if (parts.hasSteadied) sentences.push(say.captionDiamonds);
  if (parts.hasBand) sentences.push(say.captionBand);
  if (parts.differ !== undefined) sentences.push(parts.differ ? say.townsDiffer : say.townsAlike);
  return sentences.join(" ");
}

/** "Of 20 such ranges about one misses its true value by chance." */
export function oneInTwenty(language: Language): string {
  return phrases[language].oneInTwenty;
}

/** What a plausible range is to a statistician. */
export function rangeNote(language: Language): string {
  return phrases[language].rangeNote;
}

export function roundingNote(language: Language): string {
  return phrases[language].rounded;
}

/** "One answer step on one item is 5 points": what the axis is worth. */
export function stepNote(stepPoints: number, language: Language): string {
  const value = Math.round(stepPoints * 10) / 10;
  return phrases[language].step({ value, decimals: Number.isInteger(value) ? 0 : 1 });
}

const explainsRange: readonly Caution[] = ["alike", "range-protecting"];

function size(gain: ShownGain, kind: ScaleKind, say: Phrases): string[] {
  const range = gain.interval && rangeWords(gain, gain.interval, say);
  const levels = levelsOf(gain);
  const mean = whole(gain.gain);
  if (gain.tier === "small") {
    return [say.estimate(range, mean), ...levelSentence(gain, kind, say)];
  }
  const movement = say.movement(kind, directionOf(mean), mean, levels);
  if (range !== null) return [movement, say.range(range)];
  const isExplained = explainsRange.some((caution) => gain.cautions.includes(caution));
  return isExplained ? [movement] : [movement, say.noRange];
}

function levelSentence(gain: ShownGain, kind: ScaleKind, say: Phrases): string[] {
  const levels = levelsOf(gain);
  return levels ? [say.levels(kind, levels)] : [];
}

function headlineOf(gain: ShownGain, say: Phrases): Headline {
  const nearZero = { above: ">\u00a00", below: "<\u00a00" };
  const range = gain.interval && rangeWords(gain, gain.interval, say, nearZero);
  const mean = whole(gain.gain);
  if (gain.tier === "small" && range) {
    return { main: say.headlineRange(range), beside: say.headlineGuess(mean) };
  }
  const main = formatChange(gain.gain, say.language);
  return { main, beside: range ? say.headlineBeside(mean, range) : say.headlinePoints(mean) };
}

function counts(change: ReleasedChange, kind: ScaleKind, say: Phrases): string {
  if (change.kind === "counts") {
    return say.counts(kind, change.higher, change.same, change.lower);
  }
  if (change.kind === "nearly-all") return say.nearlyAll(kind, change.direction);
  return say.cautions["counts-protecting"];
}

function verdictOf(gain: ShownGain, say: Phrases): Pick<GainWords, "verdict" | "verdictHead"> {
  if (gain.verdict === null) return { verdict: null, verdictHead: "" };
  if (gain.verdict !== "too-uncertain") {
    const verdict = `${say.verdicts[gain.verdict]}.`;
    return { verdict, verdictHead: verdict };
  }
  const range = gain.interval && rangeWords(gain, gain.interval, say);
  const verdictHead = `${say.tooUncertain}${range ? ":" : "."}`;
  return { verdict: range ? `${verdictHead} ${say.couldBe(range)}` : verdictHead, verdictHead };
}

/** Sentences speak in whole points; the table beside them has the decimals. */
function levelsOf({ meanBefore, meanAfter }: ShownGain): Levels | null {
  if (meanBefore === null || meanAfter === null) return null;
  return { before: whole(meanBefore), after: whole(meanAfter) };
}

function whole(value: number): Amount {
  return { value, decimals: 0 };
}

function directionOf({ value }: Amount): "higher" | "same" | "lower" {
  const points = Math.round(Math.abs(value));
  if (points === 0) return "same";
  return value > 0 ? "higher" : "lower";
}

/**
 * The ends of a range in whole points. Where rounding would turn an end into 0 and so hide on which side of 0 it lies,
 * the released decimal is printed, and where none was released, the side is said in words.
 */
function rangeWords(
  gain: ShownGain,
  { low, high }: { low: number; high: number },
  say: Phrases,
  nearZero = { above: say.justAboveZero, below: say.justBelowZero },
): RangeWords {
  const hidesSide = [low, high].some((end) => end !== 0 && Math.abs(end) < 0.5);
  const decimals = hidesSide ? gain.decimals : 0;
  const text = (end: number) => formatChange(end, say.language, decimals);
  const isRise = gain.verdict === "clear-rise" || gain.verdict === "clear-worthwhile-rise";
  const isFall = gain.verdict === "clear-fall" || gain.verdict === "clear-worthwhile-fall";
  return {
    low: isRise && text(low) === "0" ? nearZero.above : text(low),
    high: isFall && text(high) === "0" ? nearZero.below : text(high),
    agreesWith: { value: high, decimals },
  };
}
