import type { AnnexCell, AnnexColumn } from "../../server/domain/annex/document.ts";
import type {
  ReleasedChange,
  ReleasedGain,
  ShownGain,
} from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { verdictWord, withheldWord } from "../texts/wording.ts";
import { changeCell, emptyCell, numberCell, numberColumn, textCell, wordColumn } from "./figure.ts";

/** The columns that every table of changes has after the name of the row. */
export function gainColumns(language: Language): AnnexColumn[] {
  const texts = figureTexts[language];
  const numbers = [
    texts.enrolled,
    texts.pairs,
    texts.before,
    texts.after,
    texts.change,
    texts.rangeFrom,
    texts.rangeTo,
    texts.higher,
    texts.same,
    texts.lower,
  ];
  return [...numbers.map(numberColumn), wordColumn(texts.verdict, 3)];
}

/** The cells of one change under those columns. A withheld row has no number at all, only the reason. */
export function gainCells(
  gain: ReleasedGain,
  { enrolled, threshold, language }: { enrolled: number; threshold: number; language: Language },
): AnnexCell[] {
  if (!gain.shown) {
    const blanks = Array.from({ length: gainColumns(language).length - 1 }, emptyCell);
    return [...blanks, textCell(withheldWord(gain.reason, { threshold, language }))];
  }
  return [
    numberCell(enrolled, language),
    numberCell(gain.pairs, language),
    ...sizeCells(gain, language),
    ...countCells(gain.change, language),
    textCell(verdictWord(gain.verdict, language) || "–"),
  ];
}

function sizeCells(gain: ShownGain, language: Language): AnnexCell[] {
  const { decimals } = gain;
  return [
    numberCell(gain.meanBefore, language, decimals),
    numberCell(gain.meanAfter, language, decimals),
    changeCell(gain.gain, language, decimals),
    changeCell(gain.interval?.low ?? null, language, decimals),
    changeCell(gain.interval?.high ?? null, language, decimals),
  ];
}

/** Higher, same, lower; where nearly all are in one class, that class says so in words and the others stay empty. */
function countCells(change: ReleasedChange, language: Language): AnnexCell[] {
  const classes = ["higher", "same", "lower"] as const;
  return classes.map((name) => {
    if (change.kind === "counts") return numberCell(change[name], language);
    const isNearlyAll = change.kind === "nearly-all" && change.direction === name;
    return isNearlyAll ? textCell(figureTexts[language].nearlyAll) : emptyCell();
  });
}
