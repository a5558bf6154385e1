import type { Language } from "../../server/domain/text.ts";
import { counted, formatMoment, formatPercent, noBreakSpace, type PluralForms } from "./numbers.ts";

/** What is told after a sheet, on the way to the next. */
export const entryNews = ["entered", "agreed", "corrected"] as const;
export type EntryNews = (typeof entryNews)[number];

/** Why a typed code leads to no sheet. */
export type EntryReason =
  | "mistyped"
  | "unknown"
  | "ahead"
  | "closed"
  | "entered"
  | "answered"
  | "not-entered";

/** Words of the pages on which paper sheets are keyed. */
export interface EntryTexts {
  title: string;
  lead: string;
  wave: string;
  code: string;
  codeHint: string;
  purpose: string;
  purposes: Record<"entry" | "check", string>;
  open: string;
  news: Record<EntryNews, string>;
  reasons(reason: EntryReason, moment: { opensAt: Date; timeZone: string }): string;
  soFar: string;
  sheets(count: number): string;
  noChecks: string;
  checks(tally: { sheets: number; compared: number; different: number }): string;
  checkAdvice: string;
  sheetTitle(code: string): string;
  checkTitle(code: string): string;
  howTo: string;
  keys: string;
  overDraft: string;
  changed: string;
  statements: string;
  mustBeTicked: string;
  boxes: string;
  otherBox: string;
  otherWords(number: number): string;
  recommendation: string;
  several: string;
  ranking: string;
  date: string;
  mistakes(count: number): string;
  notOnSheet: string;
  ranksWrong: string;
  question(number: number): string;
  store: string;
  compare: string;
  another: string;
  differencesTitle(count: number): string;
  differencesLead: string;
  first: string;
  second: string;
  noAnswer: string;
  right: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  choiceMissing: string;
  correct: string;
  closedToCorrection: string;
}

const lapai: PluralForms = { one: "lapas", few: "lapai", many: "lapo", other: "lapų" };
const answersLt: PluralForms = {
  one: "atsakymas",
  few: "atsakymai",
  many: "atsakymo",
  other: "atsakymų",
};
const answersToCheckLt: PluralForms = {
  one: "atsakymą",
  few: "atsakymus",
  many: "atsakymo",
  other: "atsakymų",
};

const lt: EntryTexts = {
  title: "Popierinių anketų suvedimas",
  lead: "Įveskite kodą iš anketos lapo viršaus ir suveskite atsakymus. Kiekvienos kortelės lapą galima suvesti tik vieną kartą.",
  wave: "Kuri anketa",
  code: "Kodas iš lapo",
  codeHint: "8 raidės, pvz., BKMR‑TVZF. Tarpai ir brūkšnelis nesvarbūs.",
  purpose: "Ką darote",
  purposes: { entry: "Suvedu pirmą kartą", check: "Tikrinu: suvedu tą patį lapą dar kartą" },
  open: "Atverti lapą",
  news: {
    entered: "Lapas suvestas. Galite imti kitą.",
    agreed: "Abu suvedimai sutampa. Galite imti kitą lapą.",
    corrected: "Atsakymai pataisyti. Galite imti kitą lapą.",
  },
  reasons: (reason, { opensAt, timeZone }) => {
    switch (reason) {
      case "mistyped":
        return "Kode yra klaida. Palyginkite jį su lapu: kodą sudaro 8 raidės, skaitmenų jame nėra.";
      case "unknown":
        return "Tokio kodo šioje programoje nėra. Patikrinkite, ar gerai įvedėte; jei kodas lape toks pat, atidėkite lapą ir pasakykite organizatoriui.";
      case "ahead":
        return `Ši anketa dar neatverta: suvesti bus galima nuo ${formatMoment(opensAt, "lt", timeZone)} Patikrinkite, ar pasirinkote tą anketą.`;
      case "closed":
        return "Šioje vietovėje anketos pildymas jau baigtas, rezultatai gali būti jau parodyti, todėl lapo suvesti ar taisyti nebegalima. Ant lapo užrašykite „gauta pavėluotai“, saugokite jį su kitais ir pasakykite organizatoriui.";
      case "entered":
        return "Šio kodo lapas jau suvestas, todėl antrą kartą jo nesaugome. Jei norite patikrinti suvedimą, pasirinkite „Tikrinu“.";
      case "answered":
        return "Šio kodo savininkas jau atsakė ekrane, todėl lapo nesaugome. Palyginkite kodą su lapu; jei jis toks pat, atidėkite lapą ir pasakykite organizatoriui.";
      case "not-entered":
        return "Šio kodo lapas dar nesuvestas, todėl nėra su kuo lyginti. Pasirinkite „Suvedu pirmą kartą“.";
    }
  },
  soFar: "Kiek jau padaryta",
  sheets: (count) => `Suvesta: ${counted(count, lapai, "lt")}`,
  noChecks: "Dar nė vienas lapas nepatikrintas.",
  checks: ({ sheets, compared, different }) =>
    `Patikrinta: ${counted(sheets, lapai, "lt")}. Sutapo ${formatPercent(share(compared, different), "lt", 1)} atsakymų (${compared - different}${noBreakSpace}iš${noBreakSpace}${compared}).`,
  checkAdvice:
    "Patikrinkite bent kas dešimtą lapą: geriausia, kai antrą kartą suveda kitas žmogus.",
  sheetTitle: (code) => `Lapas ${code}`,
  checkTitle: (code) => `Lapo ${code} tikrinimas`,
  howTo:
    "Įrašykite pažymėto langelio numerį: skaičiuokite iš kairės arba iš viršaus nuo 1. Neatsakyta – palikite tuščią. Jei eilutėje pažymėti keli langeliai, o galima tik vieną, taip pat palikite tuščią.",
  keys: "„Enter“ – kitas laukas, ↑ ir ↓ – ankstesnis ir kitas. Vieno skaitmens atsakymas pats perkelia toliau. Skaitmenų eilutė tinka ir su lietuviška klaviatūra: ą yra 1, č yra 2.",
  overDraft:
    "Šio kodo savininkas pradėjo pildyti ekrane, bet atsakymų nepateikė. Išsaugojus lapą, liks lapo atsakymai.",
  changed:
    "Kol suvedėte, šio kodo savininkas ekrane pakeitė nepateiktus atsakymus. Jei lapas tikrai jo, išsaugokite dar kartą.",
  statements: "Pažymėta lapo pradžioje",
  mustBeTicked: "Be šio sutikimo lapo suvesti negalima. Jei langelis lape tuščias, lapą atidėkite.",
  boxes: "Langeliai",
  otherBox: "Kita (žodžiai – antrame laukelyje)",
  otherWords: (number) => `${number}. Kita: žodžiai`,
  recommendation: "Nuo 0 iki 10",
  several: "Keli numeriai su tarpais",
  ranking: "Numeriai iš viršaus žemyn, su tarpais",
  date: "Metai-mėnuo-diena, pvz., 2017-06-30",
  mistakes: (count) => `Patikrinkite ${counted(count, answersToCheckLt, "lt")}`,
  notOnSheet: "Tokio langelio lape nėra.",
  ranksWrong: "Įrašykite visų eilučių numerius, kiekvieną po vieną kartą, arba palikite tuščią.",
  question: (number) => `${number} klausimas`,
  store: "Išsaugoti lapą",
  compare: "Palyginti",
  another: "Kitas lapas",
  differencesTitle: (count) => `${counted(count, answersLt, "lt")} skiriasi: pažiūrėkite į lapą`,
  differencesLead:
    "Niekas dar nepakeista. Prie kiekvieno klausimo pažymėkite, kas iš tikrųjų yra lape.",
  first: "Suvesta anksčiau",
  second: "Suvesta dabar",
  noAnswer: "neatsakyta",
  right: "Lape yra",
  reason: "Kodėl taisoma",
  reasonHint: "Pvz., „suvedant praleista eilutė“. Priežastis lieka veiksmų žurnale.",
  reasonMissing: "Įrašykite, kodėl taisoma: bent 3 ženklus.",
  choiceMissing:
    "Nepažymėta nė vieno atsakymo, kurį reikėtų pakeisti. Jei visur teisinga tai, kas suvesta anksčiau, taisyti nereikia.",
  correct: "Pataisyti atsakymus",
  closedToCorrection:
    "Šioje vietovėje anketos pildymas baigtas, todėl atsakymų taisyti nebegalima: skirtumai liks tikrinimo apskaitoje.",
};

const sheetsEn: PluralForms = { one: "sheet", other: "sheets" };
const answersEn: PluralForms = { one: "answer", other: "answers" };

const en: EntryTexts = {
  title: "Keying paper sheets",
  lead: "Type the code from the top of the sheet, then key in its answers. A card's sheet can be entered once.",
  wave: "Which questionnaire",
  code: "Code on the sheet",
  codeHint: "8 letters, e.g. BKMR‑TVZF. Spaces and the hyphen do not matter.",
  purpose: "What you are doing",
  purposes: { entry: "Entering it for the first time", check: "Checking: keying it once more" },
  open: "Open the sheet",
  news: {
    entered: "The sheet is stored. Take the next one.",
    agreed: "Both keyings agree. Take the next one.",
    corrected: "The answers are corrected. Take the next one.",
  },
  reasons: (reason, { opensAt, timeZone }) => {
    switch (reason) {
      case "mistyped":
        return "There is a mistake in the code. Compare it with the sheet: it has 8 letters and no digits.";
      case "unknown":
        return "This programme has no such code. Check what you typed; if the sheet says the same, put it aside and tell the organiser.";
      case "ahead":
        return `This questionnaire is not open yet: sheets can be entered from ${formatMoment(opensAt, "en", timeZone)}. Check that you chose the right one.`;
      case "closed":
        return "Answering has been closed in this locality and results may be out, so the sheet can no longer be entered or corrected. Write “received late” on it, keep it with the others and tell the organiser.";
      case "entered":
        return "The sheet with this code has been entered already and is not stored twice. To check it, choose “Checking”.";
      case "answered":
        return "The owner of this code has answered on a screen already, so the sheet is not stored. Compare the code with the sheet; if it is the same, put the sheet aside and tell the organiser.";
      case "not-entered":
        return "The sheet with this code has not been entered yet, so there is nothing to compare. Choose “Entering it for the first time”.";
    }
  },
  soFar: "So far",
  sheets: (count) => `Entered: ${counted(count, sheetsEn, "en")}`,
  noChecks: "No sheet has been checked yet.",
  checks: ({ sheets, compared, different }) =>
    `Checked: ${counted(sheets, sheetsEn, "en")}. ${formatPercent(share(compared, different), "en", 1)} of answers agreed (${compared - different} of ${compared}).`,
  checkAdvice: "Check at least every tenth sheet, best with somebody else keying it.",
  sheetTitle: (code) => `Sheet ${code}`,
  checkTitle: (code) => `Checking sheet ${code}`,
  howTo:
    "Type the number of the ticked box, counting from 1, from the left or from the top. No answer: leave it empty. Where several boxes are ticked and only one is allowed, leave it empty, too.",
  keys: "Enter goes to the next field, ↑ and ↓ to the one before and after. A one-digit answer moves on by itself. The digits' row works with a Lithuanian keyboard, too: ą is 1, č is 2.",
  overDraft:
    "The owner of this code began on a screen but did not submit. Once the sheet is stored, its answers are the ones that stay.",
  changed:
    "While you were keying, the owner of this code changed answers on a screen that are not submitted. If the sheet is really theirs, store it again.",
  statements: "Ticked at the top of the sheet",
  mustBeTicked:
    "Without this consent the sheet must not be entered. If the box on the sheet is empty, put the sheet aside.",
  boxes: "Boxes",
  otherBox: "Other (the words go in the second field)",
  otherWords: (number) => `${number}. Other: the words`,
  recommendation: "From 0 to 10",
  several: "Several numbers with spaces",
  ranking: "The numbers from the top down, with spaces",
  date: "Year-month-day, e.g. 2017-06-30",
  mistakes: (count) => `Check ${counted(count, answersEn, "en")}`,
  notOnSheet: "The sheet has no such box.",
  ranksWrong: "Type the numbers of all lines, each once, or leave it empty.",
  question: (number) => `Question ${number}`,
  store: "Store the sheet",
  compare: "Compare",
  another: "Another sheet",
  differencesTitle: (count) =>
    `${counted(count, answersEn, "en")} ${count === 1 ? "differs" : "differ"}: look at the sheet`,
  differencesLead:
    "Nothing has been changed yet. For each question, mark what the sheet really says.",
  first: "Keyed before",
  second: "Keyed now",
  noAnswer: "no answer",
  right: "The sheet says",
  reason: "Why it is corrected",
  reasonHint: "For example “a line was missed”. The reason stays in the audit log.",
  reasonMissing: "Say why it is corrected, in 3 characters at least.",
  choiceMissing:
    "No answer is marked to be changed. If what was keyed before is right everywhere, nothing needs correcting.",
  correct: "Correct the answers",
  closedToCorrection:
    "Answering has been closed in this locality, so answers can no longer be corrected; the differences stay in the count of checks.",
};

/** The share of answers that agreed. */
function share(compared: number, different: number): number {
  return compared === 0 ? 1 : (compared - different) / compared;
}

export const entryTexts: Record<Language, EntryTexts> = { lt, en };
