import type { LimeAnswer } from "./limesurvey.ts";
import type { LimeReading } from "./limesurvey-reading.ts";
import type { OutlineOption } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";

/** The answers of one scale as options. Where any of them counts in an assessment, each has what it counts. */
export function optionsOf(
  answers: readonly LimeAnswer[],
  reading: LimeReading,
  wanted = "0",
): OutlineOption[] {
  const own = answers.filter(({ scale }) => scale === wanted);
  const isAssessed = own.some(({ assessment }) => assessment !== 0);
  return own.map(({ code, text, assessment }) => {
    const label = reading.text(text);
    const option = { name: code, label: isEmptyText(label) ? { lt: code, en: code } : label };
    return isAssessed ? { ...option, score: assessment } : option;
  });
}

/** Codes that stand beside the points of a scale for "cannot say" and "had no opportunity". */
export function withWayOut(option: OutlineOption): OutlineOption {
  const name = option.name.toUpperCase();
  if (name === "NO") return { ...option, wayOut: "no-opportunity" };
  return name === "NA" ? { ...option, wayOut: "cannot-answer" } : option;
}
