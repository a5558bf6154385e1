/*
 * Rational approximations of the normal integral: W. J. Cody (1969), "Rational Chebyshev
 * approximations for the error function", Mathematics of Computation 23, 631-637.
 */
const CENTRE = {
  over: [
    0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
    18154.98125334356,
  ],
  under: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
} as const;
const SHOULDER = {
  over: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
    597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  under: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
    18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
} as const;
const TAIL = {
  over: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
    0.0014216191932278934, 0.000029112874951168793,
  ],
  under: [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    0.00007297515550839662,
  ],
} as const;

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const CENTRE_UNTIL = 0.67448975;
const TAIL_FROM = Math.sqrt(32);

/** The density of the standard normal law. */
function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / SQRT_TWO_PI;
}

/** P(Z <= z). Relative precision in both tails. */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** P(Z > z) for a standard normal Z. Example: normalUpper(1.96) = 0.0250. */
export function normalUpper(z: number): number {
  const distance = Math.abs(z);
  if (distance <= CENTRE_UNTIL) return 0.5 - centre(z);
  const tail =
    bell(distance) * (distance < TAIL_FROM ? rational(SHOULDER, distance) : farTail(distance));
  return z > 0 ? tail : 1 - tail;
}

/** P(0 < Z < z) for |z| up to the quartile, without cancellation near 0. */
function centre(z: number): number {
  return z * rational(CENTRE, z * z);
}

function farTail(z: number): number {
  const inverseSquare = 1 / (z * z);
  return (1 / SQRT_TWO_PI - inverseSquare * rational(TAIL, inverseSquare)) / z;
}

/** exp(-z²/2) with z² split in two, since its rounding would be magnified by the exponential. */
function bell(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2);
}

function rational(part: { over: readonly number[]; under: readonly number[] }, x: number): number {
  return horner(part.over, x) / horner(part.under, x);
}

function horner(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** The z below which a share p lies. Example: normalQuantile(0.975) = 1.959964. */
export function normalQuantile(p: number): number {
  return p < 0.5 ? -normalUpperQuantile(p) : normalUpperQuantile(1 - p);
}

/** The z above which a share p lies (0 < p < 1). */
export function normalUpperQuantile(p: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalUpperQuantile(1 - p);
  let z = roughUpperQuantile(p);
  for (let step = 0; step < 10; step++) {
    const next = z + halleyStep(z, p);
    if (Math.abs(next - z) <= 1e-7 * Math.abs(next)) return next;
    z = next;
  }
  return z;
}

/** Abramowitz & Stegun 26.2.23: within 0.00045. */
function roughUpperQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const over = 2.515517 + t * (0.802853 + t * 0.010328);
  const under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - over / under;
}

/**
 * Between the quartiles the area from the median is solved for, so that a z near 0 keeps its
 * digits; further out the logarithm of the tail, which is flatter than the tail.
 */
function halleyStep(z: number, p: number): number {
  const density = normalDensity(z);
  if (p > 0.26) {
    const newton = (0.5 - p - centre(z)) / density;
    return newton / (1 - (newton * z) / 2);
  }
  const tail = normalUpper(z);
  const newton = (Math.log(tail / p) * tail) / density;
  return newton / (1 - (newton * (z - density / tail)) / 2);
}
