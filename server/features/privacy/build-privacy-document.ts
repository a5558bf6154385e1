import { textCell, wordColumn } from "../../../web/figures/figure.ts";
import { annexTexts } from "../../../web/texts/annex.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import {
  type PrivacyDocumentSection,
  type PrivacyFacts,
  privacyDocumentTexts,
} from "../../../web/texts/privacy-documents.ts";
import type { AnnexBlock, AnnexDocument } from "../../domain/annex/document.ts";
import type { Language } from "../../domain/text.ts";

export type PrivacyDocumentName = "processing-record" | "impact-assessment";

/** A document for the organisation's own file, made of what the programme is set up with. */
export function buildPrivacyDocument(
  name: PrivacyDocumentName,
  facts: PrivacyFacts,
  options: {
    language: Language;
    madeOnDay: string;
    isInvented: boolean;
    signatory: { position: string; name: string } | null;
  },
): AnnexDocument {
  const { language, madeOnDay } = options;
  const texts = privacyDocumentTexts[language];
  const { title, sections } = name === "processing-record" ? texts.record : texts.assessment;
  return {
    format: "pokytis-annex/1",
    language,
    mark: "",
    title,
    subtitle: facts.programme,
    titleLines: [],
    organisation: facts.organisation,
    madeOn: formatDay(madeOnDay, language),
    madeOnDay,
    demonstration: options.isInvented ? annexTexts[language].demonstration : null,
    logos: [],
    provenance: [],
    signatory: options.signatory,
    blocks: sections(facts).flatMap(sectionBlocks),
  };
}

function sectionBlocks(section: PrivacyDocumentSection, place: number): AnnexBlock[] {
  const blocks: AnnexBlock[] = [{ kind: "heading", level: 1, text: section.title }];
  for (const text of section.paragraphs) blocks.push({ kind: "paragraph", text });
  if (!section.table) return blocks;
  const { head, rows } = section.table;
  blocks.push({
    kind: "table",
    key: `section-${place}`,
    caption: section.title,
    columns: head.map((title) => wordColumn(title, 2)),
    rows: rows.map((cells) => ({ cells: cells.map(textCell), isTotal: false })),
    note: null,
  });
  return blocks;
}
