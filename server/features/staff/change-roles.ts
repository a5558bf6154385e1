import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteRole,
  insertRole,
  listTeamProgrammes,
  listTeamRoles,
} from "../../../db/queries/team.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffRole } from "../../domain/words.ts";
import type { StaffDeps } from "./staff-deps.ts";
import { getMember, type TeamDeed } from "./team-context.ts";

export interface GivenRole {
  programmeId: string;
  role: StaffRole;
  /** None stands for the whole programme. */
  localityIds: readonly string[];
}

/** The roles that may be kept to single localities; the others see or change what belongs to the whole programme. */
export const localRoles: readonly StaffRole[] = ["organiser", "data-entry", "evaluator"];

/** Gives a role in one of the organisation's own programmes, in the whole of it or in some of its localities. */
export async function giveRole(deps: StaffDeps, deed: TeamDeed, given: GivenRole): Promise<void> {
  const { administrator, memberId, now } = deed;
  await inTransaction(deps.db, async (tx) => {
    await getMember(tx, deed);
    const programmes = await listTeamProgrammes(tx, administrator.organisationId);
    const programme = programmes.find(({ id }) => id === given.programmeId);
    const isOwn = (localityId: string) => programme?.localities.some(({ id }) => id === localityId);
    if (!programme || !given.localityIds.every(isOwn)) throw new Problem("not-found");
    if (given.localityIds.length > 0 && !localRoles.includes(given.role)) {
      throw new Problem("bad-request");
    }
    const places = given.localityIds.length > 0 ? given.localityIds : [null];
    for (const localityId of places) {
      const { programmeId, role } = given;
      await insertRole(tx, { programmeId, staffUserId: memberId, role, localityId });
    }
    await insertAuditEvent(tx, {
      programmeId: given.programmeId,
      at: now,
      actor: administrator.id,
      action: "gave-role",
      subject: memberId,
      detail: { role: given.role, localities: given.localityIds.join(" ") },
    });
  });
}

/** Takes one role away, whether it was for the whole programme or for one locality. */
export async function takeRole(deps: StaffDeps, deed: TeamDeed, roleId: string): Promise<void> {
  const { administrator, memberId, now } = deed;
  await inTransaction(deps.db, async (tx) => {
    await getMember(tx, deed);
    const roles = await listTeamRoles(tx, administrator.organisationId);
    const held = roles.find(({ id, staffUserId }) => id === roleId && staffUserId === memberId);
    if (!held) throw new Problem("not-found");
    await deleteRole(tx, { programmeId: held.programmeId, staffUserId: memberId, id: roleId });
    await insertAuditEvent(tx, {
      programmeId: held.programmeId,
      at: now,
      actor: administrator.id,
      action: "took-role",
      subject: memberId,
      detail: { role: held.role, localities: held.localityId ?? "" },
    });
  });
}
