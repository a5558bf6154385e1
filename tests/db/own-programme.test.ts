import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.ts";

interface Link {
  from: string;
  to: string;
  columns: string[];
}

describe("rows of a programme", () => {
  const { db } = useDatabase();

  /** Foreign keys between two tables that both know whose programme a row is. */
  async function listLinks(): Promise<Link[]> {
    const { rows } = await sql<Link>`
      select
        conrelid::regclass::text as from,
        confrelid::regclass::text as to,
        array(
          select attname::text from pg_attribute
          where attrelid = conrelid and attnum = any (conkey)
        ) as columns
      from pg_constraint
      where contype = 'f'
        and exists (
          select from pg_attribute where attrelid = conrelid and attname = 'programme_id'
        )
        and exists (
          select from pg_attribute where attrelid = confrelid and attname = 'programme_id'
        )
      order by 1, 2
    `.execute(db());
    return rows;
  }

  it("lead only to rows of the same programme: the key says so, not a query", async () => {
    const links = await listLinks();
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter(({ columns }) => !columns.includes("programme_id"))).toEqual([]);
  });

  it("would be noticed where a key leaves the programme out", async () => {
    await sql`create table stray (programme_id uuid, person_id uuid)`.execute(db());
    await sql`create unique index person_alone on identity.person (id)`.execute(db());
    await sql`alter table stray add foreign key (person_id) references identity.person (id)`.execute(
      db(),
    );
    const stray = (await listLinks()).filter(({ columns }) => !columns.includes("programme_id"));
    expect(stray.map(({ from }) => from)).toEqual(["stray"]);
  });
});
