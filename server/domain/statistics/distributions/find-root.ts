const MOST_STEPS = 200;

/**
 * The zero of a continuous f between two points where its signs differ, to about 15 digits.
 * Secant steps by the Illinois rule (Dowell & Jarratt 1971), and every fourth step a bisection.
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
  let [other, fOther] = [from, f(from)];
  let [latest, fLatest] = [to, f(to)];
  if (fOther === 0) return other;
  if (fLatest === 0) return latest;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const x = nextPoint(other, fOther, latest, fLatest, step % 4 === 0);
    if (Math.abs(x - latest) <= 4e-16 * Math.abs(x)) return x;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0 === fLatest > 0) fOther /= 2;
    else [other, fOther] = [latest, fLatest];
    [latest, fLatest] = [x, fx];
  }
  return latest;
}

function nextPoint(a: number, fa: number, b: number, fb: number, bisect: boolean): number {
  const secant = (a * fb - b * fa) / (fb - fa);
  const isInside = secant >= Math.min(a, b) && secant <= Math.max(a, b);
  return isInside && !bisect ? secant : (a + b) / 2;
}
