import type { Language } from "../../server/domain/text.ts";
import { counted, type PluralForms } from "./numbers.ts";

export type ReturnedFault = "empty" | "nobody" | "outlook";

/** Words about letters that come back. */
interface ReturnedTexts {
  title: string;
  lead: string;
  notKept: string;
  text: string;
  textHint: string;
  files: string;
  filesHint: string;
  find: string;
  back: string;
  mistakesTitle: string;
  faults: Record<ReturnedFault, string>;
  found: {
    lead: string;
    failed: string;
    mentioned: string;
    mentionedToo: string;
    mentionedHint: string;
    delayed(names: string): string;
    strangers(count: number): string;
    already: string;
    held: string;
    mark: string;
    choose: string;
    again: string;
  };
  marked(count: number): string;
  section: {
    title: string;
    none: string;
    lead(count: number): string;
    since(day: string): string;
    add: string;
    cards: string;
  };
  person: {
    comesBack(day: string): string;
    whatToDo: string;
    cards: string;
    removeMark: string;
  };
  listed: string;
}

const people: PluralForms = {
  one: "žmogui siųsti laiškai",
  few: "žmonėms siųsti laiškai",
  many: "žmogaus siųsti laiškai",
  other: "žmonių siųsti laiškai",
};
const strangers: PluralForms = {
  one: "adresas nepriklauso",
  few: "adresai nepriklauso",
  many: "adreso nepriklauso",
  other: "adresų nepriklauso",
};

const lt: ReturnedTexts = {
  title: "Grįžę laiškai",
  lead: "Kai adresas neveikia, pašto serveris dažnai sužino tik vėliau ir į siuntėjo pašto dėžutę atsiunčia pranešimą. Įklijuokite čia tokių pranešimų tekstą arba įkelkite jų failus – iš karto kad ir kelis: sistema suras, kurių programos žmonių tai adresai, o Jūs patvirtinsite.",
  notKept: "Tekstas ir failai tik perskaitomi, niekur nesaugomi.",
  text: "Grįžusių laiškų tekstas",
  textHint: "Geriausia visas pranešimas, su technine dalimi. Gali būti keli iš eilės.",
  files: "Arba failai",
  filesHint:
    "Laiškai, išsaugoti kaip .eml arba .txt, iki 8\u00a0MB kartu. „Outlook“ .msg failų sistema neskaito: išsaugokite kaip tekstą arba nukopijuokite.",
  find: "Ieškoti adresų",
  back: "Grįžti į kvietimus ir priminimus",
  mistakesTitle: "Pataisykite:",
  faults: {
    empty: "Įklijuokite grįžusio laiško tekstą arba pasirinkite failą.",
    nobody:
      "Tekste nėra nė vieno Jūsų programos žmogaus adreso. Patikrinkite, ar nukopijavote visą pranešimą.",
    outlook:
      "„Outlook“ .msg failo sistema neskaito. Išsaugokite laišką kaip tekstą (.txt) arba nukopijuokite jo tekstą čia.",
  },
  found: {
    lead: "Patvirtinkite, kam siųsti laiškai grįžta. Pažymėtiems žmonėms laiškai nebesiunčiami, kol nepataisysite adreso arba nenuimsite žymos.",
    failed: "Pašto serveris praneša, kad nepristatyta",
    mentioned: "Tekste paminėti adresai",
    mentionedToo: "Tekste paminėti ir šie adresai",
    mentionedHint: "Galbūt jie tik laiško kopijos gavėjai. Pažymėkite, jei laiškas grįžo ir iš jų.",
    delayed: (names) =>
      `Laiškas vėluoja, bet pašto serveris dar bando: ${names}. Žymėti nereikia; jei nepavyks, gausite dar vieną pranešimą.`,
    strangers: (count) =>
      `Dar ${counted(count, strangers, "lt")} nė vienam Jūsų tvarkomam žmogui: galbūt adresas jau pataisytas.`,
    already: "jau pažymėta",
    held: "dalyvauja ir kitų tvarkomoje vietovėje: pasakykite visos programos organizatoriui",
    mark: "Pažymėti, kad laiškai grįžta",
    choose: "Pažymėkite bent vieną žmogų arba grįžkite, jei žymėti nieko nereikia.",
    again: "Ieškoti kitame tekste",
  },
  marked: (count) => `Pažymėta: ${counted(count, people, "lt")} grįžta.`,
  section: {
    title: "Grįžtantys laiškai",
    none: "Jei į siuntėjo pašto dėžutę grįžta laiškų, pažymėkite tų žmonių adresus: tuščiai nebesiųsime, o Jūs žinosite, kam reikia kortelės.",
    lead: (count) =>
      `${counted(count, { one: "žmogui", few: "žmonėms", many: "žmogaus", other: "žmonių" }, "lt")} laiškai grįžta, todėl nebesiunčiami. Pataisykite adresą žmogaus puslapyje arba išspausdinkite kortelę.`,
    since: (day) => `pažymėta ${day}`,
    add: "Pažymėti grįžusius laiškus",
    cards: "Spausdinti korteles",
  },
  person: {
    comesBack: (day) => `Laiškai šiuo adresu grįžta (pažymėta ${day}), todėl nebesiunčiami.`,
    whatToDo:
      "Pataisykite adresą – žyma dings pati – arba įteikite kortelę. Jei adresas veikia, žymą nuimkite.",
    cards: "Kodų kortelės",
    removeMark: "Nuimti žymą: adresas veikia",
  },
  listed: "laiškai grįžta",
};

const peopleEn: PluralForms = { one: "person", other: "people" };

const en: ReturnedTexts = {
  title: "Returned letters",
  lead: "That an address does not work, a mail server often learns later, and sends a notice to the sender’s mailbox. Paste the text of such notices here, or give their files, several at once if you like: the system finds whose addresses of the programme’s people they are, and you confirm.",
  notKept: "Text and files are read and kept nowhere.",
  text: "Text of returned letters",
  textHint: "The whole notice is best, with its technical part. Several may follow each other.",
  files: "Or files",
  filesHint:
    "Letters saved as .eml or .txt, up to 8\u00a0MB together. Outlook’s .msg files cannot be read: save as text, or copy.",
  find: "Find addresses",
  back: "Back to invitations and reminders",
  mistakesTitle: "Please correct:",
  faults: {
    empty: "Paste the text of a returned letter, or choose a file.",
    nobody:
      "There is no address of your programme’s people in the text. See whether you copied the whole notice.",
    outlook:
      "Outlook’s .msg file cannot be read. Save the letter as text (.txt), or copy its text here.",
  },
  found: {
    lead: "Confirm to whom letters come back. They get no further letters until you change the address or take the mark away.",
    failed: "A mail server reports that delivery failed",
    mentioned: "Addresses that stand in the text",
    mentionedToo: "These addresses stand in the text as well",
    mentionedHint:
      "They may merely have got a copy. Tick them if a letter came back from there too.",
    delayed: (names) =>
      `The letter is late, but the mail server is still trying: ${names}. No mark is needed; if it fails, there will be another notice.`,
    strangers: (count) =>
      `${counted(count, { one: "further address is", other: "further addresses are" }, "en")} of none of your people: perhaps corrected by now, or of others.`,
    already: "marked already",
    held: "also takes part in a locality that others look after: tell the organiser of the whole programme",
    mark: "Mark that letters come back",
    choose: "Tick at least one person, or go back if nobody is to be marked.",
    again: "Look in another text",
  },
  marked: (count) => `Marked: letters to ${counted(count, peopleEn, "en")} come back.`,
  section: {
    title: "Letters that come back",
    none: "If letters come back to the sender’s mailbox, mark the addresses of these people: nothing more is sent in vain, and you know who needs a card.",
    lead: (count) =>
      `Letters to ${counted(count, peopleEn, "en")} come back and are not sent any more. Correct the address on the person’s page, or print a card.`,
    since: (day) => `marked on ${day}`,
    add: "Mark returned letters",
    cards: "Print cards",
  },
  person: {
    comesBack: (day) =>
      `Letters to this address come back (marked on ${day}) and are not sent any more.`,
    whatToDo:
      "Correct the address, and the mark goes by itself, or hand over a card. If the address works, take the mark away.",
    cards: "Code cards",
    removeMark: "Take the mark away: the address works",
  },
  listed: "letters come back",
};

export const returnedTexts: Record<Language, ReturnedTexts> = { lt, en };
