import type { MistakeCode } from "../../server/domain/response/mistakes.ts";
import type { AnsweringTexts } from "./answering.ts";
import { counted, formatNumber, type PluralForms } from "./numbers.ts";

const answers: PluralForms = { one: "answer", other: "answers" };
const questions: PluralForms = { one: "question", other: "questions" };
const characters: PluralForms = { one: "character", other: "characters" };
const digits: PluralForms = { one: "digit", other: "digits" };
const minutes: PluralForms = { one: "minute", other: "minutes" };

const n = (value: number, forms: PluralForms) => counted(value, forms, "en");

export const answeringEn: AnsweringTexts = {
  skipToContent: "Skip to the questionnaire",
  otherLanguage: "Lietuvių",
  demonstration: "Demonstration data",
  otherPerson: "Another person will fill in",
  buttons: {
    start: "Start",
    next: "Next",
    back: "Back",
    submit: "Submit answers",
    toReview: "Review and submit",
    open: "Open the questionnaire",
  },
  code: {
    title: "Enter the code from the card",
    lead: (locality) => (locality ? `Locality: ${locality}.` : "The code is on your card."),
    keptLead: "To save the answers you just marked, enter the code from your card.",
    resendTitle: "The code is right",
    resendLead: "Press “Next” and your answers will be saved.",
    label: "Code",
    hint: "8 letters, e.g. BKMR‑TVZF. There are no digits; spaces and the hyphen do not matter.",
    check: "Please check the code",
    mistyped:
      "There is a mistake in the code. Compare it with your card: a code has 8 letters and no digits, e.g. BKMR‑TVZF.",
    unknown:
      "We did not find that code. Check it: a code has 8 letters and no digits, e.g. BKMR‑TVZF.",
    tooManyTries:
      "Too many failed tries. Wait 10 minutes and try again, or scan the QR code on your card with a phone.",
    noCard: "I do not have a code",
    drawLead:
      "If you have no card, we will draw a new code for you. You will need to write it down or photograph it.",
    draw: "Get a new code",
    askOrganiser: "Ask the organiser of the training, who will find your code or give you a card.",
    drawnTitle: "Your questionnaire code",
    drawnLead: "Write the code down or photograph this screen.",
    drawnNote:
      "You will need the same code next time, after the training. It is not linked to your name anywhere, so a lost code cannot be restored.",
  },
  notice: {
    minutes: (count) => `It takes about ${n(count, minutes)}.`,
    heading: "Before you start",
    optional: "Optional consents",
    optionalHint: "You may leave these unticked and still fill in the questionnaire.",
    mustAgree: "Tick this box to fill in the questionnaire.",
    onePage: "All questions on one page",
  },
  progress: (current, total) => `Part ${current} of ${total}`,
  parts: "Parts of the questionnaire",
  fields: {
    other: "Other",
    otherWords: "Other (please write)",
    before: "Before the training",
    now: "Now",
    chooseSeveral: "You may mark several answers.",
    rankHint: "Choose a place for each line: 1 is the most important.",
    place: (option) => `Place: ${option}`,
    longest: (count) => `Up to ${formatNumber(count, "en")} characters.`,
    dateHint: "Year, month, day, e.g. 2017-06-30.",
    kept: "Already answered. If you choose nothing, your earlier answer stays.",
    required: "an answer is needed",
    agree: "I agree",
  },
  mistakes: {
    title: (count) => `Please check ${n(count, answers)}`,
    say: sayMistake,
    pageTitle: "Mistake",
  },
  conflict: {
    title: "This part was changed in another window",
    lead: "While you were filling it in, the same questions were answered in another window or on another device. Check the marked questions and press “Next” again: what you see here will stay.",
    hiddenLead:
      "While you were filling it in, some answers were saved in another window or on another device. If you press “Next” again, what you marked here will stay.",
    stored: "Saved in the other window:",
    noAnswer: "no answer",
  },
  review: {
    title: "Review and submit",
    unanswered: (count) =>
      `You left ${n(count, questions)} unanswered. You may go back or submit as is.`,
    complete: "You have answered all questions.",
    unansweredIn: (count) => `${n(count, questions)} unanswered`,
    completePart: "answered",
    requiredLeft: "These questions need an answer:",
    privacy: "After submitting you can correct your answers until the questionnaire closes.",
  },
  receipt: {
    title: "Answers received. Thank you!",
    number: "Receipt number",
    keepNumber: "You will need it if you want to ask about your answers.",
    keepCard: "Keep your card: you will need the same code next time.",
    shared: "If others will use this device too, press:",
  },
  offline: {
    title: "No connection",
    lead: "Your answers are saved on this device. When the connection is back, they will be sent and you can submit the questionnaire. Until then you may go back to the questions.",
  },
  closed: {
    notOpen: {
      title: "The questionnaire is not open yet",
      from: (moment) => `It can be filled in from ${moment}. Your link and code stay the same.`,
    },
    closed: {
      title: "The questionnaire is closed",
      until: (moment) => `It could be filled in until ${moment}.`,
      advice: "If you think this is a mistake, ask the organiser of the training.",
    },
    keepCard: "Keep your card: you will need the same code next time.",
  },
};

function sayMistake(code: MistakeCode, detail: Record<string, string | number>): string {
  switch (code) {
    case "required":
      return "This question needs an answer.";
    case "not-an-option":
      return "Choose one of the answers given.";
    case "one-answer-only":
      return "Choose one answer only.";
    case "too-few":
      return `Mark at least ${n(Number(detail.minimum), answers)}.`;
    case "too-many":
      return `Mark at most ${n(Number(detail.maximum), answers)}.`;
    case "too-long":
      return `Shorten the text: there is room for ${n(Number(detail.maximum), characters)}.`;
    case "not-a-number":
      return "Write a number, e.g. 12 or 12.5.";
    case "too-small":
      return `Write a number of ${detail.minimum} or more.`;
    case "too-large":
      return `Write a number of ${detail.maximum} or less.`;
    case "too-many-decimals":
      return detail.decimals === 0
        ? "Write a whole number."
        : `Write at most ${n(Number(detail.decimals), digits)} after the point.`;
    case "not-a-date":
      return "Write a date: year, month, day, e.g. 2017-06-30.";
    case "too-early":
      return `The date must be ${detail.earliest} or later.`;
    case "too-late":
      return `The date must be ${detail.latest} or earlier.`;
    case "rank-missing":
      return "Choose a place for every line, or leave all of them empty.";
    case "rank-repeated":
      return "Each place can be given to one line only.";
  }
}
