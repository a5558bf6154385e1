import type { Language } from "../../server/domain/text.ts";
import type {
  TableFault,
  TableFaultCode,
  TextEncodingName,
} from "../../server/domain/upload/table.ts";
import { formatNumber } from "./numbers.ts";

/** Words of every page on which a file is uploaded. */
export interface UploadTexts {
  noFile: string;
  faults: Record<TableFaultCode, string>;
  line(line: number): string;
  limit(count: number): string;
  mergedCells(count: number): string;
  encodings: Record<TextEncodingName, string>;
}

const lt: UploadTexts = {
  noFile: "Pasirinkite failą: jis nepasirinktas arba tuščias.",
  faults: {
    "empty-file": "Failas tuščias. Pasirinkite kitą.",
    "not-a-table":
      "Tai nei lentelė, nei tekstas. Tinka „Excel“ failas (.xlsx) arba CSV; kitokį atverkite skaičiuokle ir įrašykite kaip .xlsx.",
    "old-excel":
      "Tai senojo „Excel“ failas (.xls) arba slaptažodžiu apsaugotas failas. Atverkite jį skaičiuokle ir įrašykite kaip .xlsx be slaptažodžio.",
    "not-a-workbook":
      "Failas suglaudintas, bet lentelės jame nėra. Atverkite jį skaičiuokle ir įrašykite kaip .xlsx.",
    "open-document": "Tai „LibreOffice“ failas (.ods, .odt). Atverkite jį ir įrašykite kaip .xlsx.",
    "broken-archive":
      "Failas sugadintas arba atsiųstas ne visas. Atverkite jį skaičiuokle ir įrašykite iš naujo.",
    "unsafe-archive":
      "Failo sandara neįprasta: taip sudaromi kenkėjiški failai, todėl jo neskaitėme. Atverkite jį skaičiuokle ir įrašykite iš naujo.",
    "locked-archive": "Failas apsaugotas slaptažodžiu. Įrašykite jį be slaptažodžio.",
    "too-much-inside":
      "Išskleistas failas būtų per didelis, todėl jo neskaitėme. Padalykite jį į kelis mažesnius.",
    "took-too-long":
      "Failas skaitytas per ilgai, todėl skaitymas nutrauktas ir nieko neįrašyta. Padalykite failą į kelis mažesnius arba palikite tik reikalingus lapus.",
    "broken-xml":
      "Failo vidus sugadintas. Atverkite jį programa, kuria jis sukurtas, ir įrašykite iš naujo.",
    doctype:
      "Faile yra dokumento tipo aprašas (DOCTYPE). Dėl saugumo tokių failų neskaitome. Atverkite jį skaičiuokle ir įrašykite iš naujo.",
    "unknown-encoding":
      "Nepavyko atpažinti raidžių koduotės. Įrašykite failą kaip „CSV UTF-8“ arba .xlsx.",
    "quote-not-closed":
      "Kabutės atidarytos, bet neuždarytos, todėl langelių atskirti nepavyko. Pataisykite kabutes arba įrašykite failą kaip .xlsx.",
    "text-after-quote":
      "Po uždarytų kabučių langelyje dar yra teksto. Kabutes tekste reikia rašyti dukart.",
    "too-many-rows": "Lentelėje per daug eilučių: padalykite ją į kelias.",
    "too-many-columns": "Lentelėje per daug stulpelių: pašalinkite nereikalingus.",
  },
  line: (line) => `${line} eilutė.`,
  limit: (count) => `Daugiausia gali būti ${formatNumber(count, "lt")}.`,
  mergedCells: (count) =>
    `Lentelėje yra sujungtų langelių (vietų: ${formatNumber(count, "lt")}). Reikšmė liko pirmame, kiti laikomi tuščiais.`,
  encodings: { "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1257": "Windows-1257" },
};

const en: UploadTexts = {
  noFile: "Choose a file: none was chosen, or it is empty.",
  faults: {
    "empty-file": "The file is empty. Choose another.",
    "not-a-table":
      "This is neither a table nor text. An Excel file (.xlsx) or CSV will do; open any other in a spreadsheet and save it as .xlsx.",
    "old-excel":
      "This is a file of an old Excel (.xls), or one locked by a password. Open it in a spreadsheet and save it as .xlsx without a password.",
    "not-a-workbook":
      "The file is compressed, but there is no table in it. Open it in a spreadsheet and save it as .xlsx.",
    "open-document": "This is a LibreOffice file (.ods, .odt). Open it and save it as .xlsx.",
    "broken-archive":
      "The file is damaged or did not arrive whole. Open it in a spreadsheet and save it again.",
    "unsafe-archive":
      "The file is built in an unusual way that harmful files use, so it was not read. Open it in a spreadsheet and save it again.",
    "locked-archive": "The file is locked by a password. Save it without one.",
    "too-much-inside":
      "Unpacked, the file would be too large, so it was not read. Split it into several smaller ones.",
    "took-too-long":
      "Reading the file took too long, so it was stopped and nothing was kept. Split the file into several smaller ones, or leave only the sheets that are needed.",
    "broken-xml":
      "The inside of the file is damaged. Open it in the program that made it and save it again.",
    doctype:
      "The file has a document type (DOCTYPE). For safety, such files are not read. Open it in a spreadsheet and save it again.",
    "unknown-encoding":
      "The encoding of its letters could not be found out. Save the file as “CSV UTF-8” or as .xlsx.",
    "quote-not-closed":
      "A quotation is opened and never closed, so cells cannot be told apart. Correct it, or save the file as .xlsx.",
    "text-after-quote":
      "Text follows a closed quotation in a cell. Quotation marks inside a text must be doubled.",
    "too-many-rows": "The table has too many rows: split it into several.",
    "too-many-columns": "The table has too many columns: remove those not needed.",
  },
  line: (line) => `Line ${line}.`,
  limit: (count) => `There may be ${formatNumber(count, "en")} at most.`,
  mergedCells: (count) =>
    `The table has merged cells (places: ${formatNumber(count, "en")}). The value stayed in the first of them; the others count as empty.`,
  encodings: { "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1257": "Windows-1257" },
};

export const uploadTexts: Record<Language, UploadTexts> = { lt, en };

/** A fault in one or two sentences, with its place or limit where it has one. */
export function describeTableFault(texts: UploadTexts, { code, line, limit }: TableFault): string {
  const place = line === undefined ? [] : [texts.line(line)];
  const most = limit === undefined ? [] : [texts.limit(limit)];
  return [texts.faults[code], ...place, ...most].join(" ");
}
