import { type Coordinates, mapSize, placeOnMap } from "./lithuania.ts";

export interface MappedLocality {
  key: string;
  name: string;
  coordinates: Coordinates | null;
}

/** A town on the map with the place of its name. */
export interface MapMark {
  key: string;
  name: string;
  x: number;
  y: number;
  label: { x: number; y: number; anchor: "start" | "end" | "middle" };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const labelSize = 18;
const letterWidth = labelSize * 0.58;
const away = 12;

/**
 * Marks for the localities that have coordinates, their names beside them so that none covers another or a mark where
 * that can be helped. All marks are alike: a map says where, not how much.
 */
export function mapMarks(localities: readonly MappedLocality[]): MapMark[] {
  const placed = localities.flatMap(({ key, name, coordinates }) =>
    coordinates ? [{ key, name, ...placeOnMap(coordinates) }] : [],
  );
  const taken: Box[] = placed.map(({ x, y }) => around(x, y));
  return placed.map((mark) => {
    const tries = labelPlaces(mark);
    const found = tries.find(({ box }) => isOnMap(box) && taken.every((one) => !overlap(one, box)));
    const { label, box } = found ?? tries.find((one) => isOnMap(one.box)) ?? tries[0]!;
    taken.push(box);
    return { ...mark, label };
  });
}

function labelPlaces({ name, x, y }: { name: string; x: number; y: number }) {
  const width = name.length * letterWidth;
  const low = y + labelSize * 0.35;
  const labels: MapMark["label"][] = [
    { x: x + away, y: low, anchor: "start" },
    { x: x - away, y: low, anchor: "end" },
    { x, y: y - away, anchor: "middle" },
    { x, y: y + away + labelSize * 0.8, anchor: "middle" },
  ];
  return labels.map((label) => {
    const left = { start: label.x, end: label.x - width, middle: label.x - width / 2 };
    const from = left[label.anchor];
    const box = { left: from, right: from + width, top: label.y - labelSize, bottom: label.y + 4 };
    return { label, box };
  });
}

function around(x: number, y: number): Box {
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
}

function isOnMap({ left, right, top, bottom }: Box): boolean {
  return left >= 0 && top >= 0 && right <= mapSize.width && bottom <= mapSize.height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
