import type { MissingCode } from "../../server/domain/response/answers.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted } from "./numbers.ts";

/** Words of the page where data packages are ordered and fetched. */
export interface PackagePageTexts {
  title: string;
  lead: string;
  noRelease: string;
  order: string;
  reason: string;
  reasonAdvice: string;
  reasonMissing: string;
  openTexts: string;
  openTextsAdvice: string;
  make: string;
  waiting(percent: number): string;
  waitingAdvice: string;
  refresh: string;
  failed(moment: string): string;
  register: string;
  none: string;
  columns: Record<"file" | "release" | "rows" | "reason" | "made" | "until", string>;
  responses(count: number): string;
  expired: string;
}

/** Words inside a package: labels of variables, and the code book's account of the study. */
export interface PackageDataTexts {
  pair: string;
  locality: string;
  wave: string;
  waves: Record<WaveKind, string>;
  day: string;
  channel: string;
  channels: Record<"online" | "kiosk" | "paper" | "import", string>;
  language: string;
  version: string;
  consent: string;
  yes: string;
  no: string;
  other: string;
  missing: Record<MissingCode, string>;
  noOpportunity: string;
  score(scale: string): string;
  place(option: string): string;
  abstract: string;
  universe: string;
  method: string;
  conditions: string;
  demonstration: string;
  codebook: Record<"variable" | "label" | "question" | "value" | "meaning" | "isMissing", string>;
}

const lt: PackagePageTexts = {
  title: "Duomenų rinkiniai",
  lead: "Rinkinys – tai vienas suglaudintas (ZIP) failas auditoriui, kuriam perduodate duomenis: atsakymai be vardų, duomenų aprašas, naujausio paskelbimo skaičiai ir programa jiems perskaičiuoti. Eilutės sumaišomos, o poros pažymimos naujais atsitiktiniais ženklais. Tai asmens duomenys: perduokite juos tik tam, kam būtina.",
  noRelease:
    "Rezultatų dar nėra. Rinkinį galima parengti, kai jie paskelbiami – bent vienoje vietovėje baigus pildyti anketą po mokymų.",
  order: "Parengti rinkinį",
  reason: "Kam ir kodėl perduodate duomenis",
  reasonAdvice:
    "Pavyzdžiui: „Finansuotojo auditui, 2017-07-14 raštas Nr.\u00a012“. Priežastis įrašoma į veiksmų žurnalą; dalyvių vardų nerašykite.",
  reasonMissing: "Įrašykite priežastį – nuo 5 iki 300 ženklų.",
  openTexts: "Įtraukti ir atvirus atsakymus",
  openTextsAdvice: "Savais žodžiais parašytame atsakyme žmogų kartais galima atpažinti.",
  make: "Parengti rinkinį",
  waiting: (percent) => `Rinkinys rengiamas: atlikta ${percent}\u00a0%.`,
  waitingAdvice: "Puslapį galite uždaryti: darbas nenutrūks.",
  refresh: "Tikrinti dar kartą",
  failed: (moment) => `${moment} užsakyto rinkinio parengti nepavyko. Pabandykite dar kartą.`,
  register: "Parengtų rinkinių sąrašas",
  none: "Dar neparengtas nė vienas rinkinys.",
  columns: {
    file: "Failas",
    release: "Paskelbimas",
    rows: "Apimtis",
    reason: "Priežastis",
    made: "Parengė",
    until: "Saugomas iki",
  },
  responses: (count) =>
    counted(
      count,
      {
        one: "atsakymų lapas",
        few: "atsakymų lapai",
        many: "atsakymų lapo",
        other: "atsakymų lapų",
      },
      "lt",
    ),
  expired: "Failas ištrintas.",
};

const en: PackagePageTexts = {
  title: "Data packages",
  lead: "A package is one compressed (ZIP) file for an auditor whom you give the data to: answers without names, the code book, the numbers of the newest release and a program that recomputes them. Rows are shuffled and pairs get new random marks. These are personal data: give them only to those who must have them.",
  noRelease:
    "There are no results yet. A package can be made once they are released: when a wave after the training has closed in at least one locality.",
  order: "Make a package",
  reason: "To whom you give the data, and why",
  reasonAdvice:
    "For example: “For the funder's audit, letter No 12 of 14 July 2017”. The reason is entered in the audit log; write no participants' names.",
  reasonMissing: "Enter a reason of 5 to 300 characters.",
  openTexts: "Include open answers too",
  openTextsAdvice: "People can sometimes be recognised by what they wrote in their own words.",
  make: "Make the package",
  waiting: (percent) => `The package is being made: ${percent}% done.`,
  waitingAdvice: "You may close this page: the work goes on.",
  refresh: "Check again",
  failed: (moment) => `The package ordered on ${moment} could not be made. Try again.`,
  register: "Packages made",
  none: "No package has been made yet.",
  columns: {
    file: "File",
    release: "Release",
    rows: "Size",
    reason: "Reason",
    made: "Made by",
    until: "Kept until",
  },
  responses: (count) => counted(count, { one: "response", other: "responses" }, "en"),
  expired: "The file has been deleted.",
};

export const packagePageTexts: Record<Language, PackagePageTexts> = { lt, en };

const ltData: PackageDataTexts = {
  pair: "To paties žmogaus lapus siejantis ženklas, sukurtas šiam rinkiniui",
  locality: "Vietovė",
  wave: "Etapas",
  waves: { before: "Prieš mokymus", after: "Po mokymų", followup: "Praėjus 3–6 mėnesiams" },
  day: "Pateikimo diena",
  channel: "Pildymo būdas",
  channels: {
    online: "Internetu",
    kiosk: "Bendru įrenginiu",
    paper: "Popieriuje",
    import: "Perkelta iš ankstesnio failo",
  },
  language: "Pildymo kalba",
  version: "Klausimyno versija",
  consent: "Sutikimas",
  yes: "Taip",
  no: "Ne",
  other: "Kita",
  missing: {
    skipped: "Praleista",
    "not-reached": "Nepasiekta",
    "not-asked": "Neklausta",
    "cannot-answer": "Negali atsakyti",
    "dont-know": "Nežino (0 taškų)",
  },
  noOpportunity: "Neturėjo progos",
  score: (scale) => `Balas nuo 0 iki 100: ${scale}`,
  place: (option) => `Kelinta vieta: ${option}`,
  abstract: "Mokymų dalyvių kompetencijų įsivertinimas prieš mokymus ir po jų.",
  universe: "Mokymų ciklo dalyviai",
  method:
    "Anketa internetu arba popieriuje. To paties žmogaus lapai susieti pagal kodą. Skalės balas yra atsakytų teiginių vidurkis, perskaičiuotas į 0–100, kai atsakyta bent į pusę teiginių, jei klausimynas nenurodo kitaip.",
  conditions:
    "Tik vertinimo auditui. Nebandyti atpažinti žmonių, neperduoti kitiems, baigus ištrinti.",
  demonstration: "Demonstraciniai duomenys: atsakymai išgalvoti.",
  codebook: {
    variable: "Kintamasis",
    label: "Pavadinimas",
    question: "Klausimas",
    value: "Reikšmė",
    meaning: "Ką reiškia",
    isMissing: "Praleidimo kodas",
  },
};

const enData: PackageDataTexts = {
  pair: "Mark linking one person's responses, made for this package",
  locality: "Locality",
  wave: "Wave",
  waves: { before: "Before training", after: "After training", followup: "3–6 months later" },
  day: "Day of submission",
  channel: "How it was filled in",
  channels: {
    online: "Online",
    kiosk: "On a shared device",
    paper: "On paper",
    import: "Taken over from an earlier file",
  },
  language: "Language of the form",
  version: "Version of the questionnaire",
  consent: "Consent",
  yes: "Yes",
  no: "No",
  other: "Other",
  missing: {
    skipped: "Skipped",
    "not-reached": "Not reached",
    "not-asked": "Not asked",
    "cannot-answer": "Cannot answer",
    "dont-know": "Doesn't know (0 points)",
  },
  noOpportunity: "Had no opportunity",
  score: (scale) => `Score from 0 to 100: ${scale}`,
  place: (option) => `Place given to: ${option}`,
  abstract: "Self-assessment of competencies by participants of training, before and after it.",
  universe: "Participants of the training cycle",
  method:
    "Questionnaire online or on paper. One person's responses are linked by a code. A scale's score is the mean of the answered items, rescaled to 0–100, when at least half of them are answered, unless the questionnaire says otherwise.",
  conditions:
    "For auditing the evaluation only. Do not try to recognise people, do not pass on, delete afterwards.",
  demonstration: "Demonstration data: the answers are invented.",
  codebook: {
    variable: "Variable",
    label: "Label",
    question: "Question",
    value: "Value",
    meaning: "Meaning",
    isMissing: "Missing code",
  },
};

export const packageDataTexts: Record<Language, PackageDataTexts> = { lt: ltData, en: enData };
