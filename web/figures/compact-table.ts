import type { AnnexCell } from "../../server/domain/annex/document.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import {
  emptyCell,
  type FigureRow,
  type FigureTable,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";

/**
 * A table of changes for a printed page: the same rows with fewer columns. Pairs and enrolled, the ends of the range,
 * and the three counts each share a cell; spreadsheets and the screen keep them apart.
 */
export function compactGainTable(table: FigureTable, language: Language): FigureTable {
  const texts = figureTexts[language];
  return {
    caption: table.caption,
    columns: [
      wordColumn(table.columns[0]!.title, 4),
      numberColumn(texts.pairs),
      numberColumn(texts.before),
      numberColumn(texts.after),
      numberColumn(texts.change),
      numberColumn(texts.range),
      numberColumn(texts.counts),
      wordColumn(texts.verdict, 4),
    ],
    rows: table.rows.map((row) => compactRow(row, language)),
  };
}

function compactRow(row: FigureRow, language: Language): FigureRow {
  const [name, enrolled, pairs, before, after, change, low, high, higher, same, lower, verdict] =
    row.cells as Cells;
  const pairsOf = figureTexts[language].pairsOf;
  const hasPairs = pairs.number !== null && enrolled.number !== null;
  return {
    ...row,
    cells: [
      name,
      hasPairs ? textCell(pairsOf(pairs.number!, enrolled.number!)) : emptyCell(),
      before,
      after,
      change,
      low.number === null ? emptyCell() : textCell(`${low.text} … ${high.text}`),
      countsCell([higher, same, lower]),
      verdict,
    ],
  };
}

/** "8 / 2 / 2"; where one class holds (nearly) everybody, an arrow says which. */
function countsCell(counts: readonly [AnnexCell, AnnexCell, AnnexCell]): AnnexCell {
  if (counts.every((cell) => cell.number !== null)) {
    return textCell(counts.map((cell) => cell.text).join(" / "));
  }
  const told = counts.findIndex((cell) => cell.text !== emptyCell().text);
  return told === -1 ? emptyCell() : textCell(`${counts[told]!.text} ${["↑", "=", "↓"][told]}`);
}

type Cells = [
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
  AnnexCell,
];
