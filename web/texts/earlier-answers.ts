import type { ChoicesFault } from "../../server/domain/earlier/choices.ts";
import type { EarlierFaultCode } from "../../server/domain/earlier/earlier-rows.ts";
import type { tickMeanings } from "../../server/domain/earlier/option-columns.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted, formatNumber } from "./numbers.ts";

/** Words of the pages on which answers of a past survey are taken over. */
export interface EarlierTexts {
  title: string;
  lead: string;
  noWaves: string;
  mistakesTitle: string;
  file: string;
  fileHint: string;
  upload: string;
  keptFor: string;
  importsTitle: string;
  imports: { sheet: string; responses: string; on: string };
  closing: string;
  close: string;
  closeLater: string;
  codesTitle: string;
  codes(count: number): string;
  forgetCodes: string;
  columnsTitle: string;
  columnsLead: string;
  sheet: string;
  headRow: string;
  optionRow: string;
  personal(columns: string): string;
  strikeOut: string;
  column(letter: string, head: string): string;
  example(cells: string): string;
  ignored: string;
  identity: Record<"code" | "locality" | "wave", string>;
  other(key: string): string;
  otherOption: string;
  option(key: string, label: string): string;
  place(key: string, place: number): string;
  rank(key: string, label: string): string;
  ticks: Record<(typeof tickMeanings)[number], string>;
  everyWave: string;
  everyLocality: string;
  fromColumn: string;
  day: string;
  dayHint: string;
  waveNames: Record<WaveKind, string>;
  use: string;
  faults: Record<ChoicesFault, string>;
  valuesTitle: string;
  valuesLead: string;
  cell(text: string, count: number): string;
  noMeaning: string;
  noAnswer: string;
  previewTitle: string;
  counts: { wave: string; responses: string; people: string };
  pairs(count: number): string;
  withoutCode(count: number): string;
  rowFaultsTitle: string;
  rowFaultsLead: string;
  rowFaults: Record<EarlierFaultCode, (cell: string, about: string) => string>;
  row: string;
  mistake: string;
  more(count: number): string;
  firstRows: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  take(count: number): string;
  takeLeavingOut(count: number, leftOut: number): string;
  nothing: string;
  refusals: Record<
    "imported-before" | "wave-answered" | "another-locality" | "answered-already",
    string
  >;
  discard: string;
  back: string;
}

const responsesLt = {
  one: "atsakymų lapas",
  few: "atsakymų lapai",
  many: "atsakymų lapo",
  other: "atsakymų lapų",
};
const rowsLt = { one: "eilutė", few: "eilutės", many: "eilutės", other: "eilučių" };
const timesLt = { one: "kartą", few: "kartus", many: "karto", other: "kartų" };

const lt: EarlierTexts = {
  title: "Ankstesni atsakymai",
  lead: "Čia galite perkelti anksčiau surinktus atsakymus, kad ir senąją programą būtų galima analizuoti. Failo eilutė – vieno žmogaus atsakymai viename etape. Prieš įrašant viską pamatysite.",
  noWaves:
    "Pirmiausia programai reikia paskelbto klausimyno ir etapų: pagal juos skaitomi atsakymai.",
  mistakesTitle: "Pataisykite",
  file: "Atsakymų failas",
  fileHint: "„Excel“ (.xlsx) arba CSV, iki 8\u00a0MB. Vardų ir pavardžių faile neturi būti.",
  upload: "Įkelti failą",
  keptFor: "Įkeltas failas saugomas parą arba tol, kol atsakymus perkelsite.",
  importsTitle: "Jau perkelta",
  imports: { sheet: "Lapas", responses: "Atsakymų lapai", on: "Diena" },
  closing:
    "Rezultatai paskelbiami, kai etapas baigiamas. Jei etapas jau buvo pasibaigęs be atsakymų, perkeliant jis atveriamas parai – tik perkėlimui, pildyti jo negalima – ir tada baigiasi pats.",
  close: "Baigti etapą po mokymų visose vietovėse ir paskelbti rezultatus",
  closeLater: "Etapą baigti gali programos organizatorius.",
  codesTitle: "Kodai failuose",
  codes: (count) =>
    `Kad kitame faile esantys to paties žmogaus atsakymai susietų poromis, saugomi kodų atspaudai (jų ${count}); patys kodai nesaugomi. Kai perkelsite viską, atspaudus galima pamiršti.`,
  forgetCodes: "Pamiršti kodus",
  columnsTitle: "Ką reiškia stulpeliai",
  columnsLead:
    "Stulpeliai atpažinti pagal antraštes: klausimo raktą arba tekstą. Jei kiekvienas klausimo pasirinkimas turi savo stulpelį, jie sujungiami į vieną atsakymą. Patikrinkite ir pataisykite.",
  sheet: "Lapas",
  headRow: "Antraščių eilutė",
  optionRow: "Antraštės dviejose eilutėse: klausimas, po juo – pasirinkimas",
  personal: (columns) =>
    `Šie stulpeliai pasako, kas atsakė: ${columns}. Jie neperkeliami. Kol failas laikomas, jie yra jame; galite juos išbraukti po šiuo sąrašu.`,
  strikeOut: "Išbraukti šiuos stulpelius iš įkelto failo",
  column: (letter, head) => `${letter} stulpelis${head === "" ? "" : `: ${head}`}`,
  example: (cells) => `Pavyzdžiai: ${cells}`,
  ignored: "Praleisti",
  identity: { code: "Žmogaus kodas", locality: "Vietovė", wave: "Etapas" },
  other: (key) => `${key}: „kita“ žodžiais`,
  otherOption: "kita",
  option: (key, label) => `${key}: ar pasirinkta „${label}“`,
  place: (key, place) => `${key}: kas ${place} vietoje`,
  rank: (key, label) => `${key}: kelintoje vietoje „${label}“`,
  ticks: { "~chosen": "pasirinkta", "~skipped": "nepasirinkta" },
  everyWave: "Visų eilučių etapas",
  everyLocality: "Visų eilučių vietovė",
  fromColumn: "pagal stulpelį",
  day: "Kada atsakyta",
  dayHint: "Viena diena visam failui; tikslesnio laiko nesaugome.",
  waveNames: { before: "Prieš mokymus", after: "Po mokymų", followup: "Praėjus 3–6 mėnesiams" },
  use: "Perskaityti pagal tai",
  faults: {
    "no-wave": "Nurodykite etapo stulpelį arba visų eilučių etapą.",
    "no-locality": "Nurodykite vietovės stulpelį arba visų eilučių vietovę.",
    "no-items": "Nurodykite bent vieno klausimo stulpelį.",
    twice: "Tą patį reiškia du stulpeliai; palikite vieną.",
    "whole-and-parts":
      "Klausimas turi ir savo stulpelį, ir atskirus pasirinkimų stulpelius; palikite arba vieną, arba kitus.",
    "no-day": "Įrašykite dieną.",
  },
  valuesTitle: "Nesuprasti langeliai",
  valuesLead: "Nurodykite, ką jie reiškia. Kol nenurodyta, eilutės su jais neperkeliamos.",
  cell: (text, count) => `„${text}“ (${counted(count, timesLt, "lt")})`,
  noMeaning: "dar nenurodyta",
  noAnswer: "atsakymo nėra",
  previewTitle: "Kas bus perkelta",
  counts: { wave: "Etapas", responses: "Atsakymų lapai", people: "Skirtingi kodai" },
  pairs: (count) =>
    `Žmonių, kurių atsakymai faile susiejami poromis (prieš ir po): ${formatNumber(count, "lt")}.`,
  withoutCode: (count) =>
    `Be kodo: ${counted(count, rowsLt, "lt")}. Jų atsakymai nesusiejami su kitais.`,
  rowFaultsTitle: "Eilutės su klaidomis",
  rowFaultsLead: "Jos neperkeliamos. Pataisykite failą ir įkelkite iš naujo arba perkelkite be jų.",
  rowFaults: {
    "wave-unknown": (cell) => `Etapas neatpažintas: „${cell}“.`,
    "wave-not-there": (cell) => `Programa tokio etapo neturi: „${cell}“.`,
    "locality-unknown": (cell) => `Vietovė neatpažinta: „${cell}“.`,
    "locality-differs": (cell) => `Tas pats kodas kitoje eilutėje yra kitos vietovės: „${cell}“.`,
    repeated: (cell, about) => `Kodas „${cell}“ šiame etape jau yra ${about} eilutėje.`,
    "value-unknown": (cell, about) => `${about}: „${cell}“ nėra galimas atsakymas.`,
  },
  row: "Eilutė",
  mistake: "Klaida",
  more: (count) => `Ir dar ${counted(count, rowsLt, "lt")}.`,
  firstRows: "Pirmosios eilutės, kaip jos suprastos",
  reason: "Kodėl perkeliama",
  reasonHint: "Įrašoma į veiksmų žurnalą kartu su failo atspaudu.",
  reasonMissing: "Parašykite priežastį (3–200 ženklų).",
  take: (count) => `Perkelti: ${counted(count, responsesLt, "lt")}`,
  takeLeavingOut: (count, leftOut) =>
    `Perkelti: ${counted(count, responsesLt, "lt")} (be klaidingų: ${counted(leftOut, rowsLt, "lt")})`,
  nothing: "Nėra nė vienos eilutės, kurią galėtume perkelti.",
  refusals: {
    "imported-before": "Šis lapas jau perkeltas. Nieko nepakeista.",
    "wave-answered":
      "Etapas kai kuriose vietovėse baigtas ir jame jau yra atsakymų, todėl papildyti jo negalima. Nieko nepakeista.",
    "another-locality": "Kai kurie kodai anksčiau perkelti kitoje vietovėje. Nieko nepakeista.",
    "answered-already":
      "Kai kurių kodų atsakymai šiame etape jau perkelti iš kito failo. Nieko nepakeista.",
  },
  discard: "Neperkelti šio failo",
  back: "Ankstesni atsakymai",
};

const responsesEn = { one: "response", other: "responses" };
const rowsEn = { one: "row", other: "rows" };

const en: EarlierTexts = {
  title: "Earlier answers",
  lead: "Answers collected earlier can be taken over here, so that an old programme can be analysed too. A row of the file is one person's answers in one wave. You see everything before it is stored.",
  noWaves:
    "The programme needs a published questionnaire and waves first: answers are read by them.",
  mistakesTitle: "Please correct",
  file: "The file of answers",
  fileHint: "Excel (.xlsx) or CSV, up to 8 MB. It must hold no names of people.",
  upload: "Upload the file",
  keptFor: "An uploaded file is kept for a day, or until it is imported.",
  importsTitle: "Imported already",
  imports: { sheet: "Sheet", responses: "Responses", on: "Day" },
  closing:
    "Results are released when a wave is closed. A wave that had ended without answers is opened by an import for a day – for importing alone, nobody can answer it – and then closes by itself.",
  close: "Close the wave after the training everywhere and release the results",
  closeLater: "An organiser of the programme can close the wave.",
  codesTitle: "Codes in files",
  codes: (count) =>
    `So that one person's answers in another file pair with these, fingerprints of codes are kept (${count}); the codes themselves are not. When everything is imported, they can be forgotten.`,
  forgetCodes: "Forget the codes",
  columnsTitle: "What the columns are",
  columnsLead:
    "Columns were recognised by their headings: a question's key or its text. Where every option of a question has a column of its own, they are joined into one answer. Check and correct.",
  sheet: "Sheet",
  headRow: "Row of headings",
  optionRow: "Headings in two rows: the question, and below it the choice",
  personal: (columns) =>
    `These columns say who answered: ${columns}. They are not taken over. As long as the file is kept they are in it; you can strike them out below this list.`,
  strikeOut: "Strike these columns out of the uploaded file",
  column: (letter, head) => `Column ${letter}${head === "" ? "" : `: ${head}`}`,
  example: (cells) => `Examples: ${cells}`,
  ignored: "Leave out",
  identity: { code: "A person's code", locality: "Locality", wave: "Wave" },
  other: (key) => `${key}: words for “other”`,
  otherOption: "other",
  option: (key, label) => `${key}: whether “${label}” was chosen`,
  place: (key, place) => `${key}: what is in place ${place}`,
  rank: (key, label) => `${key}: the place of “${label}”`,
  ticks: { "~chosen": "chosen", "~skipped": "not chosen" },
  everyWave: "Wave of all rows",
  everyLocality: "Locality of all rows",
  fromColumn: "by its column",
  day: "When it was answered",
  dayHint: "One day for the whole file; no more exact time is kept.",
  waveNames: {
    before: "Before the training",
    after: "After the training",
    followup: "3–6 months later",
  },
  use: "Read it this way",
  faults: {
    "no-wave": "Name the column of the wave, or the wave of all rows.",
    "no-locality": "Name the column of the locality, or the locality of all rows.",
    "no-items": "Name the column of one question at least.",
    twice: "Two columns mean the same; leave one.",
    "whole-and-parts":
      "A question has a column of its own and columns of its options; leave the one or the others.",
    "no-day": "Enter the day.",
  },
  valuesTitle: "Cells that were not understood",
  valuesLead: "Say what they mean. Until then rows with them are left out.",
  cell: (text, count) => `“${text}” (${counted(count, { one: "time", other: "times" }, "en")})`,
  noMeaning: "not said yet",
  noAnswer: "no answer",
  previewTitle: "What would be imported",
  counts: { wave: "Wave", responses: "Responses", people: "Different codes" },
  pairs: (count) =>
    `Pairs in the file (before and after): ${counted(count, { one: "person", other: "people" }, "en")}.`,
  withoutCode: (count) =>
    `Without a code: ${counted(count, rowsEn, "en")}. Their answers pair with no others.`,
  rowFaultsTitle: "Rows with mistakes",
  rowFaultsLead: "They are left out. Correct the file and upload it again, or import without them.",
  rowFaults: {
    "wave-unknown": (cell) => `The wave was not recognised: “${cell}”.`,
    "wave-not-there": (cell) => `The programme has no such wave: “${cell}”.`,
    "locality-unknown": (cell) => `The locality was not recognised: “${cell}”.`,
    "locality-differs": (cell) =>
      `The same code stands in another row with another locality: “${cell}”.`,
    repeated: (cell, about) => `The code “${cell}” stands in this wave in row ${about} already.`,
    "value-unknown": (cell, about) => `${about}: “${cell}” is not a possible answer.`,
  },
  row: "Row",
  mistake: "Mistake",
  more: (count) => `And ${counted(count, rowsEn, "en")} more.`,
  firstRows: "The first rows as they were understood",
  reason: "Why it is imported",
  reasonHint: "Goes into the audit log with the file's fingerprint.",
  reasonMissing: "Write the reason (3–200 characters).",
  take: (count) => `Import ${counted(count, responsesEn, "en")}`,
  takeLeavingOut: (count, leftOut) =>
    `Import ${counted(count, responsesEn, "en")} (leaving out ${counted(leftOut, rowsEn, "en")})`,
  nothing: "There is no row that could be imported.",
  refusals: {
    "imported-before": "This sheet was imported before. Nothing was changed.",
    "wave-answered":
      "The wave is closed in some localities and has answers there, so nothing can be added. Nothing was changed.",
    "another-locality": "Some codes were imported before in another locality. Nothing was changed.",
    "answered-already":
      "Answers of some codes in this wave were imported from another file. Nothing was changed.",
  },
  discard: "Do not import this file",
  back: "Earlier answers",
};

export const earlierTexts: Record<Language, EarlierTexts> = { lt, en };
