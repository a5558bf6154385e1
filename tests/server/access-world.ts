import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../../db/connect.ts";
import { insertSession } from "../../db/queries/staff-sessions.ts";
import { insertCard } from "../../db/seed/cards.ts";
import { loadDemo } from "../../server/cli/demo-programmes.ts";
import type { StaffRole } from "../../server/domain/words.ts";
import { newSecret } from "../../server/http/session.ts";
import { aProgramme } from "../support/programme.ts";

export const ownSlug = "kulturos-inovacijos-2017";
export const foreignSlug = "svetima";
export const ownLocality = "prienai";
export const otherLocality = "silute";

/** Two organisations: one with the demonstration, whose every page has something to show, and another one. */
export interface World {
  ownId: string;
  foreignId: string;
  /** A cookie for each kind of person; `local …` hold the role in one locality. */
  cookies: Record<string, string>;
  /** Ids of things that belong to the other programme: enough to try each place in an address. */
  foreignIds: string[];
  cardToken: string;
}

const wholeRoles: readonly StaffRole[] = ["organiser", "data", "data-entry", "evaluator", "funder"];
export const localRoleNames: readonly StaffRole[] = ["organiser", "data-entry", "evaluator"];

export async function buildWorld(db: Db, now: Date): Promise<World> {
  await loadDemo(db, now);
  const own = await db
    .selectFrom("programme")
    .select(["id", "organisation_id"])
    .where("slug", "=", ownSlug)
    .executeTakeFirstOrThrow();
  const foreign = await aProgramme(db, now, { slug: foreignSlug, enrolled: { silute: 3 } });
  const locality = await db
    .selectFrom("locality")
    .select("id")
    .where("programme_id", "=", own.id)
    .where("key", "=", ownLocality)
    .executeTakeFirstOrThrow();
  const cookies: Record<string, string> = {};
  const add = async (name: string, role?: StaffRole, localityId: string | null = null) => {
    const isAdministrator = name.startsWith("administrator");
    const id = await aPerson(db, { organisationId: own.organisation_id, name, isAdministrator });
    const row = { programme_id: own.id, staff_user_id: id, locality_id: localityId };
    if (role)
      await db
        .insertInto("staff_role")
        .values({ ...row, role })
        .execute();
    cookies[name] = await aSession(db, id, now);
  };
  for (const role of wholeRoles) await add(role, role);
  for (const role of localRoleNames) await add(`local ${role}`, role, locality.id);
  await add("administrator");
  await add("administrator and organiser", "organiser");
  await add("nobody");
  const foreignPlace = await db
    .selectFrom("locality")
    .select("id as localityId")
    .where("programme_id", "=", foreign.id)
    .limit(1)
    .executeTakeFirstOrThrow();
  const card = await insertCard(db, { programmeId: foreign.id, ...foreignPlace, now });
  const foreignIds = await listForeignIds(db, foreign.id);
  return { ownId: own.id, foreignId: foreign.id, cookies, foreignIds, cardToken: card.token };
}

async function aPerson(
  db: Db,
  person: { organisationId: string; name: string; isAdministrator: boolean },
): Promise<string> {
  const { id } = await db
    .insertInto("staff_user")
    .values({
      organisation_id: person.organisationId,
      email: `${randomUUID()}@example.org`,
      display_name: person.name,
      is_administrator: person.isAdministrator,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function aSession(db: Db, staffUserId: string, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + 8 * 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId, now, expiresAt });
  return `staff=${secret}`;
}

/** One id of every table that has rows of the programme under an id of their own. */
async function listForeignIds(db: Db, programmeId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, columns } of await listTables(db)) {
    if (!columns.includes("programme_id") || !columns.includes("id")) continue;
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(name)} where programme_id = ${programmeId} limit 1
    `.execute(db);
    for (const { id } of rows) ids.push(String(id));
  }
  return ids;
}

interface Table {
  name: string;
  columns: string[];
}

export async function listTables(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns
    from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'identity', 'answers') and table_type = 'BASE TABLE'
    group by 1 order by 1
  `.execute(db);
  return rows;
}

/** What may change when somebody only looks: when they were last seen, and how often somebody tried. */
const passing = ["public.rate_limit"];

/** A fingerprint of every row of every table, or of one programme's rows; the note of the last page is left out. */
export async function fingerprint(db: Db, programmeId?: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name, columns } of await listTables(db)) {
    if (passing.includes(name)) continue;
    if (programmeId && !columns.includes("programme_id")) continue;
    const where = programmeId ? sql`where programme_id = ${programmeId}` : sql``;
    const { rows } = await sql<{ print: string }>`
      select md5(coalesce(string_agg(line, '|' order by line), '')) as print
      from (
        select (to_jsonb(one) - 'last_seen_at')::text as line from ${sql.table(name)} one ${where}
      ) as lines
    `.execute(db);
    prints[name] = rows[0]?.print ?? "";
  }
  return prints;
}
