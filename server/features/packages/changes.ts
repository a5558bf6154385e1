import type { CellRow } from "../../../db/queries/cells.ts";
import type { Changes } from "../../domain/package/headline.ts";
import { isPair } from "../../domain/statistics/cells.ts";
import type { PackageSource } from "./gather-package.ts";

type Source = Pick<PackageSource, "frozenCells" | "currentCells" | "participation" | "release">;

/** Where the answers of now are no longer those that the release was made of. */
export function findChanges(source: Source): Changes {
  const { frozenCells, currentCells, participation, release } = source;
  const [frozen, current] = [fingerprints(frozenCells), fingerprints(currentCells)];
  const released = release.figures.participation.localities;
  return {
    hasCellsChanged: (scale, locality) => {
      const key = `${scale} ${locality}`;
      return (frozen.get(key) ?? "") !== (current.get(key) ?? "");
    },
    hasCountChanged: (locality, count) => {
      const [then, now] = [released, participation].map((rows) =>
        rows.find((row) => row.locality === locality),
      );
      return then?.[count] !== now?.[count];
    },
  };
}

/** The pairs of each scale and locality, written so that equal ones are equal texts. */
function fingerprints(cells: readonly CellRow[]): Map<string, string> {
  const written = cells
    .filter(isPair)
    .map((cell) => ({
      key: `${cell.scaleKey} ${cell.localityKey}`,
      text: `${cell.before}:${cell.after}:${cell.count}`,
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const prints = new Map<string, string>();
  for (const { key, text } of written) prints.set(key, `${prints.get(key) ?? ""} ${text}`);
  return prints;
}
