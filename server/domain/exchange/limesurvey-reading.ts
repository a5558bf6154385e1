import type { Text } from "../text.ts";
import type { LimeQuestion } from "./limesurvey.ts";
import type { Loss } from "./loss.ts";
import type { OutlineQuestion } from "./outline.ts";

/** What a question has whatever its type. */
export type LimeCommon = Pick<OutlineQuestion, "name" | "text" | "help" | "isRequired" | "rule">;

/** What the questions of a survey are read with. */
export interface LimeReading {
  text(text: Text): Text;
  losses: Loss[];
  /** Codes of rows of tables that have become questions of their own, by the name that conditions use. */
  renamed: Map<string, string>;
  takenNames: Set<string>;
}

/** What reading a question leaves in `source` for the conditions to be read from. */
export type LimeOutline = LimeRow & { source: LimeQuestion };

/** A row of a table, which may be asked under a condition of its own. */
export type LimeRow = OutlineQuestion & { rowRelevance?: string };
