/**
 * Sums of one scale's items over the people who answered all of them in one wave: with the cross
 * products everything about reliability follows, and no person's answers are kept. Reversed items
 * are counted in the scale's direction.
 */
export interface ItemTable {
  people: bigint;
  sums: readonly bigint[];
  products: readonly (readonly bigint[])[];
}

/** How many people gave these answers to a scale's items. */
export interface AnswerPattern {
  answers: readonly (number | null | undefined)[];
  count: number;
}

/** Adds up the complete ones among patterns of answers to `items` items. */
export function tableOfItems(items: number, patterns: Iterable<AnswerPattern>): ItemTable {
  const sums = new Array<bigint>(items).fill(0n);
  const products = sums.map(() => new Array<bigint>(items).fill(0n));
  let people = 0n;
  for (const { answers, count } of patterns) {
    if (!isComplete(answers, items)) continue;
    const values = answers.map((answer) => BigInt(answer));
    people += BigInt(count);
    values.forEach((a, i) => {
      sums[i]! += BigInt(count) * a;
      values.forEach((b, j) => {
        products[i]![j]! += BigInt(count) * a * b;
      });
    });
  }
  return { people, sums, products };
}

/** The items of two groups of people together. */
export function mergeItemTables(a: ItemTable, b: ItemTable): ItemTable {
  return combine(a, b, 1n);
}

/** The items of a group without some of its people; RangeError if more leave than there are. */
export function subtractItemTable(whole: ItemTable, part: ItemTable): ItemTable {
  if (part.people > whole.people) throw new RangeError("More people taken out than are there");
  return combine(whole, part, -1n);
}

function combine(a: ItemTable, b: ItemTable, sign: 1n | -1n): ItemTable {
  return {
    people: a.people + sign * b.people,
    sums: a.sums.map((sum, i) => sum + sign * b.sums[i]!),
    products: a.products.map((row, i) => row.map((p, j) => p + sign * b.products[i]![j]!)),
  };
}

function isComplete(
  answers: AnswerPattern["answers"],
  items: number,
): answers is readonly number[] {
  return answers.length === items && answers.every((a) => a !== null && a !== undefined);
}

/** n Σxy - ΣxΣy for each two items: n(n - 1) times their covariance, exact. */
export function scatterOf({ people, sums, products }: ItemTable): bigint[][] {
  return products.map((row, i) => row.map((product, j) => people * product - sums[i]! * sums[j]!));
}
