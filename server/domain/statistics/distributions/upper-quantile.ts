/** A law on the positive numbers: both tails (each exact when small) and the density. */
export interface PositiveLaw {
  lower(x: number): number;
  upper(x: number): number;
  density(x: number): number;
}

const MOST_STEPS = 200;
const LONGEST_LOG_STEP = 3;
/** Newton squares the error: after a step as small as this nothing is left of it. */
const SMALL_STEP = 1e-9;

/**
 * The x > 0 above which a share p of the law lies (0 < p < 1), by Newton's method on the logarithm
 * of the smaller tail as a function of ln x: nearly straight lines, so few steps, and relative
 * precision for tails of any smallness. A bracket guards every step.
 */
export function upperQuantile(law: PositiveLaw, p: number, start: number): number {
  const bracket = { low: 0, high: Number.POSITIVE_INFINITY };
  let x = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { error, slope } = logTailError(law, p, x);
    if (error === 0) return x;
    if (error > 0) bracket.low = x;
    else bracket.high = x;
    const newton = x * Math.exp(clamp(error / slope));
    if (Math.abs(newton - x) <= SMALL_STEP * x) return newton;
    x = guarded(newton, x, bracket);
  }
  return x;
}

/** How far ln(tail) is above its aim (positive: x is too small), and its descent by ln x. */
function logTailError(law: PositiveLaw, p: number, x: number) {
  if (p <= 0.5) {
    const tail = law.upper(x);
    return { error: Math.log(tail / p), slope: (x * law.density(x)) / tail };
  }
  const tail = law.lower(x);
  return { error: -Math.log(tail / (1 - p)), slope: (x * law.density(x)) / tail };
}

function clamp(logStep: number): number {
  return Math.max(-LONGEST_LOG_STEP, Math.min(LONGEST_LOG_STEP, logStep));
}

function guarded(next: number, x: number, { low, high }: { low: number; high: number }): number {
  if (next > low && next < high) return next;
  if (high === Number.POSITIVE_INFINITY) return x * 4;
  return low === 0 ? x / 4 : Math.sqrt(low * high);
}
