const TINY = 1e-300;
const CLOSE_ENOUGH = 2.3e-16;
/** Needed terms grow like the square root of the parameters: 10^7 respondents take some thousands. */
const MOST_TERMS = 1_000_000;

/**
 * The continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)) by the modified Lentz method
 * (Thompson & Barnett 1986), forwards and without overflow, until a term changes nothing.
 */
export function continuedFraction(
  first: number,
  numerator: (term: number) => number,
  denominator: (term: number) => number,
): number {
  let value = first === 0 ? TINY : first;
  let c = value;
  let d = 0;
  for (let term = 1; term <= MOST_TERMS; term++) {
    const a = numerator(term);
    const b = denominator(term);
    d = 1 / awayFromZero(b + a * d);
    c = awayFromZero(b + a / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < CLOSE_ENOUGH) return value;
  }
  return value;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
