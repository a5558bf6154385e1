/** How far a mailing came, as far as calling it off is concerned. */
export interface MailingTimes {
  /** Goes to those alone who have not answered, and nobody is told who or how many they are. */
  isBlind: boolean;
  preparedAt: Date | null;
  endedAt: Date | null;
  cancelledAt: Date | null;
}

/** Letters are tried again for five hours and a half; by then all of any reminder have come to their end. */
const blindMilliseconds = 12 * 3_600_000;

/**
 * Whether a mailing can be called off. A blind one can for a fixed time, over or not: that it had ended at once would
 * say that nobody was left to be reminded.
 */
export function canCallOff(mailing: MailingTimes, now: Date): boolean {
  const { isBlind, preparedAt, endedAt, cancelledAt } = mailing;
  if (cancelledAt !== null) return false;
  if (!isBlind) return endedAt === null;
  return preparedAt === null || now.getTime() < preparedAt.getTime() + blindMilliseconds;
}
