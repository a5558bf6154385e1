import { readFileSync } from "node:fs";

/** One file of tests/golden/reference, as it stands. */
export function reference(id: string) {
  const path = new URL(`../../golden/reference/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Right digits: -log10 of the relative error, 17 at most; of the error itself where the truth is 0. */
export function rightDigits(value: number, truth: number): number {
  if (value === truth) return 17;
  const error = truth === 0 ? Math.abs(value) : Math.abs(value - truth) / Math.abs(truth);
  return Math.min(17, -Math.log10(error));
}

type Leaf = [path: string, value: unknown];

/** Every number, text, truth value and null in a JSON value, with the path to it. */
export function leavesOf(value: unknown, path = ""): Leaf[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, path === "" ? key : `${path}.${key}`),
  );
}

export interface Tolerance {
  relative: number;
  /** Others for paths that end so. */
  endings?: Record<string, number>;
}

/**
 * What differs between our values and the expected ones: every expected leaf must be there, null
 * must be null, and numbers must agree. `[]` when all is well.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  { relative, endings = {} }: Tolerance = { relative: 1e-10 },
): string[] {
  const ours = new Map(leavesOf(actual));
  return leavesOf(expected).flatMap(([path, truth]) => {
    const ending = Object.keys(endings).find((end) => path.endsWith(end));
    const allowed = ending === undefined ? relative : endings[ending]!;
    const value = ours.get(path);
    return agrees(value, truth, allowed) ? [] : [`${path}: ${value} instead of ${truth}`];
  });
}

function agrees(value: unknown, truth: unknown, allowed: number): boolean {
  if (typeof truth !== "number" || typeof value !== "number") return value === truth;
  return Math.abs(value - truth) <= allowed * Math.max(Math.abs(truth), allowed);
}

/** Interval as R prints one. */
export function limits(interval: { low: number; high: number } | null): [number, number] | null {
  return interval && [interval.low, interval.high];
}

/** A copy without the leaves whose paths end so: what we deliberately do not compute, said by name. */
export function leavingOut(expected: unknown, endings: readonly string[]): unknown {
  const part = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value)
      .map(([key, inner]) => [key, inner, `${path}.${key}`] as const)
      .filter(([, , at]) => !endings.some((ending) => at.endsWith(`.${ending}`)))
      .map(([key, inner, at]) => [key, part(inner, at)] as const);
    return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
  };
  return part(expected, "");
}
