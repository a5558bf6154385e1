import { annexTexts } from "../../../web/texts/annex.ts";
import { formatDay, formatPeriod, joinWords } from "../../../web/texts/numbers.ts";
import type { AnnexDocument } from "../../domain/annex/document.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import {
  dayIn,
  indicatorBlocks,
  limitBlocks,
  methodBlocks,
  participantBlocks,
  resultBlocks,
  summaryBlocks,
} from "./blocks.ts";
import type { AnnexSource } from "./gather-source.ts";

export interface AnnexOptions {
  language: Language;
  /** "1 priedas". */
  number: number;
  revision: number;
  /** The day on the title page, as YYYY-MM-DD. */
  madeOnDay: string;
  /** Printed pages have room for narrow tables only. */
  tables: "narrow" | "wide";
}

/** The annex as data. The same source and options always give the same annex. */
export function buildAnnex(source: AnnexSource, options: AnnexOptions): AnnexDocument {
  const { language } = options;
  const { programme, organisation } = source;
  const texts = annexTexts[language];
  return {
    format: "pokytis-annex/1",
    language,
    mark: texts.mark(options.number),
    title: inLanguage(programme.title, language),
    subtitle: texts.subtitle,
    titleLines: titleLines(source, language),
    organisation: [organisation.legalForm, organisation.name].filter(Boolean).join(" "),
    madeOn: formatDay(options.madeOnDay, language),
    madeOnDay: options.madeOnDay,
    demonstration: programme.kind === "real" ? null : texts.demonstration,
    logos: source.logos.map((logo) => ({
      mediaType: logo.mediaType,
      base64: logo.content.toString("base64"),
      alt: inLanguage(logo.alt, language),
    })),
    provenance: provenance(source, options),
    signatory: organisation.signatoryName
      ? { position: organisation.signatoryPosition, name: organisation.signatoryName }
      : null,
    blocks: [
      ...summaryBlocks(source, options),
      ...indicatorBlocks(source, language),
      ...participantBlocks(source, language),
      ...methodBlocks(source, language),
      ...resultBlocks(source, options),
      ...limitBlocks(language),
    ],
  };
}

function titleLines({ programme, funders }: AnnexSource, language: Language) {
  const texts = annexTexts[language];
  const genitives = funders.map(
    ({ name, nameGenitive }) => inLanguage(nameGenitive, language) || inLanguage(name, language),
  );
  const lines = [
    { label: texts.contractTitle, text: inLanguage(programme.contractTitle, language) },
    { label: texts.period, text: formatPeriod(programme.startsOn, programme.endsOn, language) },
    {
      label: texts.funders,
      text: genitives.length > 0 ? texts.partFunded(joinWords(genitives, language)) : "",
    },
  ];
  return lines.filter((line) => line.text !== "");
}

function provenance({ release, programme, questionnaires }: AnnexSource, options: AnnexOptions) {
  const texts = annexTexts[options.language];
  const day = formatDay(dayIn(release.madeAt, programme.timeZone), options.language);
  return [
    { label: texts.release, text: `${release.number} (${day})` },
    { label: texts.revision, text: String(options.revision) },
    { label: texts.releaseHash, text: release.contentHash },
    { label: texts.questionnaireHash, text: questionnaires[0]!.contentHash },
    { label: texts.software, text: "Pokytis" },
  ];
}
