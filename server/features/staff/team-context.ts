import type { Db } from "../../../db/connect.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { listTeam, type TeamMember } from "../../../db/queries/team.ts";
import { Problem } from "../../domain/problem.ts";

/** An administrator about to do something to somebody of their own organisation. */
export interface TeamDeed {
  administrator: Staff;
  memberId: string;
  now: Date;
}

/** Somebody of the administrator's own organisation; anybody else is not found. */
export async function getMember(
  db: Db,
  { administrator, memberId, now }: TeamDeed,
): Promise<TeamMember> {
  const { organisationId } = administrator;
  const [member] = await listTeam(db, { organisationId, id: memberId, now });
  if (!member) throw new Problem("not-found");
  return member;
}
