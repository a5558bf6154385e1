import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { deleteOpenLinks } from "../../../db/queries/sign-in-links.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { insertAccount } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { staffLetters } from "../../../web/texts/staff-letters.ts";
import { type Language, languages } from "../../domain/text.ts";
import { makeSignInLink } from "./make-sign-in-link.ts";
import { canSendLetters, type StaffDeps } from "./staff-deps.ts";
import { getMember, type TeamDeed } from "./team-context.ts";

export interface Invitation {
  staffUserId: string;
  /** The link's path: shown once, to be handed over; undefined where a letter went out with it. */
  path: string | undefined;
}

interface Invited {
  displayName: string;
  email: string;
  language: Language;
  isAdministrator: boolean;
}

/** Adds somebody to the organisation and invites them; undefined when the address is somebody's already. */
export async function inviteStaff(
  deps: StaffDeps,
  { administrator, person }: { administrator: Staff; person: Invited },
): Promise<Invitation | undefined> {
  const now = deps.now();
  const { organisationId } = administrator;
  const made = await inTransaction(deps.db, async (tx) => {
    const staffUserId = await insertAccount(tx, { organisationId, ...person, now });
    if (!staffUserId) return undefined;
    await insertAuditEvent(tx, {
      at: now,
      actor: administrator.id,
      action: "invited-staff",
      subject: staffUserId,
      detail: { isAdministrator: person.isAdministrator },
    });
    const path = await makeSignInLink(tx, { staffUserId, now, kind: "invitation" });
    return { staffUserId, path };
  });
  return made && (await handOver(deps, made, person));
}

/** A new link for somebody who has not come in yet, or lost their ways in. Earlier links stop working. */
export async function inviteAgain(deps: StaffDeps, deed: TeamDeed): Promise<Invitation> {
  const { administrator, memberId, now } = deed;
  const { member, path } = await inTransaction(deps.db, async (tx) => {
    const found = await getMember(tx, deed);
    await deleteOpenLinks(tx, memberId);
    await insertAuditEvent(tx, {
      at: now,
      actor: administrator.id,
      action: "invited-staff-again",
      subject: memberId,
    });
    const link = await makeSignInLink(tx, { staffUserId: memberId, now, kind: "invitation" });
    return { member: found, path: link };
  });
  const language = languages.find((one) => one === member.language) ?? "lt";
  return await handOver(deps, { staffUserId: memberId, path }, { ...member, language });
}

/** By letter where that can be; where the mail server does not take it, the link is shown after all. */
async function handOver(
  deps: StaffDeps,
  { staffUserId, path }: { staffUserId: string; path: string },
  { email, language }: { email: string; language: Language },
): Promise<Invitation> {
  if (!canSendLetters(deps)) return { staffUserId, path };
  const letter = staffLetters[language].invitation(`${deps.publicUrl!.origin}${path}`);
  const delivery = await deps.mailer!.send({ to: email, ...letter });
  return { staffUserId, path: delivery.outcome === "accepted" ? undefined : path };
}
