import type { Language } from "../../server/domain/text.ts";
import type { MethodWords } from "./methods.ts";
import { qualityEn } from "./quality-en.ts";
import { qualityLt } from "./quality-lt.ts";

/** Words of figures about the answers themselves: who gave them, from where people started, how far they hold together. */
export interface QualityTexts {
  pageTitle: string;
  pageLead: string;
  people: string;
  note: string;
  from: string;
  to: string;
  scale: string;
  notShown: string;
  start: StartTexts;
  flow: FlowTexts;
  attrition: AttritionTexts;
  reliability: ReliabilityTexts;
  peopleCount(count: number): string;
}

interface ChartWords {
  title: string;
  table: string;
  caption: string;
  axis: string;
  method: MethodWords;
}

export interface StartTexts extends Omit<ChartWords, "title" | "table"> {
  title(scale: string): string;
  short: string;
  table(scale: string): string;
  band(from: string, to: string): string;
  column: string;
  meanBefore: string;
  change: string;
  summary(ends: { low: string; lowGain: string; high: string; highGain: string }): string;
  regression: string;
  legend: string;
}

export interface FlowTexts extends ChartWords {
  step: string;
  share: string;
  steps: Record<"enrolled" | "before" | "after" | "pairs" | "followup", string>;
  summary(pairs: string, enrolled: string): string;
}

export interface AttritionTexts extends ChartWords {
  stayed: string;
  left: string;
  meanStayed: string;
  meanLeft: string;
  difference: string;
  /** On how many of all scales shown the range lies wholly on one side of zero. */
  summary(clear: number, all: number): string;
  nothing: string;
  legend: string;
}

export interface ReliabilityTexts extends ChartWords {
  items: string;
  alpha: string;
  summary(low: string, high: string): string;
  nothing: string;
  legend: string;
}

export const qualityTexts: Record<Language, QualityTexts> = { lt: qualityLt, en: qualityEn };
