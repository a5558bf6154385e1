import { inventAnswers } from "../../db/seed/invent-answers.ts";
import { randomFrom } from "../../db/seed/random.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { type Part, partsOf } from "../../server/domain/questionnaire/parts.ts";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { FormFields } from "../../server/domain/response/form-fields.ts";
import { fillFields } from "../../server/domain/response/read-answers.ts";

/** What one invented participant answers before the training: hardly ever the same as what another does. */
export interface Sheet {
  answers: Answers;
  parts: readonly Part[];
}

export function inventSheet(document: QuestionnaireDocument, seed: number): Sheet {
  const random = randomFrom(seed);
  const person = {
    level: Object.fromEntries(document.scales.map(({ key }) => [key, random.normal() / 2])),
    gain: {},
    background: {},
    isNewcomer: true,
    skippedSections: [],
  };
  return {
    answers: inventAnswers(document, { wave: "before", person, random }),
    parts: partsOf(document, { wave: "before", isNewcomer: true }),
  };
}

/** The sheet as the form of one part, or of the whole questionnaire, sends it. */
export function fieldsOf({ answers, parts }: Sheet, part?: Part): FormFields {
  const asked = part ? [part] : parts;
  return fillFields(
    asked.flatMap(({ items }) => items),
    answers,
  );
}

export function asBody(fields: FormFields): URLSearchParams {
  const entries = [...fields].flatMap(([name, values]) => values.map((value) => [name, value]));
  return new URLSearchParams(entries);
}
