/** Terms B(2k) / (2k (2k - 1)) of Stirling's series, k = 1 ... 9 (DLMF 5.11.1). */
const STIRLING_SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const;

/** From here on nine terms of the series are exact to the last bit of a double. */
const SERIES_FROM = 16;

/**
 * What Stirling's formula leaves over: ln Γ(z + 1) - [(z + 1/2) ln z - z + ln(2π)/2], for z > 0.
 * Densities are written with this small number instead of with ln Γ itself, whose size would eat
 * the digits (Loader 2000, "Fast and accurate computation of binomial probabilities").
 */
export function stirlingError(z: number): number {
  const tabled = HALVES[2 * z];
  return tabled === undefined ? climbFrom(z) : tabled;
}

/** Up to where the series is exact, by Γ(z + 1) = z Γ(z). */
function climbFrom(z: number): number {
  let climbed = 0;
  let at = z;
  while (at < SERIES_FROM) {
    climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  return climbed + stirlingTail(at);
}

function stirlingTail(z: number): number {
  const inverse = 1 / z;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING_SERIES.length - 1; k >= 0; k--) sum = sum * square + STIRLING_SERIES[k]!;
  return sum * inverse;
}

/** Degrees of freedom are whole, so their halves are asked for again and again. */
const HALVES = Array.from({ length: 2 * SERIES_FROM }, (_, twice) => climbFrom(twice / 2));

/**
 * x ln(x / m) + m - x, the "deviance part" of Loader's saddle-point form. Where x and m are close,
 * the plain formula would subtract nearly equal numbers; a series in (x - m)/(x + m) does not.
 */
export function devianceTerm(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;

  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
