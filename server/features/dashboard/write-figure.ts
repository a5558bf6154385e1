import type { Db } from "../../../db/connect.ts";
import type { FigureTable } from "../../../web/figures/figure.ts";
import { findFigure } from "../../../web/figures/results.ts";
import { type CsvVariant, type DataTable, writeCsv } from "../../documents/csv.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import { loadResults } from "./load-results.ts";

export interface FigureFile {
  name: string;
  content: Uint8Array;
}

/** The table of one figure of the newest release as a CSV file: the rows that the page shows, numbers as numbers. */
export async function writeFigure(
  db: Db,
  {
    programme,
    figureKey,
    variant,
    language,
  }: {
    programme: { id: string; slug: string };
    figureKey: string;
    variant: CsvVariant;
    language: Language;
  },
): Promise<FigureFile> {
  const loaded = await loadResults(db, programme.id);
  const figure = loaded && findFigure(loaded.results, figureKey, language);
  if (!figure) throw new Problem("not-found");
  return {
    name: `${programme.slug}-${figure.key}.csv`,
    content: writeCsv(asData(figure.table), variant),
  };
}

/** A cell without a number that says only that nothing stands there is empty in a file. */
function asData({ columns, rows }: FigureTable): DataTable {
  return {
    columns: columns.map(({ title }) => title),
    rows: rows.map(({ cells }) =>
      cells.map(({ text, number }) => number ?? (text === "–" ? null : text)),
    ),
  };
}
