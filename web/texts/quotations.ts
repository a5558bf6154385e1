import type { Language } from "../../server/domain/text.ts";

/** Words around quoting what people wrote. */
export interface QuotationTexts {
  /** Above the quotations that readers of results see. */
  title: string;
  lead: string;
  choose: string;
  change: string;
  chosen: string;
  words: string;
  advice: string;
  save: string;
  saveNumber(number: number): string;
  withdraw: string;
  withdrawNumber(number: number): string;
  few: string;
  mistakes: Record<"empty" | "other-words", string>;
  mistakeTitle: string;
}

const lt: QuotationTexts = {
  title: "Dalyvių žodžiais",
  lead: "Cituojama tik su rašiusiojo sutikimu, be vardo, vietovės ir laiko; tvarka atsitiktinė.",
  choose: "Cituoti",
  change: "Keisti citatą",
  chosen: "Cituojama:",
  words: "Cituojami žodžiai",
  advice:
    "Galima palikti visą atsakymą arba jo dalį. Praleistą vietą, pavyzdžiui, vardą ar vietovę, pažymėkite […] arba [...]. Kitų žodžių įrašyti negalima.",
  save: "Cituoti šiuos žodžius",
  saveNumber: (number) => `Cituoti šiuos žodžius: ${number} atsakymas`,
  withdraw: "Nebecituoti",
  withdrawNumber: (number) => `Nebecituoti: ${number} atsakymas`,
  few: "Cituoti galima, kai į klausimą atsakė bent 10 žmonių.",
  mistakes: {
    empty: "Įrašykite cituojamus žodžius.",
    "other-words":
      "Čia yra žodžių, kurių atsakyme nėra, arba praleista vieta nepažymėta […]. Palikite tik rašiusiojo žodžius.",
  },
  mistakeTitle: "Citata neišsaugota",
};

const en: QuotationTexts = {
  title: "In participants' words",
  lead: "Quoted only with the writer's consent, without name, town or time, in no particular order.",
  choose: "Quote",
  change: "Change the quotation",
  chosen: "Quoted:",
  words: "Words to be quoted",
  advice:
    "Keep the whole answer or a part of it. Mark what you leave out, such as a name or a town, with […] or [...]. Words of your own cannot be added.",
  save: "Quote these words",
  saveNumber: (number) => `Quote these words: answer ${number}`,
  withdraw: "Quote no longer",
  withdrawNumber: (number) => `Quote no longer: answer ${number}`,
  few: "Answers can be quoted once at least 10 people have answered the question.",
  mistakes: {
    empty: "Write the words to be quoted.",
    "other-words":
      "There are words here that the answer does not have, or something was left out without […]. Keep the writer's own words.",
  },
  mistakeTitle: "The quotation was not saved",
};

export const quotationTexts: Record<Language, QuotationTexts> = { lt, en };
