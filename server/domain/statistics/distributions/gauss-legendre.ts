/** Nodes and weights of the 20-point rule on [-1, 1], right half (Abramowitz & Stegun, table 25.4). */
const RULE: readonly (readonly [node: number, weight: number])[] = [
  [0.07652652113349734, 0.15275338713072584],
  [0.22778585114164507, 0.14917298647260374],
  [0.37370608871541955, 0.14209610931838204],
  [0.5108670019508271, 0.13168863844917664],
  [0.636053680726515, 0.11819453196151841],
  [0.7463319064601508, 0.10193011981724044],
  [0.8391169718222188, 0.08327674157670475],
  [0.912234428251326, 0.06267204833410907],
  [0.9639719272779138, 0.04060142980038694],
  [0.9931285991850949, 0.017614007139152118],
];

export interface Node {
  at: number;
  weight: number;
}

/** Twenty nodes and weights for an integral over [low, high]; exact for polynomials of degree 39. */
export function gaussLegendreNodes(low: number, high: number): Node[] {
  const centre = (low + high) / 2;
  const half = (high - low) / 2;
  return RULE.flatMap(([node, weight]) => [
    { at: centre - half * node, weight: half * weight },
    { at: centre + half * node, weight: half * weight },
  ]);
}

/** ∫ f over [low, high], cut into equal panels of twenty points each. */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  panels: number,
): number {
  if (high <= low) return 0;
  const half = (high - low) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = low + (2 * panel + 1) * half;
    for (const [node, weight] of RULE) {
      sum += weight * (f(centre - half * node) + f(centre + half * node));
    }
  }
  return sum * half;
}
