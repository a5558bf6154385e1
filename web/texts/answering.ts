import type { MistakeCode } from "../../server/domain/response/mistakes.ts";
import type { Language } from "../../server/domain/text.ts";
import { answeringEn } from "./answering-en.ts";
import { answeringLt } from "./answering-lt.ts";

/** Words of the pages on which participants answer. The questionnaire's own words come with its document. */
export interface AnsweringTexts {
  skipToContent: string;
  /** The other language's name, in that language. */
  otherLanguage: string;
  demonstration: string;
  otherPerson: string;
  buttons: {
    start: string;
    next: string;
    back: string;
    submit: string;
    toReview: string;
    open: string;
  };
  code: {
    title: string;
    lead(locality: string | undefined): string;
    keptLead: string;
    resendTitle: string;
    resendLead: string;
    label: string;
    hint: string;
    check: string;
    mistyped: string;
    unknown: string;
    tooManyTries: string;
    noCard: string;
    drawLead: string;
    draw: string;
    askOrganiser: string;
    drawnTitle: string;
    drawnLead: string;
    drawnNote: string;
  };
  notice: {
    minutes(minutes: number): string;
    heading: string;
    optional: string;
    optionalHint: string;
    mustAgree: string;
    onePage: string;
  };
  progress(current: number, total: number): string;
  parts: string;
  fields: {
    other: string;
    otherWords: string;
    before: string;
    now: string;
    chooseSeveral: string;
    rankHint: string;
    place(option: string): string;
    longest(characters: number): string;
    dateHint: string;
    kept: string;
    required: string;
    agree: string;
  };
  mistakes: {
    title(count: number): string;
    say(code: MistakeCode, detail: Record<string, string | number>): string;
    pageTitle: string;
  };
  conflict: { title: string; lead: string; hiddenLead: string; stored: string; noAnswer: string };
  review: {
    title: string;
    unanswered(count: number): string;
    complete: string;
    unansweredIn(count: number): string;
    completePart: string;
    requiredLeft: string;
    privacy: string;
  };
  receipt: {
    title: string;
    number: string;
    keepNumber: string;
    keepCard: string;
    shared: string;
  };
  offline: { title: string; lead: string };
  closed: {
    notOpen: { title: string; from(moment: string): string };
    closed: { title: string; until(moment: string): string; advice: string };
    keepCard: string;
  };
}

export const answeringTexts: Record<Language, AnsweringTexts> = {
  lt: answeringLt,
  en: answeringEn,
};
