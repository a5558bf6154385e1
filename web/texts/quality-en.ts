import { counted, type PluralForms } from "./numbers.ts";
import type { QualityTexts } from "./quality.ts";

const peopleForms: PluralForms = { one: "person", other: "people" };
const scales: PluralForms = { one: "scale", other: "scales" };

export const qualityEn: QualityTexts = {
  pageTitle: "How far this can be relied on",
  pageLead:
    "How many of those invited answered, whether those who left had started elsewhere than those who stayed, and whether the statements of a scale measure the same thing. Only the whole programme is shown.",
  people: "People",
  note: "Note",
  from: "Range from",
  to: "Range to",
  scale: "Scale",
  notShown: "hidden (too few answers, or too much alike)",
  start: {
    title: (scale) => `Change by starting level: ${scale}`,
    short: "Change by where people started",
    table: (scale) => `${scale}: change by the score before`,
    band: (from, to) => `Started at ${from} to ${to} points`,
    column: "Score before",
    meanBefore: "Average before",
    change: "Change",
    summary: ({ low, lowGain, high, highGain }) =>
      `Those who started lowest (${low}) changed by ${lowGain} on average, those who started highest (${high}) by ${highGain}.`,
    regression:
      "Part of this difference comes by itself: whoever once answered very low or very high often answers nearer the middle the next time (regression to the mean), and whoever started high has less room to rise. So it cannot tell whom the training helped more.",
    caption:
      "The square is the average change of those who started in this third of the scale, the line its plausible range. Thirds in which fewer than 10 people started stand together with their neighbours.",
    axis: "Change, points of 100",
    legend: "Average change and its plausible range (95%)",
    method: {
      what: "Participants of the whole programme by the third of the scale that they were in before the training, and their average change.",
      formula:
        "Thirds of the scale: 0–33, 34–66 and 67–100 points. The mean change of a group with Student's t 95% range, in whole points.",
      people:
        "People who answered both before and after, at least 10 in a group. Single people are never shown.",
      limits:
        "Whether the training helped those who started lower more: regression to the mean and the top of the scale give the same picture by themselves.",
    },
  },
  flow: {
    title: "From those invited to pairs",
    table: "How many participants were left at each step",
    step: "Step",
    share: "Share of those invited, %",
    steps: {
      enrolled: "Participants of the training cycle (invited)",
      before: "Answered before the training",
      after: "Answered after the training",
      pairs: "Answered both times (pairs)",
      followup: "Answered 3–6 months later",
    },
    axis: "People",
    summary: (pairs, enrolled) =>
      `Change can be seen of ${pairs} of the ${enrolled} who were invited: those who answered both times.`,
    caption:
      "Each bar is how many people answered. Changes are worked out from those who answered both times alone; of the others they say nothing.",
    method: {
      what: "How many of the people invited answered each time, and how many answers could be joined to pairs.",
      formula: "People are counted; shares are of all participants of the training cycle.",
      people:
        "People of the whole programme. While a questionnaire is still open somewhere, the step that a count lies in stands for the count.",
      limits:
        "Why the others did not answer. People outside the cycle may have answered too, so a share can exceed 100%.",
    },
  },
  attrition: {
    title: "Those who left and those who stayed",
    table: "Score before: people who answered both times, and before only",
    stayed: "Stayed",
    left: "Left",
    meanStayed: "Average of those who stayed",
    meanLeft: "Average of those who left",
    difference: "Difference",
    summary: (clear, all) =>
      clear === 0
        ? "On no scale do those who left and those who stayed clearly differ in where they started; small differences there may be."
        : `Those who left had clearly started elsewhere than those who stayed on ${clear} of ${counted(all, scales, "en")}.`,
    nothing: "Too few people left for their start to be shown.",
    caption:
      "The square says by how many points the average before of those who left lies above (right) or below (left) that of those who stayed, the line is its plausible range.",
    axis: "Left − stayed, points of 100",
    legend: "Difference and its plausible range (95%)",
    method: {
      what: "Whether those who did not answer after the training had started elsewhere than those who answered both times.",
      formula: "The difference of the two groups' means before, with Welch's 95% range.",
      people:
        "People who answered before; shown once as many people left as a group must have to be shown.",
      limits:
        "How those who left would have changed: nothing is known of their answers after the training.",
    },
  },
  reliability: {
    title: "Reliability of the scales",
    table: "Cronbach's α before the training",
    items: "Items",
    alpha: "α",
    summary: (low, high) =>
      low === high
        ? `The reliability (α) of the scale shown is ${low}.`
        : `The reliability (α) of the scales shown lies between ${low} and ${high}.`,
    nothing: "Reliability is shown once at least 30 people answered every item of a scale.",
    caption:
      "The nearer to 1, the more alike a person answers all statements of a scale, and the less chance has to do with their score. The line is the plausible range.",
    axis: "Cronbach's α",
    legend: "α and its plausible range (95%)",
    method: {
      what: "How far the statements of a scale measure the same thing; for knowledge questions this is KR-20.",
      formula:
        "α = k/(k − 1) · (1 − sum of the items' variances / variance of the score); the range is Feldt's (1965).",
      people: "Pairs that answered every item of the scale before the training; from 30 people on.",
      limits:
        "Whether the scale measures what it should. Knowledge questions may be about different things; then a low α is no fault.",
    },
  },
  peopleCount: (count) => counted(count, peopleForms, "en"),
};
