import { benjaminiHochberg, holm } from "../statistics/multiplicity.ts";

/** A p value under a name; null where there was no test. */
export interface NamedTest {
  name: string;
  p: number | null;
}

/** Both families that are adjusted: all gains of all localities, and the comparisons of localities, one a scale. */
export function multiplicityFigures(
  gains: readonly NamedTest[],
  homogeneity: readonly NamedTest[],
) {
  return { ...familyFigures(gains), homogeneity: familyFigures(homogeneity) };
}

/** What could not be tested is no member of the family, and stays null. */
function familyFigures(tests: readonly NamedTest[]) {
  const p = tests.map((test) => test.p);
  return {
    order: tests.map((test) => test.name),
    p,
    holm: adjustDefined(p, holm),
    BH: adjustDefined(p, benjaminiHochberg),
  };
}

function adjustDefined(
  p: readonly (number | null)[],
  adjust: (p: readonly number[]) => number[],
): (number | null)[] {
  const adjusted = adjust(p.filter((value) => value !== null));
  let next = 0;
  return p.map((value) => (value === null ? null : adjusted[next++]!));
}
