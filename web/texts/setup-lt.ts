import type { SetupTexts } from "./setup.ts";
import { setupFieldsLt } from "./setup-fields-lt.ts";
import { setupStepsLt } from "./setup-steps-lt.ts";
import { setupSurveyLt } from "./setup-survey-lt.ts";

export const setupTextsLt: SetupTexts = {
  ...setupStepsLt,
  ...setupSurveyLt,
  title: "Programos parengimas",
  lead: "Žingsnius galite atlikti bet kuria tvarka, bet kada išeiti ir grįžti: kas įrašyta, lieka. Ko programai nereikia, pažymėkite kaip nereikalingą.",
  opening: {
    title: "Ko dar reikia, kad anketą būtų galima atverti",
    ready: "Viskas, ko reikia anketai atverti, yra.",
    missing: "Anketos dar negalima atverti. Trūksta:",
  },
  fields: setupFieldsLt,
  inLanguage: { lt: "Lietuviškai", en: "Angliškai" },
  optional: "neprivaloma",
  noChoice: "– nepasirinkta –",
  options: {
    identityMode: {
      register: {
        label: "Kortelės su sąrašu",
        hint: "Užrašoma, kam kuri kortelė duota. Pamestą kortelę galima pakeisti. Kol yra sąrašas, jį turintis žmogus gali susieti atsakymus su asmeniu.",
      },
      bowl: {
        label: "Kortelės iš dubens",
        hint: "Kortelės traukiamos nežiūrint ir niekas neužrašo, kam kuri teko. Tai arčiausiai anonimiškumo, bet pamestos kortelės pakeisti neįmanoma.",
      },
      "self-made": {
        label: "Pačių susikuriamas kodas",
        hint: "Dalyvis kodą sudaro iš šešių dalykų, kuriuos žino atmintinai. Saugoma tik slaptu raktu iš jų apskaičiuota ženklų eilutė; dalies anketų susieti nepavyksta.",
      },
    },
    languages: { "lt,en": "lietuvių ir anglų", lt: "tik lietuvių", en: "tik anglų" },
    tick: { yes: "taip", no: "ne" },
  },
  mistakes: {
    missing: "Užpildykite šį lauką.",
    "too-long": "Per ilgas tekstas – sutrumpinkite.",
    "not-a-day": "Parašykite datą, pavyzdžiui, 2026-03-02.",
    "not-a-moment": "Parašykite datą ir laiką, pavyzdžiui, 2026-03-02 ir 09:00.",
    "not-a-number": "Parašykite skaičių.",
    "out-of-range":
      "Šis skaičius čia netinka – per mažas, per didelis ar per daug ženklų po kablelio.",
    "not-an-address": "Parašykite visą adresą, prasidedantį https:// arba http://.",
    "not-offered": "Pasirinkite iš sąrašo.",
    taken: "Toks jau yra – parašykite kitą.",
    "not-a-slug": "Tik mažosios lotyniškos raidės (be ą, č ir pan.), skaitmenys ir brūkšneliai.",
    "ends-before-start": "Pabaiga negali būti ankstesnė už pradžią.",
    "before-programme-ends": "Negali būti anksčiau, negu baigiasi programa.",
    "before-key": "Atsakymai negali būti ištrinti anksčiau, negu sunaikinami kodų ryšiai.",
    "half-a-place": "Reikia abiejų koordinačių arba nė vienos.",
    "no-forms":
      "Šio pavadinimo linksnių pasiūlyti nemokame – parašykite kilmininką ir vietininką patys.",
    "not-a-zone": "Tokios laiko juostos nėra. Pavyzdys: Europe/Vilnius.",
  },
  summary: (count) =>
    count === 1 ? "Neįrašyta: vieną lauką reikia pataisyti" : "Neįrašyta: pataisykite šiuos laukus",
  frozen: {
    answers: "Nebekeičiama: jau yra atsakymų, o ši nuostata turėjo būti nustatyta prieš juos.",
    begun:
      "Nebekeičiama: anketa jau atverta arba dalyviai į ją jau pakviesti pagal paskelbtą pranešimą.",
    released:
      "Rezultatai jau paskelbti, todėl ribą galima tik didinti: sumažinus pasimatytų tai, kas buvo paslėpta.",
    cards: "Nebekeičiama: dalis kortelių jau įrašyta prie žmonių.",
    administrators:
      "Organizacijos duomenys galioja visoms programoms, todėl juos keičia organizacijos administratorius.",
  },
  buttons: {
    save: "Išsaugoti",
    add: "Pridėti",
    change: "Keisti",
    remove: "Pašalinti",
    up: "Aukštyn",
    down: "Žemyn",
    notNeeded: "Šiai programai nereikia",
    neededAfterAll: "Vis dėlto reikia",
    path: "Visi žingsniai",
    list: "Atgal į sąrašą",
    next: "Kitas žingsnis",
    upload: "Įkelti",
  },
  list: {
    none: "Kol kas nieko nėra.",
    addTitle: "Pridėti naują",
    entries: "Kas jau surašyta",
    inUse:
      "Pašalinti negalima: su šiuo įrašu jau susieti kiti duomenys (pavyzdžiui, dalyviai, užsiėmimai ar kodai).",
    lastTitle: "Pašalinimas",
  },
  saved: "Išsaugota.",
  localities: {
    forms: "Kilmininkas ir vietininkas",
    checkForms: "Linksnius pasiūlė programa – patikrinkite, ar jie taisyklingi.",
    frozen:
      "Jau yra atsakymų, todėl vietovės čia nebepridedamos ir nešalinamos: nuo to priklauso rezultatai. Pavadinimus taisyti galima.",
    elsewhere: "Vietovės pridėjimas ar pasitraukimas įpusėjus",
    manyTitle: "Pridėti kelias iš karto",
    manyHint: "Po vieną pavadinimą eilutėje. Linksniai bus pasiūlyti, juos galėsite pataisyti.",
    manyLabel: "Vietovių pavadinimai",
    manyMistake: (line, name) =>
      `${line} eilutė („${name}“): linksnių pasiūlyti nemokame, pavadinimas per ilgas arba tokia vietovė jau yra. Pridėkite ją atskirai.`,
    addMany: "Pridėti visas",
  },
  sectors: {
    ready: "Galite pradėti nuo įprasto aštuonių sričių sąrašo ir „kita“, o paskui jį taisyti.",
    addReady: "Įrašyti įprastą sąrašą",
  },
  topics: {
    noScales:
      "Skalės atsiras, kai bus paskelbtas klausimynas; tada temas galėsite su jomis susieti.",
  },
  criteria: {
    decisions: "Sprendimai dėl vietovių",
    met: { yes: "atitinka", no: "neatitinka", open: "nenuspręsta" },
    question: "Ar vietovė atitinka",
    evidence: "Kuo remtasi",
    decidedOn: "Sprendimo data",
    noLocalities: "Sprendimus galėsite įrašyti, kai bus surašytos vietovės.",
    dayMissing: "Parašykite sprendimo datą.",
  },
  sessions: {
    manyTitle: "Kelių užsiėmimų įrašymas",
    manyLead:
      "Įrašykite visą tvarkaraštį iš karto: po vieną užsiėmimą eilutėje. Galima įklijuoti stulpelius iš skaičiuoklės.",
    where: "Kuriose vietovėse vyksta šie užsiėmimai",
    lines: "Užsiėmimai",
    linesHint:
      "Data; valandos; pavadinimas; lektorius; vieta. Lektoriaus ir vietos galima nerašyti.",
    example: "2026-03-02; 6; Kultūros inovacijos; Vardenė Pavardenė; Kultūros centras",
    add: "Įrašyti užsiėmimus",
    noLocality: "Pažymėkite bent vieną vietovę.",
    noLines: "Parašykite bent vieną užsiėmimą.",
    lineMistake: (line, what) => `${line} eilutė: ${what}`,
    total: (count, hours) => `Iš viso užsiėmimų: ${count}, valandų: ${hours}`,
  },
  logos: {
    upload: "Įkelti logotipą",
    hint: "SVG arba PNG, ne daugiau kaip 1\u00a0MB. Failas patikrinamas ir perrašomas: iš SVG lieka tik piešinys.",
    preview: "Kaip atrodo eilė",
    replace: "Pakeisti paveikslėlį",
    faults: {
      nothing: "Pasirinkite failą.",
      "too-large": "Failas didesnis negu 1\u00a0MB: sumažinkite paveikslėlį.",
      "not-a-picture": "Tai nėra SVG ar PNG paveikslėlis arba failas sugadintas.",
      unsafe:
        "Šiame SVG faile yra dalių, kurių negalime priimti (scenarijų, nuorodų į išorę ar DOCTYPE). Iš piešimo programos išsaugokite jį kaip paprastą SVG arba kaip PNG.",
      "too-big-picture":
        "Paveikslėlis per didelis: daugiausia 4\u00a0000 taškų pločio ir aukščio. Sumažinkite jį ir įkelkite dar kartą.",
    },
  },
  visions: {
    file: "Vizijos dokumentas",
    hint: "PDF, PNG arba JPEG, ne daugiau kaip 8\u00a0MB. Iš nuotraukų ir kitų paveikslėlių pašaliname tai, kas juose įrašyta nematomai (vietą, laiką, vardus); PDF failas lieka toks, koks yra.",
    none: "Dokumento dar nėra.",
    removeFile: "Pašalinti dokumentą",
    faults: {
      nothing: "Pasirinkite failą.",
      "too-large": "Failas didesnis negu 8\u00a0MB: įkelkite mažesnį.",
      "not-a-file": "Tai nėra PDF, PNG ar JPEG failas arba jis sugadintas.",
      "too-big-picture":
        "Paveikslėlis per didelis: daugiausia 50\u00a0milijonų taškų. Sumažinkite jį ir įkelkite iš naujo.",
    },
  },
  publicity: {
    missing: "logotipų nematyti",
    file: "Kopija",
    hint: "Puslapio ar skelbimo kopija, jei jis dingtų: PDF, PNG arba JPEG, ne daugiau kaip 8\u00a0MB. Iš nuotraukų ir kitų paveikslėlių pašaliname tai, kas juose įrašyta nematomai (vietą, laiką, vardus); PDF failas lieka toks, koks yra.",
    none: "Kopijos dar nėra.",
    removeFile: "Pašalinti kopiją",
    faults: {
      nothing: "Pasirinkite failą.",
      "too-large": "Failas didesnis negu 8\u00a0MB: įkelkite mažesnį.",
      "not-a-file": "Tai nėra PDF, PNG ar JPEG failas arba jis sugadintas.",
      "too-big-picture":
        "Paveikslėlis per didelis: daugiausia 50\u00a0milijonų taškų. Sumažinkite jį ir įkelkite iš naujo.",
    },
  },
};
