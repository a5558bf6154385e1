import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { attendanceTextsEn } from "./attendance-en.ts";
import { attendanceTextsLt } from "./attendance-lt.ts";

export type Lacking = "card" | "certificate" | "attendance";

/** Words of attendance, of the list to be signed, and of the page that says who lacks what. */
export interface AttendanceTexts {
  title: string;
  lead: string;
  localities: string;
  noSessions: string;
  nobody: string;
  sessions: string;
  session(title: string, group: string | null): string;
  facts(day: string, hours: number): string;
  present(count: number, all: number): string;
  notMarked: string;
  mark: string;
  listWithNames: string;
  listWithCodes: string;
  grid: string;
  gridHint: string;
  person: string;
  others: string;
  save: string;
  saved: string;
  oneTitle: string;
  oneHint: string;
  back: string;
  wasPresent(person: string, session: string): string;
  paper: {
    title: string;
    programme: string;
    session: string;
    day: string;
    place: string;
    lecturer: string;
    number: string;
    name: string;
    organisation: string;
    code: string;
    signature: string;
    codeNote: string;
    lecturerSignature: string;
    page: string;
    fileName: string;
  };
  completion: {
    title: string;
    lead: string;
    noAnswers: string;
    answersTold: string;
    waves: Record<WaveKind, string>;
    sheets: Record<"handed-in" | "not-yet" | "no-card", string>;
    columns: Record<"person" | "attended" | "card" | "certificate" | "choose", string>;
    show: string;
    lacking: Record<Lacking | "all", string>;
    attended(present: number, all: number, percent: string): string;
    there: string;
    notThere: string;
    notMeant: string;
    unknown: string;
    has: string;
    hasNot: string;
    choose(person: string): string;
    printCards: string;
    printHint: string;
    write: string;
    nobodyChosen: string;
    none: string;
    legend: string;
    noRecord: string;
  };
}

export const attendanceTexts: Record<Language, AttendanceTexts> = {
  lt: attendanceTextsLt,
  en: attendanceTextsEn,
};
