import { cleanTexts, documentCleaner } from "./drawable-text.ts";
import type { Certificates, CodeCards, PaperQuestionnaire } from "./paper.ts";
import { qrSvg } from "./qr.ts";
import { settableLogos } from "./settable-logos.ts";
import { typesetPdf } from "./typeset.ts";
import certificatesTemplate from "./typst/certificates.typ?raw";
import codeCardsTemplate from "./typst/code-cards.typ?raw";
import questionnaireTemplate from "./typst/paper-questionnaire.typ?raw";
import { aboutFile, documentWording } from "./wording.ts";

/** Cards of 90 by 66 mm, eight on an A4 sheet with lines to cut along. An empty sheet for no cards. */
export async function writeCodeCardsPdf(cards: CodeCards): Promise<Uint8Array> {
  const clean = cleanTexts(cards, documentCleaner());
  const data = {
    ...clean,
    about: aboutFile({ ...clean, description: clean.title }),
    cards: clean.cards.map((card, index) => ({
      ...card,
      qr: qrSvg(cards.cards[index]?.url ?? ""),
    })),
  };
  return await typesetPdf({ template: codeCardsTemplate, data });
}

/** A questionnaire for pen and paper: boxes to tick, lines to write on, the version on every page. */
export async function writePaperQuestionnairePdf(paper: PaperQuestionnaire): Promise<Uint8Array> {
  const clean = cleanTexts(paper, documentCleaner());
  const data = {
    ...clean,
    about: aboutFile({ ...clean, description: clean.subtitle }),
    link: clean.link && { ...clean.link, qr: qrSvg(paper.link?.url ?? "") },
  };
  return await typesetPdf({ template: questionnaireTemplate, data });
}

/** Certificates on A4 lying, one a page, for one person or for all at once. */
export async function writeCertificatesPdf(batch: Certificates): Promise<Uint8Array> {
  const { logos, ...written } = batch;
  const cleaner = documentCleaner();
  const clean = cleanTexts(written, cleaner);
  const placed = await settableLogos(logos, { width: 253, height: 15 }, cleaner);
  const data = {
    ...clean,
    about: aboutFile({ ...clean, description: clean.title }),
    words: documentWording(clean.language),
    logos: placed.logos,
    certificates: clean.certificates.map((certificate, index) => {
      const url = batch.certificates[index]?.verification?.url;
      const { verification } = certificate;
      return {
        ...certificate,
        verification: verification && { ...verification, qr: qrSvg(url ?? "") },
      };
    }),
  };
  return await typesetPdf({ template: certificatesTemplate, data, files: placed.files });
}
