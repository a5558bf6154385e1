/** A point on the globe, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/**
 * The country's outline as [longitude, latitude], clockwise from the coast in the north-west. Drawn by hand to about
 * five kilometres: enough to see where a town lies, and nothing should be measured on it.
 */
const outline: readonly (readonly [number, number])[] = [
  [21.05, 56.07],
  [21.22, 56.16],
  [21.42, 56.24],
  [21.6, 56.32],
  [22.0, 56.42],
  [22.2, 56.4],
  [22.5, 56.4],
  [22.67, 56.35],
  [22.96, 56.4],
  [23.17, 56.36],
  [23.55, 56.33],
  [23.75, 56.37],
  [24.02, 56.33],
  [24.17, 56.25],
  [24.45, 56.26],
  [24.56, 56.29],
  [24.66, 56.38],
  [24.89, 56.45],
  [25.04, 56.31],
  [25.07, 56.2],
  [25.3, 56.17],
  [25.58, 56.15],
  [25.7, 56.09],
  [25.88, 56.0],
  [26.04, 55.95],
  [26.28, 55.74],
  [26.55, 55.67],
  [26.63, 55.68],
  [26.62, 55.58],
  [26.5, 55.52],
  [26.55, 55.39],
  [26.45, 55.33],
  [26.76, 55.27],
  [26.83, 55.28],
  [26.66, 55.16],
  [26.6, 55.12],
  [26.3, 55.13],
  [26.17, 55.0],
  [25.87, 54.93],
  [25.74, 54.8],
  [25.76, 54.58],
  [25.63, 54.43],
  [25.55, 54.34],
  [25.7, 54.28],
  [25.8, 54.17],
  [25.52, 54.15],
  [25.45, 54.28],
  [25.2, 54.25],
  [24.98, 54.15],
  [24.82, 54.13],
  [24.76, 53.98],
  [24.38, 53.9],
  [24.2, 53.96],
  [23.94, 53.93],
  [23.52, 53.95],
  [23.48, 54.1],
  [23.35, 54.24],
  [23.05, 54.35],
  [22.78, 54.37],
  [22.7, 54.46],
  [22.73, 54.6],
  [22.85, 54.73],
  [22.86, 54.85],
  [22.73, 54.95],
  [22.6, 55.03],
  [22.3, 55.07],
  [22.05, 55.06],
  [21.85, 55.1],
  [21.56, 55.2],
  [21.38, 55.27],
  [21.28, 55.33],
  [21.2, 55.36],
  [21.22, 55.5],
  [21.16, 55.67],
  [21.0, 55.37],
  [20.95, 55.28],
  [21.03, 55.5],
  [21.08, 55.72],
  [21.05, 55.87],
];

/** Degrees of longitude are shorter than those of latitude by this, in the country's middle. */
const narrowing = Math.cos((55.2 * Math.PI) / 180);
const west = 20.9;
const north = 56.5;
/** Drawing units a degree of latitude. */
const scale = 160;

/** Size of the drawing in its own units. */
export const mapSize = { width: 560, height: 430 };

export function placeOnMap({ latitude, longitude }: Coordinates): { x: number; y: number } {
  return {
    x: round((longitude - west) * narrowing * scale + 10),
    y: round((north - latitude) * scale + 5),
  };
}

/** The outline as the path of an SVG. */
export function outlinePath(): string {
  const points = outline.map(([longitude, latitude]) => placeOnMap({ latitude, longitude }));
  return `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
