import type { MistakeCode } from "../../server/domain/response/mistakes.ts";
import type { AnsweringTexts } from "./answering.ts";
import { counted, formatNumber, type PluralForms } from "./numbers.ts";

const answers: PluralForms = {
  one: "atsakymą",
  few: "atsakymus",
  many: "atsakymo",
  other: "atsakymų",
};
const questions: PluralForms = {
  one: "klausimą",
  few: "klausimus",
  many: "klausimo",
  other: "klausimų",
};
const characters: PluralForms = {
  one: "ženklas",
  few: "ženklai",
  many: "ženklo",
  other: "ženklų",
};
const charactersOf: PluralForms = {
  one: "ženklo",
  few: "ženklų",
  many: "ženklo",
  other: "ženklų",
};
const digits: PluralForms = {
  one: "skaitmenį",
  few: "skaitmenis",
  many: "skaitmens",
  other: "skaitmenų",
};
const minutes: PluralForms = {
  one: "minutę",
  few: "minutes",
  many: "minutės",
  other: "minučių",
};

const n = (value: number, forms: PluralForms) => counted(value, forms, "lt");

export const answeringLt: AnsweringTexts = {
  skipToContent: "Pereiti prie anketos",
  otherLanguage: "English",
  demonstration: "Demonstraciniai duomenys",
  otherPerson: "Pildys kitas žmogus",
  buttons: {
    start: "Pradėti",
    next: "Toliau",
    back: "Atgal",
    submit: "Pateikti atsakymus",
    toReview: "Peržiūrėti ir pateikti",
    open: "Atverti anketą",
  },
  code: {
    title: "Įveskite kodą iš kortelės",
    lead: (locality) => (locality ? `Vietovė: ${locality}.` : "Kodą rasite savo kortelėje."),
    keptLead: "Kad išsaugotume ką tik pažymėtus atsakymus, įveskite kodą iš savo kortelės.",
    resendTitle: "Kodas tinka",
    resendLead: "Spauskite „Toliau“ – Jūsų atsakymai bus išsaugoti.",
    label: "Kodas",
    hint: "8 raidės, pvz., BKMR‑TVZF. Skaitmenų kode nėra; tarpai ir brūkšnelis nesvarbūs.",
    check: "Patikrinkite kodą",
    mistyped:
      "Kode yra klaida. Palyginkite jį su kortele: kodą sudaro 8 raidės, skaitmenų jame nėra, pvz., BKMR‑TVZF.",
    unknown:
      "Tokio kodo neradome. Patikrinkite, ar gerai įvedėte: kodą sudaro 8 raidės, skaitmenų jame nėra, pvz., BKMR‑TVZF.",
    tooManyTries:
      "Per daug nepavykusių bandymų. Palaukite 10 minučių ir bandykite dar kartą arba telefonu nuskaitykite kortelės QR kodą.",
    noCard: "Neturiu kodo",
    drawLead:
      "Jei kortelės neturite, duosime Jums naują kodą. Jį reikės užsirašyti arba nufotografuoti.",
    draw: "Gauti naują kodą",
    askOrganiser: "Kreipkitės į mokymų organizatorių: jis padės rasti Jūsų kodą arba duos kortelę.",
    drawnTitle: "Jūsų anketos kodas",
    drawnLead: "Užsirašykite kodą arba nufotografuokite šį ekraną.",
    drawnNote:
      "To paties kodo reikės ir kitą kartą, po mokymų. Jis niekur nesusietas su Jūsų vardu, todėl pamesto kodo atkurti negalėsime.",
  },
  notice: {
    minutes: (count) => `Užtruks apie ${n(count, minutes)}.`,
    heading: "Prieš pradedant",
    optional: "Nebūtini sutikimai",
    optionalHint: "Galite jų nepažymėti – anketą vis tiek galėsite pildyti.",
    mustAgree: "Kad galėtumėte pildyti anketą, pažymėkite šį langelį.",
    onePage: "Visi klausimai viename puslapyje",
  },
  progress: (current, total) => `${current} dalis iš ${total}`,
  parts: "Anketos dalys",
  fields: {
    other: "Kita",
    otherWords: "Kita (įrašykite)",
    before: "Prieš mokymus",
    now: "Dabar",
    chooseSeveral: "Galite pažymėti kelis atsakymus.",
    rankHint: "Prie kiekvienos eilutės pasirinkite vietą: 1 – svarbiausia.",
    place: (option) => `Vieta: ${option}`,
    longest: (count) => `Telpa iki ${n(count, charactersOf)}.`,
    dateHint: "Metai, mėnuo, diena, pvz., 2017-06-30.",
    kept: "Jau atsakyta. Jei nieko nepasirinksite, ankstesnis atsakymas liks.",
    required: "būtina atsakyti",
    agree: "Sutinku",
  },
  mistakes: {
    title: (count) => `Patikrinkite ${n(count, answers)}`,
    say: sayMistake,
    pageTitle: "Klaida",
  },
  conflict: {
    title: "Ši dalis pakeista kitame lange",
    lead: "Kol pildėte, į tuos pačius klausimus atsakyta kitame lange ar kitame įrenginyje. Patikrinkite pažymėtus klausimus ir dar kartą spauskite „Toliau“ – liks tai, ką matote čia.",
    hiddenLead:
      "Kol pildėte, dalis atsakymų išsaugota kitame lange ar kitame įrenginyje. Jei dar kartą spausite „Toliau“, liks tai, ką pažymėjote čia.",
    stored: "Kitame lange išsaugota:",
    noAnswer: "neatsakyta",
  },
  review: {
    title: "Peržiūrėkite ir pateikite",
    unanswered: (count) => `Neatsakėte į ${n(count, questions)}. Galite grįžti arba pateikti taip.`,
    complete: "Atsakėte į visus klausimus.",
    unansweredIn: (count) => `neatsakėte į ${n(count, questions)}`,
    completePart: "atsakyta",
    requiredLeft: "Į šiuos klausimus būtina atsakyti:",
    privacy: "Pateiktus atsakymus galėsite taisyti iki pildymo pabaigos.",
  },
  receipt: {
    title: "Atsakymai gauti. Ačiū!",
    number: "Patvirtinimo numeris",
    keepNumber: "Jo prireiks, jei norėsite kreiptis dėl savo atsakymų.",
    keepCard: "Neišmeskite kortelės: to paties kodo reikės ir kitą kartą.",
    shared: "Jei šiuo įrenginiu pildys ir kiti, paspauskite:",
  },
  offline: {
    title: "Nėra ryšio",
    lead: "Jūsų atsakymai išsaugoti šiame įrenginyje. Kai ryšys atsiras, jie bus išsiųsti ir anketą galėsite pateikti. Iki tol galite grįžti prie klausimų.",
  },
  closed: {
    notOpen: {
      title: "Anketa dar neatverta",
      from: (moment) => `Ją bus galima pildyti nuo ${moment} Nuoroda ir kodas liks tie patys.`,
    },
    closed: {
      title: "Anketos pildymas baigtas",
      until: (moment) => `Anketą buvo galima pildyti iki ${moment}`,
      advice: "Jei manote, kad tai klaida, kreipkitės į mokymų organizatorių.",
    },
    keepCard: "Neišmeskite kortelės: to paties kodo reikės ir kitą kartą.",
  },
};

function sayMistake(code: MistakeCode, detail: Record<string, string | number>): string {
  const number = (key: string) => formatNumber(Number(detail[key]), "lt", decimalsOf(detail[key]));
  switch (code) {
    case "required":
      return "Į šį klausimą būtina atsakyti.";
    case "not-an-option":
      return "Pasirinkite vieną iš pateiktų atsakymų.";
    case "one-answer-only":
      return "Pasirinkite tik vieną atsakymą.";
    case "too-few":
      return `Pažymėkite bent ${n(Number(detail.minimum), answers)}.`;
    case "too-many":
      return `Pažymėkite ne daugiau kaip ${n(Number(detail.maximum), answers)}.`;
    case "too-long":
      return `Sutrumpinkite tekstą: telpa ${n(Number(detail.maximum), characters)}.`;
    case "not-a-number":
      return "Įrašykite skaičių, pvz., 12 arba 12,5.";
    case "too-small":
      return `Įrašykite skaičių, ne mažesnį kaip ${number("minimum")}.`;
    case "too-large":
      return `Įrašykite skaičių, ne didesnį kaip ${number("maximum")}.`;
    case "too-many-decimals":
      return detail.decimals === 0
        ? "Įrašykite sveikąjį skaičių."
        : `Po kablelio rašykite ne daugiau kaip ${n(Number(detail.decimals), digits)}.`;
    case "not-a-date":
      return "Įrašykite datą: metus, mėnesį, dieną, pvz., 2017-06-30.";
    case "too-early":
      return `Data turi būti ne ankstesnė kaip ${detail.earliest}.`;
    case "too-late":
      return `Data turi būti ne vėlesnė kaip ${detail.latest}.`;
    case "rank-missing":
      return "Pasirinkite vietą prie kiekvienos eilutės arba visas palikite tuščias.";
    case "rank-repeated":
      return "Tą pačią vietą galima skirti tik vienai eilutei.";
  }
}

function decimalsOf(value: string | number | undefined): number {
  return String(value ?? "").split(".")[1]?.length ?? 0;
}
