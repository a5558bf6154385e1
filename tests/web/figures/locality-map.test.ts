import { describe, expect, it } from "vitest";
import { mapSize, outlinePath, placeOnMap } from "../../../web/figures/lithuania.ts";
import { mapMarks } from "../../../web/figures/locality-map.ts";

const towns = {
  Prienai: [54.633, 23.942],
  Pagėgiai: [55.133, 21.906],
  Šilutė: [55.349, 21.483],
  Ignalina: [55.342, 26.164],
  Trakai: [54.638, 24.934],
} as const;

function marksOf(places: Record<string, readonly [number, number]>) {
  return mapMarks(
    Object.entries(places).map(([name, [latitude, longitude]]) => ({
      key: name,
      name,
      coordinates: { latitude, longitude },
    })),
  );
}

/** Ray casting over the drawn outline. */
function isInside({ x, y }: { x: number; y: number }): boolean {
  const points = outlinePath()
    .slice(1, -1)
    .split("L")
    .map((pair) => pair.split(" ").map(Number) as [number, number]);
  return points.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length]!;
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

describe("the map", () => {
  it("holds towns of the country and leaves out those of its neighbours", () => {
    for (const [latitude, longitude] of Object.values(towns)) {
      expect(isInside(placeOnMap({ latitude, longitude }))).toBe(true);
    }
    const vilnius = { latitude: 54.687, longitude: 25.28 };
    const klaipeda = { latitude: 55.71, longitude: 21.2 };
    expect([vilnius, klaipeda].map((town) => isInside(placeOnMap(town)))).toEqual([true, true]);
    const hrodna = { latitude: 53.68, longitude: 23.83 };
    const daugavpils = { latitude: 55.875, longitude: 26.536 };
    expect([hrodna, daugavpils].map((town) => isInside(placeOnMap(town)))).toEqual([false, false]);
  });

  it("puts the whole country on the drawing", () => {
    const numbers = outlinePath()
      .slice(1, -1)
      .split("L")
      .map((pair) => pair.split(" ").map(Number));
    for (const [x, y] of numbers) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(mapSize.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(mapSize.height);
    }
  });

  it("leaves out localities without coordinates", () => {
    expect(mapMarks([{ key: "a", name: "A", coordinates: null }])).toEqual([]);
  });

  it("moves a name that would cover another", () => {
    const [first, second] = marksOf({ Trakai: [54.64, 24.93], "Senieji Trakai": [54.62, 25.05] });
    expect(first!.label).not.toMatchObject({ anchor: "start" });
    expect(second!.label).toMatchObject({ anchor: "start" });
  });

  it("keeps names on the drawing near its edge", () => {
    const [east] = marksOf({ Ignalina: [55.342, 26.164] });
    expect(east!.label.x + 8 * 12).toBeLessThanOrEqual(mapSize.width + 40);
    const [border] = marksOf({ "Ilgas pavadinimas rytuose": [55.28, 26.7] });
    expect(border!.label.anchor).toBe("end");
  });
});
