import type { Db } from "../../db/connect.ts";
import { findProgrammeBySlug, type Programme } from "../../db/queries/programmes.ts";
import { type HeldRole, listHeldRoles, type Staff } from "../../db/queries/staff.ts";
import type { Within } from "../../db/queries/within.ts";
import { Problem } from "../domain/problem.ts";
import type { StaffRole } from "../domain/words.ts";

/** A programme together with what the asking person may do in it. */
export interface Access {
  programme: Programme;
  /** Held in the whole programme. */
  roles: readonly StaffRole[];
  /** Held in single localities only. */
  localRoles: readonly StaffRole[];
  /** Where the roles that the page asked for reach. */
  reach: Reach;
  held: readonly HeldRole[];
}

/** The whole programme, or the localities with these ids alone. */
export type Reach = { isLimited: false } | { isLimited: true; localityIds: readonly string[] };

interface Asked {
  staff: Pick<Staff, "id"> & Partial<Pick<Staff, "isAdministrator">>;
  slug: string;
  roles: readonly StaffRole[];
}

/**
 * The programme of an address, for somebody who holds one of `roles` in the whole of it.
 * A programme in which they hold no role at all is answered like one that does not exist. A role in single localities
 * opens nothing here: a page that knows how to keep to localities asks `getLocalAccess` instead.
 */
export async function getAccess(db: Db, asked: Asked): Promise<Access> {
  const access = await getLocalAccess(db, asked);
  if (access.reach.isLimited) throw new Problem("whole-programme-only");
  return access;
}

/**
 * As `getAccess`, also for those who hold the role in single localities: the page then keeps to what `reach` says, by
 * `keepReached` and `requireReach`.
 */
export async function getLocalAccess(db: Db, { staff, slug, roles }: Asked): Promise<Access> {
  const programme = await findProgrammeBySlug(db, slug);
  if (!programme) throw new Problem("not-found");
  const held = await listHeldRoles(db, { staffUserId: staff.id, programmeId: programme.id });
  if (held.length === 0) throw new Problem("not-found");
  const matching = held.filter(({ role }) => roles.includes(role));
  if (matching.length === 0) throw refusal(staff, roles);
  const everywhere = held.filter(({ localityId }) => localityId === null);
  const local = held.filter(({ localityId }) => localityId !== null);
  return {
    programme,
    roles: namesOf(everywhere),
    localRoles: namesOf(local),
    reach: reachOf(matching),
    held,
  };
}

/** The data role is given on purpose and to few, so whoever lacks it is told who gives it; administrators, where. */
function refusal({ isAdministrator }: Asked["staff"], roles: readonly StaffRole[]): Problem {
  const isOfData = roles.every((role) => role === "data");
  if (!isOfData) return new Problem("not-allowed");
  return new Problem("data-role-needed", isAdministrator ? { place: "/team" } : {});
}

/** Where one of these roles reaches; nowhere, where none is held. */
export function reachFor({ held }: Pick<Access, "held">, roles: readonly StaffRole[]): Reach {
  return reachOf(held.filter(({ role }) => roles.includes(role)));
}

/** Those of a programme's localities that the roles reach. */
export function keepReached<Locality extends { id: string }>(
  localities: readonly Locality[],
  { reach }: Pick<Access, "reach">,
): Locality[] {
  return localities.filter(({ id }) => isReached(reach, id));
}

/** Refuses a locality that the roles do not reach. */
export function requireReach({ reach }: Pick<Access, "reach">, localityId: string): void {
  if (!isReached(reach, localityId)) throw new Problem("not-allowed");
}

export function isReached(reach: Reach, localityId: string): boolean {
  return !reach.isLimited || reach.localityIds.includes(localityId);
}

/** The reach as queries take it. */
export function withinOf(reach: Reach): Within {
  return reach.isLimited ? reach.localityIds : null;
}

function reachOf(held: readonly HeldRole[]): Reach {
  const localityIds = held.flatMap(({ localityId }) => (localityId === null ? [] : [localityId]));
  const isEverywhere = held.some(({ localityId }) => localityId === null);
  if (isEverywhere) return { isLimited: false };
  return { isLimited: true, localityIds: [...new Set(localityIds)] };
}

function namesOf(held: readonly HeldRole[]): StaffRole[] {
  return [...new Set(held.map(({ role }) => role))];
}
