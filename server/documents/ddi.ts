import { isMissingCode, type StatisticalData, type Variable } from "./statistical-data.ts";
import { escapeXml, xmlDeclaration } from "./xml.ts";

/** What the code book says of the study beside its variables. */
export interface Study {
  /** Two letters. */
  language: string;
  id: string;
  producer: string;
  abstract: string;
  /** Who could take part. */
  universe: string;
  /** How it was asked, paired and scored. */
  method: string;
  /** Days YYYY-MM-DD between which answers were given. */
  collected: { from: string; to: string } | null;
  /** What may be done with the data. */
  conditions: string;
  /** The data file that the code book describes. */
  fileName: string;
}

/** The code book of a data file: DDI-Codebook 2.6 (DDI Alliance), with every variable, value and missing code. */
export function writeDdi(data: StatisticalData, study: Study): Uint8Array {
  const namespace = `xmlns="ddi:codebook:2_6" version="2.6" xml:lang="${escapeXml(study.language)}"`;
  const parts = [
    documentXml(data, study),
    studyXml(data, study),
    fileXml(data, study),
    `<dataDscr>\n${data.variables.map(variableXml).join("\n")}\n</dataDscr>`,
  ];
  return Buffer.from(
    `${xmlDeclaration}<codeBook ${namespace}>\n${parts.join("\n")}\n</codeBook>\n`,
  );
}

function documentXml({ title, day }: StatisticalData, { producer }: Study): string {
  const production = `${element("producer", producer)}<prodDate date="${day}">${day}</prodDate>`;
  return `<docDscr><citation><titlStmt>${element("titl", title)}</titlStmt><prodStmt>${production}</prodStmt></citation></docDscr>`;
}

function studyXml({ title }: StatisticalData, study: Study): string {
  const { collected } = study;
  const dates = collected
    ? `<collDate date="${collected.from}" event="start">${collected.from}</collDate><collDate date="${collected.to}" event="end">${collected.to}</collDate>`
    : "";
  return [
    "<stdyDscr><citation>",
    `<titlStmt>${element("titl", title)}${element("IDNo", study.id)}</titlStmt>`,
    `<rspStmt>${element("AuthEnty", study.producer)}</rspStmt></citation>`,
    `<stdyInfo>${element("abstract", study.abstract)}`,
    `<sumDscr>${dates}${element("universe", study.universe)}</sumDscr></stdyInfo>`,
    `<method><dataColl>${element("collMode", study.method)}</dataColl></method>`,
    `<dataAccs><useStmt>${element("conditions", study.conditions)}</useStmt></dataAccs></stdyDscr>`,
  ].join("");
}

function fileXml({ variables, rowCount }: StatisticalData, { fileName }: Study): string {
  const size = `<dimensns>${element("caseQnty", String(rowCount))}${element("varQnty", String(variables.length))}</dimensns>`;
  return `<fileDscr ID="F1"><fileTxt>${element("fileName", fileName)}${size}<fileType charset="UTF-8">SPSS</fileType></fileTxt></fileDscr>`;
}

const natures = { nominal: "nominal", ordinal: "ordinal", scale: "interval" } as const;

function variableXml(variable: Variable, index: number): string {
  const { name, label, question, kind, measure, decimals = 0 } = variable;
  const interval = measure === "scale" ? "contin" : "discrete";
  const attributes = `ID="V${index + 1}" name="${escapeXml(name)}" files="F1" dcml="${decimals}" intrvl="${interval}" nature="${natures[measure]}"`;
  const asked = question ? `<qstn>${element("qstnLit", question)}</qstn>` : "";
  const format = kind === "text" ? "character" : "numeric";
  const category = kind === "day" ? ' category="date"' : "";
  return [
    `<var ${attributes}>`,
    element("labl", label || name, 'level="variable"'),
    asked,
    missingRangeXml(variable),
    ...(variable.values ?? []).map((value) => valueXml(variable, value)),
    `<varFormat type="${format}" schema="other"${category}/>`,
    "</var>",
  ].join("");
}

function missingRangeXml({ missing }: Variable): string {
  if (missing === undefined) return "";
  const ranges = Array.isArray(missing)
    ? missing.map((code) => `<item VALUE="${code}"/>`)
    : [`<range UNITS="REAL" min="${missing.from}" max="${missing.to}"/>`];
  return `<invalrng>${ranges.join("")}</invalrng>`;
}

function valueXml(variable: Variable, { value, label }: { value: number; label: string }): string {
  const missing = isMissingCode(variable, value) ? ' missing="Y"' : "";
  return `<catgry${missing}><catValu>${value}</catValu>${element("labl", label, 'level="category"')}</catgry>`;
}

function element(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes && " "}${attributes}>${escapeXml(text)}</${name}>`;
}
