import type { Language } from "../../server/domain/text.ts";

/** Words of the page where annexes are ordered and fetched. */
export interface AnnexPageTexts {
  title: string;
  lead: string;
  noRelease: string;
  compose: string;
  revise: string;
  reviseOf(annex: string): string;
  languages: Record<Language, string>;
  make: string;
  register: string;
  columns: Record<"annex" | "release" | "madeAt" | "changes" | "file", string>;
  revision(revision: number): string;
  inProgress: string;
  failed: string;
  data: string;
  dataAdvice: string;
  csvExcel: string;
  csvRaw: string;
  progressTitle: string;
  progressAdvice: string;
  progress(percent: number): string;
  back: string;
  none: string;
}

const lt: AnnexPageTexts = {
  title: "Vertinimo priedai",
  lead: "Priedas parengiamas iš naujausio rezultatų paskelbimo trimis formatais: PDF, „Word“ ir „Excel“. Parengtas priedas nebesikeičia: parengus iš naujo, jis gauna kitą redakciją tuo pačiu numeriu.",
  noRelease:
    "Rezultatų dar nėra. Jie paskelbiami, kai bent vienoje vietovėje baigiamas anketos po mokymų pildymas.",
  compose: "Sudaryti priedą",
  revise: "Kita redakcija",
  reviseOf: (annex) => `Rengti kitą redakciją: ${annex}`,
  languages: { lt: "lietuvių", en: "anglų" },
  make: "Parengti priedą",
  register: "Parengti priedai",
  columns: {
    annex: "Priedas",
    release: "Paskelbimas",
    madeAt: "Parengta",
    changes: "Kas pasikeitė",
    file: "Failai",
  },
  revision: (revision) => `${revision} redakcija`,
  inProgress: "Rengiama …",
  failed: "Parengti nepavyko. Pabandykite dar kartą.",
  data: "Duomenys",
  dataAdvice: "Tos pačios lentelės, kokios yra ir priede. CSV – lentelė paprasto teksto failu.",
  csvExcel: "CSV skaičiuoklei „Excel“",
  csvRaw: "CSV kitoms programoms",
  progressTitle: "Priedas rengiamas",
  progressAdvice: "Puslapis atsinaujina pats. Galite jį uždaryti: darbas nenutrūks.",
  progress: (percent) => `Atlikta ${percent}\u00a0%`,
  back: "Grįžti į priedus",
  none: "Dar neparengtas nė vienas priedas.",
};

const en: AnnexPageTexts = {
  title: "Evaluation annexes",
  lead: "An annex is made from the newest release of results in three formats, PDF, Word and Excel, and never changes: made again, it keeps its number and gets the next revision.",
  noRelease:
    "There are no results yet. They are released when a wave after the training has closed in at least one locality.",
  compose: "Compose an annex",
  revise: "Next revision",
  reviseOf: (annex) => `Compose the next revision of ${annex}`,
  languages: { lt: "Lithuanian", en: "English" },
  make: "Make the annex",
  register: "Annexes made",
  columns: {
    annex: "Annex",
    release: "Release",
    madeAt: "Made",
    changes: "What changed",
    file: "Files",
  },
  revision: (revision) => `revision ${revision}`,
  inProgress: "In progress …",
  failed: "It could not be made. Try again.",
  data: "Data",
  dataAdvice: "The same tables as in the annex. CSV is a table as a plain text file.",
  csvExcel: "CSV for Excel",
  csvRaw: "CSV for other programs",
  progressTitle: "The annex is being made",
  progressAdvice: "This page refreshes itself. You may close it: the work goes on.",
  progress: (percent) => `${percent}% done`,
  back: "Back to the annexes",
  none: "No annex has been made yet.",
};

export const annexPageTexts: Record<Language, AnnexPageTexts> = { lt, en };
