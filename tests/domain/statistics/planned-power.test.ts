import { describe, expect, it } from "vitest";
import { plannedPower, planPrecision } from "../../../server/domain/statistics/planning.ts";

/** Of R: `power.t.test(n = pairs, delta = change, sd = 1, type = "paired")$power`, changes in deviations. */
const ofR: [pairs: number, change: number, power: number][] = [
  [2, 0.2, 0.034841659201],
  [2, 0.5, 0.053095856991],
  [2, 0.8, 0.074776500391],
  [2, 1.2, 0.107080603345],
  [5, 0.2, 0.054074430581],
  [5, 0.5, 0.138452773209],
  [5, 0.8, 0.280689458505],
  [5, 1.2, 0.530207563134],
  [6, 0.2, 0.059956118165],
  [6, 0.5, 0.169323862623],
  [6, 0.8, 0.356029619733],
  [6, 1.2, 0.655039640506],
  [8, 0.2, 0.071182112858],
  [8, 0.5, 0.231407380468],
  [8, 0.8, 0.496345499542],
  [8, 1.2, 0.827919755948],
  [10, 0.2, 0.081965460872],
  [10, 0.5, 0.292828567267],
  [10, 0.8, 0.616222499729],
  [10, 1.2, 0.920333356475],
  [12, 0.2, 0.092491515701],
  [12, 0.5, 0.352635743174],
  [12, 0.8, 0.713656972838],
  [12, 1.2, 0.965075942745],
  [15, 0.2, 0.108004105923],
  [15, 0.5, 0.437846587929],
  [15, 0.8, 0.821309977012],
  [15, 1.2, 0.990614478004],
  [17, 0.2, 0.118236079697],
  [17, 0.5, 0.490979615599],
  [17, 0.8, 0.87184039746],
  [17, 1.2, 0.996246481013],
  [20, 0.2, 0.133488400023],
  [20, 0.5, 0.564482896679],
  [20, 0.8, 0.923898716613],
  [20, 1.2, 0.999095403549],
  [25, 0.2, 0.158761921278],
  [25, 0.5, 0.669701363813],
  [25, 0.8, 0.969631047927],
  [25, 1.2, 0.999923728298],
  [30, 0.2, 0.183920637048],
  [30, 0.5, 0.753962724995],
  [30, 0.8, 0.988475239818],
  [30, 1.2, 0.999994167782],
  [40, 0.2, 0.233896117887],
  [40, 0.5, 0.869397911209],
  [40, 0.8, 0.998519375709],
  [40, 1.2, 0.999999972409],
  [64, 0.2, 0.350363908744],
  [64, 0.5, 0.976055575079],
  [64, 0.8, 0.999992880745],
  [64, 1.2, 1.0],
];

describe("the chance to see a change of a given size", () => {
  it.each(ofR)("with %i pairs and %d deviations is that of R: %d", (pairs, change, power) => {
    expect(plannedPower(pairs, change)).toBeCloseTo(power, 9);
  });

  it("is one in forty where nothing changes, as only a rise counts, and grows with people and change", () => {
    expect(plannedPower(12, 0)).toBeCloseTo(0.025, 9);
    const chances = [5, 10, 20, 40].map((pairs) => plannedPower(pairs, 0.5)!);
    expect(chances).toEqual([...chances].sort((one, other) => one - other));
    expect(plannedPower(10, 0.6)!).toBeGreaterThan(plannedPower(10, 0.5)!);
  });

  it("is nobody's guess with one person", () => {
    expect(plannedPower(1, 0.5)).toBeNull();
  });

  it("stands in the planning table where a worthwhile change was fixed and five pairs are to be expected", () => {
    const rows = planPrecision({ deviation: 15, share: 0.85, worthwhile: 7.5 });
    const of = (people: number) => rows.find((row) => row.people === people)!;
    expect(of(5).power).toBeNull();
    expect(of(12).power).toBeCloseTo(ofR.find(([n, d]) => n === 10 && d === 0.5)![2], 9);
    expect(of(20).power).toBeCloseTo(ofR.find(([n, d]) => n === 17 && d === 0.5)![2], 9);
    const open = planPrecision({ deviation: 15, share: 0.85, worthwhile: null });
    expect(open.every(({ power }) => power === null)).toBe(true);
  });
});
