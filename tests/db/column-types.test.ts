import { sql } from "kysely";
import { expect, test } from "vitest";
import { json } from "../../db/json.ts";
import { useDatabase } from "../support/database.ts";

const { db } = useDatabase();

async function select(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
    db(),
  );
  return rows[0]?.value;
}

test.each([
  ["count(*)", 1],
  ["9007199254740991::int8", 9_007_199_254_740_991],
  ["(-9007199254740991)::int8", -9_007_199_254_740_991],
  ["array[1, null, 3]::int8[]", [1, null, 3]],
  ["2.50::numeric(4,2)", 2.5],
  ["avg(x) from (values (1), (2), (2)) as v (x)", 1.6666666666666667],
  ["array[0.1, 0.2]::numeric[]", [0.1, 0.2]],
  ["null::int8", null],
])("reads %s as a number", async (expression, value) => {
  expect(
    await select(expression.includes(" from ") ? `(select ${expression})` : expression),
  ).toEqual(value);
});

test.each([
  "9007199254740992::int8",
  "(-9007199254740992)::int8",
  "array[9223372036854775807]::int8[]",
  "12345678901234567890.5::numeric",
  "'NaN'::numeric",
])("refuses %s rather than reading a nearby number", async (expression) => {
  await expect(select(expression)).rejects.toThrow(RangeError);
});

test("reads a date as the day that was stored, wherever the reader is", async () => {
  expect(await select("date '2026-10-25'")).toBe("2026-10-25");
  expect(await select("array[date '2027-03-28', null]")).toEqual(["2027-03-28", null]);
});

test("reads a time with its zone as the same instant", async () => {
  expect(await select("timestamptz '2026-10-25 03:30:00+02'")).toEqual(
    new Date("2026-10-25T01:30:00Z"),
  );
});

test.each([
  [["ą", "„b“", 'c"d\\e', "{f,g}"]],
  [[]],
  [[1, [2, 3]]],
  ["text"],
  [null],
  [{ lt: "Žinios", nested: { snake_case: [true, 1.5] } }],
])("keeps %j whole in jsonb", async (value) => {
  const { rows } = await sql<{ value: unknown }>`select ${json(value)}::jsonb as value`.execute(
    db(),
  );
  expect(rows[0]?.value).toEqual(value);
});

test("refuses what JSON cannot hold", () => {
  expect(() => json(undefined)).toThrow(TypeError);
});
