import type { Language } from "../../server/domain/text.ts";
import type { MethodWords } from "./methods.ts";

/** Words of the figures for readers who know statistics. */
export interface ExpertTexts {
  title(scale: string): string;
  shortTitle: string;
  tableTitle(scale: string): string;
  open: string;
  t: string;
  df: string;
  p: string;
  gAv: string;
  from: string;
  to: string;
  signedRank: string;
  sdBefore: string;
  sdAfter: string;
  sdGain: string;
  correlation: string;
  normalised: string;
  homogeneity(f: string, df1: string, df2: string, p: string): string;
  typical(gain: string, low: string, high: string, tau: string): string;
  prediction(low: string, high: string): string;
  adjusted(list: string): string;
  adjustedOne(name: string, mean: string): string;
  reliability(alpha: string, low: string, high: string, people: number, items: number): string;
  noPValues: string;
  method: MethodWords;
}

const lt: ExpertTexts = {
  title: (scale) => `Rodikliai ekspertams: ${scale}`,
  shortTitle: "Rodikliai ekspertams",
  tableTitle: (scale) => `${scale}: pokyčio tikrinimas ir standartizuotas pokytis`,
  open: "Rodyti rodiklius ekspertams",
  t: "t",
  df: "l. l.",
  p: "p",
  gAv: "g (vid. SD)",
  from: "g nuo",
  to: "g iki",
  signedRank: "Ženklų rangų p",
  sdBefore: "SD prieš",
  sdAfter: "SD po",
  sdGain: "SD pokyčio",
  correlation: "r",
  normalised: "Normuotas pokytis",
  homogeneity: (f, df1, df2, p) =>
    `Vietovių pokyčių skirtumai: F(${df1}; ${df2}) = ${f}, p = ${p}.`,
  typical: (gain, low, high, tau) =>
    `Tipinė vietovė: ${gain} (95\u00a0% PI nuo ${low} iki ${high}); τ = ${tau}.`,
  prediction: (low, high) =>
    `Dar vienos panašios vietovės pokytis tikėtinas tarp ${low} ir ${high}.`,
  adjusted: (list) =>
    `Vidurkiai po mokymų, jei visų pradžia būtų vienoda (ANCOVA, tik palyginimui): ${list}.`,
  adjustedOne: (name, mean) => `${name} ${mean}`,
  reliability: (alpha, low, high, people, items) =>
    `Patikimumas prieš mokymus: Kronbacho α = ${alpha} (95\u00a0% PI nuo ${low} iki ${high}; n = ${people}, teiginių ${items}).`,
  noPValues:
    "Maža p reikšmė nesako, kad pokytis didelis ar kad jį lėmė mokymai, o didelė – kad pokytis nulinis.",
  method: {
    what: "Tie patys pokyčiai, išreikšti statistikams įprastais dydžiais.",
    formula:
      "t – porinis Stjudento kriterijus. g – pokyčio vidurkis, padalytas iš √((s²prieš + s²po)/2), su mažos imties pataisa (Hedges); jo intervalas – pagal necentrinį t (Algina ir Keselman, 2003). Ženklų rangų p – tikslus, nuliai ranguojami (Pratt, 1959). Vietovių skirtumai – F su bendra vidine dispersija. Tipinė vietovė – atsitiktinių dydžių modelis (REML, Hartung ir Knapp). Normuotas pokytis – kiek surinkta iš to, ką dar buvo galima surinkti (Hake, 1998), tik žinių skalei.",
    people: "Eilutės – nuo 10 porų; standartiniai nuokrypiai – nuo 20 porų.",
    limits:
      "Šie dydžiai neatsako, ar pokytis svarbus praktikoje, ir pagal juos skalių ar vietovių rikiuoti negalima.",
  },
};

const en: ExpertTexts = {
  title: (scale) => `Figures for experts: ${scale}`,
  shortTitle: "Figures for experts",
  tableTitle: (scale) => `${scale}: tests of change and standardised change`,
  open: "Show figures for experts",
  t: "t",
  df: "df",
  p: "p",
  gAv: "g (average SD)",
  from: "g from",
  to: "g to",
  signedRank: "Signed-rank p",
  sdBefore: "SD before",
  sdAfter: "SD after",
  sdGain: "SD of change",
  correlation: "r",
  normalised: "Normalised gain",
  homogeneity: (f, df1, df2, p) =>
    `Differences between localities: F(${df1}, ${df2}) = ${f}, p = ${p}.`,
  typical: (gain, low, high, tau) =>
    `A typical town: ${gain} (95% CI ${low} to ${high}); τ = ${tau}.`,
  prediction: (low, high) =>
    `A further similar town would plausibly lie between ${low} and ${high}.`,
  adjusted: (list) =>
    `Averages after the training had all started alike (ANCOVA, for comparison only): ${list}.`,
  adjustedOne: (name, mean) => `${name} ${mean}`,
  reliability: (alpha, low, high, people, items) =>
    `Reliability before the training: Cronbach's α = ${alpha} (95% CI ${low} to ${high}; n = ${people}, ${items} items).`,
  noPValues:
    "A small p does not say that the change is large or that the training caused it, nor a large one that the change is zero.",
  method: {
    what: "The same changes in the measures that statisticians are used to.",
    formula:
      "t: Student's paired test. g: mean change divided by √((s²before + s²after)/2), corrected for small samples (Hedges), with an interval from the noncentral t (Algina & Keselman 2003). Signed-rank p: exact, zeros ranked (Pratt 1959). Differences between localities: F with pooled variance within. A typical town: the towns taken as a sample of towns (REML, Hartung & Knapp). Normalised gain: what was gained of what could still be gained (Hake 1998), for knowledge alone.",
    people: "Rows from 10 pairs on; standard deviations from 20 pairs on.",
    limits:
      "These measures do not answer whether the change matters in practice, and scales or localities must not be ranked by them.",
  },
};

export const expertTexts: Record<Language, ExpertTexts> = { lt, en };
