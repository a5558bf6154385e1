import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  complementRows,
  hiddenRows,
  isHiddenEnough,
} from "../../../server/domain/disclosure/suppression.ts";
import { reference } from "../statistics/reference.ts";

const golden = reference("disclosure-one-dimension") as {
  data: { k: number; counts: number[][] };
  expected: { results: { primary: number[]; suppress: number[] }[] };
};

describe("the rows of an additive line that must be hidden", () => {
  it.each(golden.data.counts.map((counts, i) => [counts, golden.expected.results[i]!] as const))(
    "are the reference's in %j",
    (counts, { suppress }) => {
      const hidden = hiddenRows(counts, golden.data.k);
      const people = (rows: readonly number[]) => rows.reduce((sum, row) => sum + counts[row]!, 0);
      expect(hidden.length).toBe(suppress.length);
      expect(people(hidden)).toBe(people(suppress));
    },
  );

  const lines = fc.array(fc.nat(25), { maxLength: 8 });

  it("hide every small row and leave no small row to subtraction", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 5, max: 10 }), (counts, k) => {
        const hidden = hiddenRows(counts, k);
        const total = counts.reduce((a, b) => a + b, 0);
        counts.forEach((n, i) => {
          if (n > 0 && n < k) expect(hidden).toContain(i);
        });
        expect(isHiddenEnough(counts, hidden, k) || total < k).toBe(true);
      }),
    );
  });

  it("only grow with the threshold", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 5, max: 9 }), (counts, k) => {
        const more = hiddenRows(counts, k + 1);
        for (const row of hiddenRows(counts, k)) expect(more).toContain(row);
      }),
    );
  });

  it("are undefined when even all rows together protect nobody", () => {
    expect(complementRows([12, 8], [0], () => false)).toBeUndefined();
  });
});
