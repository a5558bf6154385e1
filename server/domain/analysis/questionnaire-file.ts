import { checkDocument } from "../questionnaire/checks.ts";
import {
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../questionnaire/document.ts";
import { responseColumns } from "./answer-columns.ts";
import { type Fault, faulty, mostFaults, type Reading } from "./fault.ts";
import { type LocatedJson, pathText, readJson } from "./json-text.ts";
import { readUtf8 } from "./utf8.ts";

/** Headings of the analysis beside its scales: no scale may be called so. */
export const analysisParts = ["about", "items", "multiplicity"];

/** Reads a questionnaire from its file and checks it as publishing does; every fault has its line and column. */
export function readQuestionnaire(bytes: Uint8Array): Reading<QuestionnaireDocument> {
  const text = readUtf8(bytes);
  if (!text.ok) return text;
  const json = readJson(text.content);
  if (!json.ok) return json;
  const shaped = readShape(json.content);
  if (!shaped.ok) return shaped;
  const found = [...checkDocument(shaped.content), ...checkNames(shaped.content)];
  if (found.length === 0) return shaped;
  const faults = found.map(({ code, path, key, detail }): Fault => {
    const about = { ...(key !== undefined && { key }), ...(detail !== undefined && { detail }) };
    return { code, at: path, ...json.content.positionOf(path), detail: about };
  });
  return faulty(...faults.slice(0, mostFaults));
}

function readShape({ value, positionOf }: LocatedJson): Reading<QuestionnaireDocument> {
  const read = questionnaireDocumentSchema.safeParse(value);
  if (read.success) return { ok: true, content: read.data };
  const faults = read.error.issues.map((issue): Fault => {
    const at = pathText(issue.path);
    return { code: "format", at, ...positionOf(at), detail: { message: issue.message } };
  });
  return faulty(...faults.slice(0, mostFaults));
}

interface OwnFinding {
  code: "name-taken";
  path: string;
  key: string;
  detail?: string;
}

/** Names that the table or the analysis needs for something else. */
function checkNames({ items, scales }: QuestionnaireDocument): OwnFinding[] {
  const taken = (list: string, entries: readonly { key: string }[], names: readonly string[]) =>
    entries.flatMap(({ key }, index): OwnFinding[] =>
      names.includes(key) ? [{ code: "name-taken", path: `${list}[${index}].key`, key }] : [],
    );
  return [...taken("items", items, responseColumns), ...taken("scales", scales, analysisParts)];
}
