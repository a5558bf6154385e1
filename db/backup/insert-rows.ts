import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { type BackedUpTable, nameOf, tableRef } from "./tables.ts";

/** Puts rows back as they were, ids and numbers given by sequences included. `lines` are rows as JSON, one each. */
export async function insertRows(
  tx: Db,
  table: BackedUpTable,
  lines: readonly string[],
): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.id(column)));
  await sql`
    insert into ${tableRef(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${tableRef(table)}, ${`[${lines.join()}]`}::json)
  `.execute(tx);
  if (table.identityColumn) await moveSequence(tx, table, table.identityColumn);
}

/** The next number given is one that no row has. */
async function moveSequence(tx: Db, table: BackedUpTable, column: string): Promise<void> {
  await sql`
    select setval(
      pg_get_serial_sequence(${nameOf(table)}, ${column}),
      (select max(${sql.id(column)}) from ${tableRef(table)})
    )
  `.execute(tx);
}
