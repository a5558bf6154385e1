import type { Language } from "../../server/domain/text.ts";

/** What can be done in a programme, as its page names it. The keys are the last parts of addresses. */
export interface ProgrammeMenuTexts {
  title: string;
  groups: Record<MenuGroup, string>;
  entries: Record<MenuPlace, string>;
}

export const menuGroups = ["prepare", "people", "answers", "results", "care"] as const;
export type MenuGroup = (typeof menuGroups)[number];

export type MenuPlace =
  | "participants"
  | "attendance"
  | "completion"
  | "mailings"
  | "setup"
  | "questionnaires"
  | "pairing"
  | "results"
  | "annexes"
  | "public-results"
  | "cards"
  | "certificates"
  | "packages"
  | "earlier-answers"
  | "entry"
  | "corrections"
  | "move"
  | "privacy";

const lt: ProgrammeMenuTexts = {
  title: "Darbai",
  groups: {
    prepare: "Pasirengimas",
    people: "Dalyviai",
    answers: "Anketos",
    results: "Rezultatai ir dokumentai",
    care: "Duomenų priežiūra",
  },
  entries: {
    pairing: "Kodų susiejimas",
    setup: "Programos parengimas",
    questionnaires: "Klausimynai",
    results: "Rezultatai",
    annexes: "Vertinimo priedai",
    "public-results": "Viešas rezultatų puslapis",
    participants: "Dalyvių sąrašas",
    attendance: "Lankomumas",
    completion: "Kam ko trūksta",
    cards: "Kodų kortelės",
    mailings: "Kvietimai ir priminimai",
    certificates: "Pažymėjimai",
    packages: "Duomenų rinkiniai",
    "earlier-answers": "Ankstesni atsakymai",
    entry: "Popierinių anketų suvedimas",
    corrections: "Vėlavo arba pateko ne ten",
    move: "Perkėlimas į kitą serverį",
    privacy: "Duomenų apsauga",
  },
};

const en: ProgrammeMenuTexts = {
  title: "What to do",
  groups: {
    prepare: "Preparing",
    people: "Participants",
    answers: "Questionnaires",
    results: "Results and documents",
    care: "Care of data",
  },
  entries: {
    pairing: "Matching of codes",
    setup: "Setting up the programme",
    questionnaires: "Questionnaires",
    results: "Results",
    annexes: "Evaluation annexes",
    "public-results": "Public page of results",
    participants: "List of participants",
    attendance: "Attendance",
    completion: "Who lacks what",
    cards: "Code cards",
    mailings: "Invitations and reminders",
    certificates: "Certificates",
    packages: "Data packages",
    "earlier-answers": "Earlier answers",
    entry: "Keying in paper questionnaires",
    corrections: "Late or in the wrong place",
    move: "Moving to another server",
    privacy: "Data protection",
  },
};

export const programmeMenuTexts: Record<Language, ProgrammeMenuTexts> = { lt, en };
