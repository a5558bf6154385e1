import type { Language } from "../../server/domain/text.ts";

/** Words of the questionnaire on paper. */
export interface PaperTexts {
  print: string;
  printAdvice: string;
  code: string;
  howTo: string;
  beforeYouBegin: string;
  beforeTraining: string;
  now: string;
  online: string;
  oneAnswer: string;
  severalAnswers: string;
  ranking: string;
  otherAnswer: string;
  form(number: number, hash: string): string;
  closing: string;
}

const lt: PaperTexts = {
  print: "Anketa popieriuje",
  printAdvice: "Tie patys klausimai ir numeriai kaip ekrane. Užpildytas anketas suvedate patys.",
  code: "Kodas iš kortelės",
  beforeYouBegin: "Prieš pildant",
  howTo: "Kiekvienoje eilutėje pažymėkite po vieną langelį. Galite neatsakyti į bet kurį klausimą.",
  beforeTraining: "Prieš mokymus",
  now: "Dabar",
  online: "Galima pildyti ir ekrane",
  oneAnswer: "Pažymėkite vieną atsakymą.",
  severalAnswers: "Galite pažymėti kelis atsakymus.",
  ranking: "Surašykite numerius: 1 – svarbiausia.",
  otherAnswer: "Kita:",
  form: (number, hash) => `Versija ${number} · ${hash.slice(0, 12)}`,
  closing: "Ačiū! Užpildytą anketą atiduokite mokymų organizatoriui.",
};

const en: PaperTexts = {
  print: "Questionnaire on paper",
  printAdvice: "The same questions and numbers as on the screen. You key in the sheets yourselves.",
  code: "Code from the card",
  beforeYouBegin: "Before you begin",
  howTo: "Tick one box in each row. You may leave any question unanswered.",
  beforeTraining: "Before the training",
  now: "Now",
  online: "It can be filled in on a screen, too",
  oneAnswer: "Tick one answer.",
  severalAnswers: "You may tick several answers.",
  ranking: "Write numbers: 1 is the most important.",
  otherAnswer: "Other:",
  form: (number, hash) => `Version ${number} · ${hash.slice(0, 12)}`,
  closing: "Thank you! Please hand the sheet to the organiser of the training.",
};

export const paperTexts: Record<Language, PaperTexts> = { lt, en };
