import { Hono } from "hono";
import type { Db } from "../../../db/connect.ts";
import { insertSession } from "../../../db/queries/staff-sessions.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { dashboardRoutes } from "../../../server/features/dashboard/routes.ts";
import type { Assets } from "../../../server/http/assets.ts";
import { answerError } from "../../../server/http/errors.ts";
import { newSecret } from "../../../server/http/session.ts";
import { createInlineReader } from "../../../server/uploads/upload-reader.ts";

export const now = new Date("2026-11-23T10:00:00Z");
export const demoSlug = "kulturos-inovacijos-2017";

/** Names instead of hashed files: what a page refers to can be read off it. */
const namedAssets: Assets = {
  url: (entry) => `/assets/${entry.split("/").at(-1)}`,
  inline: () => ({ text: "", hash: "" }),
  find: () => undefined,
  styleHashes: [],
};

/** The dashboard alone, as the application mounts it. */
export function dashboardApp(
  db: Db,
  {
    assets = namedAssets,
    progressMilliseconds,
    now: at = now,
  }: { assets?: Assets; progressMilliseconds?: number; now?: Date } = {},
): Hono {
  const deps = {
    db,
    now: () => at,
    assets,
    log: () => {},
    publicUrl: undefined,
    render: createInlineRenderer().render,
    uploads: createInlineReader(),
  };
  const app = new Hono();
  app.onError(answerError(deps));
  app.route("/", dashboardRoutes(deps, progressMilliseconds));
  return app;
}

/** Somebody new who holds one role in a programme, signed in; returns their cookie. */
export async function signInAs(
  db: Db,
  {
    slug,
    role,
    email = `${role ?? "nobody"}@example.org`,
  }: { slug: string; role: StaffRole | null; email?: string },
): Promise<string> {
  const programme = await db
    .selectFrom("programme")
    .select(["id", "organisation_id"])
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("staff_user")
    .values({
      organisation_id: programme.organisation_id,
      email,
      display_name: "Somebody",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (role) {
    const held = { programme_id: programme.id, staff_user_id: id, role };
    await db.insertInto("staff_role").values(held).execute();
  }
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId: id, now, expiresAt });
  return `staff=${secret}`;
}
