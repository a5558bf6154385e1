import { countChanges } from "../statistics/change.ts";
import type { ReleasedFigures, ShownGain } from "./figures.ts";
import { type Atom, derivableGroups, type Known, recall } from "./history.ts";
import { releaseChange } from "./homogeneity.ts";
import type { ScaleInput } from "./input.ts";
import { mergeRows, type Row } from "./row.ts";
import { atTopOf, fewestAtTop } from "./shown-gain.ts";
import { complementRows, isHiddenEnough } from "./suppression.ts";

/** One row of a line: whose it is, and what it would show. */
export interface LineRow {
  atom: Atom;
  row: Row;
}

export interface LineRules {
  scale: Pick<ScaleInput, "key" | "top" | "answerStep">;
  threshold: number;
  earlier: readonly ReleasedFigures[];
  /** Whether no further locality will join the total. */
  isComplete: boolean;
}

/** What of an additive line (rows and their total) stays back, so that nothing follows by subtraction. */
export interface Line {
  /** Rows that show nothing, since they are small or protect a small one. */
  hidden: ReadonlySet<Atom>;
  /** Rows that show no counts; the hidden ones are among them. */
  withoutCounts: ReadonlySet<Atom>;
  /** The rows whose people the total adds up. */
  total: readonly Atom[];
  isTotalHidden: boolean;
  isTotalWithoutMeans: boolean;
  isTotalWithoutCounts: boolean;
  isTotalWithoutAtTop: boolean;
  /** The rows of the total that show something, and the groups of others that follow from it. */
  blocks: readonly Row[];
}

/**
 * Decides a line. Which rows show nothing depends on numbers of people alone. They can only be
 * worked out in groups, which count as one block each; every other row is a block of its own. What
 * would give people away in a block's own row must not follow from the total either, and since each
 * row shows other figures that narrow it down, withholding one more row would not be enough: then
 * the total goes without.
 */
export function protectLine(lineRows: readonly LineRow[], rules: LineRules): Line {
  const present = lineRows.filter(({ row }) => row.pairs > 0);
  const hiding = hideSmallRows(present, rules);
  const blocks = blocksOf(present, hiding, rules);
  const hasBlock = (isMeant: (block: Row) => boolean) => blocks.some(isMeant);
  const isTelling = hasBlock((block) => block.likeness === "alike-near-zero");
  const counts = withholdCounts(present, hiding, rules, isTelling);
  const isTotalWithoutMeans = hasBlock((block) => block.isAtAnEnd);
  return {
    hidden: hiding.withheld,
    withoutCounts: counts.withheld,
    total: hiding.total,
    isTotalHidden: !hiding.isTotalSafe || hasBlock((block) => block.isExtreme),
    isTotalWithoutMeans,
    isTotalWithoutCounts: isTelling || !counts.isTotalSafe,
    isTotalWithoutAtTop: !mayAddAtTop(blocks, rules),
    blocks,
  };
}

interface Withholding {
  withheld: ReadonlySet<Atom>;
  total: readonly Atom[];
  isTotalSafe: boolean;
}

/** Small rows, and what protects them; a small newcomer that nothing protects waits outside the total. */
function hideSmallRows(present: readonly LineRow[], rules: LineRules): Withholding {
  const known = recall(rules.earlier, rules.scale.key, () => true);
  const isSmall = ({ row }: LineRow) => row.pairs < rules.threshold;
  const everybody = present.map(({ atom }) => atom);
  const counted = new Set(known.totals.flatMap((total) => [...total]));
  const withoutWaiting = present
    .filter((one) => !isSmall(one) || counted.has(one.atom))
    .map(({ atom }) => atom);
  const small = present.filter(isSmall).map(({ atom }) => atom);
  const isSafe = (group: readonly LineRow[]) => isEnough(group, rules.threshold);
  const search = { present, known, withheld: small, isSafe };
  return (
    findWithholding({ ...search, total: everybody }) ??
    findWithholding({ ...search, total: withoutWaiting }) ??
    withoutTotal(search, everybody)
  );
}

/** Rows told in words, and what keeps their counts from following; unless the total has none anyway. */
function withholdCounts(
  present: readonly LineRow[],
  hiding: Withholding,
  rules: LineRules,
  isTelling: boolean,
): Withholding {
  const known = recall(rules.earlier, rules.scale.key, hasCounts);
  const withheld = present
    .filter(({ atom, row }) => hiding.withheld.has(atom) || row.change.kind !== "counts")
    .map(({ atom }) => atom);
  const isSafe = (group: readonly LineRow[]) =>
    isEnough(group, rules.threshold) && hasOpenCounts(mergeRows(rowsOf(group), rules.scale));
  const search = { present, known, withheld, isSafe };
  const found = isTelling ? undefined : findWithholding({ ...search, total: hiding.total });
  return found ?? withoutTotal(search, hiding.total);
}

interface Search {
  present: readonly LineRow[];
  known: Known;
  /** What must be withheld in any case. */
  withheld: readonly Atom[];
  isSafe: (group: readonly LineRow[]) => boolean;
}

/**
 * The smallest set around the withheld rows with which everything that follows from this total and
 * earlier ones is safe: first as it is; then with the rows withheld before; then with the smallest
 * others one by one. Undefined where nothing helps.
 */
function findWithholding({
  present,
  known,
  withheld,
  isSafe,
  total,
}: Search & { total: readonly Atom[] }): Withholding | undefined {
  const judgedBefore = (derivableGroups(known, [], []) ?? []).map(String);
  const isGroupSafe = (group: readonly Atom[]) => {
    const rows = present.filter(({ atom }) => group.includes(atom));
    return judgedBefore.includes(String(group)) || (rows.length === group.length && isSafe(rows));
  };
  const isChoiceSafe = (choice: readonly Atom[]) => {
    const shown = present.map(({ atom }) => atom).filter((atom) => !choice.includes(atom));
    return derivableGroups(known, shown, total)?.every(isGroupSafe) ?? false;
  };
  if (isChoiceSafe(withheld)) return { withheld: new Set(withheld), total, isTotalSafe: true };
  const found = complementRows(
    present.map(({ atom, row }) => (known.rows.has(atom) ? 0 : row.pairs)),
    indicesOf(present, ({ atom }) => withheld.includes(atom) || known.withheld.has(atom)),
    (chosen) => isChoiceSafe(chosen.map((i) => present[i]!.atom)),
  );
  if (!found) return undefined;
  return { withheld: new Set(found.map((i) => present[i]!.atom)), total, isTotalSafe: true };
}

function indicesOf(present: readonly LineRow[], isMeant: (one: LineRow) => boolean): number[] {
  return present.flatMap((one, i) => (isMeant(one) ? [i] : []));
}

/** No total now: then only what earlier totals tell counts. Where even that fails, all stay back. */
function withoutTotal(search: Search, total: readonly Atom[]): Withholding {
  const found = findWithholding({ ...search, total: [] });
  const withheld = found?.withheld ?? new Set(search.present.map(({ atom }) => atom));
  return { withheld, total, isTotalSafe: false };
}

function blocksOf(present: readonly LineRow[], hiding: Withholding, rules: LineRules): Row[] {
  const added = present.filter(({ atom }) => hiding.total.includes(atom));
  const shown = added.filter(({ atom }) => !hiding.withheld.has(atom));
  const known = recall(rules.earlier, rules.scale.key, () => true);
  const groups =
    derivableGroups(
      known,
      shown.map(({ atom }) => atom),
      hiding.total,
    ) ?? [];
  const merged = groups.map((group) =>
    mergeRows(rowsOf(added.filter(({ atom }) => group.includes(atom))), rules.scale),
  );
  return [...rowsOf(shown), ...merged.filter(({ pairs }) => pairs > 0)];
}

function rowsOf(group: readonly LineRow[]): Row[] {
  return group.map(({ row }) => row);
}

function isEnough(group: readonly LineRow[], threshold: number): boolean {
  const counts = group.map(({ row }) => row.pairs);
  return isHiddenEnough(counts, [...counts.keys()], threshold);
}

function hasCounts(gain: ShownGain): boolean {
  return gain.change.kind === "counts";
}

/** Whether counts that follow by subtraction may be known: not when they would be told in words. */
function hasOpenCounts({ tally }: Row): boolean {
  return releaseChange(countChanges(tally.gains)).kind === "counts";
}

/**
 * Whether those at the top of the rows that do not count them may be worked out together. Only
 * once, when no further locality will join: two such totals would tell the difference.
 */
function mayAddAtTop(blocks: readonly Row[], { scale, earlier, isComplete }: LineRules): boolean {
  const rest = blocks.filter((row) => atTopOf(row) === null);
  if (rest.length === 0 || blocks.length === 1) return true;
  const { totals } = recall(earlier, scale.key, ({ atTopBefore }) => atTopBefore !== null);
  if (!isComplete || totals.length > 0) return false;
  if (blocks.some(({ isAtAnEnd, isStartAlike }) => isAtAnEnd || isStartAlike)) return false;
  const { pairs, tally } = mergeRows(rest, scale);
  const { ceilingBefore } = tally.edges;
  return ceilingBefore >= fewestAtTop && ceilingBefore <= pairs - fewestAtTop;
}
