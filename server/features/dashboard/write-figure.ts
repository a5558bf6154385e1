import type { Db } from "../../../db/connect.ts";
import { findFigure } from "../../../web/figures/all-figures.ts";
import type { Figure, FigureTable } from "../../../web/figures/figure.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import { type CsvVariant, type DataTable, writeCsv } from "../../documents/csv.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import type { ProgrammeKind } from "../../domain/words.ts";
import { loadResults, type ResultsWanted } from "./load-results.ts";

export interface FigureFile {
  name: string;
  content: Uint8Array;
}

/** The table of one figure of the newest release as a CSV file: the rows that the page shows, numbers as numbers. */
export async function writeFigure(
  db: Db,
  {
    programme,
    reach,
    shelves,
    figureKey,
    variant,
    language,
  }: Pick<ResultsWanted, "reach" | "shelves"> & {
    programme: { id: string; slug: string; kind: ProgrammeKind };
    figureKey: string;
    variant: CsvVariant;
    language: Language;
  },
): Promise<FigureFile> {
  const loaded = await loadResults(db, { programmeId: programme.id, reach, shelves });
  const figure = loaded && findFigure(loaded.results, figureKey, language);
  if (!figure) throw new Problem("not-found");
  return writeTable(figure, { programme, variant, language });
}

/** A figure's table as a file. */
export function writeTable(
  figure: Figure,
  {
    programme,
    variant,
    language,
  }: {
    programme: { slug: string; kind: ProgrammeKind };
    variant: CsvVariant;
    language: Language;
  },
): FigureFile {
  const mark = programme.kind === "real" ? null : siteTexts[language].demonstration;
  return {
    name: `${mark ? "demo-" : ""}${programme.slug}-${figure.key}.csv`,
    content: writeCsv(asData(figure.table, mark), variant),
  };
}

/** A cell in which nothing stands is empty in a file. A sheet of invented data says so in its last row. */
function asData({ columns, rows }: FigureTable, mark: string | null): DataTable {
  const data = rows.map(({ cells }) =>
    cells.map(({ text, number }) => number ?? (text === "–" ? null : text)),
  );
  const marked = mark === null ? [] : [columns.map((_, index) => (index === 0 ? mark : null))];
  return { columns: columns.map(({ title }) => title), rows: [...data, ...marked] };
}
