import { gainByLocalityFigure } from "../../../web/figures/gain-by-locality.ts";
import { figureTexts } from "../../../web/texts/figures.ts";
import type { DataTable } from "../../documents/csv.ts";
import type { Language } from "../../domain/text.ts";
import type { AnnexSource } from "./gather-source.ts";
import { scaleTitle } from "./parts/results.ts";

/** The annex's result tables as one: a row for each scale and locality, numbers as numbers, withheld cells empty. */
export function buildDataTable(source: AnnexSource, language: Language): DataTable {
  const { figures } = source.release;
  const tables = figures.scales.map((scale) => {
    const title = scaleTitle(source, scale.key, { language });
    const { table } = gainByLocalityFigure({
      scale,
      scaleTitle: title,
      participation: figures.participation,
      localities: source.localities,
      threshold: figures.threshold,
      language,
    });
    return { title, table };
  });
  const columns = tables[0]?.table.columns.map((column) => column.title) ?? [];
  return {
    columns: [figureTexts[language].scale, ...columns],
    rows: tables.flatMap(({ title, table }) =>
      table.rows.map((row) => [
        title,
        ...row.cells.map((cell) => cell.number ?? wordOrNothing(cell.text)),
      ]),
    ),
  };
}

function wordOrNothing(text: string): string | null {
  return text === "–" ? null : text;
}
