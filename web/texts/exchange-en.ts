import type { ExchangeTexts } from "./exchange.ts";
import { counted } from "./numbers.ts";

export const exchangeTextsEn: ExchangeTexts = {
  importTitle: "A questionnaire from a file",
  importLead:
    "Upload a questionnaire made in another system. You see first what was taken over and what was not; nothing is kept until you say so.",
  mistakesTitle: "Please correct",
  file: "The questionnaire's file",
  fileHint:
    "XLSForm (.xlsx), LimeSurvey (.lss or .txt), SurveyJS (.json) or a Pokytis questionnaire (.json). Up to 8 MB.",
  waves: "When to ask",
  wavesHint:
    "Files of other systems know no waves, so all questions are given those you tick. Each question's waves can be changed later.",
  wavesMissing: "Tick at least one wave.",
  waveNames: {
    before: "Before the training",
    after: "After the training",
    followup: "3–6 months later",
  },
  language: "Language of the file",
  languageHint: "Matters only where the file does not say its language.",
  languageNames: { lt: "Lithuanian", en: "English" },
  languageInList: { lt: "Lithuanian", en: "English" },
  read: "Read the file",
  keptFor: "What was read is kept for a day while you decide.",
  previewTitle: "The questionnaire to be taken over",
  fromFile: (name, format) => `File: ${name} (${format})`,
  counts: (sections, items) => `Read: ${sections}, ${items}.`,
  sections: (count) => counted(count, { one: "section", other: "sections" }, "en"),
  items: (count) => counted(count, { one: "question", other: "questions" }, "en"),
  inLanguages: (names) => `Languages: ${names}.`,
  untranslated: (count) =>
    `Translations are missing: ${counted(count, { one: "question lacks one", other: "questions lack one" }, "en")}. You write them in the questionnaire editor.`,
  lossesTitle: "What was taken over differently, or not at all",
  lossesLead: "Look through it: something may have to be added by hand.",
  noLosses: "Everything was taken over as it was.",
  lossTimes: (count) => counted(count, { one: "time", other: "times" }, "en"),
  moreLosses: (count) => `And ${counted(count, { one: "place", other: "places" }, "en")} more.`,
  lossColumns: { where: "Question in the file", what: "What changed" },
  whole: "the whole file",
  inRow: (name, row) => `${name} (row\u00a0${row})`,
  losses: {
    "type-not-known": (type) =>
      `There is no such kind of question here, so it was left out${of(type)}.`,
    "repeat-refused": () =>
      "A repeated group was left out with all its questions: a questionnaire here is answered once.",
    "calculation-left-out": () => "A calculation was left out: participants do not see it.",
    "condition-not-expressible": (text) =>
      `The condition for showing it could not be taken over${of(text)}; everybody is asked.`,
    "check-left-out": (text) => `The check of the answer was not taken over${of(text)}.`,
    "language-left-out": (language) =>
      `A language was left out${of(language)}: Lithuanian and English are used here.`,
    "language-taken-as": (language) =>
      `There are no Lithuanian or English texts, so those of another language stand in for the one you named${of(language)}. They need translating.`,
    "name-changed": (key) =>
      `The name in the file could not be a key here and was changed${of(key)}.`,
    "choices-too-few": (count) => `Too few choices${of(count)}, so the question was left out.`,
    "choices-too-many": (count) =>
      `Too many choices${of(count)}: there may be 40, and 11 points of a scale. The question was left out.`,
    "list-not-found": (list) =>
      `The list of choices is not in the file${of(list)}, so the question was left out.`,
    "comment-left-out": () => "The field for a comment was not taken over.",
    "default-left-out": () => "The answer filled in beforehand was not taken over.",
    "media-left-out": () => "A picture, sound or film was not taken over.",
    "taken-as-text": (type) => `Taken over as a short text${of(type)}.`,
    "taken-as-rating": (list) =>
      `A list coded by numbers was understood as a rating scale${of(list)}.`,
    "taken-as-number": (range) =>
      `The scale is too long for a rating, so it was taken over as a number${of(range)}.`,
    "hidden-left-out": () => "The question is hidden from participants, so it was left out.",
    "scale-proposed": (count) =>
      `A scale of the section's questions is proposed${of(count)}. Check that they measure the same.`,
    "scores-left-out": (scores) =>
      `What each choice counts was not taken over${of(scores)}: it makes neither a scale nor one right answer.`,
    "choices-not-filtered": (text) =>
      `Which choices are shown depended on other answers${of(text)}; here all are shown.`,
    "insertion-left-in": (mark) =>
      `Another answer or value was inserted into the text; its mark stands as it was written${of(mark)}. Reword the sentence.`,
    "too-many-items": () => "A questionnaire may have 500 questions; this one is beyond.",
    "waves-left-out": (count) =>
      count === ""
        ? "It is not asked in every wave; the file cannot say so."
        : `The questionnaire covers several waves (${count}); the file has all questions one after the other.`,
    "scale-left-out": () => "The format does not describe scales.",
    "breakdown-left-out": () => "The format has no groups by which results are broken down.",
    "knowledge-key-left-out": (value) => `The right answer does not go into the file${of(value)}.`,
    "looking-back-left-out": () =>
      "The format has no pairs of “then and now”; the question stands alone.",
    "newcomers-left-out": () => "The section is asked of newcomers only; the file cannot say so.",
    "way-out-as-option": (option) =>
      `An answer that is no point of the scale stands among the others${of(option)}.`,
    "limits-left-out": () => "How many to choose at least or at most is not in the file.",
    "unit-left-out": () => "The unit is not in the file.",
    "codes-changed": (code) => `The code was changed to fit the format${of(code)}.`,
  },
  contents: "What the questionnaire will have",
  kinds: {
    rating: "rating",
    single: "one choice",
    multiple: "several choices",
    knowledge: "knowledge question",
    recommendation: "0 to 10",
    "short-text": "short text",
    "long-text": "long text",
    number: "number",
    date: "date",
    ranking: "ranking",
    consent: "consent",
    information: "text to read",
  },
  asked: (condition, required) =>
    [...(required ? ["required"] : []), ...(condition ? ["shown on a condition"] : [])].join(", "),
  take: "Keep it as a draft",
  takeAdvice: "The draft can be changed, and published when it is ready.",
  discard: "Do not take it over",
  exportTitle: "The questionnaire for other systems",
  exportLead: "Choose a format. Under each stands what it cannot say.",
  ofVersion: (number) => `Published version ${number}.`,
  ofDraft: "The present draft.",
  formats: {
    own: "Pokytis",
    xlsform: "XLSForm",
    "limesurvey-text": "LimeSurvey (.txt)",
    "limesurvey-xml": "LimeSurvey (.lss)",
    surveyjs: "SurveyJS",
  },
  formatHints: {
    own: "JSON; the whole questionnaire, for another Pokytis.",
    xlsform: "An Excel file that ODK, KoboToolbox and Survey123 read.",
    "limesurvey-text": "Text separated by tabs, which can be edited in a spreadsheet.",
    "limesurvey-xml": "For LimeSurvey 4 and later.",
    surveyjs: "JSON that the SurveyJS libraries read.",
  },
  download: (format) => `Download: ${format}`,
  nothingLost: "Everything goes along.",
  someLost: (count) =>
    `What this format does not say: ${counted(count, { one: "note", other: "notes" }, "en")}`,
  faults: {
    "format-not-known":
      "The file was not recognised. XLSForm, a LimeSurvey survey (.lss or .txt), SurveyJS or a Pokytis questionnaire will do.",
    "json-syntax":
      "The JSON file has a mistake in its writing and cannot be read. Download it from that system once more.",
    "own-format":
      "This is a Pokytis questionnaire, but it is not built as one should be. Correct the places named, or download the file again.",
    "no-survey-sheet":
      "The Excel file has no sheet “survey”, which is where an XLSForm has its questions.",
    "no-type-column":
      "The sheet “survey” of the Excel file lacks the columns “type” and “name”, by which an XLSForm is read.",
    "no-questions":
      "The file has no question that could be taken over. Check that it is the right file.",
  },
  places: (list) => `Places: ${list}.`,
  back: "Questionnaires",
};

/** What it was about, in brackets. */
function of(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}
