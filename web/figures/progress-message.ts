import type { Language } from "../../server/domain/text.ts";
import { type ParticipationInput, participationFigure } from "./participation.ts";

/** What a browser that watches a programme is told: the newest release, and the participation table's words. */
export interface ProgressMessage {
  /** The newest release's number; 0 while there is none. */
  release: number;
  summary: string;
  rows: string[][];
}

/** The same words as in the table on the page, so that cells can be replaced one by one. */
export function progressMessage(
  release: number,
  input: ParticipationInput & { language: Language },
): ProgressMessage {
  const { summary, table } = participationFigure(input);
  return { release, summary, rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)) };
}
