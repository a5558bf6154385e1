import type { Incomparable } from "../../server/domain/comparison/comparable-scales.ts";
import type { Language } from "../../server/domain/text.ts";

/** Words of setting two programmes side by side. */
export interface ComparisonTexts {
  title: string;
  lead: string;
  choose: string;
  show: string;
  nobodyElse: string;
  thisProgramme: string;
  otherProgramme: string;
  /** One of several releases of this programme. */
  release(number: number): string;
  choice(number: number, moment: string): string;
  programmes: SideBySideWords;
  releases: SideBySideWords;
  refused: Record<Incomparable, string>;
  comparable: string;
  row(scale: string, side: string): string;
  summary(comparable: number, all: number): string;
  method: { what: string; formula: string; people: string; limits: string };
}

/** What stands around the two, whatever they are. */
export interface SideBySideWords {
  shortTitle: string;
  caption: string;
  note: string;
  tableTitle: string;
}

const lt: ComparisonTexts = {
  title: "Palyginti",
  lead: "Greta galima dėti tik tas skales, kurių klausimai, atsakymai ir skaičiavimas abiejose anketose yra tie patys.",
  choose: "Su kuo palyginti",
  show: "Rodyti",
  nobodyElse:
    "Nėra nei ankstesnės šios programos rezultatų versijos, nei kitos Jums prieinamos programos su paskelbtais rezultatais.",
  thisProgramme: "ši programa",
  otherProgramme: "kita programa",
  release: (number) => `rezultatų versija ${number}`,
  choice: (number, moment) => `Ši programa, rezultatų versija ${number} (${moment})`,
  programmes: {
    shortTitle: "Visų dalyvių pokytis dviejose programose",
    caption:
      "Kiekvienos skalės dvi eilutės: šios ir kitos programos visų dalyvių vidutinis pokytis.",
    note: "Programose dalyvavo skirtingi žmonės skirtingu metu, todėl skirtumas gali kilti ir dėl dalyvių, ir dėl vietos, ir dėl aplinkybių. Tai, ar dvejos tikėtinos ribos persidengia, dar nerodo, ar pokyčiai skiriasi.",
    tableTitle: "Visų dalyvių pokytis dviejose programose, balai iš 100",
  },
  releases: {
    shortTitle: "Visų dalyvių pokytis dviejose rezultatų versijose",
    caption:
      "Kiekvienos skalės dvi eilutės: visų dalyvių vidutinis pokytis dabartinėje ir ankstesnėje rezultatų versijoje.",
    note: "Tai tos pačios programos rezultatai: didžioji dalis žmonių abiejose versijose ta pati. Skirtumas rodo, ką pakeitė vėliau baigtos vietovės, pavėluotos anketos ar pataisymai, o ne tai, kaip žmonės keitėsi laikui bėgant.",
    tableTitle: "Visų dalyvių pokytis dviejose rezultatų versijose, balai iš 100",
  },
  refused: {
    "not-in-both": "nelyginama: skalė yra tik vienoje anketoje",
    "other-kind": "nelyginama: vienoje anketoje tai įsivertinimas, kitoje – žinių klausimai",
    "other-items": "nelyginama: skalę sudaro kiti klausimai",
    "other-wording": "nelyginama: klausimai suformuluoti kitaip",
    "other-answers": "nelyginama: kiti atsakymų variantai",
    "other-scoring": "nelyginama: balai skaičiuojami kitaip",
  },
  comparable: "klausimai tie patys",
  row: (scale, side) => `${scale} – ${side}`,
  summary: (comparable, all) => `Greta galima dėti ${comparable} iš ${all} skalių.`,
  method: {
    what: "Visų dalyvių vidutinis pokytis dviejose programose, greta.",
    formula:
      "Kiekvienos programos skaičiai paimti iš jos pačios paskelbtų rezultatų; iš naujo nieko neskaičiuojama ir skirtumas nevertinamas.",
    people: "Kiekvienoje programoje – tik atsakiusieji ir prieš mokymus, ir po jų.",
    limits: "Kuri programa geresnė: skiriasi dalyviai, vietos, laikas ir aplinkybės.",
  },
};

const en: ComparisonTexts = {
  title: "Compare",
  lead: "Only scales whose items, answers and scoring are the same in both questionnaires can stand side by side.",
  choose: "Compare with",
  show: "Show",
  nobodyElse:
    "There is neither an earlier version of these results nor another programme of yours with released results.",
  thisProgramme: "this programme",
  otherProgramme: "other programme",
  release: (number) => `version ${number} of the results`,
  choice: (number, moment) => `This programme, version ${number} of the results (${moment})`,
  programmes: {
    shortTitle: "Change of all participants in two programmes",
    caption:
      "Two rows a scale: the average change of all participants in this programme and in the other.",
    note: "Different people took part at different times, so a difference may come from the people, the places or the circumstances. Whether two plausible ranges overlap does not yet show whether the changes differ.",
    tableTitle: "Change of all participants in two programmes, points of 100",
  },
  releases: {
    shortTitle: "Change of all participants in two versions of the results",
    caption:
      "Two rows a scale: the average change of all participants in the present and in the earlier version of the results.",
    note: "These are results of one programme: most of the people are the same in both versions. A difference shows what towns that closed later, late sheets or corrections made of it, not how people changed over time.",
    tableTitle: "Change of all participants in two versions of the results, points of 100",
  },
  refused: {
    "not-in-both": "not compared: only one questionnaire has this scale",
    "other-kind":
      "not compared: self-ratings in one questionnaire, knowledge questions in the other",
    "other-items": "not compared: the scale is made of other items",
    "other-wording": "not compared: the items are worded differently",
    "other-answers": "not compared: the answers to choose from differ",
    "other-scoring": "not compared: scores are worked out differently",
  },
  comparable: "the same items",
  row: (scale, side) => `${scale} – ${side}`,
  summary: (comparable, all) => `${comparable} of ${all} scales can stand side by side.`,
  method: {
    what: "The average change of all participants in two programmes, side by side.",
    formula:
      "Each programme's numbers come from its own released results; nothing is worked out again, and the difference is not judged.",
    people: "In each programme, only people who answered both before and after.",
    limits: "Which programme is better: people, places, time and circumstances differ.",
  },
};

export const comparisonTexts: Record<Language, ComparisonTexts> = { lt, en };
