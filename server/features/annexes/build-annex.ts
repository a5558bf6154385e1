import { annexTexts } from "../../../web/texts/annex.ts";
import { annexPartTexts } from "../../../web/texts/annex-parts.ts";
import { formatDay, formatPeriod, joinWords } from "../../../web/texts/numbers.ts";
import { type AnnexChoices, type AnnexPart, partsFor } from "../../domain/annex/choices.ts";
import type { AnnexBlock, AnnexDocument } from "../../domain/annex/document.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { AnnexSource } from "./gather-source.ts";
import { answered, dayIn, type Form, heading, type PartBlocks } from "./parts/block.ts";
import { excludedBlocks } from "./parts/excluded.ts";
import { indicatorBlocks, methodBlocks } from "./parts/method.ts";
import { participantBlocks } from "./parts/people.ts";
import { dictionaryBlocks, questionnaireBlocks } from "./parts/questionnaires.ts";
import {
  certificateBlocks,
  participantListBlocks,
  publicityBlocks,
  sessionBlocks,
  visionBlocks,
} from "./parts/registers.ts";
import {
  followupBlocks,
  itemBlocks,
  knowledgeBlocks,
  resultBlocks,
  satisfactionBlocks,
  shiftBlocks,
  summaryBlocks,
} from "./parts/results.ts";
import {
  conclusionBlocks,
  definitionBlocks,
  limitBlocks,
  openAnswerBlocks,
} from "./parts/words.ts";

export interface AnnexOptions {
  choices: AnnexChoices;
  revision: number;
  /** The day on the title page, as YYYY-MM-DD. */
  madeOnDay: string;
  /** Printed pages have room for narrow tables only. */
  tables: "narrow" | "wide";
}

const blocksOf: Record<AnnexPart, PartBlocks> = {
  summary: summaryBlocks,
  indicators: indicatorBlocks,
  participants: participantBlocks,
  method: methodBlocks,
  results: resultBlocks,
  knowledge: knowledgeBlocks,
  shift: shiftBlocks,
  satisfaction: satisfactionBlocks,
  followup: followupBlocks,
  items: itemBlocks,
  openAnswers: openAnswerBlocks,
  conclusions: conclusionBlocks,
  limits: limitBlocks,
  excluded: excludedBlocks,
  definitions: definitionBlocks,
  sessions: sessionBlocks,
  visions: visionBlocks,
  publicity: publicityBlocks,
  certificates: certificateBlocks,
  participantList: participantListBlocks,
  questionnaires: questionnaireBlocks,
  dictionary: dictionaryBlocks,
};

/** The annex as data. The same source and options always give the same annex. */
export function buildAnnex(source: AnnexSource, options: AnnexOptions): AnnexDocument {
  const { choices } = options;
  const { language } = choices;
  const { programme, organisation } = source;
  const texts = annexTexts[language];
  return {
    format: "pokytis-annex/1",
    language,
    mark: [choices.annexedTo, texts.mark(choices.number)].filter(Boolean).join("\n"),
    title: inLanguage(programme.title, language),
    subtitle: texts.subtitle,
    titleLines: titleLines(source, choices),
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
    signatory:
      choices.signatoryName === ""
        ? null
        : { position: choices.signatoryPosition, name: choices.signatoryName },
    blocks: chosenBlocks(source, choices, { language, tables: options.tables }),
  };
}

/** A part with nothing to say has no heading either. What an audience may not be given is left out whatever was chosen. */
function chosenBlocks(source: AnnexSource, { parts }: AnnexChoices, form: Form): AnnexBlock[] {
  const allowed = partsFor(source.audience);
  const titles = annexPartTexts[form.language].parts;
  return parts
    .filter((part) => allowed.includes(part))
    .flatMap((part) => {
      const blocks = blocksOf[part](source, form);
      const isOnOwnPage = part === "questionnaires" && form.tables === "narrow";
      const start: AnnexBlock[] = isOnOwnPage ? [{ kind: "page-break" }] : [];
      return blocks.length > 0 ? [...start, heading(1, titles[part]), ...blocks] : [];
    });
}

function titleLines(source: AnnexSource, { language, preparedBy }: AnnexChoices) {
  const { programme, funders } = source;
  const texts = annexTexts[language];
  const genitives = funders.map(
    ({ name, nameGenitive }) => inLanguage(nameGenitive, language) || inLanguage(name, language),
  );
  const lines = [
    { label: texts.contractTitle, text: contractOf(source, language) },
    { label: texts.period, text: formatPeriod(programme.startsOn, programme.endsOn, language) },
    {
      label: texts.funders,
      text: genitives.length > 0 ? texts.partFunded(joinWords(genitives, language)) : "",
    },
    { label: annexPartTexts[language].preparedBy, text: preparedBy },
  ];
  return lines.filter((line) => line.text !== "");
}

function contractOf({ programme, contractNumber }: AnnexSource, language: Language) {
  const title = inLanguage(programme.contractTitle, language);
  return [title, contractNumber && annexTexts[language].contractNumber(contractNumber)]
    .filter(Boolean)
    .join("\n");
}

function provenance(source: AnnexSource, { choices, revision }: AnnexOptions) {
  const { release, programme } = source;
  const texts = annexTexts[choices.language];
  const day = formatDay(dayIn(release.madeAt, programme.timeZone), choices.language);
  return [
    { label: texts.release, text: `${release.number} (${day})` },
    { label: texts.revision, text: String(revision) },
    { label: texts.audience, text: texts.audiences[source.audience] },
    { label: texts.releaseHash, text: release.contentHash },
    { label: texts.questionnaireHash, text: answered(source).contentHash },
    { label: texts.software, text: "Pokytis" },
  ];
}
