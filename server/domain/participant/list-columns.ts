import { foldText } from "./folded-text.ts";

/** What a column of a list of participants may hold. */
export const listFields = [
  "fullName",
  "firstName",
  "lastName",
  "locality",
  "group",
  "sector",
  "organisation",
  "email",
  "phone",
  "role",
  "gender",
  "ageBand",
] as const;
export type ListField = (typeof listFields)[number];

/** The number of the column of each field, counted from 0; a field without a column is left out. */
export type ListColumns = Partial<Record<ListField, number>>;

/** Words that head a column, folded, Lithuanian and English; the more telling ones of two fields decide by their place. */
const headWords: Record<ListField, readonly string[]> = {
  fullName: [
    "vardas pavarde",
    "vardas ir pavarde",
    "pavarde vardas",
    "pavarde ir vardas",
    "dalyvis",
    "dalyve",
    "dalyvio vardas pavarde",
    "dalyvio vardas ir pavarde",
    "asmuo",
    "name",
    "full name",
    "name and surname",
    "participant",
    "person",
  ],
  firstName: ["vardas", "first name", "given name", "forename", "firstname"],
  lastName: ["pavarde", "surname", "last name", "family name", "lastname"],
  locality: [
    "vietove",
    "miestas",
    "miestelis",
    "gyvenviete",
    "savivaldybe",
    "locality",
    "town",
    "city",
    "place",
    "municipality",
  ],
  group: ["grupe", "srautas", "group", "cohort"],
  sector: ["veiklos sritis", "sritis", "sektorius", "sector", "field", "field of work"],
  organisation: [
    "organizacija",
    "istaiga",
    "darboviete",
    "imone",
    "istaigos pavadinimas",
    "organisation",
    "organization",
    "institution",
    "employer",
    "workplace",
    "company",
  ],
  email: [
    "el pastas",
    "el pasto adresas",
    "e pastas",
    "elektroninis pastas",
    "elektroninio pasto adresas",
    "email",
    "e mail",
    "email address",
    "e mail address",
    "mail",
  ],
  phone: [
    "telefonas",
    "tel",
    "tel nr",
    "telefono nr",
    "telefono numeris",
    "mobilusis telefonas",
    "phone",
    "telephone",
    "mobile",
    "phone number",
  ],
  role: [
    "vaidmuo",
    "dalyvavimas",
    "dalyvavimo pobudis",
    "role",
    "participation",
    "participant type",
  ],
  gender: ["lytis", "dalyvio lytis", "gender", "sex"],
  ageBand: [
    "amzius",
    "amziaus grupe",
    "amzius metais",
    "amzius m",
    "age",
    "age group",
    "age band",
    "age in years",
  ],
};

const fieldOfWord = new Map(
  listFields.flatMap((field) => headWords[field].map((word) => [word, field] as const)),
);

/** Which field each column seems to hold, judged by its head. A field is given to the first column that names it. */
export function proposeColumns(heads: readonly string[]): ListColumns {
  const columns: ListColumns = {};
  for (const [index, head] of heads.entries()) {
    const field = fieldOfWord.get(foldText(head));
    if (field && columns[field] === undefined) columns[field] = index;
  }
  // A column "Vardas" with none for surnames holds whole names.
  if (columns.fullName === undefined && columns.lastName === undefined) {
    const { firstName, ...others } = columns;
    return firstName === undefined ? columns : { ...others, fullName: firstName };
  }
  return columns;
}

const mostRowsAbove = 20;

/** The row of heads: the one of the first twenty that names most fields, as titles often stand above a list. */
export function findHeadRow(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, mostRowsAbove).map((row) => Object.keys(proposeColumns(row)).length);
  const most = Math.max(0, ...named);
  return most === 0 ? Math.max(0, rows.findIndex(isFilled)) : named.indexOf(most);
}

export function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== "");
}

/** Whether the columns say who somebody is. */
export function namesPeople(columns: ListColumns): boolean {
  const { fullName, firstName, lastName } = columns;
  return fullName !== undefined || (firstName !== undefined && lastName !== undefined);
}
