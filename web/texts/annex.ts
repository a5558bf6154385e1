import type { AnnexAudience } from "../../server/domain/annex/choices.ts";
import type { Language } from "../../server/domain/text.ts";
import { counted, type PluralForms } from "./numbers.ts";

/** Sentences and headings of the evaluation annex. */
export interface AnnexTexts {
  mark(number: number): string;
  subtitle: string;
  contractTitle: string;
  organisation: string;
  funders: string;
  partFunded(funders: string): string;
  period: string;
  madeOn: string;
  demonstration: string;
  summary: string;
  summaryLead(counts: { pairs: number; enrolled: number; localities: number }): string;
  summaryNoPairs: string;
  limitsShort: string;
  indicators: string;
  indicatorColumns: Record<
    "name" | "unit" | "planned" | "reached" | "difference" | "definition",
    string
  >;
  participants: string;
  participantsLead(counts: { involved: number; cycle: number; certified: number }): string;
  participantsNote: string;
  bySector: string;
  sector: string;
  participantsColumn: string;
  sectorNote: string;
  method: string;
  methodInstrument(version: number, hash: string): string;
  methodWave(wave: string, from: string, to: string): string;
  methodPairs: string;
  methodScores: string;
  methodKnowledge: string;
  methodReverse(items: string): string;
  methodInterval: string;
  methodThreshold(threshold: number): string;
  methodRelease(number: number, day: string): string;
  results: string;
  resultsLead: string;
  limits: string;
  limitList: string[];
  release: string;
  releaseHash: string;
  questionnaireHash: string;
  revision: string;
  software: string;
  audience: string;
  audiences: Record<AnnexAudience, string>;
  contractNumber(number: string): string;
}

const people: PluralForms = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };
const participantsLt: PluralForms = {
  one: "dalyvis",
  few: "dalyviai",
  many: "dalyvio",
  other: "dalyvių",
};
const lt: AnnexTexts = {
  mark: (number) => `${number} priedas`,
  subtitle: "Mokymų vertinimo rezultatai",
  contractTitle: "Projekto pavadinimas sutartyje",
  organisation: "Projekto vykdytojas",
  funders: "Finansuotojai",
  partFunded: (funders) => `Projektas iš dalies finansuojamas ${funders} lėšomis.`,
  period: "Projekto laikotarpis",
  madeOn: "Parengta",
  demonstration: "Demonstraciniai duomenys",
  summary: "Santrauka",
  summaryLead: ({ pairs, enrolled, localities }) =>
    `Anketas ir prieš mokymus, ir po jų užpildė ${pairs} iš ${counted(enrolled, { one: "mokymų ciklo dalyvio", few: "mokymų ciklo dalyvių", many: "mokymų ciklo dalyvio", other: "mokymų ciklo dalyvių" }, "lt")} (vietovių: ${localities}). Toliau lyginami tik tų pačių žmonių atsakymai.`,
  summaryNoPairs: "Kol kas niekas neužpildė anketų ir prieš mokymus, ir po jų.",
  limitsShort:
    "Rodikliai parodo, kas pasikeitė, bet neparodo, dėl ko: palyginimo grupės nebuvo, o įsivertinimas remiasi pačių dalyvių nuomone.",
  indicators: "Rodikliai",
  indicatorColumns: {
    name: "Rodiklis",
    unit: "Matavimo vienetas",
    planned: "Planuota",
    reached: "Pasiekta",
    difference: "Skirtumas",
    definition: "Apibrėžtis",
  },
  participants: "Dalyviai",
  participantsLead: ({ involved, cycle, certified: certificates }) =>
    `Į projekto veiklas įsitraukė ${counted(involved, people, "lt")}, mokymų cikle dalyvavo ${counted(cycle, people, "lt")}, ${certificates === cycle ? "visi jie gavo pažymėjimus" : `pažymėjimus gavo ${counted(certificates, participantsLt, "lt")}`}.`,
  participantsNote:
    "Įsitraukę žmonės ir mokymų ciklo dalyviai yra skirtingi dydžiai: jų santykis nėra baigusiųjų dalis. Žmogus, dalyvavęs keliose vietovėse, bendrame skaičiuje skaičiuojamas vieną kartą, o vietovių skaičiuose – kiekvienoje.",
  bySector: "Mokymų ciklo dalyviai pagal veiklos sritis",
  sector: "Veiklos sritis",
  participantsColumn: "Dalyviai",
  sectorNote: "Iš registracijos duomenų, ne iš anketų.",
  method: "Kaip vertinta",
  methodInstrument: (version, hash) =>
    `Prieš mokymus ir po jų pildyta ta pati anketa (versija ${version}, turinio kontrolinė suma SHA-256 ${hash}). Anketa pildyta telefonu, kompiuteriu arba popieriuje.`,
  methodWave: (wave, from, to) => `${wave}: nuo ${from} iki ${to}`,
  methodPairs:
    "Prieš mokymus ir po jų užpildytos anketos susietos kortelės kodu, ne vardu. Pokytis skaičiuojamas tik tiems, kurie atsakė abu kartus; tik kartą atsakiusiųjų skaičiai pateikiami atskirai.",
  methodScores:
    "Kiekvienos kompetencijos balas yra jos teiginių įvertinimų vidurkis, perskaičiuotas taip, kad 0 atitiktų žemiausią, o 100 – aukščiausią galimą įvertinimą. Balas skaičiuojamas, kai atsakyta bent į pusę teiginių.",
  methodKnowledge:
    "Žinių balas yra teisingų atsakymų dalis; „Nežinau“ ir praleistas atsakymas pateiktoje anketoje balų neduoda.",
  methodReverse: (items) =>
    `Apversti teiginiai, kurių įvertinimai prieš skaičiuojant apsukami: ${items}.`,
  methodInterval:
    "Prie vidutinio pokyčio nurodytas 95\u00a0% pasikliautinasis intervalas (Stjudento t): taip parodoma, kiek tikslus yra vidurkis, kai atsakiusiųjų nedaug. Maždaug vienas iš dvidešimties tokių intervalų tikrosios reikšmės neapima.",
  methodThreshold: (threshold) =>
    `Kad nebūtų galima atpažinti žmogaus, grupių, kuriose atsakiusiųjų mažiau negu ${threshold}, rezultatai nerodomi; kartu nerodoma ir kita grupė, jei iš jos būtų galima apskaičiuoti pirmąją. Todėl kai kurie skaičiai suapvalinti arba pakeisti žodžiais.`,
  methodRelease: (number, day) =>
    `Visi skaičiai paimti iš vieno užfiksuoto rezultatų paskelbimo (Nr.\u00a0${number}, ${day}).`,
  results: "Rezultatai pagal kompetencijas",
  resultsLead:
    "Vietovės pateiktos projekte nustatyta tvarka. Jų nederėtų rikiuoti pagal pokytį: tokio dydžio grupėse skirtumai dažnai yra atsitiktiniai.",
  limits: "Ko šie duomenys neparodo",
  limitList: [
    "Palyginimo grupės nebuvo, todėl negalima teigti, kad pokytį lėmė vien mokymai: galėjo veikti ir kitos aplinkybės, ir laikas, ir tai, kad klausimai antrą kartą jau buvo matyti.",
    "Įsivertinimas yra pačių žmonių nuomonė. Po mokymų žmogus gali vertinti save griežčiau, nes daugiau žino: tuomet balas mažėja, nors gebėjimai augo.",
    "Žmonių, kurių pradinis balas buvo labai žemas arba labai aukštas, balas antrą kartą dažnai priartėja prie vidurkio ir be jokių mokymų.",
    "Atsakė ne visi. Neatsakiusieji galėjo skirtis nuo atsakiusiųjų.",
    "Mažose grupėse vieno žmogaus atsakymai gali pakeisti išvadą; tai pažymėta prie skaičių.",
  ],
  release: "Rezultatų paskelbimas",
  releaseHash: "Rezultatų kontrolinė suma (SHA-256)",
  questionnaireHash: "Anketos kontrolinė suma (SHA-256)",
  revision: "Priedo redakcija",
  software: "Naudota programa",
  audience: "Kam skirta",
  audiences: {
    public: "viešas priedas",
    funder: "finansuotojui",
    closed: "uždaras priedas auditui",
  },
  contractNumber: (number) => `Sutarties Nr.\u00a0${number}`,
};

const peopleEn: PluralForms = { one: "person", other: "people" };

const en: AnnexTexts = {
  mark: (number) => `Annex ${number}`,
  subtitle: "Results of the training's evaluation",
  contractTitle: "Title in the contract",
  organisation: "Project promoter",
  funders: "Funders",
  partFunded: (funders) => `The project is part-financed by ${funders}.`,
  period: "Project period",
  madeOn: "Prepared on",
  demonstration: "Demonstration data",
  summary: "Summary",
  summaryLead: ({ pairs, enrolled, localities }) =>
    `Questionnaires were filled in both before and after the training by ${pairs} of ${counted(enrolled, { one: "participant", other: "participants" }, "en")} of the training cycle (localities: ${localities}). What follows compares answers of the same people only.`,
  summaryNoPairs: "So far nobody has answered both before and after the training.",
  limitsShort:
    "The figures show what changed, not why: there was no comparison group, and self-ratings rest on the participants' own view.",
  indicators: "Indicators",
  indicatorColumns: {
    name: "Indicator",
    unit: "Unit",
    planned: "Planned",
    reached: "Reached",
    difference: "Difference",
    definition: "Definition",
  },
  participants: "Participants",
  participantsLead: ({ involved, cycle, certified: certificates }) =>
    `${counted(involved, peopleEn, "en")} were involved in the project's activities, ${counted(cycle, peopleEn, "en")} took part in the training cycle, and ${certificates === cycle ? "all of these" : counted(certificates, peopleEn, "en")} received certificates.`,
  participantsNote:
    "People involved and participants of the cycle are different quantities: their ratio is not a completion rate. A person who took part in several localities counts once in the total and once in each of them.",
  bySector: "Participants of the training cycle by sector",
  sector: "Sector",
  participantsColumn: "Participants",
  sectorNote: "From registration, not from the questionnaires.",
  method: "How it was evaluated",
  methodInstrument: (version, hash) =>
    `The same questionnaire was filled in before and after the training (version ${version}, SHA-256 of its content ${hash}), on a phone, on a computer or on paper.`,
  methodWave: (wave, from, to) => `${wave}: from ${from} to ${to}`,
  methodPairs:
    "Questionnaires before and after were linked by the code of a card, not by name. Change is computed only for those who answered both times; those who answered once are counted apart.",
  methodScores:
    "The score of a competency is the mean of its ratings, rescaled so that 0 is the lowest and 100 the highest possible rating. It is computed when at least half of the statements were answered.",
  methodKnowledge:
    "The knowledge score is the share of correct answers; “I don't know” and an answer left empty in a submitted questionnaire earn nothing.",
  methodReverse: (items) =>
    `Reversed statements, whose ratings are turned round before scoring: ${items}.`,
  methodInterval:
    "Beside each mean change stands its 95% confidence interval (Student's t): it shows how precise the mean is when few people answered. About one in twenty such intervals misses the true value.",
  methodThreshold: (threshold) =>
    `So that nobody can be identified, results of groups with fewer than ${threshold} respondents are withheld, and with them another group where the first could be worked out from it. Some numbers are therefore rounded or replaced by words.`,
  methodRelease: (number, day) =>
    `All numbers come from one frozen release of results (No. ${number}, ${day}).`,
  results: "Results by competency",
  resultsLead:
    "Localities stand in the project's own order. They should not be ranked by change: in groups of this size differences are often chance.",
  limits: "What these data cannot show",
  limitList: [
    "There was no comparison group, so change cannot be put down to the training alone: other circumstances, time, and seeing the questions twice may have played a part.",
    "Self-ratings are people's own view. After the training they may judge themselves more strictly because they know more: then the score falls although ability grew.",
    "People who scored very low or very high at first often come closer to the average the second time, with or without training.",
    "Not everybody answered. Those who did not may differ from those who did.",
    "In small groups one person's answers can change the conclusion; where they do, it is said beside the number.",
  ],
  release: "Release of results",
  releaseHash: "Checksum of the results (SHA-256)",
  questionnaireHash: "Checksum of the questionnaire (SHA-256)",
  revision: "Revision of the annex",
  software: "Prepared with",
  audience: "Meant for",
  audiences: { public: "the public", funder: "the funder", closed: "an audit; closed" },
  contractNumber: (number) => `Contract No. ${number}`,
};

export const annexTexts: Record<Language, AnnexTexts> = { lt, en };
