import { sql } from "kysely";
import type { Db } from "../connect.ts";

/**
 * Counts one event under a key and says how many there have been in the running window. Windows that ended are swept
 * out at the same time, so that keys made of addresses live no longer than they are needed.
 */
export async function countEvent(
  db: Db,
  { key, now, windowSeconds }: { key: string; now: Date; windowSeconds: number },
): Promise<number> {
  const endsAt = new Date(now.getTime() + windowSeconds * 1000);
  const { rows } = await sql<{ count: number }>`
    with swept as (
      delete from rate_limit where window_ends_at <= ${now} and key <> ${key}
    )
    insert into rate_limit (key, window_ends_at, count) values (${key}, ${endsAt}, 1)
    on conflict (key) do update set
      count = case when rate_limit.window_ends_at <= ${now} then 1 else rate_limit.count + 1 end,
      window_ends_at = case
        when rate_limit.window_ends_at <= ${now} then excluded.window_ends_at
        else rate_limit.window_ends_at
      end
    returning count
  `.execute(db);
  return rows[0]!.count;
}

/** How many events were counted under a key in the running window. */
export async function countedEvents(
  db: Db,
  { key, now }: { key: string; now: Date },
): Promise<number> {
  const row = await db
    .selectFrom("rate_limit")
    .select("count")
    .where("key", "=", key)
    .where("window_ends_at", ">", now)
    .executeTakeFirst();
  return row?.count ?? 0;
}
