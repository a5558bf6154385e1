import type { SetupTexts } from "./setup.ts";

export const setupSurveyEn: Pick<
  SetupTexts,
  "notice" | "questionnaire" | "waves" | "planning" | "start"
> = {
  notice: {
    none: "No notice has been published yet.",
    published: (number, day) => `Version ${number} published, ${day}`,
    draft: "Below is a draft: it is saved, and not published yet.",
    fits: (mode) => `The text is written for the way of codes “${mode}”.`,
    missing: "So that no gaps stay in the template, please enter first:",
    missingParts: {
      controller: "the organisation's code, address and e-mail",
      evaluator: "the evaluator's name",
      funders: "the funders",
      retention: "the retention dates",
    },
    edit: "Text of the notice",
    textLabel: "Text",
    textHint:
      "Each line is a paragraph of its own, its first sentence shown in bold. Change words, not promises: the system does what the template says.",
    statements: "Below the text a participant ticks",
    saveDraft: "Save the draft",
    publish: "Publish",
    publishAdvice:
      "A published version never changes. Whoever begins later reads the new one; those who have begun stay with the one they read.",
    startOver: "Back to the template",
    startOverAdvice: "The draft is replaced by the template with the programme's present facts.",
    empty: "Please write the text in every language of the programme.",
    gapLeft:
      "There are gaps left in the text, marked [...]. Please fill them in before publishing.",
    whoAnswered:
      "The organiser will see who has handed the questionnaire in (but not what they answered)",
    whoAnsweredHint:
      "Only if it is really needed. When ticked, the notice says so to participants, and “What is lacking” gets a column – for those waves alone which everybody began after reading this notice. Each look is recorded in the log.",
    whoAnsweredFitted: {
      told: "You ticked that the organiser will see who has handed the questionnaire in, and the text did not say so. The sentence has been put in: please read it and publish.",
      untold:
        "The text said that the organiser will see who has handed the questionnaire in, and that is not ticked. The sentence has been taken out: please read the text and publish.",
    },
  },
  questionnaire: {
    none: "No version has been published yet.",
    published: (number, title) => `Version ${number} published: ${title}`,
    open: "Questionnaires",
  },
  waves: {
    names: {
      before: "Before the training",
      after: "After the training",
      followup: "3–6 months later",
    },
    optional: "Leave it empty if there will be no such questionnaire.",
    zone: (name) => `Times are in the programme's time zone (${name}).`,
    opensAt: "Open from",
    closesAt: "Open until",
    grace: "Minutes to finish for those who began",
    graceHint: "How long after the end somebody who has begun may still finish.",
    version: "Version of the questionnaire",
    versionName: (number, title) => `Version ${number}: ${title}`,
    localities: "Other dates in single localities",
    localitiesHint: "Write only where dates differ; elsewhere the common ones hold.",
    planned:
      "The dates are saved. The waves are there by themselves once a questionnaire is published, and a privacy notice that fits how people get their codes now.",
    plannedReady:
      "A questionnaire and a privacy notice are published by now, but some waves could not be made: their time is over, the questionnaire asks nothing in them, or there are several questionnaires. Look through the dates, choose the version of the questionnaire and save.",
    set: "Set.",
    frozenOpening: "The beginning can no longer be changed: answering has begun.",
    frozenVersion: "The version can no longer be changed: there are answers to it.",
    closed: "Closed in all localities; the dates can no longer be changed.",
    closedIn: (names) => `Closed already: ${names}.`,
    save: "Save the dates",
    mistakes: {
      half: "Both a beginning and an end are needed.",
      "closes-before-opens": "The end has to be later than the beginning.",
      "not-a-moment": "Please write a date and a time.",
      grace: "Enter 0 to 1,440 minutes.",
      version: "Please choose a version of the questionnaire.",
      order: "This questionnaire cannot begin before the one that comes before it.",
      opened: "Answering has begun: the end has to be later than now.",
    },
  },
  planning: {
    deviation: "How much people's changes differ (standard deviation, points of 100)",
    deviationHint:
      "An assumption. In surveys like this the deviation of changes is often 10–20 points; if you have data of an earlier programme, use them.",
    share: "Percentage of participants who will answer both questionnaires",
    shareHint:
      "An assumption. Answering in the training room with cards, 80–90% can usually be linked.",
    show: "Calculate",
    caption: "Precision of the mean change by number of participants",
    columns: {
      people: "Participants",
      pairs: "Will answer both",
      halfWidth: "Mean known to ± points",
      enough: "Enough to tell a worthwhile change",
      power: "Chance to see it",
    },
    yes: "yes",
    no: "no",
    tooFew: "too few pairs",
    pointForms: { one: "point", other: "points" },
    sentence: (worthwhile, people) =>
      `For the mean to be known to within ${worthwhile} (the smallest worthwhile change), these assumptions ask for at least ${people} participants. For smaller localities look at the result of the whole programme.`,
    sentenceNever: (worthwhile) =>
      `Under these assumptions not even 40 participants are enough for the mean to be known to within ${worthwhile}. Look at the result of the whole programme, or make groups larger.`,
    noWorthwhile:
      "The smallest worthwhile change has not been fixed yet. Fix it before the first answer: only then is it honest.",
    points: (value) => `±${value}`,
    explanation:
      "Half of the 95% confidence interval: the quantile of the t distribution times the deviation, divided by the square root of the number of pairs.",
    powerExplanation:
      "Chance to see it: if people really change by the smallest worthwhile change, how often the interval of such a group would lie wholly above zero (power of the paired t test, two-sided 5% level, noncentral t distribution). 80% is usually asked for. With a smaller chance, “no clear change” does not mean that there was none.",
    chance: (percent, isMore) => `${isMore ? "over " : ""}${percent}%`,
  },
  start: {
    title: "New programme",
    link: "New programme",
    lead: "A title and dates are enough to begin. Everything else follows step by step.",
    slug: "Address",
    slugHint:
      "Part of the address of the programme's pages. Left empty, it is made from the title, such as culture-innovation-2026.",
    from: "Take over from an earlier programme",
    fromNothing: "– begin from nothing –",
    copyTitle: "What to take over",
    copyLead: "People, codes and answers are never taken over.",
    parts: {
      settings: "settings (goal, evaluator, threshold, way of codes)",
      funders: "funders",
      logos: "logos",
      localities: "localities",
      sectors: "sectors",
      topics: "topics and methods",
      criteria: "selection criteria (without decisions)",
      indicators: "indicators (without reached values)",
      questionnaires: "questionnaires with their published versions",
    },
    create: "Create the programme",
  },
};
