import { betaLower, betaPower } from "./incomplete-beta.ts";

/** Newton squares the error: after a step as small as this nothing is left of it. */
const SMALL_STEP = 1e-9;

/** The x below which a share p of the beta law lies (0 < p < 1), by bracketed Newton steps. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const lower = betaLower(a, b, x, 1 - x);
    if (lower > p) high = x;
    else low = x;
    const newton = x - ((lower - p) * x * (1 - x)) / betaPower(a, b, x, 1 - x);
    if (Math.abs(newton - x) <= SMALL_STEP * Math.min(x, 1 - x)) return newton;
    x = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return x;
}
