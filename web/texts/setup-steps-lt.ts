import type { SetupTexts } from "./setup.ts";

export const setupStepsLt: Pick<SetupTexts, "groups" | "steps" | "states" | "gaps"> = {
  groups: {
    programme: "Programa",
    places: "Vietovės ir dalyviai",
    training: "Mokymai",
    survey: "Anketos",
    outcomes: "Rezultatai ir viešinimas",
  },
  steps: {
    basics: {
      title: "Pagrindiniai duomenys",
      lead: "Kaip programa vadinasi, kada vyksta ir pagal ką bus vertinamas pokytis.",
    },
    organisation: {
      title: "Organizacija",
      lead: "Šie duomenys rašomi dokumentuose ir privatumo pranešime, kuriame organizacija yra duomenų valdytoja.",
    },
    funders: {
      title: "Finansuotojai",
      lead: "Kas finansuoja programą, kuria dalimi ir koks viešinimo sakinys privalomas.",
    },
    logos: {
      title: "Logotipų eilė",
      lead: "Logotipai rodomi vienoje eilėje ta tvarka, kuria čia surašyti, – puslapiuose, prieduose ir pažymėjimuose.",
    },
    localities: {
      title: "Vietovės",
      lead: "Kur vyksta mokymai. Rezultatai rodomi pagal vietoves, jų tvarka dokumentuose – tokia kaip čia.",
    },
    criteria: {
      title: "Atrankos kriterijai",
      lead: "Pagal ką atrinktos vietovės ir kaip dėl kiekvienos nuspręsta.",
    },
    sectors: {
      title: "Veiklos sritys",
      lead: "Sritys, kuriose dirba dalyviai. Jos žymimos registruojant, anketoje jų neklausiama.",
    },
    groups: {
      title: "Grupės",
      lead: "Jei vietovėje kartu mokosi kelios grupės, surašykite jas. Kai vietovėje viena grupė, šio žingsnio nereikia.",
    },
    topics: {
      title: "Temos",
      lead: "Ko mokoma. Tema siejama su kompetencijų skale, kurią ji turėtų pakeisti.",
    },
    methods: { title: "Metodai", lead: "Kaip mokoma, pavyzdžiui, dizaino mąstymo praktikumai." },
    sessions: {
      title: "Užsiėmimai",
      lead: "Kada, kur ir kiek valandų vyko ar vyks kiekvienas užsiėmimas. Pagal juos žymimas lankomumas ir skaičiuojamos pažymėjimų valandos.",
    },
    indicators: {
      title: "Rodikliai",
      lead: "Ką finansavimo sutartyje įsipareigota pasiekti ir kas pasiekta.",
    },
    identity: {
      title: "Kodai ir saugojimo terminai",
      lead: "Kaip siejamos to paties žmogaus anketos ir kada duomenys sunaikinami.",
    },
    planning: {
      title: "Kiek žmonių reikia",
      lead: "Kiek tiksliai bus žinomas vidutinis pokytis – pagal tai, kiek žmonių užpildys abi anketas.",
    },
    notice: {
      title: "Privatumo pranešimas",
      lead: "Ką dalyvis perskaito prieš pirmąjį klausimą. Pranešimas turi sakyti tiesą apie tai, kaip iš tikrųjų elgiamasi su duomenimis.",
    },
    questionnaire: {
      title: "Klausimynas",
      lead: "Anketai atverti reikia paskelbtos klausimyno versijos.",
    },
    waves: {
      title: "Anketų pildymo laikas",
      lead: "Kada pildoma anketa prieš mokymus, po jų ir praėjus 3–6 mėnesiams.",
    },
    visions: {
      title: "Vietovių vizijos",
      lead: "Ką vietovės sukūrė mokymuose: pavadinimas, santrauka ir dokumentas.",
    },
    publicity: {
      title: "Viešinimas",
      lead: "Kur apie programą parašyta ir ar ten matyti finansuotojų logotipai.",
    },
  },
  states: {
    done: "atlikta",
    missing: "trūksta",
    empty: "dar nepildyta",
    "not-needed": "nereikia",
    look: "peržiūrėkite",
  },
  gaps: {
    "contract-title": "pavadinimo sutartyje",
    goal: "tikslo",
    evaluator: "vertintojo vardo",
    "smallest-worthwhile": "mažiausio vertingo pokyčio",
    controller: "organizacijos kodo, adreso ir el. pašto",
    "logos-without-words": "logotipų aprašymų",
    localities: "bent vienos vietovės",
    retention: "saugojimo terminų",
    questionnaire: "paskelbtos klausimyno versijos",
    notice: "paskelbto privatumo pranešimo",
    "notice-of-other-mode":
      "privatumo pranešimo, tinkamo dabartinei kodų tvarkai (paskelbtasis rašytas kitai)",
    "notice-language": "privatumo pranešimo visomis programos kalbomis",
    waves: "pildymo laiko prieš mokymus ir po jų",
    wave: "anketos pildymo laiko",
  },
};
