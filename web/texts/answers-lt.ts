import type { AnswerTexts } from "./answers.ts";
import { counted, type PluralForms } from "./numbers.ts";

const peopleForms: PluralForms = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };

export const answersLt: AnswerTexts = {
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
  choiceWords: { few: "mažiau negu 3 žmonės", "nearly-all": "visi arba beveik visi" },
  choicesSummary: (people) =>
    `Atsakė ${counted(people, peopleForms, "lt")}; kiekvienas galėjo rinktis kelis variantus.`,
  choicesCaption:
    "Juosta – kokia dalis atsakiusiųjų rinkosi šį variantą; skaičius joje – kiek jų. Kiekvienas galėjo rinktis kelis, todėl dalys sudėtos viršija 100\u00a0%.",
  choiceAxis: "Pasirinkusiųjų dalis, %",
  divergingAxis:
    "Atsakiusiųjų dalis, %: kairėje – žemesni, dešinėje – aukštesni atsakymai, vidurinis – per vidurį",
  option: "Atsakymas",
  allOptions: "Visi atsakymai",
  other: "Kita",
  share: "Dalis, %",
  nothingShown: "Rodyti dar nėra ko.",
  noOpportunity: "neturėjo progos",
  rowOf: (item, wave) => `${item} – ${wave}`,
  wilsonNote: "Tikėtinos ribos – Wilsono 95\u00a0% pasikliautinasis intervalas.",
  itemsOf: (section) => `Atsakymai: ${section}`,
  itemsTable: (section) => `${section}: kiek žmonių kaip atsakė`,
  itemsSummary: (shown, all) => `Klausimų, kurių atsakymai rodomi: ${shown} iš ${all}.`,
  itemsCaption:
    "Kiekviena juosta – visi atsakiusieji, skaičiai joje – žmonės; kuo sodresnė spalva, tuo aukštesnis atsakymas. Jei juosta po mokymų pasislinkusi į dešinę, rinktasi aukštesnių atsakymų. Gretimi atsakymai, kuriuos rinkosi mažiau negu 3 žmonės, sujungti.",
  shareAxis: "Dalis, %",
  rightTitle: (scale) => `Teisingi atsakymai: ${scale}`,
  rightShort: "Teisingi atsakymai pagal klausimą",
  rightTable: (scale) => `${scale}: teisingai atsakiusiųjų dalis, %`,
  right: "Teisingai, %",
  legendRight: "Teisingai atsakiusiųjų dalis (95\u00a0% ribos)",
  guessing: "Tiek pataikytų spėdami",
  rightCaption:
    "Kvadratas – teisingai atsakiusiųjų dalis, linija – jos tikėtinos ribos. Brūkšninė linija – kiek vidutiniškai pataikytų spėjantys.",
  shiftTitle: "Žvilgsnis atgal",
  shiftTable: "Tie patys žmonės prieš mokymus, žvelgdami atgal ir po mokymų, balai iš 100",
  shiftCaption:
    "Po mokymų žmonės dar kartą įvertino, kokie jų gebėjimai buvo prieš mokymus. Jei dabar jie tai vertina žemiau negu tada, pasikeitė pats matas: mokydamiesi žmonės pamatė, ko nemokėjo. Abu pokyčiai rodomi greta; pagrindinis yra „po − prieš“.",
  shiftSummary: (shown, all) => `Rodoma sričių: ${shown} iš ${all}.`,
  people: "Žmonės",
  meanBefore: "Prieš",
  meanThen: "Žvelgiant atgal",
  meanAfter: "Po",
  gain: "po − prieš",
  shift: "mato poslinkis (atgal − prieš)",
  feltGain: "po − žvelgiant atgal",
  legendChange: "Vidutinis pokytis ir tikėtinos ribos (95\u00a0%)",
  area: "Sritis",
  breakdownTitle: (by, scale) => `${scale} pagal: ${by.toLocaleLowerCase("lt")}`,
  breakdownShort: (by) => `Pagal: ${by.toLocaleLowerCase("lt")}`,
  breakdownSummary: (shown, all) => `Rodoma grupių: ${shown} iš ${all}.`,
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
        "Vieno klausimo atsakymai mažiau patikimi negu skalės; būti patenkintam dar nereiškia išmokti.",
    },
    choices: {
      what: "Kokia dalis visos programos dalyvių rinkosi kiekvieną variantą.",
      formula: "Pasirinkusieji padalyti iš visų, kurie į klausimą atsakė.",
      people:
        "Nuo 20 atsakiusiųjų. Jei variantą rinkosi mažiau negu 3 žmonės arba visi, išskyrus mažiau negu 3, vietoj skaičiaus – žodžiai.",
      limits: "Kas svarbiausia: žymėti galima ir tai, kas svarbu, ir tai, kas tik pastebėta.",
    },
    right: {
      what: "Kokia dalis į kiekvieną žinių klausimą atsakė teisingai prieš mokymus ir po jų.",
      formula:
        "Teisingi atsakymai padalyti iš visų atsakiusiųjų; ribos – Wilsono 95\u00a0% intervalas. Spėjimo riba – 1 iš atsakymų variantų skaičiaus.",
      people: "Atsakiusieji ir prieš mokymus, ir po jų, nuo 20 žmonių.",
      limits: "Klausimai abu kartus tie patys: dalį pokyčio gali lemti tai, kad jie jau matyti.",
    },
    shift: {
      what: "Tų pačių žmonių įvertinimai prieš mokymus, po jų ir žvelgiant atgal.",
      formula:
        "Trys vidurkiai ir trys jų skirtumai su Stjudento t 95\u00a0% ribomis. Mato poslinkis – iš įvertinimo žvelgiant atgal atimtas įvertinimas prieš mokymus.",
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
