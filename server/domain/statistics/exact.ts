/** An exact rational number; `under` is positive. Sums of squares are kept so until the one division at the end. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

export const zero: Fraction = { over: 0n, under: 1n };

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { over: -b.over, under: b.under });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** a / b, for b other than 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: sign * a.over * b.under, under: sign * a.under * b.over };
}

/** The double nearest to a fraction. */
export function toNumber({ over, under }: Fraction): number {
  return nearestRatio(over, under);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** More bits than a double holds, so that the last of them decides the rounding. */
const QUOTIENT_BITS = 66;

/** The double nearest to over / under (under > 0), however long the two numbers are. */
export function nearestRatio(over: bigint, under: bigint): number {
  if (over < 0n) return -nearestRatio(-over, under);
  // Two whole numbers below 2^53 are exact doubles, and dividing doubles rounds correctly.
  if (over <= SAFE && under <= SAFE) return Number(over) / Number(under);

  const shift = QUOTIENT_BITS - (bitLength(over) - bitLength(under));
  const dividend = shift > 0 ? over << BigInt(shift) : over;
  const divisor = shift < 0 ? under << BigInt(-shift) : under;
  const quotient = dividend / divisor;
  // A remainder may break a tie: the last bit stands for all that was cut off.
  const sticky = dividend % divisor === 0n ? quotient : quotient | 1n;
  return Number(sticky) * 2 ** -shift;
}

function bitLength(n: bigint): number {
  return n.toString(16).length * 4;
}
