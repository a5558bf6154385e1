/** While a wave is open nobody sees exact counts, only steps: 0, 1-4, 5-9, 10-14 and so on. */
export interface ProgressStep {
  low: number;
  high: number;
}

const width = 5;

export function progressStep(count: number): ProgressStep {
  if (count === 0) return { low: 0, high: 0 };
  const low = Math.floor(count / width) * width;
  return { low: Math.max(1, low), high: low + width - 1 };
}

/**
 * A step of those enrolled: it ends with their number, so that nobody reads of "30-34 of 32". It follows from the step and
 * from a number that everybody knows, and from nothing else, so it tells nothing that the two do not. A step that begins
 * above is left alone: cards were given to more people than are enrolled.
 */
export function stepWithin(count: number, enrolled: number): ProgressStep {
  return endedBy(progressStep(count), enrolled);
}

/** The same for a step that is a sum of steps. */
export function endedBy({ low, high }: ProgressStep, enrolled: number): ProgressStep {
  return { low, high: low > enrolled ? high : Math.min(high, enrolled) };
}
