import type { Language } from "../../server/domain/text.ts";

// Numbers, counted nouns and dates as people of the language write them. Nothing here reads a clock or a locale of the machine.

export const noBreakSpace = "\u00a0";
const minus = "\u2212";

/** English as Europeans write it: "30 June 2017", "12,345". */
const localeOf: Record<Language, string> = { lt: "lt", en: "en-GB" };

/** A number with so many decimals: "4,21" or "4.21"; the minus is always U+2212, as wide as a plus. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, decimals, "negative").format(value).replace("-", minus);
}

/** A change, with its sign: "+18", "−4,5", "0". What rounds to nothing has no sign. */
export function formatChange(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, decimals, "exceptZero").format(value).replace("-", minus);
}

/** A share of one in percent: "83,1 %" with a no-break space in Lithuanian, "83.1%" in English. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return percentFormat(language, decimals).format(share).replace("-", minus);
}

const percentFormat = onceFor((language, decimals) => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(localeOf[language], { style: "percent", ...digits });
});

type Sign = "negative" | "exceptZero";

const formats = {
  negative: onceFor((language, decimals) => signedFormat(language, decimals, "negative")),
  exceptZero: onceFor((language, decimals) => signedFormat(language, decimals, "exceptZero")),
};

function numberFormat(language: Language, decimals: number, sign: Sign) {
  return formats[sign](language, decimals);
}

function signedFormat(language: Language, decimals: number, sign: Sign) {
  return new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: sign,
  });
}

/** One format for each language and number of decimals. */
function onceFor<Made>(make: (language: Language, decimals: number) => Made) {
  const made = madeOnce<Made>();
  return (language: Language, decimals: number): Made =>
    made(`${language} ${decimals}`, () => make(language, decimals));
}

/** Making a format costs a hundred times as much as using it, and a page of figures uses hundreds. */
function madeOnce<Made>() {
  const known = new Map<string, Made>();
  return (key: string, make: () => Made): Made => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
}

const dayFormats = madeOnce<Intl.DateTimeFormat>();
const timeFormats = madeOnce<Intl.DateTimeFormat>();
const listFormats = madeOnce<Intl.ListFormat>();

/**
 * The forms of one word after a number. Lithuanian: one 1, 21, 31; few 2–9, 22–29; many fractions; other 0, 10–20, 30.
 * English needs one and other.
 */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** The form that goes with a number as it is printed with so many decimals. */
export function pluralForm(
  value: number,
  forms: PluralForms,
  language: Language,
  decimals = 0,
): string {
  const category = pluralRules(language, decimals).select(Math.abs(value));
  return forms[category as keyof PluralForms] ?? forms.other;
}

const pluralRules = onceFor((language, decimals) => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.PluralRules(localeOf[language], digits);
});

/** A counted noun that is not torn apart at the end of a line: "11 dalyvių". */
export function counted(
  value: number,
  forms: PluralForms,
  language: Language,
  decimals = 0,
): string {
  const noun = pluralForm(value, forms, language, decimals);
  return `${formatNumber(value, language, decimals)}${noBreakSpace}${noun}`;
}

/** "A, B ir C" or "A, B and C". */
export function joinWords(words: readonly string[], language: Language): string {
  const format = listFormats(language, () => {
    return new Intl.ListFormat(localeOf[language], { type: "conjunction" });
  });
  return format.format(words);
}

/** A day given as YYYY-MM-DD: "2017 m. birželio 30 d." or "30 June 2017". */
export function formatDay(day: string, language: Language): string {
  return holdTogether(dayFormat(language).format(asDate(day)));
}

/**
 * From one day to another, with what both share said once: "2017 m. sausio 2 d. – birželio 30 d.", "2 January – 30 June 2017".
 * Intl's own ranges leave out "m." and "d." in Lithuanian, so the ends are written apart.
 */
export function formatPeriod(from: string, to: string, language: Language): string {
  if (from === to) return formatDay(from, language);
  if (from.slice(0, 4) !== to.slice(0, 4)) {
    return `${formatDay(from, language)} – ${formatDay(to, language)}`;
  }
  return language === "lt" ? periodInYearLt(from, to) : periodInYearEn(from, to);
}

function periodInYearLt(from: string, to: string): string {
  const end = formatDay(to, "lt").replace(/^\d+\s*m\.\s*/u, "");
  return `${formatDay(from, "lt")} – ${end}`;
}

function periodInYearEn(from: string, to: string): string {
  const start = formatDay(from, "en").replace(/\s?\d{4}$/u, "");
  return `${start} – ${formatDay(to, "en")}`;
}

/** A moment in the programme's time zone: "2017 m. birželio 30 d. 19.30 val." or "30 June 2017, 19:30". */
export function formatMoment(at: Date, language: Language, timeZone: string): string {
  const date = holdTogether(dayFormat(language, timeZone).format(at));
  const time = timeFormat(timeZone).format(at);
  return language === "lt"
    ? `${date} ${time.replace(":", ".")}${noBreakSpace}val.`
    : `${date}, ${time}`;
}

function dayFormat(language: Language, timeZone = "UTC"): Intl.DateTimeFormat {
  return dayFormats(`${language} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone });
  });
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  return timeFormats(timeZone, () => {
    return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone });
  });
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Keeps "2017 m.", "30 d." and "30 June" on one line. */
function holdTogether(date: string): string {
  return date.replace(/(\d) (?=m\.|d\.|\p{L})/gu, `$1${noBreakSpace}`);
}
