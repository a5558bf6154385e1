/** The moment as somebody in the zone reads it off clock and calendar: YYYY-MM-DDTHH:MM. */
export function localTimeOf(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(at).replace(" ", "T");
}

/**
 * The moment that clock and calendar of a zone mean by YYYY-MM-DDTHH:MM. An hour that comes twice in autumn is taken
 * the first time; one left out in spring is moved on by as much as was left out.
 */
export function momentOf(local: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${local}:00Z`);
  const offsets = [-86_400_000, 86_400_000].map((shift) =>
    offsetAt(new Date(asIfUtc + shift), timeZone),
  );
  const candidates = offsets.map((offset) => new Date(asIfUtc - offset));
  const right = candidates.filter((at) => localTimeOf(at, timeZone) === local);
  return right[0] ?? candidates[0] ?? new Date(asIfUtc);
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds, to the minute. */
function offsetAt(at: Date, timeZone: string): number {
  const minute = Math.floor(at.getTime() / 60_000) * 60_000;
  return Date.parse(`${localTimeOf(at, timeZone)}:00Z`) - minute;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
