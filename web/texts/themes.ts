import type { Language } from "../../server/domain/text.ts";
import { counted, type PluralForms } from "./numbers.ts";

/** Words around open answers and their themes. */
export interface ThemeTexts {
  title: string;
  lead: string;
  few: string;
  people(count: number): string;
  noThemes: string;
  themeColumn: string;
  peopleColumn: string;
  fewPeople: string;
  review: string;
  reviewTitle: string;
  reasonLead: string;
  reason: string;
  open: string;
  answersLead: string;
  mayQuote: string;
  mayNotQuote: string;
  themes: string;
  save: string;
  saveNumber(number: number): string;
  newTheme: string;
  add: string;
  mergeTitle: string;
  mergeFrom: string;
  mergeInto: string;
  merge: string;
  answerNumber(number: number): string;
}

const peopleLt: PluralForms = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };
const peopleEn: PluralForms = { one: "person", other: "people" };

const lt: ThemeTexts = {
  title: "Atvirų atsakymų temos",
  lead: "Temas dalyvių žodžiuose rado už duomenis atsakingas žmogus. Rodoma tik visa programa, niekada atskira vietovė.",
  few: "Temos rodomos, kai atsakė bent 10 žmonių ir etapas baigtas.",
  people: (count) => `Atsakė ${counted(count, peopleLt, "lt")}.`,
  noThemes: "Temos dar nesužymėtos.",
  themeColumn: "Tema",
  peopleColumn: "Žmonės",
  fewPeople: "mažiau negu 3",
  review: "Skaityti atsakymus ir žymėti temas",
  reviewTitle: "Atsakymai ir jų temos",
  reasonLead:
    "Atskirus atsakymus gali atverti tik už duomenis atsakingas žmogus. Nurodykite priežastį: ji ir atvėrimas įrašomi į veiksmų žurnalą, o skaityti galima dvi valandas.",
  reason: "Kodėl reikia skaityti atsakymus",
  open: "Atverti atsakymus",
  answersLead:
    "Atsakymai sumaišyti; nematyti, kas, kur ir kada rašė. Vienas atsakymas gali turėti kelias temas.",
  mayQuote: "Galima cituoti be vardo",
  mayNotQuote: "Cituoti negalima",
  themes: "Temos",
  save: "Išsaugoti temas",
  saveNumber: (number) => `Išsaugoti temas: ${number} atsakymas`,
  newTheme: "Nauja tema",
  add: "Pridėti temą",
  mergeTitle: "Sujungti temas",
  mergeFrom: "Temą",
  mergeInto: "prijungti prie",
  merge: "Sujungti",
  answerNumber: (number) => `${number} atsakymas`,
};

const en: ThemeTexts = {
  title: "Themes of open answers",
  lead: "The person responsible for the data found these themes in people's own words. Only the whole programme is shown, never one locality.",
  few: "Themes are shown once at least 10 people have answered and the wave has closed.",
  people: (count) => `${counted(count, peopleEn, "en")} answered.`,
  noThemes: "No themes have been marked yet.",
  themeColumn: "Theme",
  peopleColumn: "People",
  fewPeople: "fewer than 3",
  review: "Read the answers and mark themes",
  reviewTitle: "Answers and their themes",
  reasonLead:
    "Only the person responsible for the data can open single answers. Give a reason: it goes to the record together with the opening, which lasts two hours.",
  reason: "Why the answers must be read",
  open: "Open the answers",
  answersLead:
    "The answers are shuffled; it cannot be seen who wrote them, where or when. An answer can have several themes.",
  mayQuote: "May be quoted without a name",
  mayNotQuote: "May not be quoted",
  themes: "Themes",
  save: "Save themes",
  saveNumber: (number) => `Save themes: answer ${number}`,
  newTheme: "New theme",
  add: "Add the theme",
  mergeTitle: "Merge themes",
  mergeFrom: "The theme",
  mergeInto: "becomes part of",
  merge: "Merge",
  answerNumber: (number) => `Answer ${number}`,
};

export const themeTexts: Record<Language, ThemeTexts> = { lt, en };
