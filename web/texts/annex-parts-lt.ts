import type { AnnexPartTexts } from "./annex-parts.ts";
import { counted, noBreakSpace } from "./numbers.ts";

const people = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };

export const annexPartTextsLt: AnnexPartTexts = {
  parts: {
    summary: "Santrauka",
    indicators: "Rodikliai",
    participants: "Dalyviai",
    method: "Kaip vertinta",
    results: "Rezultatai pagal kompetencijas",
    knowledge: "Žinių patikrinimas",
    shift: "Ar nepasikeitė pats matas",
    satisfaction: "Pasitenkinimas mokymais",
    followup: "Kas pasikeitė darbe vėliau",
    items: "Atsakymai į atskirus teiginius",
    openAnswers: "Atviri atsakymai",
    conclusions: "Vertintojo išvados ir rekomendacijos",
    limits: "Ko šie duomenys neparodo",
    excluded: "Kas neįskaičiuota ir kodėl",
    definitions: "Sąvokos",
    sessions: "Mokymų užsiėmimai",
    visions: "Vietovių vizijos",
    publicity: "Viešinimas",
    certificates: "Pažymėjimų registras",
    participantList: "Dalyvių sąrašas",
    questionnaires: "Anketos",
    dictionary: "Duomenų aprašas",
  },
  preparedBy: "Parengė",
  indicatorDetails: "Rodiklių apibrėžtys ir šaltiniai",
  indicatorColumns: {
    name: "Rodiklis",
    unit: "Matavimo vienetas",
    planned: "Planuota",
    reached: "Pasiekta",
    difference: "Skirtumas",
    percent: `Įvykdyta, %`,
    source: "Duomenų šaltinis",
    explanation: "Paaiškinimas",
  },
  definition: "Apibrėžtis",
  percentNote: "Įvykdymas skaičiuojamas tik rodikliams, kurių reikšmė buvo planuota.",
  byGender: "Mokymų ciklo dalyviai pagal lytį",
  byAge: "Mokymų ciklo dalyviai pagal amžių",
  gender: "Lytis",
  age: "Amžius",
  people: "Žmonės",
  genders: {
    woman: "Moterys",
    man: "Vyrai",
    "non-binary": "Nebinarinės lyties asmenys",
    undisclosed: "Nenurodyta",
  },
  notToldApart: "Kita arba nenurodyta",
  fromRegistration: "Visos programos skaičiai iš registracijos duomenų, ne iš anketų.",
  mergedNote: (least) =>
    `Grupės, kuriose žmonių mažiau negu ${least}, sujungtos, kad nebūtų galima atpažinti žmogaus.`,
  allMerged: (least) =>
    `Skaičiai pagal šį požymį neteikiami: atskirti nebūtų galima nė vienos bent ${least} žmonių grupės.`,
  knowledgeLead:
    "Žinių klausimai turi teisingą atsakymą. Balas rodo teisingų atsakymų dalį: 0 – nė vieno, 100 – visi.",
  noKnowledge: "Žinių klausimų anketoje nebuvo arba jų rezultatai dar nepaskelbti.",
  shiftLead:
    "Po mokymų žmonės savo ankstesnius gebėjimus dažnai vertina kitaip negu prieš mokymus, nes geriau supranta, ką vertina. Todėl jų po mokymų klausta ir to, kaip dabar vertintų save prieš mokymus.",
  noShift: "Žvilgsnio atgal klausimų nebuvo arba jų rezultatų paskelbti negalima.",
  noSatisfaction: "Pasitenkinimo klausimų nebuvo arba jų rezultatų paskelbti negalima.",
  noFollowup:
    "Vėlesnio etapo klausimų rezultatų nėra: etapas dar nebaigtas, atsakė per mažai žmonių arba tokių klausimų nebuvo.",
  noItems: "Atskirų teiginių rezultatų paskelbti negalima.",
  openLead:
    "Atsakymus savais žodžiais perskaitė už duomenis atsakingas žmogus ir suskirstė į temas. Skaičiuojami žmonės, ne pastabos; vienas žmogus gali būti paminėjęs kelias temas.",
  openFew: "Atsakė mažiau negu dešimt žmonių, todėl temos neskelbiamos.",
  openNoThemes: (count) => `Atsakė ${counted(count, people, "lt")}; temos dar nepažymėtos.`,
  openCaption: (question) => `Temos: ${question}`,
  theme: "Tema",
  openNote: (count) => `Iš viso į klausimą atsakė ${counted(count, people, "lt")}.`,
  fewSaid: "keli",
  noOpenQuestions: "Klausimų, į kuriuos atsakoma ilgu tekstu, anketoje nebuvo.",
  quotationsLead: "Dalyvių žodžiais (cituojama jiems sutikus):",
  conclusionsLead: (evaluator) =>
    `Šią dalį parašė ${evaluator === "" ? "vertintojas" : `vertintojas (${evaluator})`}. Tai žmogaus išvados, o ne programos sudarytas tekstas.`,
  noConclusions: "Vertintojas išvadų ir rekomendacijų neparašė.",
  finding: "Išvada",
  recommendation: "Rekomendacija",
  aboutFigure: (figure) => `Apie: ${figure}`,
  excludedLead:
    "Pokytis skaičiuojamas tik iš porų: žmonių, užpildžiusių anketą ir prieš mokymus, ir po jų. Toliau surašyta, kas į skaičiavimą nepateko.",
  excludedColumns: { who: "Kas", why: "Kodėl", people: "Skaičius" },
  excludedCaption: "Neįskaičiuota į pokyčio rezultatus",
  excluded: {
    beforeOnly: "Atsakė tik prieš mokymus",
    beforeOnlyWhy: "Nėra antro atsakymo, su kuriuo būtų galima palyginti",
    afterOnly: "Atsakė tik po mokymų",
    afterOnlyWhy: "Nėra pirmo atsakymo, su kuriuo būtų galima palyginti",
    questionnaire: (wave) => `Pateikta anketa (${wave})`,
    reason: (reason) => `Neįskaitė organizatorius; jo nurodyta priežastis: ${reason}`,
  },
  withheldCaption: "Nerodomi vietovių rezultatai",
  withheldColumns: { scale: "Kompetencija", locality: "Vietovė", why: "Kodėl" },
  definitionColumns: { term: "Sąvoka", meaning: "Ką ji reiškia" },
  definitions: [
    {
      term: "Įsitraukęs žmogus",
      meaning:
        "Žmogus, dalyvavęs bent vienoje projekto veikloje; skaičiuojamas vieną kartą, kad ir kiek veiklų lankė.",
    },
    {
      term: "Mokymų ciklo dalyvis",
      meaning: "Žmogus, įregistruotas į visą mokymų ciklą ir iš jo nepasitraukęs.",
    },
    {
      term: "Pažymėjimą gavęs dalyvis",
      meaning: "Mokymų ciklo dalyvis, turintis galiojantį (nepanaikintą) pažymėjimą.",
    },
    {
      term: "Pora",
      meaning:
        "To paties žmogaus atsakymai prieš mokymus ir po jų, susieti kodu. Vidurkiai ir pokyčiai skaičiuojami tik iš porų.",
    },
    {
      term: "Balas",
      meaning:
        "Kompetencijos teiginių įvertinimų vidurkis, perskaičiuotas į 0–100: 0 – žemiausias, 100 – aukščiausias galimas įvertinimas.",
    },
    {
      term: "Pokytis",
      meaning: "Balo po mokymų ir balo prieš mokymus skirtumas; matuojamas balais.",
    },
    {
      term: `95${noBreakSpace}% pasikliautinasis intervalas`,
      meaning:
        "Ribos, kurios parodo vidutinio pokyčio tikslumą. Taikant šį metodą daug kartų, maždaug 19 iš 20 intervalų apimtų tikrąją reikšmę.",
    },
    {
      term: "Rezultatų paskelbimas",
      meaning:
        "Vieną kartą suskaičiuoti ir nebekeičiami skaičiai. Visi priedo rezultatai paimti iš vieno paskelbimo.",
    },
  ],
  sessionColumns: {
    day: "Data",
    locality: "Vietovė",
    title: "Užsiėmimas",
    hours: "Val.",
    lecturer: "Lektorius",
    place: "Vieta",
  },
  sessionsTotal: "Iš viso",
  noSessions: "Užsiėmimai neįrašyti.",
  visionColumns: { locality: "Vietovė", title: "Vizija" },
  noVisions: "Vizijos neįrašytos.",
  publicityColumns: {
    day: "Data",
    channel: "Kanalas",
    title: "Pavadinimas ir adresas",
    logos: "Logotipai",
    copy: "Kopija",
  },
  yes: "Taip",
  no: "Ne",
  publicityNote: (shown, all) =>
    `Finansuotojų logotipai parodyti ${shown} iš ${all}; „Kopija“ reiškia, kad įrašo kopija saugoma programos duomenyse.`,
  noPublicity: "Viešinimo įrašų nėra.",
  certificateColumns: {
    number: "Numeris",
    issuedOn: "Išduota",
    hours: "Val.",
    state: "Būsena",
    name: "Vardas ir pavardė",
  },
  valid: "Galioja",
  revoked: "Panaikintas",
  certificateNote:
    "Kiekvieną pažymėjimą galima patikrinti pagal jame esantį kodą. Vardai pateikiami tik uždarame priede.",
  noCertificates: "Pažymėjimų neišduota.",
  listColumns: {
    row: "Nr.",
    name: "Vardas ir pavardė",
    organisation: "Organizacija",
    sector: "Veiklos sritis",
    certificate: "Pažymėjimas",
    signature: "Parašas",
  },
  listNote: "Uždaras priedas: jame yra asmens duomenų. Skirtas tik auditui, viešai neskelbiamas.",
  noParticipants: "Mokymų ciklo dalyvių neįregistruota.",
  waveTitle: (wave) =>
    ({
      before: "Anketa prieš mokymus",
      after: "Anketa po mokymų",
      followup: "Vėlesnė anketa",
    })[wave],
  notice: "Pranešimas dalyviui",
  sameNotice: (questionnaire) =>
    `Toks pat kaip ir skyriuje „${questionnaire}“: tas pats tekstas ir tie patys teiginiai.`,
  statements: "Teiginiai, kuriuos dalyvis pažymi prieš pildydamas",
  required: "būtina",
  questionColumns: { number: "Nr.", question: "Klausimas", answers: "Atsakymai" },
  answersOfAll: (answers) => `Atsakymai: ${answers}.`,
  openAnswer: "savais žodžiais",
  numberAnswer: "skaičius",
  dayAnswer: "data",
  agreement: "pažymima, jei sutinkama",
  otherAnswer: "kita (įrašoma)",
  fromTo: (low, high) => `nuo 0 (${low}) iki 10 (${high})`,
  dictionaryLead:
    "Kiekvieno klausimo raktas yra tas pats anketoje, duomenų rinkinyje ir šiame apraše.",
  dictionaryColumns: {
    key: "Raktas",
    question: "Klausimas",
    values: "Reikšmės",
    waves: "Etapai",
  },
};
