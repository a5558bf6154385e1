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
