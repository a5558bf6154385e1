export const requestKinds = ["access", "correction", "erasure", "objection"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestOutcomes = ["done", "refused", "nothing-found"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/**
 * The day by which a request has to be answered: one month after it came, and where that month has no such day, its
 * last one (GDPR Article 12(3); Regulation 1182/71, Article 3). Days are YYYY-MM-DD: 2027-01-31 gives 2027-02-28.
 */
export function dueDayOf(receivedOn: string): string {
  const [year = 0, month = 0, day = 0] = receivedOn.split("-").map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month, Math.min(day, lastOfNext)));
  return due.toISOString().slice(0, 10);
}
