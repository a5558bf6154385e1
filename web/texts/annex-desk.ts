import type { AnnexChange } from "../../server/domain/annex/changes.ts";
import type { AnnexAudience, AnnexPart } from "../../server/domain/annex/choices.ts";
import type { Language } from "../../server/domain/text.ts";
import { annexPartTexts } from "./annex-parts.ts";
import { counted } from "./numbers.ts";

type MistakenField =
  | "number"
  | "parts"
  | "annexedTo"
  | "preparedBy"
  | "signatoryPosition"
  | "signatoryName";
type Line = Exclude<
  AnnexChange["kind"],
  "number" | "order" | "release" | `parts-${string}` | `rows-${string}`
>;

/** Words of the page where an annex is composed, and of what its revisions changed. */
export interface AnnexDeskTexts {
  title: string;
  preview: string;
  noPreview: string;
  show: string;
  working: string;
  number: string;
  audience: string;
  audienceHint: string;
  audiences: Record<AnnexAudience, string>;
  language: string;
  parts: string;
  partsHint: string;
  partHints: Partial<Record<AnnexPart, string>>;
  publicNotes: string;
  publicNotesHint: string;
  up(part: string): string;
  down(part: string): string;
  annexedTo: string;
  annexedToHint: string;
  preparedBy: string;
  signatoryPosition: string;
  signatoryName: string;
  mistakesTitle: string;
  mistakes: Record<MistakenField, string>;
  tableLabel(number: number): string;
  figureLabel(number: number): string;
  moreRows(rows: number): string;
  changed: string;
  unchanged: string;
  moreChanges(count: number): string;
  changes: {
    release(from: number, to: number): string;
    added(parts: string): string;
    removed(parts: string): string;
    order: string;
    line: Record<Line, string>;
    from(what: string, from: string, to: string): string;
    empty: string;
    rowsAdded(table: string, count: number): string;
    rowsRemoved(table: string, count: number): string;
  };
}

const rowsLt = { one: "eilutė", few: "eilutės", many: "eilutės", other: "eilučių" };
const changesLt = { one: "pakeitimas", few: "pakeitimai", many: "pakeitimo", other: "pakeitimų" };

const lt: AnnexDeskTexts = {
  title: "Priedo sudarymas",
  preview: "Priedo peržiūra",
  noPreview: "Peržiūros nėra, kol nepataisyta tai, kas pažymėta.",
  show: "Rodyti peržiūrą",
  working: "Peržiūra atnaujinama …",
  number: "Priedo numeris",
  audience: "Kam skirtas",
  audienceHint:
    "Viešame priede rodomos tik bent dešimties žmonių grupės. Vardai ir parašai būna tik uždarame.",
  audiences: {
    public: "Visiems (viešas)",
    funder: "Finansuotojui",
    closed: "Auditui (uždaras, su vardais)",
  },
  language: "Priedo kalba",
  parts: "Dalys",
  partsHint: "Pažymėkite, kas bus priede; rodyklėmis pakeiskite jų tvarką.",
  partHints: {
    items: "ilga",
    excluded: "viešame priede nespausdinama",
    certificates: "viešame priede nespausdinama",
    participantList: "tik uždarame priede",
    questionnaires: "su pranešimu dalyviui; tik PDF ir „Word“",
  },
  publicNotes: "Ir viešame priede",
  publicNotesHint:
    "Pirma perskaitykite: viešame tekste neturi būti aprašyti atskiri žmonės ar mažos grupės.",
  up: (part) => `Aukštyn: ${part}`,
  down: (part) => `Žemyn: ${part}`,
  annexedTo: "Prie kokio dokumento",
  annexedToHint:
    "Kilmininku, pvz., „Projekto įvykdymo rezultatų ataskaitos“. Galima palikti tuščią.",
  preparedBy: "Parengė",
  signatoryPosition: "Pasirašančiojo pareigos",
  signatoryName: "Pasirašančiojo vardas ir pavardė",
  mistakesTitle: "Pataisykite, kas pažymėta:",
  mistakes: {
    number: "Įrašykite priedo numerį nuo 1 iki 99.",
    parts: "Pažymėkite bent vieną dalį, kurią galima pateikti tam, kam priedas skirtas.",
    annexedTo: "Dokumento pavadinimas per ilgas (daugiausia 300 ženklų).",
    preparedBy: "Laukas „Parengė“ per ilgas (daugiausia 300 ženklų).",
    signatoryPosition: "Pareigos per ilgos (daugiausia 300 ženklų).",
    signatoryName: "Vardas ir pavardė per ilgi (daugiausia 300 ženklų).",
  },
  tableLabel: (number) => `${number} lentelė.`,
  figureLabel: (number) => `${number} pav.`,
  moreRows: (rows) => `Faile dar ${counted(rows, rowsLt, "lt")}.`,
  changed: "Kas pasikeitė",
  unchanged: "Nuo ankstesnės redakcijos niekas nepasikeitė.",
  moreChanges: (count) => `ir dar ${counted(count, changesLt, "lt")}`,
  changes: {
    release: (from, to) => `Rezultatai iš paskelbimo Nr.\u00a0${to} (buvo Nr.\u00a0${from})`,
    added: (parts) => `Pridėta: ${parts}`,
    removed: (parts) => `Išimta: ${parts}`,
    order: "Pakeista dalių tvarka",
    line: {
      annexedTo: "Prie kokio dokumento",
      preparedBy: "Parengė",
      signatoryPosition: "Pasirašančiojo pareigos",
      signatoryName: "Pasirašantysis",
    },
    from: (what, from, to) => `${what}: ${to} (buvo ${from})`,
    empty: "nenurodyta",
    rowsAdded: (table, count) => `„${table}“: naujų eilučių – ${count}`,
    rowsRemoved: (table, count) => `„${table}“: išnyko eilučių – ${count}`,
  },
};

const rowsEn = { one: "row", other: "rows" };
const changesEn = { one: "change", other: "changes" };

const en: AnnexDeskTexts = {
  title: "Composing an annex",
  preview: "Preview of the annex",
  noPreview: "There is no preview until what is marked has been corrected.",
  show: "Show the preview",
  working: "The preview is being updated …",
  number: "Annex number",
  audience: "Meant for",
  audienceHint:
    "A public annex shows groups of at least ten people. Names and signatures stand in the closed one only.",
  audiences: {
    public: "Everybody (public)",
    funder: "The funder",
    closed: "An audit (closed, with names)",
  },
  language: "Language of the annex",
  parts: "Parts",
  partsHint: "Tick what the annex will have; the arrows change the order.",
  partHints: {
    items: "long",
    excluded: "not printed in a public annex",
    certificates: "not printed in a public annex",
    participantList: "in the closed annex only",
    questionnaires: "with the notice to participants; PDF and Word only",
  },
  publicNotes: "In a public annex too",
  publicNotesHint:
    "Read them first: a public text must not describe single persons or small groups.",
  up: (part) => `Up: ${part}`,
  down: (part) => `Down: ${part}`,
  annexedTo: "Annexed to",
  annexedToHint: "The document it belongs to, such as “Final report of the project”. May be empty.",
  preparedBy: "Prepared by",
  signatoryPosition: "Position of the signatory",
  signatoryName: "Name of the signatory",
  mistakesTitle: "Correct what is marked:",
  mistakes: {
    number: "Enter an annex number from 1 to 99.",
    parts: "Tick at least one part that this audience may be given.",
    annexedTo: "The document's name is too long (300 characters at most).",
    preparedBy: "“Prepared by” is too long (300 characters at most).",
    signatoryPosition: "The position is too long (300 characters at most).",
    signatoryName: "The name is too long (300 characters at most).",
  },
  tableLabel: (number) => `Table ${number}.`,
  figureLabel: (number) => `Figure ${number}.`,
  moreRows: (rows) => `${counted(rows, rowsEn, "en")} more in the file.`,
  changed: "What changed",
  unchanged: "Nothing has changed since the revision before.",
  moreChanges: (count) => `and ${counted(count, changesEn, "en")} more`,
  changes: {
    release: (from, to) => `Results from release No. ${to} (was No. ${from})`,
    added: (parts) => `Added: ${parts}`,
    removed: (parts) => `Removed: ${parts}`,
    order: "The order of parts was changed",
    line: {
      annexedTo: "Annexed to",
      preparedBy: "Prepared by",
      signatoryPosition: "Position of the signatory",
      signatoryName: "Signatory",
    },
    from: (what, from, to) => `${what}: ${to} (was ${from})`,
    empty: "not stated",
    rowsAdded: (table, count) => `“${table}”: ${counted(count, rowsEn, "en")} added`,
    rowsRemoved: (table, count) => `“${table}”: ${counted(count, rowsEn, "en")} gone`,
  },
};

export const annexDeskTexts: Record<Language, AnnexDeskTexts> = { lt, en };

/** One change between two revisions, as a sentence of the register. */
export function changeSentence(change: AnnexChange, language: Language): string {
  const { changes } = annexDeskTexts[language];
  const names = annexPartTexts[language].parts;
  switch (change.kind) {
    case "release":
      return changes.release(change.from, change.to);
    case "parts-added":
      return changes.added(change.parts.map((part) => names[part]).join(", "));
    case "parts-removed":
      return changes.removed(change.parts.map((part) => names[part]).join(", "));
    case "order":
      return changes.order;
    case "number":
      return changes.from(
        `${change.table}, ${change.row}, ${change.column}`,
        change.from,
        change.to,
      );
    case "rows-added":
      return changes.rowsAdded(change.table, change.count);
    case "rows-removed":
      return changes.rowsRemoved(change.table, change.count);
    default:
      return changes.from(
        changes.line[change.kind],
        change.from || changes.empty,
        change.to || changes.empty,
      );
  }
}
