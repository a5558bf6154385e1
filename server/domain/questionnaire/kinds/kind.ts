import type { Answer } from "../../response/answers.ts";
import type { FormFields } from "../../response/form-fields.ts";
import type { Mistake, MistakeCode } from "../../response/mistakes.ts";
import type { ItemKind, ItemOf, QuestionnaireDocument } from "../document.ts";

/** What was made of one item's fields: an answer, nothing (left empty), or what is wrong. */
export type Reading = { answer: Answer } | { answer: undefined } | { mistake: Mistake };

/** Everything the product has to know of one kind of item. A kind that forgets a part does not compile. */
export interface KindRules<Kind extends ItemKind> {
  /** Whether the kind asks for an answer at all. */
  isAsked: boolean;
  /** The names of the form fields in which the item may be answered. */
  fieldsOf(item: ItemOf<Kind>): string[];
  /** One raw form value into an answer, or a mistake. */
  read(item: ItemOf<Kind>, sent: FormFields, document: QuestionnaireDocument): Reading;
  /** A stored answer back into form fields, so that reading them again gives the same answer. */
  fill(item: ItemOf<Kind>, answer: Answer): [field: string, value: string][];
}

export const leftEmpty: Reading = { answer: undefined };

export function mistaken(
  item: { key: string },
  code: MistakeCode,
  detail: Mistake["detail"] = {},
): Reading {
  return { mistake: { item: item.key, code, detail } };
}
