import { counted, formatChange, formatNumber, type PluralForms, pluralForm } from "./numbers.ts";
import type { Amount, Direction, Phrases, RangeWords, ScaleKind } from "./wording-phrases.ts";

const participants: PluralForms = {
  one: "dalyvis",
  few: "dalyviai",
  many: "dalyvio",
  other: "dalyvių",
};
const ofParticipants: PluralForms = {
  one: "dalyvio",
  few: "dalyvių",
  many: "dalyvio",
  other: "dalyvių",
};
const points: PluralForms = { one: "balas", few: "balai", many: "balo", other: "balų" };
const ofPoints: PluralForms = { one: "balo", few: "balų", many: "balo", other: "balų" };

const subject: Record<ScaleKind, string> = {
  rating: "vidutinis įsivertinimas",
  knowledge: "vidutinis žinių klausimų rezultatas",
};
const comparison: Record<Direction, string> = {
  higher: "didesnis",
  same: "beveik toks pat",
  lower: "mažesnis",
};
const level: Record<ScaleKind, Record<Direction, string>> = {
  rating: { higher: "Aukščiau", same: "Vienodai", lower: "Žemiau" },
  knowledge: { higher: "Daugiau balų", same: "Tiek pat balų", lower: "Mažiau balų" },
};
const deed: Record<ScaleKind, string> = {
  rating: "po mokymų save įvertino",
  knowledge: "po mokymų surinko",
};

/** What Lithuanian says about a change: after the training something "is greater", never "the training raised it". */
export const phrasesLt: Phrases = {
  language: "lt",
  everyone: "Visi dalyviai",
  coverage: (place, pairs, enrolled) => {
    const start = place ? `${place.locative} prieš` : "Prieš";
    const all = pluralForm(enrolled, ofParticipants, "lt");
    return `${start} mokymus ir po jų atsakė ${pairs} iš ${enrolled}\u00a0${all}.`;
  },
  movement: (kind, direction, gain, levels) => {
    const start = `Po mokymų ${subject[kind]} ${comparison[direction]}:`;
    if (levels === null) return `${start} pokytis ${change(gain)}.`;
    const { before, after } = levels;
    return `${start} ${plain(after)} iš 100 (prieš mokymus\u00a0– ${plain(before)}), pokytis ${change(gain)}.`;
  },
  range: (range) => `Tikėtinos tokios grupės pokyčio ribos: nuo ${ends(range, "iki")}.`,
  estimate: (range, gain) =>
    range
      ? `Pokytis tarp ${ends(range, "ir")}, geriausias spėjimas ${signed(gain)}.`
      : `Geriausias pokyčio spėjimas: ${change(gain)}.`,
  levels: (kind, { before, after }) =>
    `${capital(subject[kind])} prieš mokymus\u00a0– ${plain(before)}, po mokymų\u00a0– ${plain(after)} iš 100.`,
  headlineRange: ({ low, high }) => `${low} … ${high}`,
  headlineGuess: (gain) => `balų; geriausias spėjimas ${signed(gain)}`,
  headlineBeside: (gain, range) =>
    `${noun(gain)}; tikėtinos ribos nuo ${range.low} iki ${range.high}`,
  headlinePoints: (gain) => noun(gain),
  noRange: "Tikėtinų pokyčio ribų šiai grupei nurodyti negalima.",
  justAboveZero: "šiek tiek daugiau negu 0",
  justBelowZero: "šiek tiek mažiau negu 0",
  counts: (kind, higher, same, lower) =>
    `${level[kind].higher} ${deed[kind]} ${counted(higher, participants, "lt")}, ` +
    `${uncapital(level[kind].same)}\u00a0– ${count(same)}, ${uncapital(level[kind].lower)}\u00a0– ${count(lower)}.`,
  nearlyAll: (kind, direction) =>
    `${level[kind][direction]} ${deed[kind]} visi arba beveik visi dalyviai.`,
  verdicts: {
    "clear-rise": "Aiškus padidėjimas",
    "clear-worthwhile-rise": "Aiškus ir apčiuopiamas padidėjimas",
    "clear-fall": "Aiškus sumažėjimas",
    "clear-worthwhile-fall": "Aiškus ir apčiuopiamas sumažėjimas",
    "practically-unchanged": "Praktiškai tas pats lygis",
  },
  tooUncertain: "Per daug neaišku, kad būtų galima spręsti",
  couldBe: (range) => `pokytis gali būti bet koks nuo ${ends(range, "iki")}.`,
  tooUncertainWord: "Per daug neaišku",
  smallGroup: "Maža grupė – tik orientacinis rezultatas",
  withheld: (reason, threshold) =>
    ({
      "no-pairs": "Susietų anketų (prieš mokymus ir po jų) porų dar nėra.",
      few: `Nerodoma, siekiant apsaugoti dalyvius: susietų anketų porų mažiau negu ${threshold}.`,
      protecting:
        "Nerodoma, siekiant apsaugoti dalyvius: iš šių skaičių būtų galima apskaičiuoti kitos, paslėptos grupės rezultatą.",
      "not-closed": "Bus rodoma, kai čia baigsis anketos po mokymų pildymas.",
      changed: "Nelyginama: šios skalės klausimai anketose prieš mokymus ir po jų buvo nevienodi.",
    })[reason],
  withheldWord: (reason, threshold) =>
    ({
      "no-pairs": "porų dar nėra",
      few: `nerodoma (mažiau negu ${threshold})`,
      protecting: "nerodoma (saugoma kita grupė)",
      "not-closed": "dar pildoma",
      changed: "nelyginama (klausimai pakeisti)",
    })[reason],
  alreadyAtTop: (people) =>
    `${counted(people, participants, "lt")} jau prieš mokymus buvo skalės viršuje: rezultatas didesnis tapti negalėjo.`,
  cautions: {
    alike: "Visų arba beveik visų pokytis buvo maždaug toks pat, todėl ribos nerodomos.",
    "at-an-end":
      "Visi arba beveik visi prieš mokymus arba po jų buvo skalės viršuje ar apačioje, todėl vidurkiai nerodomi.",
    "range-protecting":
      "Tikėtinos pokyčio ribos nerodomos: iš jų būtų galima apskaičiuoti kitos, paslėptos grupės rezultatą.",
    "means-protecting":
      "Vidurkiai prieš mokymus ir po jų nerodomi: iš jų būtų galima apskaičiuoti kitos, paslėptos grupės rezultatą.",
    "counts-protecting":
      "Kiek dalyvių rezultatas didesnis, toks pat ar mažesnis, nerodoma, siekiant apsaugoti dalyvius.",
    "depends-on-one": "Šis rezultatas priklauso nuo vieno dalyvio atsakymų.",
    "few-changed-much":
      "Daugumos dalyvių rezultatas liko toks pat, o kelių labai pasikeitė, todėl vien iš vidurkio spręsti nereikėtų.",
    "ceiling-before":
      "Dalis dalyvių jau prieš mokymus buvo skalės viršuje: jų rezultatas didesnis tapti negalėjo.",
    "floor-before":
      "Dalis dalyvių prieš mokymus buvo skalės apačioje: jų rezultatas mažesnis tapti negalėjo.",
    attrition:
      "Po mokymų atsakė mažiau negu keturi penktadaliai atsakiusiųjų prieš mokymus: kitų rezultatas galėjo būti kitoks.",
  },
  disclaimer: {
    rating: "Tai įsivertinimas, lyginamosios grupės nebuvo: matyti pokytis, bet ne jo priežastis.",
    knowledge:
      "Tai žinių klausimai, lyginamosios grupės nebuvo: matyti pokytis, bet ne jo priežastis.",
  },
  captionLines:
    "Linijos rodo, kaip toli nuo kvadrato galėtų būti vidurkis, turint omenyje, kiek žmonių atsakė.",
  captionDiamonds:
    "Rombai – nuosaikesni įverčiai: mažų grupių rezultatai priartinti prie programos vidurkio, nes labai dideli ar labai maži mažų grupių rezultatai dažnai būna atsitiktiniai.",
  captionBand:
    "Šviesi juosta rodo, kur greičiausiai atsidurtų dar vienos panašios vietovės pokytis.",
  townsAlike:
    "Vietovės skiriasi ne daugiau, negu skirtųsi vien atsitiktinai; tai nerodo, kad jos vienodos.",
  townsDiffer:
    "Vietovės skiriasi daugiau, negu skirtųsi vien atsitiktinai; kurioje pokytis didžiausias, vis tiek neaišku.",
  oneInTwenty: "Maždaug 1 iš 20 tokių intervalų tikrosios reikšmės neapima vien dėl atsitiktinumo.",
  rangeNote: "Tikėtinos ribos – 95\u00a0% pasikliautinasis intervalas (Stjudento t).",
  rounded: "Skaičiai suapvalinti, todėl skirtumas gali nesutapti paskutiniu skaitmeniu.",
  step: (size) =>
    `Viena atsakymo pakopa viename klausime – ${counted(size.value, points, "lt", size.decimals)}.`,
};

function plain({ value, decimals }: Amount): string {
  return formatNumber(value, "lt", decimals);
}

function signed({ value, decimals }: Amount): string {
  return formatChange(value, "lt", decimals);
}

function change(amount: Amount): string {
  return `${signed(amount)}\u00a0${noun(amount)}`;
}

function noun({ value, decimals }: Amount): string {
  return pluralForm(value, points, "lt", decimals);
}

/** After "nuo … iki" and "tarp … ir" the noun stands in the genitive and agrees with the second number. */
function ends({ low, high, agreesWith }: RangeWords, word: "iki" | "ir"): string {
  const noun = pluralForm(agreesWith.value, ofPoints, "lt", agreesWith.decimals);
  return `${low} ${word} ${high}\u00a0${noun}`;
}

/** "Nė vienas" needs no negated verb here, since the verb was said with the first number. */
function count(number: number): string {
  return number === 0 ? "nė vienas" : formatNumber(number, "lt");
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("lt") + text.slice(1);
}

function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase("lt") + text.slice(1);
}
