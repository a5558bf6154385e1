import type { Context } from "hono";
import type { Db } from "../../../../db/connect.ts";
import { findApiToken, touchApiToken } from "../../../../db/queries/api-tokens.ts";
import { findProgramme, type Programme } from "../../../../db/queries/programmes.ts";
import { listHeldRoles } from "../../../../db/queries/staff.ts";
import { Problem } from "../../../domain/problem.ts";
import type { StaffRole } from "../../../domain/words.ts";
import { type Reach, reachFor } from "../../../http/access.ts";
import { hashOf } from "../../../http/session.ts";

/** Tokens are told from other secrets by how they begin, also by tools that look for secrets in code. */
export const tokenPrefix = "pokytis_";

/** What a token opens: a programme, as far as its owner's roles reach. */
export interface Opened {
  programme: Programme;
  reach: Reach;
}

interface Reading {
  now: Date;
  readers: readonly StaffRole[];
  slug: string;
}

/**
 * What the request's token opens. Its owner must still hold a role with which results may be read, and the token
 * reaches no further than that role today; a programme other than the token's own is answered like one that does not
 * exist.
 */
export async function programmeOfToken(
  db: Db,
  c: Context,
  { now, readers, slug }: Reading,
): Promise<Opened> {
  const token = bearerOf(c.req.header("authorization"));
  const found = token && (await findApiToken(db, hashOf(token), now));
  if (!found) {
    c.header("www-authenticate", "Bearer");
    throw new Problem("sign-in-needed");
  }
  const programme = await findProgramme(db, found.programmeId);
  const held = await listHeldRoles(db, found);
  const mayRead = held.some(({ role }) => readers.includes(role));
  if (!programme || programme.slug !== slug || !mayRead) throw new Problem("not-found");
  await touchApiToken(db, found, now.toISOString().slice(0, 10));
  return { programme, reach: reachFor({ held }, readers) };
}

function bearerOf(header: string | undefined): string | undefined {
  const [, token] = /^Bearer (pokytis_[\w-]{43})$/i.exec(header ?? "") ?? [];
  return token;
}
