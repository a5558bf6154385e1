import type { RequestKind, RequestOutcome } from "../../server/domain/retention/subject-request.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted, formatDay } from "./numbers.ts";

/** Words of the desk where people's requests about their own data are answered. */
export interface PrivacyRequestTexts {
  title: string;
  lead: string;
  none: string;
  number: string;
  kind: string;
  received: string;
  due: string;
  state: string;
  waiting: (due: string) => string;
  overdue: (due: string) => string;
  kinds: Record<RequestKind, string>;
  outcomes: Record<RequestOutcome, string>;
  newTitle: string;
  receivedMistake: string;
  note: string;
  noteAdvice: string;
  open: string;
  requestTitle: (number: number) => string;
  findTitle: string;
  findAdvice: string;
  name: string;
  code: string;
  find: string;
  findMistake: string;
  nobody: string;
  tooMany: string;
  codeMistyped: string;
  codeUnknown: string;
  foundByCode: string;
  hasCard: string;
  hasNoCard: string;
  enrolledIn: (localities: string) => string;
  sheets: (count: number, waves: string) => string;
  noSheets: string;
  waves: Record<WaveKind, string>;
  /** In a mode without a list, nobody can go from a name to answers. */
  noLink: string;
  dataRoleNeeded: string;
  exportTitle: string;
  exportAdvice: string;
  exportJson: string;
  exportPdf: string;
  correctTitle: string;
  correctAdvice: string;
  correctLink: string;
  eraseTitle: string;
  eraseAnswers: string;
  eraseAnswersAdvice: string;
  eraseAll: string;
  eraseAllAdvice: string;
  releasesAdvice: string;
  erasedAnswers: (responses: number) => string;
  erasedAll: (responses: number) => string;
  endTitle: string;
  outcome: string;
  answer: string;
  answerAdvice: string;
  answerMistake: string;
  end: string;
  ended: (outcome: string, moment: string) => string;
}

const sheetsLt = {
  one: "atsakymų lapas",
  few: "atsakymų lapai",
  many: "atsakymų lapo",
  other: "atsakymų lapų",
};

const lt: PrivacyRequestTexts = {
  title: "Žmonių prašymai",
  lead: "Kiekvienas gali paklausti, kas apie jį saugoma, prašyti ištaisyti ar ištrinti. Atsakyti reikia per mėnesį. Užrašykite prašymą, raskite žmogaus duomenis, atlikite, ko prašoma, ir pažymėkite, kaip atsakėte.",
  none: "Prašymų dar nebuvo.",
  number: "Nr.",
  kind: "Ko prašo",
  received: "Gauta",
  due: "Atsakyti iki",
  state: "Būsena",
  waiting: (due) => `laukia, atsakyti iki ${formatDay(due, "lt")}`,
  overdue: (due) => `vėluoja: reikėjo atsakyti iki ${formatDay(due, "lt")}`,
  kinds: {
    access: "susipažinti su savo duomenimis",
    correction: "ištaisyti",
    erasure: "ištrinti",
    objection: "nesutinka su tvarkymu",
  },
  outcomes: { done: "įvykdyta", refused: "atsisakyta", "nothing-found": "duomenų nerasta" },
  newTitle: "Naujas prašymas",
  receivedMistake: "Parašykite dieną, kuri jau buvo, pavyzdžiui, 2026-11-23.",
  note: "Pastaba",
  noteAdvice: "Be vardų ir kontaktų: įrašas lieka ir ištrynus žmogaus duomenis.",
  open: "Užrašyti prašymą",
  requestTitle: (number) => `Prašymas Nr.\u00a0${number}`,
  findTitle: "Rasti duomenis",
  findAdvice:
    "Ieškokite pagal vardą ir pavardę arba pagal kodą, kurį pasakė žmogus. Prieš ką nors išduodami įsitikinkite, kad prašo jis pats.",
  name: "Vardas ir pavardė",
  code: "Kodas iš kortelės",
  find: "Ieškoti",
  findMistake: "Įrašykite vardą arba kodą.",
  nobody: "Tokio žmogaus sąraše nėra: patikrinkite rašybą arba ieškokite pagal kodą.",
  tooMany: "Per daug atitikmenų: įrašykite tiksliau.",
  codeMistyped: "Kodas įrašytas su klaida: patikrinkite raides.",
  codeUnknown: "Tokio kodo šioje programoje nėra: palyginkite jį su kortele.",
  foundByCode: "Pagal kodą",
  hasCard: "Kortelė pažymėta šio žmogaus vardu.",
  hasNoCard: "Kortelė šio žmogaus vardu nepažymėta.",
  enrolledIn: (localities) => `Vietovės: ${localities}.`,
  sheets: (count, waves) => `${counted(count, sheetsLt, "lt")}: ${waves}.`,
  noSheets: "Atsakymų lapų nerasta.",
  waves: { before: "prieš mokymus", after: "po mokymų", followup: "praėjus 3–6 mėnesiams" },
  noLink:
    "Kieno kurie atsakymai, sužinoma tik pagal kodą: pagal vardą jų rasti negalima. Paprašykite kodo iš kortelės.",
  dataRoleNeeded:
    "Atsakymus atverti ir trinti gali tik už duomenis atsakingas žmogus. Čia matote tik tai, kas saugoma pagal vardą.",
  exportTitle: "Išduoti viską, kas saugoma",
  exportAdvice:
    "Failas atsisiunčiamas iš karto ir serveryje nelieka. Veiksmų žurnale lieka įrašas.",
  exportJson: "Atsisiųsti kaip JSON",
  exportPdf: "Atsisiųsti kaip PDF",
  correctTitle: "Ištaisyti",
  correctAdvice:
    "Vardą, kontaktus ir registraciją taisykite dalyvių sąraše. Savo atsakymus žmogus taiso pats pagal kortelės nuorodą, kol pildymas nepasibaigęs.",
  correctLink: "Atverti dalyvių sąrašą",
  eraseTitle: "Ištrinti",
  eraseAnswers: "Ištrinti atsakymus ir kodą",
  eraseAnswersAdvice: "Atsakymai, balai ir kodas ištrinami visam laikui. Atšaukti negalima.",
  eraseAll: "Ištrinti viską, taip pat vardą ir pažymėjimus",
  eraseAllAdvice:
    "Be atsakymų, ištrinami vardas, kontaktai, lankomumas ir pažymėjimai; jų tikrumo patikrinti nebebus galima. Parengti failai, kuriuose yra vardų, ištuštinami. Atšaukti negalima.",
  releasesAdvice:
    "Jau paskelbti grupių rezultatai nesikeičia. Vėliau skelbiami rezultatai pasikeis tik tada, kai pasikeitimas apims tiek žmonių, kad iš jo nieko nebūtų galima sužinoti apie ištrintą žmogų.",
  erasedAnswers: (responses) => `Ištrinta: ${counted(responses, sheetsLt, "lt")} ir kodas.`,
  erasedAll: (responses) =>
    `Ištrinta viskas: vardas, registracijos ir ${counted(responses, sheetsLt, "lt")}.`,
  endTitle: "Kaip atsakyta",
  outcome: "Baigtis",
  answer: "Ką atsakėte",
  answerAdvice: "Be vardų. Atsisakydami nurodykite, kodėl.",
  answerMistake: "Parašykite, ką atsakėte.",
  end: "Pažymėti kaip atsakytą",
  ended: (outcome, moment) => `Atsakyta: ${outcome}, ${moment}`,
};

const en: PrivacyRequestTexts = {
  title: "People's requests",
  lead: "Everybody may ask what is kept about them, and ask for it to be corrected or erased. An answer is due within a month. Write the request down, find the person's data, do what is asked, and note how you answered.",
  none: "There have been no requests yet.",
  number: "No.",
  kind: "Asks for",
  received: "Received",
  due: "Answer by",
  state: "State",
  waiting: (due) => `waiting, answer by ${formatDay(due, "en")}`,
  overdue: (due) => `late: an answer was due by ${formatDay(due, "en")}`,
  kinds: {
    access: "access to their data",
    correction: "correction",
    erasure: "erasure",
    objection: "objects to the processing",
  },
  outcomes: { done: "done", refused: "refused", "nothing-found": "no data found" },
  newTitle: "New request",
  receivedMistake: "Write a day that has been, such as 2026-11-23.",
  note: "Note",
  noteAdvice: "No names or contacts: the entry stays when the person's data are erased.",
  open: "Write the request down",
  requestTitle: (number) => `Request no. ${number}`,
  findTitle: "Find the data",
  findAdvice:
    "Search by name, or by the code that the person told you. Before you hand anything out, make sure that it is they who ask.",
  name: "Name",
  code: "Code on the card",
  find: "Search",
  findMistake: "Type a name or a code.",
  nobody: "There is no such person on the list: check the spelling, or search by code.",
  tooMany: "Too many match: type more of the name.",
  codeMistyped: "The code is mistyped: check its letters.",
  codeUnknown: "There is no such code in this programme: compare it with the card.",
  foundByCode: "By code",
  hasCard: "A card is noted against this person's name.",
  hasNoCard: "No card is noted against this person's name.",
  enrolledIn: (localities) => `Localities: ${localities}.`,
  sheets: (count, waves) =>
    `${counted(count, { one: "answer sheet", other: "answer sheets" }, "en")}: ${waves}.`,
  noSheets: "No answer sheets found.",
  waves: {
    before: "before the training",
    after: "after the training",
    followup: "3–6 months later",
  },
  noLink:
    "Whose answers are whose is known only to whoever has the code: they cannot be found by name. Ask for the code on the card.",
  dataRoleNeeded:
    "Only the person responsible for data may open and erase answers. You see what is kept by name.",
  exportTitle: "Hand out all that is kept",
  exportAdvice:
    "The file is downloaded at once and not kept on the server. The audit log notes it.",
  exportJson: "Download as JSON",
  exportPdf: "Download as PDF",
  correctTitle: "Correct",
  correctAdvice:
    "Correct name, contacts and enrolment in the list of participants. Answers are corrected by the person, by the card's link, while the questionnaire is open.",
  correctLink: "Open the list of participants",
  eraseTitle: "Erase",
  eraseAnswers: "Erase answers and code",
  eraseAnswersAdvice: "Answers, scores and the code are erased for good. This cannot be undone.",
  eraseAll: "Erase everything, name and certificates too",
  eraseAllAdvice:
    "Besides the answers, name, contacts, attendance and certificates are erased; the certificates can no longer be verified. Files that hold names are emptied. This cannot be undone.",
  releasesAdvice:
    "Released results of groups do not change. Later releases change only when enough people differ that nothing can be learnt from the change about the person erased.",
  erasedAnswers: (responses) =>
    `Erased: ${counted(responses, { one: "answer sheet", other: "answer sheets" }, "en")} and the code.`,
  erasedAll: (responses) =>
    `Everything was erased: name, enrolments and ${counted(responses, { one: "answer sheet", other: "answer sheets" }, "en")}.`,
  endTitle: "How it was answered",
  outcome: "Outcome",
  answer: "What you answered",
  answerAdvice: "No names. If you refused, say why.",
  answerMistake: "Write what you answered.",
  end: "Note as answered",
  ended: (outcome, moment) => `Answered: ${outcome}, ${moment}.`,
};

export const privacyRequestTexts: Record<Language, PrivacyRequestTexts> = { lt, en };
