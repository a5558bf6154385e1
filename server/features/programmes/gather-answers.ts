import type { Db } from "../../../db/connect.ts";
import { type SheetRow, streamSheets } from "../../../db/queries/answers-by-person.ts";
import type { PairAnswers } from "../../domain/disclosure/pair-answers.ts";
import {
  addOther,
  type OtherGathering,
  startOthers,
} from "../../domain/gathering/gather-others.ts";
import {
  addPair,
  type PersonSheets,
  pairAnswersOf,
  type Sheet,
  startPairs,
} from "../../domain/gathering/gather-pairs.ts";
import type { Answers } from "../../domain/response/answers.ts";
import type { ReleaseInstrument } from "./load-instrument.ts";

export interface Gathered {
  others: OtherGathering;
  /** What the pairs of a scale in a locality answered, counted. */
  answersOf(scale: string, locality: string): PairAnswers;
}

interface Gathering {
  programmeId: string;
  instrument: ReleaseInstrument;
  localityKeys: readonly string[];
}

/** Folds everybody's sheets into counts, one person at a time: nobody's answers are kept beside each other. */
export async function gatherAnswers(
  db: Db,
  { programmeId, instrument, localityKeys }: Gathering,
): Promise<Gathered> {
  const pairs = startPairs(instrument.document);
  const others = startOthers(instrument.document);
  const known = new Set(localityKeys);
  const add = (person: PersonSheets) => {
    addPair(pairs, person);
    addOther(others, person);
  };
  let code: string | undefined;
  let person: PersonSheets = {};
  for await (const row of streamSheets(db, programmeId)) {
    if (!known.has(row.locality)) continue;
    if (row.pairingCode !== code) {
      add(person);
      person = {};
      code = row.pairingCode;
    }
    person[row.wave] = sheetOf(row, instrument);
  }
  add(person);
  return { others, answersOf: (scale, locality) => pairAnswersOf(pairs, { scale, locality }) };
}

function sheetOf(
  { locality, versionId, answers, scores }: SheetRow,
  { keysIn }: ReleaseInstrument,
): Sheet {
  const keys = keysIn.get(versionId);
  return { locality, scores, answers: keys ? renamed(answers, keys) : answers };
}

/** Answers under the keys of the release's version; those without a partner there are left out. */
function renamed(answers: Answers, keys: Readonly<Record<string, string>>): Answers {
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, theirs]) => {
      const answer = answers[theirs];
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}
