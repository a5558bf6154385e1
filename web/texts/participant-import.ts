import type { ListField } from "../../server/domain/participant/list-columns.ts";
import type { RowFault } from "../../server/domain/participant/list-row.ts";
import type { Language } from "../../server/domain/text.ts";
import { participantImportTextsEn } from "./participant-import-en.ts";
import { participantImportTextsLt } from "./participant-import-lt.ts";

export type ImportOutcome = "new" | "changed" | "same" | "unclear";

/** Words of taking a list of participants over: the file, its columns, what would come of it. */
export interface ParticipantImportTexts {
  title: string;
  lead: string;
  keptFor: string;
  file: string;
  fileHint: string;
  upload: string;
  noLocalities: string;
  fields: Record<ListField, string>;
  columns: {
    title: string;
    lead: string;
    sheet: string;
    headRow: string;
    useSheet: string;
    ignored: string;
    column(letter: string, head: string): string;
    example(words: string): string;
    everybodysLocality: string;
    everybodysLocalityHint: string;
    newcomersRole: string;
    fillDown: string;
    preview: string;
    mistakes: Record<"name" | "twice" | "locality" | "headRow", string>;
  };
  preview: {
    title: string;
    outcomes: Record<ImportOutcome, string>;
    explained: Record<ImportOutcome, string>;
    rowsWithMistakes: string;
    mistakesAdvice: string;
    head: Record<
      "row" | "cell" | "mistake" | "person" | "locality" | "change" | "decision",
      string
    >;
    faults: Record<RowFault, string>;
    repeats(row: number): string;
    newGroups(names: string): string;
    sameAs(row: number): string;
    knownElsewhere: string;
    emptyCell: string;
    change(field: string, before: string, after: string): string;
    nothing: string;
    somebodyElse: string;
    leaveOut: string;
    thisOne(name: string, work: string): string;
    more(count: number): string;
    unclearMore(count: number): string;
    apply(rows: number): string;
    applyLeavingOut(rows: number, leftOut: number): string;
    nothingToDo: string;
    changedMeanwhile: string;
    discard: string;
  };
}

export const participantImportTexts: Record<Language, ParticipantImportTexts> = {
  lt: participantImportTextsLt,
  en: participantImportTextsEn,
};
