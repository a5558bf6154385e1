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
  | "setup"
  | "pairing"
  | "results"
  | "annexes"
  | "cards"
  | "certificates"
  | "packages"
  | "entry";

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
    results: "Rezultatai",
    annexes: "Vertinimo priedai",
    participants: "Dalyvių sąrašas",
    attendance: "Lankomumas",
    completion: "Kam ko trūksta",
    cards: "Kodų kortelės",
    certificates: "Pažymėjimai",
    packages: "Duomenų rinkiniai",
    entry: "Popierinių anketų suvedimas",
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
    results: "Results",
    annexes: "Evaluation annexes",
    participants: "List of participants",
    attendance: "Attendance",
    completion: "Who lacks what",
    cards: "Code cards",
    certificates: "Certificates",
    packages: "Data packages",
    entry: "Keying in paper questionnaires",
  },
};

export const programmeMenuTexts: Record<Language, ProgrammeMenuTexts> = { lt, en };
