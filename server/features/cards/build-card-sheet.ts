import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import type { Locality, Programme } from "../../../db/queries/programmes.ts";
import { cardTexts } from "../../../web/texts/cards.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { CodeCards } from "../../documents/paper.ts";
import { formatCode } from "../../domain/pairing/access-code.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { IssuedCard } from "./issue-cards.ts";

interface Sheet {
  programme: Programme;
  locality: Locality;
  cards: readonly IssuedCard[];
  language: Language;
  origin: string;
  now: Date;
}

/** Issued cards as a document to be printed and cut apart. */
export async function buildCardSheet(db: Db, sheet: Sheet): Promise<CodeCards> {
  const { programme, locality, language, origin } = sheet;
  const texts = cardTexts[language];
  const organisation = await findOrganisation(db, programme.organisationId);
  return {
    language,
    title: `${texts.fileTitle}: ${locality.nominative}`,
    organisation: organisation?.name ?? "",
    madeOnDay: sheet.now.toISOString().slice(0, 10),
    demonstration: programme.kind === "real" ? null : siteTexts[language].demonstration,
    qrAlt: texts.qrAlt,
    cards: sheet.cards.map((card) => ({
      programme: inLanguage(programme.title, language),
      locality: card.holder ? `${locality.nominative} · ${card.holder}` : locality.nominative,
      code: formatCode(card.code),
      url: `${origin}/l/${card.token}`,
      address: `${origin.replace(/^https?:\/\//, "")}/k`,
      hint: texts.hint,
    })),
  };
}
