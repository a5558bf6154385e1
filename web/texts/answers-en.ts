import type { AnswerTexts } from "./answers.ts";
import { counted, type PluralForms } from "./numbers.ts";

const peopleForms: PluralForms = { one: "person", other: "people" };

export const answersEn: AnswerTexts = {
  pageTitle: "Other answers",
  pageLead:
    "The evaluation of the training, looking back, and what has been applied. Only the whole programme is shown: localities are too small for this.",
  nothing: "This version of the results holds no such answers.",
  item: "Item",
  wave: "When",
  answered: "Answered",
  answers: "Answers",
  topTwo: "Top two, %",
  from: "Range from",
  to: "Range to",
  why: "Note",
  waves: { before: "before", after: "after", followup: "3–6 months later" },
  withheld: {
    "not-closed": "still open",
    few: "hidden (fewer than 20 answers)",
    protecting: "hidden (protects participants)",
  },
  nearlyAll: (option) => `all or nearly all: ${option}`,
  bar: (options, people) => `${options}: ${people}`,
  choiceWords: { few: "fewer than 3 people", "nearly-all": "all or nearly all" },
  choicesSummary: (people) =>
    `${counted(people, peopleForms, "en")} answered; everybody could choose several.`,
  choicesCaption:
    "The bar is the share of those who answered that chose this option; the number in it is how many they are. Everybody could choose several, so the shares add up to more than 100%.",
  choiceAxis: "Share who chose it, %",
  divergingAxis:
    "Share of those who answered, %: lower answers to the left, higher ones to the right, the middle one across",
  option: "Answer",
  allOptions: "All answers",
  other: "Other",
  share: "Share, %",
  nothingShown: "There is nothing to show yet.",
  noOpportunity: "had no opportunity",
  rowOf: (item, wave) => `${item} – ${wave}`,
  wilsonNote: "Plausible ranges are Wilson's 95% confidence intervals.",
  itemsOf: (section) => `Answers: ${section}`,
  itemsTable: (section) => `${section}: how many people answered how`,
  itemsSummary: (shown, all) => `Answers are shown for ${shown} of ${all} items.`,
  itemsCaption:
    "Each bar is everybody who answered, its numbers are people; the stronger the colour, the higher the answer. A bar that moved to the right after the training holds higher answers. Neighbouring answers that fewer than 3 people chose stand together.",
  shareAxis: "Share, %",
  rightTitle: (scale) => `Right answers: ${scale}`,
  rightShort: "Right answers by question",
  rightTable: (scale) => `${scale}: share of right answers, %`,
  right: "Right, %",
  legendRight: "Share of right answers (95% range)",
  guessing: "What guessing would reach",
  rightCaption:
    "The square is the share of right answers, the line its plausible range. The dashed line is what guessing would reach on average.",
  shiftTitle: "Looking back",
  shiftTable: "The same people before, looking back, and after the training, points of 100",
  shiftCaption:
    "After the training people rated once more how they had been before it. Where they now rate that lower than they did then, the yardstick itself has moved: by learning, people saw what they could not do. Both changes stand side by side; the main one is after − before.",
  shiftSummary: (shown, all) => `${shown} of ${all} areas are shown.`,
  people: "People",
  meanBefore: "Before",
  meanThen: "Looking back",
  meanAfter: "After",
  gain: "after − before",
  shift: "shift of the yardstick (looking back − before)",
  feltGain: "after − looking back",
  legendChange: "Average change and its plausible range (95%)",
  area: "Area",
  breakdownTitle: (by, scale) => `${scale} by ${by.toLocaleLowerCase("en")}`,
  breakdownShort: (by) => `By ${by.toLocaleLowerCase("en")}`,
  breakdownSummary: (shown, all) => `${shown} of ${all} groups are shown.`,
  breakdownCaption:
    "Participants of the whole programme in groups. Ranges come from the spread of the whole programme.",
  methods: {
    items: {
      what: "How participants of the whole programme answered each item.",
      formula:
        "People are counted by the answer they chose. The share of the two highest answers has Wilson's 95% interval.",
      people:
        "From 20 answers on. For items of scales, only people who answered both before and after. “Cannot answer” is not counted.",
      limits: "A single item is less reliable than a scale; being satisfied is not having learned.",
    },
    choices: {
      what: "The share of participants of the whole programme who chose each option.",
      formula: "Those who chose it divided by everybody who answered the question.",
      people:
        "From 20 people on. Where fewer than 3 people, or all but fewer than 3, chose an option, words stand for the number.",
      limits:
        "What matters most: people mark what is important and what they merely noticed alike.",
    },
    right: {
      what: "The share of right answers to each knowledge question before and after the training.",
      formula:
        "Right answers divided by all who answered; the range is Wilson's 95% interval. The guessing line is one divided by the number of answers to choose from.",
      people: "People who answered both before and after, from 20 on.",
      limits:
        "The questions were the same both times: part of the change may come from having seen them.",
    },
    shift: {
      what: "The same people's ratings before, after, and looking back.",
      formula:
        "Three means and their three differences with Student's t 95% ranges. The shift of the yardstick is looking back less before.",
      people: "People who answered all three, from 10 on, of the whole programme alone.",
      limits:
        "Which change is truer: looking back, people may measure better, and may also want to see progress.",
    },
    breakdown: {
      what: "The average change in groups of participants of the whole programme.",
      formula:
        "The mean change of the group in whole points. Its range is the whole programme's, widened to the size of the group.",
      people:
        "People who answered both before and after; small groups, and groups that would give them away, are hidden.",
      limits: "Whether groups differ by more than chance: they are small, and there are several.",
    },
  },
};
