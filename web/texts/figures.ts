import type { Language } from "../../server/domain/text.ts";
import { counted, formatNumber, type PluralForms, pluralForm } from "./numbers.ts";

/** Titles, column headings and the sentences that sum a figure up. */
export interface FigureTexts {
  locality: string;
  scale: string;
  enrolled: string;
  pairs: string;
  before: string;
  after: string;
  change: string;
  rangeFrom: string;
  rangeTo: string;
  range: string;
  counts: string;
  higher: string;
  same: string;
  lower: string;
  verdict: string;
  nearlyAll: string;
  beforeOnly: string;
  afterOnly: string;
  followup: string;
  pairsOf(pairs: number, enrolled: number): string;
  gainAxis: string;
  levelAxis: string;
  gainByLocality(scale: string): string;
  gainByLocalityShort: string;
  gainByLocalityTable(scale: string): string;
  gainByScale(place: string): string;
  gainByScaleShort: string;
  gainByScaleTable(place: string): string;
  localitiesShown(shown: number, all: number): string;
  beforeAfterByScale: string;
  beforeAfterTable: string;
  scalesShown(shown: number, all: number): string;
  beforeAfterCaption: string;
  participation: string;
  participationTable: string;
  participationSummary(counts: ParticipationWords): string;
  participationCaption: string;
  stepsNote: string;
  legendValue: string;
  legendSteadied: string;
  legendBand: string;
  totalOf(names: string): string;
  totalWithout(names: string): string;
}

/** Counts ready to print: exact ones, and steps such as "5–9". */
export interface ParticipationWords {
  enrolled: number;
  pairs: string;
  beforeOnly: string;
  afterOnly: string;
}

const localitiesOf: PluralForms = {
  one: "vietovės",
  few: "vietovių",
  many: "vietovės",
  other: "vietovių",
};
const scalesOf: PluralForms = { one: "skalės", few: "skalių", many: "skalės", other: "skalių" };
const cycleParticipantsOf: PluralForms = {
  one: "mokymų ciklo dalyvio",
  few: "mokymų ciklo dalyvių",
  many: "mokymų ciklo dalyvio",
  other: "mokymų ciklo dalyvių",
};

const lt: FigureTexts = {
  locality: "Vietovė",
  scale: "Skalė",
  enrolled: "Ciklo dalyviai",
  pairs: "Poros",
  before: "Prieš",
  after: "Po",
  change: "Pokytis",
  rangeFrom: "Ribos nuo",
  rangeTo: "Ribos iki",
  range: "95\u00a0% ribos",
  counts: "Didesnis / toks pat / mažesnis",
  higher: "Didesnis",
  same: "Toks pat",
  lower: "Mažesnis",
  verdict: "Kaip suprasti",
  nearlyAll: "(beveik) visi",
  beforeOnly: "Tik prieš",
  afterOnly: "Tik po",
  followup: "Po 3–6 mėn.",
  pairsOf: (pairs, enrolled) => `${pairs} iš ${enrolled}`,
  gainAxis: "Pokytis (po − prieš), balai iš 100",
  levelAxis: "Vidurkis, balai iš 100",
  gainByLocality: (scale) => `Pokytis vietovėse: ${scale}`,
  gainByLocalityShort: "Pokytis vietovėse",
  gainByLocalityTable: (scale) => `${scale}: pokytis vietovėse, balai iš 100`,
  gainByScale: (place) => `Pokytis pagal skales: ${place}`,
  gainByScaleShort: "Pokytis pagal skales",
  gainByScaleTable: (place) => `${place}: pokytis pagal skales, balai iš 100`,
  localitiesShown: (shown, all) =>
    `Rezultatai rodomi ${shown} iš ${all} ${pluralForm(all, localitiesOf, "lt")}.`,
  beforeAfterByScale: "Prieš mokymus ir po jų: visi dalyviai",
  beforeAfterTable: "Visi dalyviai prieš mokymus ir po jų, balai iš 100",
  scalesShown: (shown, all) =>
    `Rezultatai rodomi ${shown} iš ${all} ${pluralForm(all, scalesOf, "lt")}.`,
  beforeAfterCaption:
    "Žiedas – vidurkis prieš mokymus, taškas – vidurkis po mokymų. Abu skaičiuojami iš tų pačių žmonių – atsakiusiųjų ir prieš mokymus, ir po jų.",
  participation: "Kiek žmonių atsakė",
  participationTable: "Mokymų ciklo dalyviai ir jų atsakymai",
  participationSummary: ({ enrolled, pairs, beforeOnly, afterOnly }) =>
    `Ir prieš mokymus, ir po jų atsakė ${pairs} iš ${counted(enrolled, cycleParticipantsOf, "lt")}, ` +
    `tik prieš mokymus – ${beforeOnly}, tik po mokymų – ${afterOnly}.`,
  participationCaption:
    "Pokytis skaičiuojamas tik iš porų – žmonių, atsakiusių ir prieš mokymus, ir po jų.",
  stepsNote: "Kol etapas nebaigtas, skaičiai rodomi tik pakopomis (1–4, 5–9, 10–14 ir t. t.).",
  legendValue: "Vidutinis pokytis ir tikėtinos ribos (95\u00a0%)",
  legendSteadied: "Nuosaikesnis įvertis",
  legendBand: "Kur atsidurtų dar viena panaši vietovė",
  totalOf: (names) =>
    `Eilutėje „Visi dalyviai“ – tik šios vietovės: ${names}. Kitų rezultatai paskelbti vėliau; kad iš skirtumo nebūtų galima apskaičiuoti mažos grupės, jie į bendrą eilutę neįtraukti.`,
  totalWithout: (names) =>
    `Eilutėje „Visi dalyviai“ šių vietovių žmonių nėra: ${names}. Jų rezultatai paskelbti vėliau; kad iš skirtumo nebūtų galima apskaičiuoti mažos grupės, jie į bendrą eilutę neįtraukti.`,
};

const en: FigureTexts = {
  locality: "Locality",
  scale: "Scale",
  enrolled: "Cycle participants",
  pairs: "Pairs",
  before: "Before",
  after: "After",
  change: "Change",
  rangeFrom: "Range from",
  rangeTo: "Range to",
  range: "95% range",
  counts: "Higher / same / lower",
  higher: "Higher",
  same: "Same",
  lower: "Lower",
  verdict: "How to read it",
  nearlyAll: "(nearly) all",
  beforeOnly: "Before only",
  afterOnly: "After only",
  followup: "3–6 months later",
  pairsOf: (pairs, enrolled) => `${pairs} of ${enrolled}`,
  gainAxis: "Change (after − before), points of 100",
  levelAxis: "Average, points of 100",
  gainByLocality: (scale) => `Change by locality: ${scale}`,
  gainByLocalityShort: "Change by locality",
  gainByLocalityTable: (scale) => `${scale}: change by locality, points of 100`,
  gainByScale: (place) => `Change by scale: ${place}`,
  gainByScaleShort: "Change by scale",
  gainByScaleTable: (place) => `${place}: change by scale, points of 100`,
  localitiesShown: (shown, all) => `Results are shown for ${shown} of ${all} localities.`,
  beforeAfterByScale: "Before and after the training: all participants",
  beforeAfterTable: "All participants before and after the training, points of 100",
  scalesShown: (shown, all) => `Results are shown for ${shown} of ${all} scales.`,
  beforeAfterCaption:
    "The ring is the average before the training, the dot the average after. Both are of the same people: those who answered before and after.",
  participation: "How many answered",
  participationTable: "Participants of the training cycle and their answers",
  participationSummary: ({ enrolled, pairs, beforeOnly, afterOnly }) =>
    `Both before and after: ${pairs} of ${formatNumber(enrolled, "en")} cycle participants; ` +
    `before only: ${beforeOnly}; after only: ${afterOnly}.`,
  participationCaption:
    "Change is worked out from pairs alone: people who answered both before and after.",
  stepsNote: "While a wave is open, counts are shown in steps only (1–4, 5–9, 10–14 and so on).",
  legendValue: "Average change and its plausible range (95%)",
  legendSteadied: "Steadied estimate",
  legendBand: "Where a further similar town would be",
  totalOf: (names) =>
    `The row of all participants holds these localities alone: ${names}. The others' results came later and stay out of it, so that no small group can be worked out from the difference.`,
  totalWithout: (names) =>
    `The row of all participants is without these localities: ${names}. Their results came later and stay out of it, so that no small group can be worked out from the difference.`,
};

export const figureTexts: Record<Language, FigureTexts> = { lt, en };
