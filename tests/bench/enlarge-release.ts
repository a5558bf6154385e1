import type {
  ItemInput,
  LocalityCells,
  LocalityInput,
  ReleaseInput,
  ShiftInput,
} from "../../server/domain/disclosure/input.ts";
import type { PairAnswers } from "../../server/domain/disclosure/pair-answers.ts";

interface Counted {
  count: number;
}

/**
 * What a release is made of, as if so many times as many people had answered in the same way. Reading the answers of a
 * million people to no other end than to freeze them would take most of a benchmark.
 */
export function enlargeRelease(input: ReleaseInput, times: number): ReleaseInput {
  const cells = <T extends Counted>(all: readonly T[]) =>
    all.map((cell) => ({ ...cell, count: cell.count * times }));
  const places = (all: readonly LocalityCells[]) =>
    all.map((place) => ({
      ...place,
      cells: cells(place.cells),
      answers: place.answers && enlargeAnswers(place.answers, times),
    }));
  return {
    ...input,
    localities: input.localities.map((locality) => enlargePlace(locality, times)),
    scales: input.scales.map((scale) => ({
      ...scale,
      localities: places(scale.localities),
      breakdowns: scale.breakdowns?.map(({ key, groups }) => ({
        key,
        groups: groups.map((one) => ({ ...one, localities: places(one.localities) })),
      })),
      itemTable: scale.itemTable && {
        ...scale.itemTable,
        table: enlargeTable(scale.itemTable.table, BigInt(times)),
      },
    })),
    items: input.items?.map((item) => enlargeItem(item, times)),
    shifts: input.shifts?.map(
      (shift): ShiftInput => ({
        ...shift,
        beforeAfter: cells(shift.beforeAfter),
        beforeThen: cells(shift.beforeThen),
        thenAfter: cells(shift.thenAfter),
      }),
    ),
  };
}

function enlargePlace(place: LocalityInput, times: number): LocalityInput {
  const { enrolled, before, after, pairs, beforeOnly, afterOnly, followup } = place;
  return {
    ...place,
    enrolled: enrolled * times,
    before: before * times,
    after: after * times,
    pairs: pairs * times,
    beforeOnly: beforeOnly * times,
    afterOnly: afterOnly * times,
    followup: followup * times,
  };
}

function enlargeItem(item: ItemInput, times: number): ItemInput {
  const { options, answered } = item;
  return {
    ...item,
    options: options.map((people) => people * times),
    ...(answered !== undefined && { answered: answered * times }),
  };
}

function enlargeAnswers(answers: PairAnswers, times: number): PairAnswers {
  return {
    items: answers.items.map((item) => ({
      ...item,
      options: item.options.map((people) => people * times),
    })),
    breakdowns: answers.breakdowns.map(({ key, groups }) => ({
      key,
      groups: groups.map(({ group, cells }) => ({
        group,
        cells: cells.map((cell) => ({ ...cell, count: cell.count * times })),
      })),
    })),
    itemTable: enlargeTable(answers.itemTable, BigInt(times)),
  };
}

function enlargeTable(
  { people, sums, products }: PairAnswers["itemTable"],
  times: bigint,
): PairAnswers["itemTable"] {
  return {
    people: people * times,
    sums: sums.map((sum) => sum * times),
    products: products.map((row) => row.map((product) => product * times)),
  };
}
