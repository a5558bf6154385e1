import { readFileSync } from "node:fs";

/** One file of tests/golden/reference, as it stands. */
export function reference(id: string) {
  const path = new URL(`../../golden/reference/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Right digits: -log10 of the relative error; 17 when nothing is wrong, absolute when the truth is 0. */
export function rightDigits(value: number, truth: number): number {
  if (value === truth) return 17;
  const error = truth === 0 ? Math.abs(value) : Math.abs(value - truth) / Math.abs(truth);
  return Math.min(17, -Math.log10(error));
}
