import type { LetterFault } from "../../server/domain/mailing/letter-text.ts";
import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode, WaveKind } from "../../server/domain/words.ts";
import { mailingTextsEn } from "./mailings-en.ts";
import { mailingTextsLt } from "./mailings-lt.ts";

export type MailingKind = "invitation" | "reminder";
export const letterFields = ["subjectLt", "bodyLt", "subjectEn", "bodyEn"] as const;
export type LetterField = (typeof letterFields)[number];

/** Words of invitations and reminders. What a letter itself says first is in `drafts`. */
export interface MailingTexts {
  title: string;
  lead: Record<IdentityMode, string>;
  reachable(withAddress: number, all: number): string;
  noMail: string;
  noMailOperator: string;
  cards: string;
  links: {
    title: string;
    lead: string;
    show: string;
    mark: string;
  };
  form: {
    title: string;
    kind: string;
    kinds: Record<MailingKind, string>;
    begin: Record<MailingKind, string>;
    wave: string;
    waves: Record<WaveKind, string>;
    locality: string;
    everywhere: string;
    chooseLocality: string;
    sendAt: string;
    sendAtHint(zone: string): string;
    fields: Record<LetterField, string>;
    english: string;
    placeholders: string;
    placeholderMeanings: Record<
      "programme" | "organisation" | "locality" | "closes" | "link",
      string
    >;
    preview: string;
    test: string;
    send: string;
    testSent(address: string): string;
    testRefused: string;
    noAddress: string;
    previewTitle: string;
    previewSubject: string;
    mistakesTitle: string;
    faults: Record<LetterFault["fault"], string>;
    mistakes: Record<"wave" | "locality" | "sendAt", string>;
    chosen(count: number): string;
    noWaves: string;
  };
  list: {
    title: string;
    none: string;
    columns: Record<"mailing" | "when" | "state" | "act", string>;
    waiting: string;
    underWay: string;
    handedOver: string;
    ownOnly: string;
    ended: string;
    cancelled: string;
    sent(words: string): string;
    left(count: number): string;
    refused(count: number): string;
    unclear(count: number): string;
    givenUp(count: number): string;
    cancel: string;
    again: string;
    againHint: string;
    refusals: string;
    created: string;
    stopped: string;
    returned: string;
  };
  drafts: Record<MailingKind, Record<Language, { subject: string; body: string }>>;
}

export const mailingTexts: Record<Language, MailingTexts> = {
  lt: mailingTextsLt,
  en: mailingTextsEn,
};
