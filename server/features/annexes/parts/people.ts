import { numberCell, numberColumn, textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { participationOf } from "../../../../web/figures/results.ts";
import { annexTexts } from "../../../../web/texts/annex.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import { personFactTexts } from "../../../../web/texts/person-facts.ts";
import type { AnnexBlock, AnnexCell } from "../../../domain/annex/document.ts";
import { mergeSmall, type PeopleCount } from "../../../domain/annex/merge-small.ts";
import type { AgeBand } from "../../../domain/participant/person-facts.ts";
import { inLanguage } from "../../../domain/text.ts";
import type { AnnexSource } from "../gather-source.ts";
import { type Form, figureBlocks, note, paragraph, resultsOf, table } from "./block.ts";

/** Involved, in the cycle, certified; by locality; by sector, gender and age as totals from registration. */
export function participantBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexTexts[language];
  const { involved, cycleParticipants: cycle, certified } = source.people;
  return [
    paragraph(texts.participantsLead({ involved, cycle, certified })),
    ...figureBlocks(participationOf(resultsOf(source), language)),
    note(texts.participantsNote),
    ...sectorBlocks(source, { language }),
    ...genderBlocks(source, { language }),
    ...ageBlocks(source, { language }),
  ];
}

type Words = Pick<Form, "language">;

function sectorBlocks(source: AnnexSource, words: Words): AnnexBlock[] {
  const { sectors, audience } = source;
  if (sectors.length === 0) return [];
  const texts = annexTexts[words.language];
  const counts = sectors.map(({ count }, index) => ({ key: String(index), people: count }));
  return countBlocks(source, words, {
    key: "sectors",
    caption: texts.bySector,
    title: texts.sector,
    counts,
    // Whom the funder's file names by sector is whom they funded; the public is told of ten or more.
    least: audience === "public" ? source.least : 1,
    labelOf: (key) => inLanguage(sectors[Number(key)]!.label, words.language),
  });
}

function genderBlocks(source: AnnexSource, words: Words): AnnexBlock[] {
  const texts = annexPartTexts[words.language];
  return registeredBlocks(source, words, {
    key: "gender",
    caption: texts.byGender,
    title: texts.gender,
    counts: source.registered.gender,
    labelOf: (key) => texts.genders[key as keyof typeof texts.genders] ?? key,
  });
}

function ageBlocks(source: AnnexSource, words: Words): AnnexBlock[] {
  const texts = annexPartTexts[words.language];
  const ages = personFactTexts[words.language].ageBands;
  return registeredBlocks(source, words, {
    key: "age",
    caption: texts.byAge,
    title: texts.age,
    counts: source.registered.ageBand,
    labelOf: (key) => ages[key as AgeBand] ?? texts.genders.undisclosed,
  });
}

interface Counting {
  key: string;
  caption: string;
  title: string;
  counts: readonly PeopleCount[];
  labelOf(key: string): string;
}

/** What was noted of nobody at registration is left out rather than told as "not stated" of everybody. */
function registeredBlocks(source: AnnexSource, words: Words, counting: Counting): AnnexBlock[] {
  if (counting.counts.every(({ key }) => key === "undisclosed")) return [];
  const least = source.audience === "closed" ? 1 : source.least;
  return countBlocks(source, words, { ...counting, least });
}

function countBlocks(
  _: AnnexSource,
  { language }: Words,
  { key, caption, title, counts, least, labelOf }: Counting & { least: number },
): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const told = mergeSmall(counts, least);
  if (!told) return [paragraph(`${caption}: ${texts.allMerged(least)}`)];
  const isMerged = told.some((row) => row.key === null);
  const cells = told.map((row): AnnexCell[] => [
    textCell(row.key === null ? texts.notToldApart : labelOf(row.key)),
    numberCell(row.people, language),
  ]);
  return [
    table({
      key,
      caption,
      columns: [wordColumn(title, 3), numberColumn(texts.people)],
      cells,
      note: [texts.fromRegistration, ...(isMerged ? [texts.mergedNote(least)] : [])].join(" "),
    }),
  ];
}
