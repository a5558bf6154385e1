import { numberCell, numberColumn, textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import { programmeTexts } from "../../../../web/texts/programmes.ts";
import { withheldWord } from "../../../../web/texts/wording.ts";
import type { AnnexBlock, AnnexCell } from "../../../domain/annex/document.ts";
import type { AnnexSource } from "../gather-source.ts";
import { type Form, paragraph, table } from "./block.ts";
import { scaleTitle } from "./results.ts";

/** What no result counts: people who answered once, questionnaires left out for a reason, and localities withheld. */
export function excludedBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const texts = annexPartTexts[form.language];
  const { who, why, people } = texts.excludedColumns;
  return [
    paragraph(texts.excludedLead),
    table({
      key: "excluded",
      caption: texts.excludedCaption,
      columns: [wordColumn(who, 2), wordColumn(why, 4), numberColumn(people)],
      cells: [...onceRows(source, form), ...refusedRows(source, form)],
    }),
    ...withheldBlocks(source, form),
  ];
}

function onceRows({ release }: AnnexSource, { language }: Form): AnnexCell[][] {
  const { excluded: texts } = annexPartTexts[language];
  const { beforeOnly, afterOnly } = release.figures.participation.all;
  return [
    [textCell(texts.beforeOnly), textCell(texts.beforeOnlyWhy), numberCell(beforeOnly, language)],
    [textCell(texts.afterOnly), textCell(texts.afterOnlyWhy), numberCell(afterOnly, language)],
  ];
}

function refusedRows({ excluded }: AnnexSource, { language }: Form): AnnexCell[][] {
  const { excluded: texts } = annexPartTexts[language];
  const { waves } = programmeTexts[language];
  return excluded.map(({ kind, reason, people }) => [
    textCell(texts.questionnaire(waves[kind].toLowerCase())),
    textCell(texts.reason(reason)),
    numberCell(people, language),
  ]);
}

function withheldBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { language } = form;
  const { threshold, scales } = source.release.figures;
  const texts = annexPartTexts[language];
  const cells = scales.flatMap((scale) =>
    scale.localities.flatMap(({ locality, gain }) => {
      const place = source.localities.find(({ key }) => key === locality);
      if (gain.shown || !place) return [];
      const reason = withheldWord(gain.reason, { threshold, language });
      const title = scaleTitle(source, scale.key, form);
      return [[textCell(title), textCell(place.nominative), textCell(reason)]];
    }),
  );
  if (cells.length === 0) return [];
  const { scale, locality, why } = texts.withheldColumns;
  return [
    table({
      key: "withheld",
      caption: texts.withheldCaption,
      columns: [wordColumn(scale, 3), wordColumn(locality, 2), wordColumn(why, 3)],
      cells,
    }),
  ];
}
