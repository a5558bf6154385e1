import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../connect.ts";
import { type BackedUpTable, nameOf, tableRef } from "./tables.ts";

/**
 * The same row is the same text on every server, whatever its settings; and reading or writing everything may take as
 * long as it takes. Call it first in the transaction.
 */
export async function settleFormats(tx: Db): Promise<void> {
  const settings: [name: string, value: string][] = [
    ["timezone", "UTC"],
    ["datestyle", "ISO, YMD"],
    ["intervalstyle", "iso_8601"],
    ["bytea_output", "hex"],
    ["extra_float_digits", "1"],
    ["statement_timeout", "0"],
    ["idle_in_transaction_session_timeout", "0"],
  ];
  for (const [name, value] of settings) {
    await sql`select set_config(${name}, ${value}, true)`.execute(tx);
  }
}

/** Every row of a table, or of one programme in it, as a line of JSON each, some hundreds at a time. */
export async function* readRows(
  tx: Db,
  table: BackedUpTable,
  programmeId?: string,
): AsyncGenerator<string[]> {
  const cursor = sql.id(`rows_of_${table.name}`);
  await sql`
    declare ${cursor} no scroll cursor for
    select row_to_json(one)::text as line from ${tableRef(table)} as one
    ${programmeId ? ofProgramme(table, programmeId) : sql``}
  `.execute(tx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch 500 from ${cursor}`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await sql`close ${cursor}`.execute(tx);
}

function ofProgramme(table: BackedUpTable, programmeId: string): RawBuilder<unknown> {
  const column = sql.id(nameOf(table) === "public.programme" ? "id" : "programme_id");
  return sql`where ${column} = ${programmeId}`;
}

/** How many rows there were, and a sum of their hashes: equal for the same rows in whatever order they come. */
export interface RowSum {
  rows: number;
  sum: string;
}

/** Adds up lines. SHA-256 of each, as one number, modulo 2^256: no row can be lost, doubled or changed unseen. */
export function startRowSum(): { add(lines: readonly string[]): void; end(): RowSum } {
  let rows = 0;
  let sum = 0n;
  return {
    add: (lines) => {
      rows += lines.length;
      for (const line of lines) {
        sum += BigInt(`0x${createHash("sha256").update(line).digest("hex")}`);
      }
    },
    end: () => ({ rows, sum: BigInt.asUintN(256, sum).toString(16).padStart(64, "0") }),
  };
}

/** Reads a table only to add it up. */
export async function sumRows(tx: Db, table: BackedUpTable): Promise<RowSum> {
  const sum = startRowSum();
  for await (const lines of readRows(tx, table)) sum.add(lines);
  return sum.end();
}
