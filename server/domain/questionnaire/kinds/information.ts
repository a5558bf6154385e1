import { type KindRules, leftEmpty } from "./kind.ts";

/** A text to read. It asks nothing, so no field of it is accepted. */
export const information: KindRules<"information"> = {
  isAsked: false,
  fieldsOf: () => [],
  read: () => leftEmpty,
  fill: () => [],
};
