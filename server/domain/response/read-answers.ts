import { Problem } from "../problem.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import { askedItems } from "../questionnaire/routing.ts";
import type { Answer, Answers } from "./answers.ts";
import type { FormFields } from "./form-fields.ts";
import type { Mistake } from "./mistakes.ts";

/** What a sent form says: an answer (or the reason for none) to every item of it, or what has to be looked at again. */
export type ReadAnswers =
  | { ok: true; answers: Answers }
  | { ok: false; answers: Answers; mistakes: Mistake[] };

export interface SentForm {
  document: QuestionnaireDocument;
  /** The items that the form asks, in its order. */
  items: readonly Item[];
  sent: FormFields;
  /** Answers given before, on which routing may depend. */
  earlier?: Answers;
  /** Answers that exist but are not shown: an item left empty keeps its own. */
  kept?: Answers;
  /** A form saved while it is being filled in: what is still empty is not yet skipped, nothing is yet required. */
  isUnfinished?: boolean;
}

/**
 * Reads unknown form fields into typed answers. An item that was shown and left empty is `skipped`, one that routing
 * hides is `not-asked` whatever was sent for it; of an unfinished form, empty items are left out altogether.
 *
 * @throws Problem "bad-request" for a field that no item of the form has: nothing else can be written through a form.
 */
export function readAnswers(form: SentForm): ReadAnswers {
  refuseUnknownFields(form.items, form.sent);
  const { given, mistakes } = readEach(form);
  const asked = askedItems(form.items, { ...form.earlier, ...given });
  const left = mistakes.filter((mistake) => asked.has(mistake.item));
  const answers = withMissingCodes(form, { given, asked, mistaken: left });
  const empty = form.isUnfinished ? [] : requiredButEmpty(form.items, answers);
  const all = inFormOrder(form.items, [...left, ...empty]);
  return all.length === 0 ? { ok: true, answers } : { ok: false, answers, mistakes: all };
}

function refuseUnknownFields(items: readonly Item[], sent: FormFields): void {
  const known = new Set(items.flatMap((item) => rulesOf(item).fieldsOf(item)));
  for (const field of sent.keys()) {
    if (!known.has(field)) throw new Problem("bad-request");
  }
}

function readEach({ document, items, sent, kept = {} }: SentForm) {
  const given: Answers = {};
  const mistakes: Mistake[] = [];
  for (const item of items) {
    const reading = rulesOf(item).read(item, sent, document);
    if ("mistake" in reading) mistakes.push(reading.mistake);
    else setIfAnswered(given, item.key, reading.answer ?? kept[item.key]);
  }
  return { given, mistakes };
}

function setIfAnswered(answers: Answers, key: string, answer: Answer | undefined): void {
  if (answer !== undefined) answers[key] = answer;
}

function withMissingCodes(
  { items, isUnfinished }: SentForm,
  read: { given: Answers; asked: Set<string>; mistaken: readonly Mistake[] },
): Answers {
  const answers: Answers = {};
  const mistaken = new Set(read.mistaken.map((mistake) => mistake.item));
  for (const item of items) {
    if (!rulesOf(item).isAsked || mistaken.has(item.key)) continue;
    const given = read.given[item.key];
    if (!read.asked.has(item.key)) answers[item.key] = { missing: "not-asked" };
    else if (given !== undefined) answers[item.key] = given;
    else if (!isUnfinished) answers[item.key] = { missing: "skipped" };
  }
  return answers;
}

function requiredButEmpty(items: readonly Item[], answers: Answers): Mistake[] {
  return items
    .filter((item) => item.isRequired && isLeftEmpty(answers[item.key]))
    .map((item) => ({ item: item.key, code: "required", detail: {} }));
}

function isLeftEmpty(answer: Answer | undefined): boolean {
  return typeof answer === "object" && "missing" in answer && answer.missing === "skipped";
}

function inFormOrder(items: readonly Item[], mistakes: Mistake[]): Mistake[] {
  const order = new Map(items.map((item, index) => [item.key, index]));
  return mistakes.sort((one, other) => order.get(one.item)! - order.get(other.item)!);
}

/** Stored answers back as form fields: what a page shows as filled in. */
export function fillFields(items: readonly Item[], answers: Answers): FormFields {
  const fields = new Map<string, string[]>();
  for (const item of items) {
    const answer = answers[item.key];
    if (answer === undefined) continue;
    for (const [name, value] of rulesOf(item).fill(item, answer)) {
      fields.set(name, [...(fields.get(name) ?? []), value]);
    }
  }
  return fields;
}
