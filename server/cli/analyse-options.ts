import { parseArgs } from "node:util";

/** What somebody asked the command to do. */
export type AnalyseOptions = { task: "help" } | { task: "schema" } | AnalyseTask;

export interface AnalyseTask {
  task: "analyse";
  questionnaire: string;
  answers: string;
  enrolled: string | undefined;
  /** Set when figures are to be withheld as a release does. */
  audience: "evaluator" | "public" | undefined;
  threshold: number;
  smallestWorthwhile: number | undefined;
}

/** A command line that cannot be understood. */
export class UsageFault extends Error {}

export const help = `Recomputes all statistics from files.

  npm run -s analyse -- --questionnaire Q.json --answers A.csv [options]

  --questionnaire FILE        the questionnaire, format pokytis-questionnaire/1
  --answers FILE              the answers, one row a response
  --enrolled FILE             localities in order: locality,enrolled[,closed]
                              (without it, enrolled are the people in the answers)
  --release                   withhold what a release withholds, and print exactly that
  --audience evaluator|public whose release (default: evaluator)
  --threshold N               fewest people that a release shows, 5 to 10 (default: 5)
  --smallest-worthwhile N     smallest worthwhile change in points, if it was fixed beforehand
  --schema                    print the questionnaire's JSON Schema
  --help                      print this

Prints JSON. Without --release nothing is withheld: the output is as confidential as the answers.
docs/DATA.md describes the files and every figure. Exit codes: 0 done, 1 a file is wrong, 2 usage.
`;

const flags = {
  questionnaire: { type: "string" },
  answers: { type: "string" },
  enrolled: { type: "string" },
  release: { type: "boolean" },
  audience: { type: "string" },
  threshold: { type: "string" },
  "smallest-worthwhile": { type: "string" },
  schema: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the command line; throws a UsageFault where it makes no sense. */
export function readOptions(args: string[]): AnalyseOptions {
  const given = parse(args);
  if (given.help) return { task: "help" };
  if (given.schema) return { task: "schema" };
  const { questionnaire, answers, enrolled } = given;
  if (!questionnaire) throw new UsageFault("--questionnaire FILE is missing");
  if (!answers) throw new UsageFault("--answers FILE is missing");
  if (given.audience !== undefined && !given.release) {
    throw new UsageFault("--audience belongs to --release");
  }
  const audience = readAudience(given.audience);
  return {
    task: "analyse",
    questionnaire,
    answers,
    enrolled,
    audience: given.release ? audience : undefined,
    threshold: readThreshold(given.threshold),
    smallestWorthwhile: readPoints(given["smallest-worthwhile"]),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}

function readAudience(given = "evaluator"): "evaluator" | "public" {
  if (given === "evaluator" || given === "public") return given;
  throw new UsageFault(`--audience is evaluator or public, not ${given}`);
}

function readThreshold(given = "5"): number {
  if (/^([5-9]|10)$/.test(given)) return Number(given);
  throw new UsageFault(`--threshold is a whole number from 5 to 10, not ${given}`);
}

function readPoints(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const points = /^\d{1,3}(\.\d{1,6})?$/.test(given) ? Number(given) : 0;
  if (points > 0 && points <= 100) return points;
  throw new UsageFault(`--smallest-worthwhile is a number of points up to 100, not ${given}`);
}
