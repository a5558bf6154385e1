import type { Text } from "../text.ts";
import type { Loss } from "./loss.ts";
import type { OutlineOption, OutlineRule } from "./outline.ts";
import { bothRules } from "./read-condition.ts";
import type { Wordings } from "./xlsform-wordings.ts";

/** What the rows of a form are read with. */
export interface Form {
  wordings: Wordings;
  lists: ReadonlyMap<string, OutlineOption[]>;
  /** By list, how many questions choose one of it. */
  uses: ReadonlyMap<string, number>;
  /** The columns of pictures, sounds and films: of the questions, and of the choices. */
  media: readonly (readonly string[])[];
  losses: Loss[];
}

/** A group that is open, with the condition under which all in it is asked. */
export interface OpenGroup {
  name: string;
  title: Text;
  rule: OutlineRule | undefined;
}

/** Both rules as one; where that cannot be said, the inner one is left and the loss told. */
export function bothOrLost(
  outer: OutlineRule | undefined,
  inner: OutlineRule | undefined,
  name: string,
  { losses }: { losses: Loss[] },
): OutlineRule | undefined {
  const both = bothRules(outer, inner);
  if (both !== "foreign") return both;
  losses.push({ code: "condition-not-expressible", name });
  return inner;
}
