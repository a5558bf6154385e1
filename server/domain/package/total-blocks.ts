import type { ReleasedFigures } from "../disclosure/figures.ts";
import { atomOf, derivableGroups, recall } from "../disclosure/history.ts";
import type { Table } from "./answers-tables.ts";

/**
 * Which localities each scale's total adds up, and how its interval groups them: one that shows its row is a block of
 * its own, those that show nothing count as one (range.ts says why). `earlier` are the releases before this one, told
 * to the same audience.
 */
export function buildBlockTable(
  figures: ReleasedFigures,
  earlier: readonly ReleasedFigures[],
): Table {
  const rows = figures.scales.flatMap(({ key, localities, allLocalities = [] }) => {
    const added = localities.filter(({ locality }) => allLocalities.includes(locality));
    const atoms = (some: typeof added) =>
      some.map(({ locality, revision }) => atomOf(locality, revision));
    const shown = added.filter(({ gain }) => gain.shown);
    const known = recall(earlier, key, () => true);
    const merged = derivableGroups(known, atoms(shown), atoms(added)) ?? [];
    const blocks = [...atoms(shown).map((atom) => [atom]), ...merged];
    return added.map(({ locality, revision }) => {
      const block = blocks.findIndex((atoms) => atoms.includes(atomOf(locality, revision)));
      return [key, locality, block === -1 ? null : block + 1];
    });
  });
  return { columns: ["scale", "locality", "block"], rows };
}
