import type { WithheldTable } from "../../server/domain/disclosure/figures-tables.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { MethodWords } from "./methods.ts";

/** Words of figures about single items, groups, and looking back. */
export interface AnswerTexts {
  pageTitle: string;
  pageLead: string;
  nothing: string;
  item: string;
  wave: string;
  answered: string;
  answers: string;
  topTwo: string;
  from: string;
  to: string;
  why: string;
  waves: Record<WaveKind, string>;
  withheld: Record<WithheldTable, string>;
  nearlyAll(option: string): string;
  bar(options: string, people: number): string;
  /** Of one option where several may be chosen. */
  choiceSaid: Record<"few" | "nearly-all", (option: string) => string>;
  noOpportunity: string;
  rowOf(item: string, wave: string): string;
  wilsonNote: string;
  itemsOf(section: string): string;
  itemsTable(section: string): string;
  itemsSummary(shown: number, all: number): string;
  itemsCaption: string;
  shareAxis: string;
  legendTopTwo: string;
  rightTitle(scale: string): string;
  rightShort: string;
  rightTable(scale: string): string;
  right: string;
  legendRight: string;
  guessing: string;
  rightCaption: string;
  shiftTitle: string;
  shiftTable: string;
  shiftCaption: string;
  shiftSummary(shown: number, all: number): string;
  people: string;
  meanBefore: string;
  meanThen: string;
  meanAfter: string;
  gain: string;
  shift: string;
  feltGain: string;
  legendChange: string;
  area: string;
  breakdownTitle(by: string, scale: string): string;
  breakdownShort(by: string): string;
  breakdownSummary(shown: number, all: number): string;
  breakdownCaption: string;
  methods: Record<"items" | "right" | "shift" | "breakdown", MethodWords>;
}

const lt: AnswerTexts = {
  pageTitle: "Kiti atsakymai",
  pageLead:
    "Mokymų vertinimas, žvilgsnis atgal ir tai, kas pritaikyta. Rodoma tik visa programa: vietovėse grupės tam per mažos.",
  nothing: "Šioje rezultatų versijoje tokių atsakymų nėra.",
  item: "Klausimas",
  wave: "Kada",
  answered: "Atsakė",
  answers: "Atsakymai",
  topTwo: "Du aukščiausi, %",
  from: "Ribos nuo",
  to: "Ribos iki",
  why: "Pastaba",
  waves: { before: "prieš", after: "po", followup: "po 3–6 mėn." },
  withheld: {
    "not-closed": "dar pildoma",
    few: "nerodoma (mažiau negu 20 atsakymų)",
    protecting: "nerodoma (saugomi dalyviai)",
  },
  nearlyAll: (option) => `visi arba beveik visi: ${option}`,
  bar: (options, people) => `${options}: ${people}`,
  choiceSaid: {
    few: (option) => `${option}: mažiau negu 3`,
    "nearly-all": (option) => `${option}: visi arba beveik visi`,
  },
  noOpportunity: "neturėjo progos",
  rowOf: (item, wave) => `${item} – ${wave}`,
  wilsonNote: "Tikėtinos ribos – Wilsono 95\u00a0% pasikliautinasis intervalas.",
  itemsOf: (section) => `Atsakymai: ${section}`,
  itemsTable: (section) => `${section}: kiek žmonių kaip atsakė`,
  itemsSummary: (shown, all) => `Rodomi ${shown} iš ${all} klausimų atsakymai.`,
  itemsCaption:
    "Kiekviena juosta – visi atsakiusieji; kuo sodresnė spalva, tuo aukštesnis atsakymas. Gretimi atsakymai, kuriuos rinkosi mažiau negu 3 žmonės, sujungti.",
  shareAxis: "Dalis, %",
  legendTopTwo: "Pasirinkę du aukščiausius atsakymus (95 % ribos)",
  rightTitle: (scale) => `Teisingi atsakymai: ${scale}`,
  rightShort: "Teisingi atsakymai pagal klausimą",
  rightTable: (scale) => `${scale}: teisingai atsakiusiųjų dalis, %`,
  right: "Teisingai, %",
  legendRight: "Teisingai atsakiusiųjų dalis (95 % ribos)",
  guessing: "Tiek pataikytų spėdami",
  rightCaption:
    "Kvadratas – teisingai atsakiusiųjų dalis, linija – jos tikėtinos ribos. Brūkšninė linija – kiek vidutiniškai pataikytų spėjantys.",
  shiftTitle: "Žvilgsnis atgal",
  shiftTable: "Tie patys žmonės prieš mokymus, žvelgdami atgal ir po mokymų, balai iš 100",
  shiftCaption:
    "Po mokymų žmonės dar kartą įvertino, kokie jų gebėjimai buvo prieš mokymus. Jei dabar jie tai vertina žemiau negu tada, pasikeitė pats matas: mokydamiesi žmonės pamatė, ko nemokėjo. Abu pokyčiai rodomi greta; pagrindinis yra „po – prieš“.",
  shiftSummary: (shown, all) => `Rodomos ${shown} iš ${all} sričių.`,
  people: "Žmonės",
  meanBefore: "Prieš",
  meanThen: "Žvelgiant atgal",
  meanAfter: "Po",
  gain: "po – prieš",
  shift: "mato poslinkis (atgal – prieš)",
  feltGain: "po – žvelgiant atgal",
  legendChange: "Vidutinis pokytis ir tikėtinos ribos (95 %)",
  area: "Sritis",
  breakdownTitle: (by, scale) => `${scale} pagal: ${by.toLocaleLowerCase("lt")}`,
  breakdownShort: (by) => `Pagal: ${by.toLocaleLowerCase("lt")}`,
  breakdownSummary: (shown, all) => `Rodomos ${shown} iš ${all} grupių.`,
  breakdownCaption:
    "Visos programos dalyviai, suskirstyti į grupes. Ribos apskaičiuotos pagal visos programos atsakymų sklaidą.",
  methods: {
    items: {
      what: "Kaip visos programos dalyviai atsakė į kiekvieną klausimą.",
      formula:
        "Suskaičiuota, kiek žmonių rinkosi kiekvieną atsakymą. Dviejų aukščiausių atsakymų dalis – su Wilsono 95\u00a0% intervalu.",
      people:
        "Nuo 20 atsakymų. Skalių klausimams – tik atsakiusieji ir prieš mokymus, ir po jų. „Negaliu atsakyti“ neskaičiuojama.",
      limits:
        "Vieno klausimo atsakymai mažiau patikimi negu skalės; pasitenkinimas nėra išmokimas.",
    },
    right: {
      what: "Kokia dalis į kiekvieną žinių klausimą atsakė teisingai prieš mokymus ir po jų.",
      formula:
        "Teisingi atsakymai padalyti iš visų atsakiusių; ribos – Wilsono 95\u00a0% intervalas. Spėjimo riba – 1 iš atsakymų variantų skaičiaus.",
      people: "Atsakiusieji ir prieš mokymus, ir po jų, nuo 20 žmonių.",
      limits: "Klausimai abu kartus tie patys: dalį pokyčio gali lemti tai, kad jie jau matyti.",
    },
    shift: {
      what: "Tų pačių žmonių įvertinimai prieš mokymus, po jų ir žvelgiant atgal.",
      formula:
        "Trys vidurkiai ir trys jų skirtumai su Stjudento t 95\u00a0% ribomis. Mato poslinkis – žvilgsnis atgal atėmus įvertinimą prieš mokymus.",
      people: "Atsakiusieji visus tris kartus, nuo 10 žmonių, tik visa programa.",
      limits:
        "Kuris pokytis tikresnis: žvelgdami atgal žmonės gali ir tiksliau matuoti, ir norėti matyti pažangą.",
    },
    breakdown: {
      what: "Vidutinis pokytis visos programos dalyvių grupėse.",
      formula:
        "Grupės pokyčių vidurkis sveikaisiais balais. Ribos – visos programos ribos, praplėstos pagal grupės dydį.",
      people:
        "Atsakiusieji ir prieš mokymus, ir po jų; mažos grupės ir jas atskleistų grupės nerodomos.",
      limits: "Ar skirtumas tarp grupių ne atsitiktinis: grupės mažos ir jų yra ne viena.",
    },
  },
};

const en: AnswerTexts = {
  pageTitle: "Other answers",
  pageLead:
    "The evaluation of the training, looking back, and what has been applied. Only the whole programme is shown: localities are too small for this.",
  nothing: "This version of the results holds no such answers.",
  item: "Item",
  wave: "When",
  answered: "Answered",
  answers: "Answers",
  topTwo: "Top two, %",
  from: "Range from",
  to: "Range to",
  why: "Note",
  waves: { before: "before", after: "after", followup: "3–6 months later" },
  withheld: {
    "not-closed": "still open",
    few: "hidden (fewer than 20 answers)",
    protecting: "hidden (protects participants)",
  },
  nearlyAll: (option) => `all or nearly all: ${option}`,
  bar: (options, people) => `${options}: ${people}`,
  choiceSaid: {
    few: (option) => `${option}: fewer than 3`,
    "nearly-all": (option) => `${option}: all or nearly all`,
  },
  noOpportunity: "had no opportunity",
  rowOf: (item, wave) => `${item} – ${wave}`,
  wilsonNote: "Plausible ranges are Wilson's 95% confidence intervals.",
  itemsOf: (section) => `Answers: ${section}`,
  itemsTable: (section) => `${section}: how many people answered how`,
  itemsSummary: (shown, all) => `Answers are shown for ${shown} of ${all} items.`,
  itemsCaption:
    "Each bar is everybody who answered; the stronger the colour, the higher the answer. Neighbouring answers that fewer than 3 people chose stand together.",
  shareAxis: "Share, %",
  legendTopTwo: "Chose one of the two highest answers (95% range)",
  rightTitle: (scale) => `Right answers: ${scale}`,
  rightShort: "Right answers by question",
  rightTable: (scale) => `${scale}: share of right answers, %`,
  right: "Right, %",
  legendRight: "Share of right answers (95% range)",
  guessing: "What guessing would reach",
  rightCaption:
    "The square is the share of right answers, the line its plausible range. The dashed line is what guessing would reach on average.",
  shiftTitle: "Looking back",
  shiftTable: "The same people before, looking back, and after the training, points of 100",
  shiftCaption:
    "After the training people rated once more how they had been before it. Where they now rate that lower than they did then, the yardstick itself has moved: by learning, people saw what they could not do. Both changes stand side by side; the main one is after − before.",
  shiftSummary: (shown, all) => `${shown} of ${all} areas are shown.`,
  people: "People",
  meanBefore: "Before",
  meanThen: "Looking back",
  meanAfter: "After",
  gain: "after − before",
  shift: "shift of the yardstick (looking back − before)",
  feltGain: "after − looking back",
  legendChange: "Average change and its plausible range (95%)",
  area: "Area",
  breakdownTitle: (by, scale) => `${scale} by ${by.toLocaleLowerCase("en")}`,
  breakdownShort: (by) => `By ${by.toLocaleLowerCase("en")}`,
  breakdownSummary: (shown, all) => `${shown} of ${all} groups are shown.`,
  breakdownCaption:
    "Participants of the whole programme in groups. Ranges come from the spread of the whole programme.",
  methods: {
    items: {
      what: "How participants of the whole programme answered each item.",
      formula:
        "People are counted by the answer they chose. The share of the two highest answers has Wilson's 95% interval.",
      people:
        "From 20 answers on. For items of scales, only people who answered both before and after. “Cannot answer” is not counted.",
      limits: "A single item is less reliable than a scale; being satisfied is not having learned.",
    },
    right: {
      what: "The share of right answers to each knowledge question before and after the training.",
      formula:
        "Right answers divided by all who answered; the range is Wilson's 95% interval. The guessing line is one divided by the number of answers to choose from.",
      people: "People who answered both before and after, from 20 on.",
      limits:
        "The questions were the same both times: part of the change may come from having seen them.",
    },
    shift: {
      what: "The same people's ratings before, after, and looking back.",
      formula:
        "Three means and their three differences with Student's t 95% ranges. The shift of the yardstick is looking back less before.",
      people: "People who answered all three, from 10 on, of the whole programme alone.",
      limits:
        "Which change is truer: looking back, people may measure better, and may also want to see progress.",
    },
    breakdown: {
      what: "The average change in groups of participants of the whole programme.",
      formula:
        "The mean change of the group in whole points. Its range is the whole programme's, widened to the size of the group.",
      people:
        "People who answered both before and after; small groups, and groups that would give them away, are hidden.",
      limits: "Whether groups differ by more than chance: they are small, and there are several.",
    },
  },
};

export const answerTexts: Record<Language, AnswerTexts> = { lt, en };
