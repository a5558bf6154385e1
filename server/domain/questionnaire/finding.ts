export type FindingCode =
  | "no-wave"
  | "repeated"
  | "section-unknown"
  | "item-unknown"
  | "wave-missing"
  | "item-not-placed"
  | "item-placed-twice"
  | "answer-set-unknown"
  | "correct-unknown"
  | "option-reserved"
  | "minimum-above-maximum"
  | "more-than-there-are"
  | "looks-back-wrongly"
  | "rule-looks-ahead"
  | "rule-value-missing"
  | "rule-value-unknown"
  | "rule-does-not-fit"
  | "scale-item-kind"
  | "scale-ranges-differ"
  | "scale-waves-differ"
  | "reversed-outside-scale"
  | "knowledge-reversed"
  | "minimum-above-items"
  | "scale-too-long"
  | "breakdown-item-kind"
  | "breakdown-value-unknown"
  | "language-missing"
  | "language-unknown";

/** One thing that is wrong in a document, where it is (`items[3].showIf`), and the key or word it is about. */
export interface Finding {
  code: FindingCode;
  path: string;
  key?: string;
  detail?: string;
}

/** Entries of a list that have occurred before in it. */
export function findRepeated(keys: readonly (string | number)[], path: string): Finding[] {
  const seen = new Set<string | number>();
  return keys.flatMap((key, index): Finding[] => {
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [{ code: "repeated", path: `${path}[${index}]`, key: String(key) }] : [];
  });
}
