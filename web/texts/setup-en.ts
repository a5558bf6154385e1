import type { SetupTexts } from "./setup.ts";
import { setupFieldsEn } from "./setup-fields-en.ts";
import { setupStepsEn } from "./setup-steps-en.ts";
import { setupSurveyEn } from "./setup-survey-en.ts";

export const setupTextsEn: SetupTexts = {
  ...setupStepsEn,
  ...setupSurveyEn,
  title: "Setting up the programme",
  lead: "Take the steps in any order, leave and come back at any time: what is written stays. What the programme can do without, mark as not needed.",
  opening: {
    title: "What is needed before a questionnaire can open",
    ready: "Everything that a questionnaire needs to open is there.",
    missing: "No questionnaire can be opened yet. Missing:",
  },
  fields: setupFieldsEn,
  inLanguage: { lt: "In Lithuanian", en: "In English" },
  optional: "optional",
  noChoice: "– not chosen –",
  options: {
    identityMode: {
      register: {
        label: "Cards with a list",
        hint: "It is noted who was given which card. A lost card can be replaced. While the list exists, whoever holds it could link answers to a person.",
      },
      bowl: {
        label: "Cards from a bowl",
        hint: "Cards are drawn unseen and nobody notes who got which. This is nearest to anonymous, but a lost card cannot be replaced.",
      },
      "self-made": {
        label: "Codes people make themselves",
        hint: "A participant makes a code of six things known by heart. Only a line of characters worked out from them with a secret key is stored; some questionnaires will not be linked.",
      },
    },
    languages: { "lt,en": "Lithuanian and English", lt: "Lithuanian only", en: "English only" },
    tick: { yes: "yes", no: "no" },
  },
  mistakes: {
    missing: "Please fill this in.",
    "too-long": "The text is too long: please shorten it.",
    "not-a-day": "Please write a date, such as 2026-03-02.",
    "not-a-moment": "Please write a date and a time, such as 2026-03-02 and 09:00.",
    "not-a-number": "Please write a number.",
    "out-of-range":
      "This number does not fit here: too small, too large, or with too many decimals.",
    "not-an-address": "Please write the whole address, beginning with https:// or http://.",
    "not-offered": "Please choose from the list.",
    taken: "There is one like this already: please write another.",
    "not-a-slug": "Only small Latin letters, digits and hyphens.",
    "ends-before-start": "The end cannot be earlier than the start.",
    "before-programme-ends": "This cannot be earlier than the end of the programme.",
    "before-key": "Answers cannot be deleted earlier than the links of codes are destroyed.",
    "half-a-place": "Give both coordinates or neither.",
    "no-forms":
      "We cannot propose the forms of this name: please write genitive and locative yourself.",
    "not-a-zone": "There is no such time zone. An example: Europe/Vilnius.",
  },
  summary: (count) =>
    count === 1 ? "Not saved: one field needs a look" : "Not saved: please look at these fields",
  frozen: {
    answers: "Can no longer be changed: there are answers, and this had to be fixed before them.",
    begun:
      "Can no longer be changed: a questionnaire has opened, or people were invited to it under the published notice.",
    released:
      "Results have been released, so the threshold can only be raised: lowering it would show what was withheld.",
    cards: "Can no longer be changed: some cards have been noted against people.",
    administrators:
      "The organisation's facts hold for all its programmes, so its administrator changes them.",
  },
  buttons: {
    save: "Save",
    add: "Add",
    change: "Change",
    remove: "Remove",
    up: "Up",
    down: "Down",
    notNeeded: "This programme does not need it",
    neededAfterAll: "It is needed after all",
    path: "All steps",
    list: "Back to the list",
    next: "Next step",
    upload: "Upload",
  },
  list: {
    none: "Nothing here yet.",
    addTitle: "Add one",
    entries: "What is there",
    inUse:
      "It cannot be removed: other data (such as participants, sessions or codes) refers to it.",
    lastTitle: "Removal",
  },
  saved: "Saved.",
  localities: {
    forms: "Genitive and locative",
    checkForms: "The forms were proposed: please check that they are right.",
    frozen:
      "There are answers, so localities are no longer added or removed here: results depend on them. Names can be corrected.",
    elsewhere: "Adding or withdrawing a locality midway",
    manyTitle: "Add several at once",
    manyHint: "One name a line. Their forms are proposed, and you can correct them.",
    manyLabel: "Names of localities",
    manyMistake: (line, name) =>
      `Line ${line} (“${name}”): we cannot propose its forms, it is too long, or it is there already. Please add it by itself.`,
    addMany: "Add them all",
  },
  sectors: {
    ready:
      "You may begin with the usual list of eight sectors and “other”, and change it afterwards.",
    addReady: "Take the usual list",
  },
  topics: {
    noScales:
      "Scales will be here once a questionnaire is published; then topics can be linked to them.",
  },
  criteria: {
    decisions: "Decisions about localities",
    met: { yes: "meets it", no: "does not meet it", open: "not decided" },
    question: "Does the locality meet it",
    evidence: "Evidence",
    decidedOn: "Day of the decision",
    noLocalities: "Decisions can be noted once there are localities.",
    dayMissing: "Please write the day of the decision.",
  },
  sessions: {
    manyTitle: "Entering several sessions",
    manyLead:
      "Enter a whole timetable at once: one session a line. Columns of a spreadsheet can be pasted.",
    where: "In which localities these sessions take place",
    lines: "Sessions",
    linesHint: "Date; hours; title; lecturer; place. Lecturer and place may be left out.",
    example: "2026-03-02; 6; Culture innovation; Jane Doe; Culture centre",
    add: "Enter the sessions",
    noLocality: "Please tick at least one locality.",
    noLines: "Please write at least one session.",
    lineMistake: (line, what) => `Line ${line}: ${what}`,
    total: (count, hours) => `Sessions in all: ${count}, hours: ${hours}`,
  },
  logos: {
    upload: "Upload a logo",
    hint: "SVG or PNG, at most 1 MB. The file is checked and written anew: of an SVG only the drawing stays.",
    preview: "How the row looks",
    replace: "Replace the picture",
    faults: {
      nothing: "Please choose a file.",
      "too-large": "The file is larger than 1 MB: make the picture smaller.",
      "not-a-picture": "This is not an SVG or PNG picture, or the file is damaged.",
      unsafe:
        "This SVG holds parts that we cannot accept (scripts, references to elsewhere, or a DOCTYPE). Save it from your drawing program as plain SVG or as PNG.",
      "too-big-picture":
        "The picture is too big: at most 4,000 dots wide and high. Make it smaller and upload it again.",
    },
  },
  visions: {
    file: "Document of the vision",
    hint: "PDF, PNG or JPEG, at most 8 MB. From photographs and other pictures we remove what they hold unseen (place, time, names); a PDF stays as it is.",
    none: "There is no document yet.",
    removeFile: "Remove the document",
    faults: {
      nothing: "Please choose a file.",
      "too-large": "The file is larger than 8 MB: upload a smaller one.",
      "not-a-file": "This is not a PDF, PNG or JPEG file, or it is damaged.",
      "too-big-picture":
        "The picture is too big: at most 50 million dots. Make it smaller and upload it again.",
    },
  },
  publicity: {
    missing: "logos not shown",
    file: "Copy",
    hint: "A copy of the page or announcement, in case it disappears: PDF, PNG or JPEG, at most 8 MB. From photographs and other pictures we remove what they hold unseen (place, time, names); a PDF stays as it is.",
    none: "There is no copy yet.",
    removeFile: "Remove the copy",
    faults: {
      nothing: "Please choose a file.",
      "too-large": "The file is larger than 8 MB: upload a smaller one.",
      "not-a-file": "This is not a PDF, PNG or JPEG file, or it is damaged.",
      "too-big-picture":
        "The picture is too big: at most 50 million dots. Make it smaller and upload it again.",
    },
  },
};
