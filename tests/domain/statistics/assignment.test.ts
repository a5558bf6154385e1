import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestAssignment } from "../../../server/domain/statistics/assignment.ts";
import { reference } from "./reference.ts";

describe("the cheapest assignment", () => {
  it("assignment-lsap", () => {
    const { data, expected } = reference("assignment-lsap");
    const three = cheapestAssignment(data.cost3);
    expect(three).toEqual({ columns: expected.col3_zero_based, total: expected.total3 });
    expect(cheapestAssignment(data.cost8).total).toBe(expected.total8);
    expect(cheapestAssignment([])).toEqual({ columns: [], total: 0 });
  });

  it("is as cheap as the best of all permutations", () => {
    const matrix = fc.integer({ min: 1, max: 5 }).chain((rows) => {
      const width = fc.integer({ min: rows, max: 6 });
      return width.chain((columns) => {
        const row = fc.array(fc.integer({ min: -9, max: 9 }), {
          minLength: columns,
          maxLength: columns,
        });
        return fc.array(row, { minLength: rows, maxLength: rows });
      });
    });
    fc.assert(
      fc.property(matrix, (costs) => {
        const { columns, total } = cheapestAssignment(costs);
        expect(new Set(columns).size).toBe(costs.length);
        expect(total).toBe(cheapestByTrial(costs));
      }),
      { numRuns: 300 },
    );
  });
});

function cheapestByTrial([first, ...others]: number[][], taken: readonly number[] = []): number {
  if (!first) return 0;
  return Math.min(
    ...first.flatMap((cost, column) =>
      taken.includes(column) ? [] : [cost + cheapestByTrial(others, [...taken, column])],
    ),
  );
}
