import { counted, formatChange, formatNumber, type PluralForms, pluralForm } from "./numbers.ts";
import type { Amount, Direction, Phrases, RangeWords, ScaleKind } from "./wording-phrases.ts";

const participants: PluralForms = { one: "participant", other: "participants" };
const points: PluralForms = { one: "point", other: "points" };

const subject: Record<ScaleKind, string> = {
  rating: "average self-rating",
  knowledge: "average result on the knowledge questions",
};
const movement: Record<Direction, string> = {
  higher: "rose",
  same: "stayed about the same,",
  lower: "fell",
};
const deed: Record<ScaleKind, Record<Direction, string>> = {
  rating: {
    higher: "rated themselves higher afterwards",
    same: "rated themselves the same afterwards",
    lower: "rated themselves lower afterwards",
  },
  knowledge: {
    higher: "scored higher afterwards",
    same: "scored the same afterwards",
    lower: "scored lower afterwards",
  },
};

/** What English says about a change; a fall is told in the same words and at the same length as a rise. */
export const phrasesEn: Phrases = {
  language: "en",
  everyone: "All participants",
  coverage: (place, pairs, enrolled) => {
    const all = pluralForm(enrolled, participants, "en");
    const share = `${pairs} of ${enrolled}\u00a0${all} answered before and after`;
    return place ? `In ${place.nominative}, ${share}.` : `${share}.`;
  },
  movement: (kind, direction, gain, levels) => {
    const path = levels && ` from ${plain(levels.before)} to ${plain(levels.after)} out of 100`;
    return `The ${subject[kind]} ${movement[direction]}${path ?? ""}: ${change(gain)}.`;
  },
  range: (range) => `Plausible range for a group like this: ${range.low} to ${ends(range)}.`,
  estimate: (range, gain) =>
    range
      ? `The change is between ${range.low} and ${ends(range)}, best guess ${signed(gain)}.`
      : `Best guess of the change: ${change(gain)}.`,
  levels: (kind, { before, after }) =>
    `The ${subject[kind]} was ${plain(before)} before and ${plain(after)} after, out of 100.`,
  headlineRange: ({ low, high }) => `${low} … ${high}`,
  headlineGuess: (gain) => `points; best guess ${signed(gain)}`,
  headlineBeside: (gain, range) => `${noun(gain)}; plausible range ${range.low} to ${range.high}`,
  headlinePoints: (gain) => noun(gain),
  noRange: "No plausible range can be given for this group.",
  justAboveZero: "just above 0",
  justBelowZero: "just below 0",
  counts: (kind, higher, same, lower) =>
    `${counted(higher, participants, "en")} ${deed[kind].higher}, ${count(same)} the same, ${count(lower)} lower.`,
  nearlyAll: (kind, direction) => `All or nearly all participants ${deed[kind][direction]}.`,
  verdicts: {
    "clear-rise": "Clear rise",
    "clear-worthwhile-rise": "Clear and worthwhile rise",
    "clear-fall": "Clear fall",
    "clear-worthwhile-fall": "Clear and worthwhile fall",
    "practically-unchanged": "Practically unchanged",
  },
  tooUncertain: "Too uncertain to tell",
  couldBe: (range) => `could be anything from ${range.low} to ${ends(range)}.`,
  tooUncertainWord: "Too uncertain to tell",
  smallGroup: "Small group – indicative only",
  withheld: (reason, threshold) =>
    ({
      "no-pairs": "No pairs of answers yet.",
      few: `Hidden to protect participants: fewer than ${threshold} pairs of answers.`,
      protecting:
        "Hidden to protect participants: another, hidden group's result could be worked out from these numbers.",
      "not-closed": "Shown once the questionnaire after the training has closed here.",
      changed:
        "Not compared: the questions of this scale were changed between the questionnaires before and after.",
    })[reason],
  withheldWord: (reason, threshold) =>
    ({
      "no-pairs": "no pairs yet",
      few: `hidden (fewer than ${threshold})`,
      protecting: "hidden (protects another group)",
      "not-closed": "still open",
      changed: "not compared (the questions changed)",
    })[reason],
  alreadyAtTop: (people) => {
    const verb = people === 1 ? "was" : "were";
    return `${counted(people, participants, "en")} ${verb} already at the top of the scale before: they could not show a rise.`;
  },
  cautions: {
    alike: "All or nearly all changed by about the same, so no range is shown.",
    "at-an-end":
      "All or nearly all were at an end of the scale before or after, so the averages are not shown.",
    "range-protecting":
      "The plausible range is not shown: another, hidden group's result could be worked out from it.",
    "means-protecting":
      "The averages before and after are not shown: another, hidden group's result could be worked out from them.",
    "counts-protecting":
      "How many were higher, the same or lower is not shown, to protect the participants.",
    "depends-on-one": "This result depends on one participant's answers.",
    "few-changed-much":
      "Most participants stayed where they were and a few moved a lot, so the average alone misleads.",
    "ceiling-before":
      "Some participants were already at the top of the scale before: they could not show a rise.",
    "floor-before":
      "Some participants were at the bottom of the scale before: they could not show a fall.",
    attrition:
      "Fewer than four fifths of those who answered before also answered after: the others' result may have been different.",
  },
  disclaimer: {
    rating: "Self-ratings, no comparison group: this shows change, not what caused it.",
    knowledge: "Knowledge questions, no comparison group: this shows change, not what caused it.",
  },
  captionLines:
    "Lines show how far the average could plausibly be from the square, given how few people answered.",
  captionDiamonds:
    "Diamonds are steadied estimates: small groups are drawn towards the programme average, because very high or low results in small groups are often chance.",
  captionBand: "The light band shows where a further similar town would most likely be.",
  townsAlike:
    "The differences between towns are no larger than chance alone would produce; this does not show the towns are equal.",
  townsDiffer:
    "The towns differ by more than chance alone would produce; where the change is largest is still uncertain.",
  oneInTwenty: "Of 20 such ranges about one misses its true value by chance.",
  rangeNote: "Plausible ranges are 95% confidence intervals (Student's t).",
  rounded: "Numbers are rounded, so a difference may not match in its last digit.",
  step: (size) =>
    `One answer step on one item is ${counted(size.value, points, "en", size.decimals)}.`,
};

function plain({ value, decimals }: Amount): string {
  return formatNumber(value, "en", decimals);
}

function signed({ value, decimals }: Amount): string {
  return formatChange(value, "en", decimals);
}

function change(amount: Amount): string {
  return `${signed(amount)}\u00a0${noun(amount)}`;
}

function noun({ value, decimals }: Amount): string {
  return pluralForm(value, points, "en", decimals);
}

function ends({ high, agreesWith }: RangeWords): string {
  return `${high}\u00a0${pluralForm(agreesWith.value, points, "en", agreesWith.decimals)}`;
}

function count(number: number): string {
  return number === 0 ? "none" : formatNumber(number, "en");
}
