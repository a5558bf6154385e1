import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** A table as the catalogue describes it. */
export interface BackedUpTable {
  schema: string;
  name: string;
  /** Columns that can be written, in their order. */
  columns: string[];
  /** The column whose values a sequence gives, if there is one. */
  identityColumn: string | null;
  /** Tables whose rows must be there before this one's. */
  refersTo: string[];
  /** Columns that name somebody of the staff, and whether they may be empty. */
  staffColumns: { name: string; isRequired: boolean }[];
}

/** What passes by itself and would be wrong to bring back: sign-ins, who tried how often, lists between two steps. */
const passing = new Set([
  "answers.earlier_upload",
  "identity.uploaded_list",
  "public.questionnaire_import",
  "public.known_browser",
  "public.rate_limit",
  "public.set_up_link",
  "public.sign_in_link",
  "public.sign_in_step",
  "public.staff_session",
]);
const ofMigrations = new Set(["public.kysely_migration", "public.kysely_migration_lock"]);

export function nameOf({ schema, name }: Pick<BackedUpTable, "schema" | "name">): string {
  return `${schema}.${name}`;
}

export function tableRef({ schema, name }: Pick<BackedUpTable, "schema" | "name">) {
  return sql.id(schema, name);
}

/** Every table that a backup holds, each after those it refers to. */
export async function listTables(db: Db): Promise<BackedUpTable[]> {
  const { rows } = await sql<BackedUpTable>`
    select
      space.nspname as schema,
      class.relname as name,
      array(
        select attname::text from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum
      ) as columns,
      (
        select attname::text from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attidentity <> ''
      ) as "identityColumn",
      array(
        select distinct other_space.nspname || '.' || other.relname
        from pg_constraint
        join pg_class other on other.oid = confrelid
        join pg_namespace other_space on other_space.oid = other.relnamespace
        where conrelid = class.oid and contype = 'f' and confrelid <> class.oid
      ) as "refersTo",
      coalesce((
        select json_agg(json_build_object('name', attname, 'isRequired', attnotnull))
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where conrelid = class.oid and contype = 'f' and confrelid = to_regclass('public.staff_user')
      ), '[]') as "staffColumns"
    from pg_class class
    join pg_namespace space on space.oid = class.relnamespace
    where class.relkind = 'r' and space.nspname in ('public', 'identity', 'answers')
    order by space.nspname, class.relname
  `.execute(db);
  const tables = rows.filter((table) => !passing.has(nameOf(table)) && !isOfMigrations(table));
  return inOrderOfReference(tables);
}

function isOfMigrations(table: BackedUpTable): boolean {
  return ofMigrations.has(nameOf(table));
}

/** Takes, again and again, the tables that refer to none still waiting; the order by name decides among them. */
function inOrderOfReference(tables: readonly BackedUpTable[]): BackedUpTable[] {
  const ordered: BackedUpTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(nameOf));
    const ready = waiting.filter((table) => !table.refersTo.some((name) => names.has(name)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...names].join(", ")}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** The names of the migrations that made this database what it is; none where there is nothing yet. */
export async function listMigrations(db: Db): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there
  `.execute(db);
  if (!found[0]?.there) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name
  `.execute(db);
  return rows.map(({ name }) => name);
}
