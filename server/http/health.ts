import { Hono } from "hono";
import { sql } from "kysely";
import type { Db } from "../../db/connect.ts";

/** /health/live: the process answers. /health/ready: the database does too. */
export function healthRoutes({ db }: { db: Db }): Hono {
  return new Hono()
    .get("/health/live", (c) => c.text("ok"))
    .get("/health/ready", async (c) => {
      await sql`select 1`.execute(db);
      return c.text("ok");
    });
}
