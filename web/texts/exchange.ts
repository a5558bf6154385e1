import type { ForeignFormat } from "../../server/domain/exchange/formats.ts";
import type {
  ExchangeFault,
  ExchangeFaultCode,
  LossCode,
} from "../../server/domain/exchange/loss.ts";
import type { ItemKind } from "../../server/domain/questionnaire/document.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { exchangeTextsEn } from "./exchange-en.ts";
import { exchangeTextsLt } from "./exchange-lt.ts";

/** Words of the pages on which questionnaires come from other systems and go to them. */
export interface ExchangeTexts {
  importTitle: string;
  importLead: string;
  mistakesTitle: string;
  file: string;
  fileHint: string;
  waves: string;
  wavesHint: string;
  wavesMissing: string;
  waveNames: Record<WaveKind, string>;
  language: string;
  languageHint: string;
  languageNames: Record<Language, string>;
  /** The same inside a sentence. */
  languageInList: Record<Language, string>;
  read: string;
  keptFor: string;
  previewTitle: string;
  fromFile(name: string, format: string): string;
  counts(sections: string, items: string): string;
  sections(count: number): string;
  items(count: number): string;
  inLanguages(names: string): string;
  untranslated(count: number): string;
  lossesTitle: string;
  lossesLead: string;
  noLosses: string;
  lossTimes(count: number): string;
  moreLosses(count: number): string;
  lossColumns: { where: string; what: string };
  whole: string;
  /** A question of the file, with the row of the sheet that it stands in. */
  inRow(name: string, row: number): string;
  losses: Record<LossCode, (detail: string) => string>;
  contents: string;
  kinds: Record<ItemKind, string>;
  asked(condition: boolean, required: boolean): string;
  take: string;
  takeAdvice: string;
  discard: string;
  exportTitle: string;
  exportLead: string;
  ofVersion(number: number): string;
  ofDraft: string;
  formats: Record<ForeignFormat, string>;
  formatHints: Record<ForeignFormat, string>;
  download(format: string): string;
  nothingLost: string;
  someLost(count: number): string;
  faults: Record<ExchangeFaultCode, string>;
  places(list: string): string;
  back: string;
}

export const exchangeTexts: Record<Language, ExchangeTexts> = {
  lt: exchangeTextsLt,
  en: exchangeTextsEn,
};

/** Why a file could not be taken, with the places in it where it is known. */
export function describeExchangeFault(
  texts: ExchangeTexts,
  { code, places }: ExchangeFault,
): string {
  const where = places && places.length > 0 ? ` ${texts.places(places.join(", "))}` : "";
  return `${texts.faults[code]}${where}`;
}
