import { foldText } from "./folded-text.ts";

/** What may be noted of a person for the funder's totals of a whole programme; nobody has to say any of it. */
export const genders = ["woman", "man", "non-binary", "undisclosed"] as const;
export type Gender = (typeof genders)[number];

/** The bands that funders of training ask for; an age itself is never kept. */
export const ageBands = ["under-18", "18-29", "30-54", "55-and-over"] as const;
export type AgeBand = (typeof ageBands)[number];

const genderWords = new Map<string, Gender>(
  Object.entries({
    moteris: "woman",
    mot: "woman",
    woman: "woman",
    female: "woman",
    vyras: "man",
    vyr: "man",
    man: "man",
    male: "man",
    nebinarinis: "non-binary",
    nebinarine: "non-binary",
    "nebinarinis asmuo": "non-binary",
    "nebinarines lyties asmuo": "non-binary",
    "nebinarine lytis": "non-binary",
    kita: "non-binary",
    "non binary": "non-binary",
    "non binary person": "non-binary",
    nonbinary: "non-binary",
    other: "non-binary",
    "nenori nurodyti": "undisclosed",
    "nenoriu nurodyti": "undisclosed",
    "nenorejo nurodyti": "undisclosed",
    "nori nenurodyti": "undisclosed",
    "prefer not to say": "undisclosed",
    "preferred not to say": "undisclosed",
  }),
);

/**
 * Reads a gender as people write it, Lithuanian or English; undefined for other words. A lone letter is not read: an M
 * is a woman in Lithuanian lists and a man in English ones.
 */
export function readGender(written: string): Gender | undefined {
  return genderWords.get(foldText(written));
}

const bandWords = new Map<string, AgeBand>(
  Object.entries({
    "<18": "under-18",
    "0-17": "under-18",
    iki18: "under-18",
    under18: "under-18",
    "18-29": "18-29",
    "30-54": "30-54",
    "55+": "55-and-over",
    ">=55": "55-and-over",
    "≥55": "55-and-over",
    "55irdaugiau": "55-and-over",
    "55irvyresni": "55-and-over",
    "55irvyresnis": "55-and-over",
    "55irvyresne": "55-and-over",
    "55andover": "55-and-over",
    "55orover": "55-and-over",
    nuo55: "55-and-over",
  }),
);

const oldest = 120;

/** Reads a band, or an age in whole years and gives its band; undefined for anything else. */
export function readAgeBand(written: string): AgeBand | undefined {
  const plain = written
    .toLowerCase()
    .replace(/(?<!\p{L})(?:met(?:ai|ų|u)|m\.?|years?|old)(?!\p{L})/gu, "")
    .replace(/[‐-―−]/gu, "-")
    .replace(/\s+/gu, "");
  const known = bandWords.get(plain);
  if (known || !/^\d{1,3}$/.test(plain)) return known;
  const years = Number(plain);
  return years >= 1 && years <= oldest ? bandOf(years) : undefined;
}

function bandOf(years: number): AgeBand {
  if (years < 18) return "under-18";
  if (years < 30) return "18-29";
  return years < 55 ? "30-54" : "55-and-over";
}
