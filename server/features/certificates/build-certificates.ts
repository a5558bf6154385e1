import type { Organisation } from "../../../db/queries/annex-source.ts";
import type { RegisteredCertificate } from "../../../db/queries/certificates.ts";
import type { Logo, Programme } from "../../../db/queries/programmes.ts";
import { certificateTexts } from "../../../web/texts/certificates.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { Certificate, Certificates } from "../../documents/paper.ts";
import { inLanguage, type Language } from "../../domain/text.ts";

export interface CertificatesSource {
  programme: Programme;
  organisation: Organisation | undefined;
  logos: readonly Logo[];
  /** At least one. */
  certificates: readonly RegisteredCertificate[];
  language: Language;
  /** Where the installation is reached: the checking page stands in the QR code. */
  origin: string;
}

/**
 * Certificates as a document, one a page. Everything comes from what was stored when they were issued, and the day is
 * the last of issue, so printing again gives the same bytes.
 */
export function buildCertificates(source: CertificatesSource): Certificates {
  const { programme, organisation, certificates, language } = source;
  const texts = certificateTexts[language].paper;
  const name = [organisation?.legalForm, organisation?.name].filter((part) => part);
  const days = certificates.map(({ issuedOn }) => issuedOn).sort();
  return {
    language,
    title: titleOf(certificates, language),
    organisation: name.join(" "),
    madeOnDay: days.at(-1) ?? programme.endsOn,
    demonstration: programme.kind === "real" ? null : siteTexts[language].demonstration,
    logos: source.logos.map((logo) => ({
      mediaType: logo.mediaType,
      base64: logo.content.toString("base64"),
      alt: inLanguage(logo.alt, language),
    })),
    heading: texts.heading,
    qrAlt: texts.qrAlt,
    certificates: certificates.map((certificate) => onPaper(certificate, source)),
  };
}

function titleOf(certificates: readonly RegisteredCertificate[], language: Language): string {
  const texts = certificateTexts[language].paper;
  const [only] = certificates;
  if (certificates.length !== 1 || !only) return texts.fileTitle;
  return `${texts.heading} ${texts.number(only.number)}`;
}

function onPaper(
  certificate: RegisteredCertificate,
  { language, origin }: CertificatesSource,
): Certificate {
  const texts = certificateTexts[language].paper;
  const topics = certificate.topics.map((topic) => inLanguage(topic, language));
  const text = inLanguage(certificate.text, language);
  return {
    number: texts.number(certificate.number),
    name: certificate.fullName,
    text: [
      texts.took(inLanguage(certificate.title, language), certificate.hours),
      ...text.split("\n").filter((line) => line.trim() !== ""),
      ...(topics.length > 0 ? [texts.topics(topics)] : []),
    ],
    issued: texts.issued(certificate.locality, formatDay(certificate.issuedOn, language)),
    signatory: certificate.signatory,
    verification: { label: texts.check, url: `${origin}/c/${certificate.verificationKey}` },
  };
}
