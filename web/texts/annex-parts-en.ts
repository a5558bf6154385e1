import type { AnnexPartTexts } from "./annex-parts.ts";
import { counted, noBreakSpace } from "./numbers.ts";

const people = { one: "person", other: "people" };

export const annexPartTextsEn: AnnexPartTexts = {
  parts: {
    summary: "Summary",
    indicators: "Indicators",
    participants: "Participants",
    method: "How it was evaluated",
    results: "Results by competency",
    knowledge: "Knowledge test",
    shift: "Whether the yardstick itself moved",
    satisfaction: "Satisfaction with the training",
    followup: "What changed at work later",
    items: "Answers to single statements",
    openAnswers: "Open answers",
    conclusions: "The evaluator's conclusions and recommendations",
    limits: "What these data cannot show",
    excluded: "What is left out and why",
    definitions: "Definitions",
    sessions: "Training sessions",
    visions: "Visions of the localities",
    publicity: "Publicity",
    certificates: "Register of certificates",
    participantList: "List of participants",
    questionnaires: "Questionnaires",
    dictionary: "Data dictionary",
  },
  preparedBy: "Prepared by",
  indicatorDetails: "Definitions and sources of the indicators",
  indicatorColumns: {
    name: "Indicator",
    unit: "Unit",
    planned: "Planned",
    reached: "Reached",
    difference: "Difference",
    percent: "Reached, %",
    source: "Data source",
    explanation: "Explanation",
  },
  definition: "Definition",
  percentNote: "A percentage is given only for indicators that had a planned value.",
  byGender: "Participants of the training cycle by gender",
  byAge: "Participants of the training cycle by age",
  gender: "Gender",
  age: "Age",
  people: "People",
  genders: {
    woman: "Women",
    man: "Men",
    "non-binary": "Non-binary people",
    undisclosed: "Not stated",
  },
  notToldApart: "Other or not stated",
  fromRegistration:
    "Totals of the whole programme, from registration and not from the questionnaires.",
  mergedNote: (least) =>
    `Groups with fewer than ${least} people stand together, so that nobody can be identified.`,
  allMerged: (least) =>
    `No counts are given here: no group of at least ${least} people could be told apart.`,
  knowledgeLead:
    "Knowledge questions have a right answer. The score is the share of right answers: 0 is none, 100 is all.",
  noKnowledge:
    "The questionnaire had no knowledge questions, or their results have not been released.",
  shiftLead:
    "After a training people often judge their earlier ability differently than they did before it, because they know better what they judge. So they were also asked, afterwards, how they would now rate themselves as they were before.",
  noShift: "There were no questions looking back, or their results cannot be released.",
  noSatisfaction:
    "There were no questions about satisfaction, or their results cannot be released.",
  noFollowup:
    "There are no results of questions about what followed: the wave is still open, too few people answered, or there were none.",
  noItems: "Results of single statements cannot be released.",
  openLead:
    "Answers in people's own words were read by the person responsible for the data and sorted into themes. People are counted, not remarks; one person may have raised several themes.",
  openFew: "Fewer than ten people answered, so no themes are given.",
  openNoThemes: (count) => `${counted(count, people, "en")} answered; themes were not marked yet.`,
  openCaption: (question) => `Themes: ${question}`,
  theme: "Theme",
  openNote: (count) => `${counted(count, people, "en")} answered the question.`,
  fewSaid: "a few",
  noOpenQuestions: "The questionnaire had no questions to be answered in a longer text.",
  quotationsLead: "In participants' own words (quoted with their consent):",
  conclusionsLead: (evaluator) =>
    `This part was written by the evaluator${evaluator === "" ? "" : ` (${evaluator})`}. These are a person's conclusions, not text made by a program.`,
  noConclusions: "The evaluator wrote no conclusions or recommendations.",
  finding: "Conclusion",
  recommendation: "Recommendation",
  aboutFigure: (figure) => `About: ${figure}`,
  excludedLead:
    "Change is computed from pairs only: people who filled in the questionnaire both before and after the training. Below stands what did not enter the computation.",
  excludedColumns: { who: "What", why: "Why", people: "Count" },
  excludedCaption: "Left out of the results on change",
  excluded: {
    beforeOnly: "Answered before the training only",
    beforeOnlyWhy: "There is no second answer to compare with",
    afterOnly: "Answered after the training only",
    afterOnlyWhy: "There is no first answer to compare with",
    questionnaire: (wave) => `Questionnaire sent (${wave})`,
    reason: (reason) => `Left out by the organiser, who gave the reason: ${reason}`,
  },
  withheldCaption: "Results of localities that are withheld",
  withheldColumns: { scale: "Competency", locality: "Locality", why: "Why" },
  definitionColumns: { term: "Term", meaning: "What it means" },
  definitions: [
    {
      term: "Person involved",
      meaning:
        "Somebody who took part in at least one activity of the project; counted once, however many they attended.",
    },
    {
      term: "Participant of the training cycle",
      meaning: "Somebody enrolled for the whole training cycle who did not withdraw from it.",
    },
    {
      term: "Certified participant",
      meaning: "A participant of the training cycle with a valid certificate, not a revoked one.",
    },
    {
      term: "Pair",
      meaning:
        "One person's answers before and after the training, linked by a code. Means and changes are computed from pairs only.",
    },
    {
      term: "Score",
      meaning:
        "The mean of a competency's ratings rescaled to 0–100: 0 is the lowest and 100 the highest possible rating.",
    },
    { term: "Change", meaning: "The score after less the score before, in points." },
    {
      term: `95${noBreakSpace}% confidence interval`,
      meaning:
        "Bounds that show how precise a mean change is. Used many times, about 19 of 20 such intervals hold the true value.",
    },
    {
      term: "Release of results",
      meaning:
        "Numbers computed once and never changed. All results of an annex come from one release.",
    },
  ],
  sessionColumns: {
    day: "Date",
    locality: "Locality",
    title: "Session",
    hours: "Hours",
    lecturer: "Lecturer",
    place: "Place",
  },
  sessionsTotal: "Total",
  noSessions: "No sessions have been entered.",
  visionColumns: { locality: "Locality", title: "Vision" },
  noVisions: "No visions have been entered.",
  publicityColumns: {
    day: "Date",
    channel: "Channel",
    title: "Title and address",
    logos: "Logos",
    copy: "Copy",
  },
  yes: "Yes",
  no: "No",
  publicityNote: (shown, all) =>
    `Funders' logos are shown in ${shown} of ${all}; “Copy” means that a copy is kept with the programme's data.`,
  noPublicity: "No publicity has been entered.",
  certificateColumns: {
    number: "Number",
    issuedOn: "Issued",
    hours: "Hours",
    state: "State",
    name: "Name",
  },
  valid: "Valid",
  revoked: "Revoked",
  certificateNote:
    "Every certificate can be checked by the code on it. Names stand in the closed annex only.",
  noCertificates: "No certificates have been issued.",
  listColumns: {
    row: "No.",
    name: "Name",
    organisation: "Organisation",
    sector: "Sector",
    certificate: "Certificate",
    signature: "Signature",
  },
  listNote: "Closed annex with personal data: for an audit only, never for publication.",
  noParticipants: "No participants of the training cycle are enrolled.",
  waveTitle: (wave) =>
    ({
      before: "Questionnaire before the training",
      after: "Questionnaire after the training",
      followup: "Later questionnaire",
    })[wave],
  notice: "Notice to participants",
  sameNotice: (questionnaire) =>
    `The same as in “${questionnaire}”: the same text and the same statements.`,
  statements: "Statements that a participant ticks first",
  required: "required",
  questionColumns: { number: "No.", question: "Question", answers: "Answers" },
  answersOfAll: (answers) => `Answers: ${answers}.`,
  openAnswer: "in one's own words",
  numberAnswer: "a number",
  dayAnswer: "a date",
  agreement: "ticked where agreed",
  otherAnswer: "other (written in)",
  fromTo: (low, high) => `from 0 (${low}) to 10 (${high})`,
  dictionaryLead:
    "The key of a question is the same in the questionnaire, in the data package and here.",
  dictionaryColumns: {
    key: "Key",
    question: "Question",
    values: "Values",
    waves: "Waves",
  },
};
