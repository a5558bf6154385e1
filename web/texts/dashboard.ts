import type { Language } from "../../server/domain/text.ts";
import { counted, type PluralForms } from "./numbers.ts";

/** Words of the pages on which results are read. */
export interface DashboardTexts {
  results: string;
  releasedAt(number: number, moment: string): string;
  /** To somebody whose rights are for some localities. */
  ownLocalities: string;
  inBrief: string;
  carefulTitle: string;
  allScales: string;
  inWords: string;
  csv: string;
  png: string;
  svg: string;
  copyTable: string;
  copied: string;
  copyFailed: string;
  chartHint: string;
  noResultsTitle: string;
  noResults: string;
  newerRelease: string;
  openBefore(names: string): string;
  openAfter(names: string): string;
  method: string;
  methodWhat: string;
  methodFormula: string;
  methodPeople: string;
  methodLimits: string;
  byLocality: string;
  mapTitle: string;
  more: string;
  answeringParts: Record<"both" | "beforeOnly" | "afterOnly" | "neither", string>;
  careful: CarefulTexts;
}

/** What to be careful about, each a whole sentence. */
export interface CarefulTexts {
  noComparison: string;
  noRanking: string;
  withheld(names: string, count: number): string;
  small(names: string, count: number): string;
  attrition(pairs: number, before: number): string;
  scale(title: string, sentence: string): string;
  newcomers(count: number): string;
}

const answerers: PluralForms = {
  one: "dalyvis",
  few: "dalyviai",
  many: "dalyvio",
  other: "dalyvių",
};
const people: PluralForms = { one: "person", other: "people" };

const lt: DashboardTexts = {
  results: "Rezultatai",
  ownLocalities:
    "Jūsų teisės galioja tik kai kuriose vietovėse: čia rodomi jų ir visų dalyvių kartu skaičiai.",
  releasedAt: (number, moment) => `Paskelbta ${moment} Rezultatų versija ${number}.`,
  inBrief: "Trumpai",
  carefulTitle: "Į ką atkreipti dėmesį",
  allScales: "Visos skalės",
  inWords: "Žodžiais",
  csv: "Atsisiųsti lentelę (CSV)",
  png: "Atsisiųsti paveikslą (PNG)",
  svg: "Atsisiųsti paveikslą (SVG)",
  copyTable: "Kopijuoti lentelę",
  copied: "Lentelė nukopijuota.",
  copyFailed: "Nukopijuoti nepavyko: pažymėkite lentelę ir kopijuokite patys.",
  chartHint: "Rodyklėmis aukštyn ir žemyn galima pereiti per eilutes.",
  noResultsTitle: "Rezultatų dar nėra",
  newerRelease: "Paskelbta nauja rezultatų versija. Rodyti ją",
  noResults:
    "Rezultatai bus paskelbti, kai bent vienoje vietovėje baigsis anketos po mokymų pildymas. Iki tol matoma tik tai, kiek dalyvių jau atsakė.",
  openBefore: (names) => `Anketa prieš mokymus dar pildoma: ${names}.`,
  openAfter: (names) => `Anketa po mokymų dar nebaigta: ${names}.`,
  method: "Kaip tai apskaičiuota",
  methodWhat: "Kas tai",
  methodFormula: "Kaip skaičiuojama",
  methodPeople: "Kieno atsakymai",
  methodLimits: "Ko tai neparodo",
  byLocality: "Vietovės",
  mapTitle: "Vietovės žemėlapyje",
  more: "Kiti rezultatai",
  answeringParts: {
    both: "Atsakė abu kartus",
    beforeOnly: "Tik prieš mokymus",
    afterOnly: "Tik po mokymų",
    neither: "Neatsakė",
  },
  careful: {
    noComparison:
      "Lyginamosios grupės nebuvo: rezultatai rodo, kas pasikeitė, bet ne kodėl. Gebėjimai yra įsivertinti, o per mokymus žmonės dažnai ima griežčiau save vertinti, todėl ir sumažėjimas ne visada reiškia, kad gebama mažiau.",
    noRanking:
      "Kuri vietovė geriausia, iš šių skaičių pasakyti negalima: grupės mažos, ir geriausiai atrodančią dažnai į priekį iškelia atsitiktinumas. Todėl vietovės visur išdėstytos programos tvarka.",
    withheld: (names, count) =>
      `${count === 1 ? "Vietovė, kurios" : "Vietovės, kurių"} bent vienos skalės rezultatai nerodomi, siekiant apsaugoti dalyvius: ${names}.`,
    small: (names, count) =>
      `${count === 1 ? "Maža grupė" : "Mažos grupės"} (mažiau negu 10 porų): ${names}. ${count === 1 ? "Jos" : "Jų"} skaičiai – tik orientaciniai.`,
    attrition: (pairs, before) =>
      `Prieš mokymus atsakė ${counted(before, answerers, "lt")}, iš jų ir po mokymų – ${pairs}: kitų rezultatas galėjo būti kitoks.`,
    scale: (title, sentence) => `${title}. ${sentence}`,
    newcomers: (count) =>
      `Tik po mokymų atsakė ${counted(count, answerers, "lt")}: į pokytį jų atsakymai neįskaičiuoti.`,
  },
};

const en: DashboardTexts = {
  results: "Results",
  ownLocalities:
    "Your rights are for some localities only: their figures and those of all participants together are shown here.",
  releasedAt: (number, moment) => `Released ${moment}. Version ${number} of the results.`,
  inBrief: "In brief",
  carefulTitle: "What to be careful about",
  allScales: "All scales",
  inWords: "In words",
  csv: "Download the table (CSV)",
  png: "Download the picture (PNG)",
  svg: "Download the picture (SVG)",
  copyTable: "Copy the table",
  copied: "The table was copied.",
  copyFailed: "Copying did not work: select the table and copy it yourself.",
  chartHint: "The up and down arrow keys move through the rows.",
  noResultsTitle: "There are no results yet",
  newerRelease: "A newer version of the results was released. Show it",
  noResults:
    "Results are released when the questionnaire after the training has closed in at least one locality. Until then you see only how many have answered.",
  openBefore: (names) => `The questionnaire before the training is still open: ${names}.`,
  openAfter: (names) => `The questionnaire after the training has not closed yet: ${names}.`,
  method: "How this was worked out",
  methodWhat: "What it is",
  methodFormula: "How it is worked out",
  methodPeople: "Whose answers",
  methodLimits: "What it cannot show",
  byLocality: "Localities",
  mapTitle: "Where the localities are",
  more: "Other results",
  answeringParts: {
    both: "Answered both times",
    beforeOnly: "Before only",
    afterOnly: "After only",
    neither: "Did not answer",
  },
  careful: {
    noComparison:
      "There was no comparison group: results show what changed, not why. Skills are self-rated, and training often makes people judge themselves more strictly, so even a fall need not mean that they can do less.",
    noRanking:
      "Which locality is best cannot be said from these numbers: groups are small, and the best-looking one is often ahead by chance. That is why localities always stand in the programme's own order.",
    withheld: (names, count) =>
      `${count === 1 ? "A locality" : "Localities"} with at least one scale hidden to protect participants: ${names}.`,
    small: (names, count) =>
      `${count === 1 ? "Small group" : "Small groups"} (fewer than 10 pairs): ${names}. ${count === 1 ? "Its" : "Their"} numbers are indicative only.`,
    attrition: (pairs, before) =>
      `Of ${counted(before, people, "en")} who answered before, ${pairs} also answered after: the others' results may have been different.`,
    scale: (title, sentence) => `${title}. ${sentence}`,
    newcomers: (count) =>
      `${counted(count, people, "en")} answered only after the training: their answers are not part of any change.`,
  },
};

export const dashboardTexts: Record<Language, DashboardTexts> = { lt, en };
