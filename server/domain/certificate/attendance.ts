/** Hours of the sessions that were meant for somebody, and of those at which they were. */
export interface AttendedHours {
  hoursHeld: number;
  hoursAttended: number;
}

/**
 * The rule of issue: at least so many percent of the hours attended. Answers to questionnaires have no part in it. Hours
 * are compared in ten-thousandths, so that sums of fractions of an hour are neither lucky nor unlucky. Where nothing
 * was held, nobody has attended.
 */
export function hasAttendedEnough(hours: AttendedHours, leastPercent: number): boolean {
  const held = tenThousandths(hours.hoursHeld);
  return held > 0 && tenThousandths(hours.hoursAttended) * 100 >= held * leastPercent;
}

/** The share of one, cut to whole percents: 79.9 % must not be printed as the 80 % that it is not. */
export function attendedShare({ hoursHeld, hoursAttended }: AttendedHours): number {
  const held = tenThousandths(hoursHeld);
  if (held === 0) return 0;
  return Math.floor((tenThousandths(hoursAttended) * 100) / held) / 100;
}

function tenThousandths(hours: number): number {
  return Math.round(hours * 10_000);
}
