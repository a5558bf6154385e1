import type { Db } from "../../db/connect.ts";
import { findProgrammeBySlug, type Programme } from "../../db/queries/programmes.ts";
import { listRoles, type Staff } from "../../db/queries/staff.ts";
import { Problem } from "../domain/problem.ts";
import type { StaffRole } from "../domain/words.ts";

/** A programme together with what the asking person may do in it. */
export interface Access {
  programme: Programme;
  roles: readonly StaffRole[];
}

/**
 * The programme of an address, for somebody who holds one of `roles` there.
 * A programme in which they hold no role at all is answered like one that does not exist.
 */
export async function getAccess(
  db: Db,
  { staff, slug, roles }: { staff: Staff; slug: string; roles: readonly StaffRole[] },
): Promise<Access> {
  const programme = await findProgrammeBySlug(db, slug);
  if (!programme) throw new Problem("not-found");
  const held = await listRoles(db, { staffUserId: staff.id, programmeId: programme.id });
  if (held.length === 0) throw new Problem("not-found");
  if (!roles.some((role) => held.includes(role))) throw new Problem("not-allowed");
  return { programme, roles: held };
}
