import type { ColumnType } from "kysely";

/** A jsonb column: read as a value, written as the text that `json()` makes of one. */
export type Json<T> = ColumnType<T, string, string>;

/** The same where the table has a default. */
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
