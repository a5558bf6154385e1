import { packageDataTexts } from "../../../web/texts/packages.ts";
import { type CsvVariant, type DataTable, writeCsv } from "../../documents/csv.ts";
import { type Study, writeDdi } from "../../documents/ddi.ts";
import recomputeScript from "../../documents/recompute/recompute.R?raw";
import { writeSavFile } from "../../documents/sav.ts";
import {
  isMissingCode,
  type StatisticalData,
  variableNames,
} from "../../documents/statistical-data.ts";
import {
  buildExcludedTable,
  buildLongTable,
  buildWideTable,
  type Table,
} from "../../domain/package/answers-tables.ts";
import { headlineOf, headlineTable } from "../../domain/package/headline.ts";
import type { PackageForm, PackageResponse } from "../../domain/package/package-response.ts";
import { buildScaleTable } from "../../domain/package/scale-table.ts";
import { buildBlockTable } from "../../domain/package/total-blocks.ts";
import { isMissing } from "../../domain/response/answers.ts";
import { inLanguage } from "../../domain/text.ts";
import { buildColumns, type Column, type Wording } from "./build-variables.ts";
import { findChanges } from "./changes.ts";
import type { PackageSource } from "./gather-package.ts";
import { buildReadme } from "./readme.ts";

/** One file of a package; `rows` where it is a table. */
export interface PackageFile {
  name: string;
  content: Uint8Array;
  rows?: number;
}

/** What was ordered, and the day on which the data are as they are. */
export interface PackageOrder extends Wording {
  day: string;
}

/** Every file of a package but its manifest. Throws where an answer would be lost on the way. */
export function buildFiles(source: PackageSource, order: PackageOrder): PackageFile[] {
  const { document } = source.questionnaire;
  refuseLoss(source);
  const consentKeys = source.consents.map(({ key }) => key);
  const form: PackageForm = { consentKeys, hasOpenTexts: order.hasOpenTexts };
  const counted = source.responses.filter((one) => one.excludedBecause === null);
  const excluded = source.responses.filter((one) => one.excludedBecause !== null);
  const wide = buildWideTable(document, counted, form);
  const numbers = headlineOf(source.release.figures, findChanges(source));
  const { number, contentHash, figures } = source.release;
  const headline = { release: number, contentHash, threshold: figures.threshold, numbers };
  return [
    tableFile("answers.csv", wide),
    tableFile("answers-excel.csv", wide, "excel"),
    tableFile("answers-long.csv", buildLongTable(document, counted, form)),
    tableFile("excluded.csv", buildExcludedTable(document, excluded, form)),
    tableFile("scales.csv", buildScaleTable(document)),
    tableFile("blocks.csv", buildBlockTable(figures, source.earlier)),
    tableFile("enrolled.csv", enrolledTable(source)),
    tableFile("headline.csv", headlineTable(numbers)),
    jsonFile("headline.json", headline),
    jsonFile("questionnaire.json", document),
    { name: "recompute.R", content: Buffer.from(recomputeScript) },
    { name: "README.txt", content: Buffer.from(buildReadme(source, order)) },
    ...statisticalFiles(source, counted, order),
  ];
}

/** A version may lack what another asked: such answers would fall out of every table without a word. */
function refuseLoss({ questionnaire, responses }: PackageSource): void {
  const known = new Set(questionnaire.document.items.map(({ key }) => key));
  for (const { answers } of responses) {
    const lost = Object.entries(answers).find(
      ([key, answer]) => !known.has(key) && !isMissing(answer),
    );
    if (lost) throw new RangeError(`answers to ${lost[0]} have no place in the questionnaire`);
  }
}

function tableFile(name: string, table: DataTable, variant: CsvVariant = "raw"): PackageFile {
  let rows = 0;
  const counted = function* () {
    for (const row of table.rows) {
      rows += 1;
      yield row;
    }
  };
  const content = writeCsv({ columns: table.columns, rows: counted() }, variant);
  return { name, content, rows };
}

function jsonFile(name: string, value: unknown): PackageFile {
  return { name, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

/** The list of the enrolled as the analysis reads it, with the names that people call the places by. */
function enrolledTable({ participation, localities }: PackageSource): Table {
  return {
    columns: ["locality", "enrolled", "closed", "x_name"],
    rows: participation.map(({ locality, enrolled, closedWaves }) => {
      const name = localities.find(({ key }) => key === locality)?.nominative ?? locality;
      return [locality, enrolled, closedWaves.join("|"), name];
    }),
  };
}

/** The SPSS file and both code books, from one description of the variables. */
function statisticalFiles(
  source: PackageSource,
  responses: readonly PackageResponse[],
  order: PackageOrder,
): PackageFile[] {
  const columns = buildColumns(source, order);
  const names = variableNames(columns.map(({ variable }) => variable.name));
  const texts = packageDataTexts[order.language];
  const isReal = source.programme.kind === "real";
  const data: StatisticalData = {
    title: inLanguage(source.programme.title, order.language),
    day: order.day,
    variables: columns.map(({ variable }, index) => ({ ...variable, name: names[index]! })),
    rows: rowsOf(responses, columns),
    rowCount: responses.length,
    notes: [...(isReal ? [] : [texts.demonstration]), texts.method, texts.conditions],
  };
  return [
    { name: "answers.sav", content: writeSavFile(data), rows: responses.length },
    { name: "codebook-ddi.xml", content: writeDdi(data, studyOf(source, responses, order)) },
    tableFile("codebook.csv", codebookTable(data, order), "excel"),
  ];
}

/** Made while they are written. */
function* rowsOf(responses: readonly PackageResponse[], columns: readonly Column[]) {
  for (const response of responses) yield columns.map(({ read }) => read(response));
}

function studyOf(
  { programme, producer, release }: PackageSource,
  responses: readonly PackageResponse[],
  { language }: PackageOrder,
): Study {
  const texts = packageDataTexts[language];
  const days = responses.map(({ day }) => day).sort();
  const note = programme.kind === "real" ? [] : [texts.demonstration];
  return {
    language,
    id: `${programme.slug}-${release.number}`,
    producer,
    abstract: [...note, texts.abstract].join(" "),
    universe: texts.universe,
    method: texts.method,
    collected: days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null,
    conditions: texts.conditions,
    fileName: "answers.sav",
  };
}

/** A line for each variable, and under it one for each of its values. */
function codebookTable({ variables }: StatisticalData, { language }: PackageOrder): Table {
  const texts = packageDataTexts[language];
  const { variable, label, question, value, meaning, isMissing: missing } = texts.codebook;
  return {
    columns: [variable, label, question, value, meaning, missing],
    rows: variables.flatMap((one) => [
      [one.name, one.label, one.question ?? null, null, null, null],
      ...(one.values ?? []).map((each) => {
        const mark = isMissingCode(one, each.value) ? texts.yes : null;
        return [one.name, null, null, each.value, each.label, mark];
      }),
    ]),
  };
}
