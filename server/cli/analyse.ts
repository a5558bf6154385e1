import fs from "node:fs";
import { z } from "zod";
import { buildAnalysis } from "../domain/analysis/analysis.ts";
import { readResponses } from "../domain/analysis/answers-file.ts";
import { type LocalityEnrolment, readEnrolments } from "../domain/analysis/enrolment-file.ts";
import type { Reading } from "../domain/analysis/fault.ts";
import { type Gathered, gatherResponses } from "../domain/analysis/gathered.ts";
import { groupByLocality, releaseInputOf } from "../domain/analysis/groups.ts";
import { type Measures, measuresOf } from "../domain/analysis/measures.ts";
import { readQuestionnaire } from "../domain/analysis/questionnaire-file.ts";
import { readUtf8 } from "../domain/analysis/utf8.ts";
import { release } from "../domain/disclosure/release.ts";
import { documentFormat, questionnaireDocumentSchema } from "../domain/questionnaire/document.ts";
import { faultLine } from "./analyse-faults.ts";
import { type AnalyseTask, help, readOptions, UsageFault } from "./analyse-options.ts";

/** Where results and complaints go. */
export interface Output {
  write(text: string): void;
  complain(text: string): void;
}

/** Files that cannot be used, said in lines for whoever made them. */
class FileFault extends Error {}

/**
 * `npm run -s analyse`: the statistics of the product, from a questionnaire and a table of answers, as JSON. Exit code
 * 0; 1 when a file is wrong, 2 when the command line is.
 */
export async function main(args: string[], output: Output = processOutput()): Promise<number> {
  try {
    output.write(run(args));
    return 0;
  } catch (error) {
    output.complain(complaintAbout(error));
    return error instanceof UsageFault ? 2 : 1;
  }
}

/** Whoever runs the command can do something about a file or an option, and nothing about a stack trace. */
function complaintAbout(error: unknown): string {
  if (error instanceof FileFault) return `${error.message}\n`;
  if (error instanceof UsageFault) {
    return `analyse: ${error.message}\nnpm run -s analyse -- --help tells more\n`;
  }
  return `analyse: unexpected, and a fault of ours: ${String(error)}\n`;
}

function run(args: string[]): string {
  const options = readOptions(args);
  if (options.task === "help") return help;
  const result = options.task === "schema" ? questionnaireSchema() : analyse(options);
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The format of questionnaires as a JSON Schema, made from the schema that the product itself reads them by. */
export function questionnaireSchema() {
  const schema = z.toJSONSchema(questionnaireDocumentSchema, { io: "input" });
  return { title: documentFormat, ...schema };
}

function analyse(task: AnalyseTask) {
  const { measures, gathered, enrolments } = readFiles(task);
  const { audience, threshold, smallestWorthwhile } = task;
  if (!audience) return buildAnalysis({ measures, gathered, enrolments, smallestWorthwhile });
  const groups = groupByLocality(gathered, enrolments);
  const rules = { threshold, smallestWorthwhile: smallestWorthwhile ?? null };
  return release(releaseInputOf(groups, measures, rules), audience);
}

interface Files {
  measures: Measures;
  gathered: Gathered;
  enrolments: LocalityEnrolment[] | undefined;
}

function readFiles({ questionnaire, answers, enrolled }: AnalyseTask): Files {
  const document = contentOf(questionnaire, readQuestionnaire(readBytes(questionnaire)));
  const enrolments =
    enrolled === undefined ? undefined : contentOf(enrolled, readEnrolments(readText(enrolled)));
  const localities = enrolments && new Set(enrolments.map(({ locality }) => locality));
  const measures = measuresOf(document);
  const responses = readResponses(document, readText(answers), localities);
  return {
    measures,
    gathered: contentOf(answers, gatherResponses(measures, responses)),
    enrolments,
  };
}

function readText(file: string): string {
  return contentOf(file, readUtf8(readBytes(file)));
}

function contentOf<Content>(file: string, reading: Reading<Content>): Content {
  if (reading.ok) return reading.content;
  throw new FileFault(reading.faults.map((fault) => faultLine(file, fault)).join("\n"));
}

/** Node cannot hold a text much longer than this. */
const mostBytes = 400_000_000;

function readBytes(file: string): Uint8Array {
  try {
    if (fs.statSync(file).size > mostBytes) throw new FileFault(`${file}: larger than 400 MB`);
    return fs.readFileSync(file);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(`${file}: ${unreadable(error)}`);
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder";
  if (code === "EACCES" || code === "EPERM") return "this file may not be read";
  return `this file cannot be read (${code})`;
}

function processOutput(): Output {
  // Whoever reads only the beginning (`| head`) closes the pipe; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  };
}
