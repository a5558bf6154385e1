import type { Language } from "../../server/domain/text.ts";

/** Words around what an evaluator writes beside the figures. */
export interface NoteTexts {
  wholeTitle: string;
  kinds: Record<"finding" | "recommendation", string>;
  write: Record<"finding" | "recommendation", string>;
  change: Record<"finding" | "recommendation", string>;
  inLithuanian: string;
  inEnglish: string;
  save: string;
  emptyAdvice: string;
  writtenBy(name: string, moment: string, version: number): string;
  earlier(count: number): string;
  withdrawn: string;
}

const lt: NoteTexts = {
  wholeTitle: "Vertintojo išvados ir rekomendacijos",
  kinds: { finding: "Išvada", recommendation: "Rekomendacija" },
  write: { finding: "Rašyti išvadą", recommendation: "Rašyti rekomendaciją" },
  change: { finding: "Keisti išvadą", recommendation: "Keisti rekomendaciją" },
  inLithuanian: "Lietuviškai",
  inEnglish: "Angliškai (nebūtina)",
  save: "Išsaugoti",
  emptyAdvice:
    "Kiekvienas išsaugojimas – nauja versija, ankstesnės lieka. Palikus tuščią, pastaba nebebus rodoma.",
  writtenBy: (name, moment, version) => `${name}, ${moment} Versija ${version}.`,
  earlier: (count) => `Ankstesnės versijos: ${count}`,
  withdrawn: "(atsiimta)",
};

const en: NoteTexts = {
  wholeTitle: "The evaluator's conclusions and recommendations",
  kinds: { finding: "Conclusion", recommendation: "Recommendation" },
  write: { finding: "Write a conclusion", recommendation: "Write a recommendation" },
  change: { finding: "Change the conclusion", recommendation: "Change the recommendation" },
  inLithuanian: "In Lithuanian",
  inEnglish: "In English (optional)",
  save: "Save",
  emptyAdvice:
    "Every saving makes a new version and the earlier ones stay. An empty note is no longer shown.",
  writtenBy: (name, moment, version) => `${name}, ${moment}. Version ${version}.`,
  earlier: (count) => `Earlier versions: ${count}`,
  withdrawn: "(withdrawn)",
};

export const noteTexts: Record<Language, NoteTexts> = { lt, en };
