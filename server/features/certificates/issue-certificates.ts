import { randomBytes } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  lockCertificateTemplate,
  updateLastNumber,
} from "../../../db/queries/certificate-templates.ts";
import {
  type Candidate,
  insertCertificate,
  listCandidates,
  listTaughtTopics,
} from "../../../db/queries/certificates.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { hasAttendedEnough } from "../../domain/certificate/attendance.ts";
import { certificateNumber } from "../../domain/certificate/number.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { Text } from "../../domain/text.ts";

export interface Issuing {
  programme: Programme;
  issuedBy: string;
  now: Date;
}

/** Who meets the rule and was never given a certificate. A revoked one is given anew to one person at a time only. */
export function isReady(candidate: Candidate, leastAttendedPercent: number): boolean {
  const { hasValid, hasRevoked } = candidate;
  return !hasValid && !hasRevoked && hasAttendedEnough(candidate, leastAttendedPercent);
}

/**
 * Gives a certificate to everybody who is ready, with numbers that follow one another without a gap, however many issue
 * at once. Says how many there were. Refuses while the programme has no template.
 */
export async function issueCertificates(db: Db, issuing: Issuing): Promise<number> {
  return await issueTo(db, issuing, isReady);
}

/** A new certificate, with a new number, for somebody whose own was revoked and who still meets the rule. */
export async function replaceCertificate(
  db: Db,
  issuing: Issuing,
  enrolmentId: string,
): Promise<void> {
  const issued = await issueTo(db, issuing, (candidate, least) => {
    const isMeant = candidate.enrolmentId === enrolmentId && candidate.hasRevoked;
    return isMeant && !candidate.hasValid && hasAttendedEnough(candidate, least);
  });
  if (issued === 0) throw new Problem("conflict");
}

async function issueTo(
  db: Db,
  issuing: Issuing,
  isMeant: (candidate: Candidate, leastAttendedPercent: number) => boolean,
): Promise<number> {
  const { programme, now } = issuing;
  return await inTransaction(db, async (tx) => {
    const template = await lockCertificateTemplate(tx, programme.id);
    if (!template) throw new Problem("conflict");
    const candidates = (await listCandidates(tx, programme.id)).filter((candidate) =>
      isMeant(candidate, template.leastAttendedPercent),
    );
    if (candidates.length === 0) return 0;
    const wording = await wordingOf(tx, programme, template);
    let last = template.lastNumber;
    for (const candidate of candidates) {
      last += 1;
      await insertCertificate(tx, {
        programmeId: programme.id,
        enrolmentId: candidate.enrolmentId,
        number: certificateNumber(template.numberPrefix, last),
        sequenceNumber: last,
        ...wording.common,
        topics: wording.topicsOf(candidate.localityId),
        hours: candidate.hoursHeld,
        issuedOn: calendarDay(now, programme.timeZone),
        verificationKey: randomBytes(16).toString("base64url"),
      });
    }
    await updateLastNumber(tx, { programmeId: programme.id, lastNumber: last });
    await audit(tx, issuing, { count: candidates.length, lastNumber: last });
    return candidates.length;
  });
}

/** What is printed on all of them, as it is at this moment: a template or an office changed later changes no certificate. */
async function wordingOf(
  tx: Db,
  programme: Programme,
  template: { title: Text; text: Text; areTopicsNamed: boolean },
) {
  const organisation = await findOrganisation(tx, programme.organisationId);
  const { signatoryName: name = "", signatoryPosition: position = "" } = organisation ?? {};
  const topics = template.areTopicsNamed ? await listTaughtTopics(tx, programme.id) : [];
  return {
    common: {
      title: template.title,
      text: template.text,
      signatory: name === "" ? null : { name, position },
    },
    topicsOf: (localityId: string) => topicsOf(topics, localityId),
  };
}

/** The topics of a locality's own sessions; where its sessions name none, those of the programme. */
function topicsOf(
  topics: readonly { title: Text; localityIds: readonly string[] }[],
  localityId: string,
): Text[] {
  const own = topics.filter(({ localityIds }) => localityIds.includes(localityId));
  return (own.length > 0 ? own : topics).map(({ title }) => title);
}

async function audit(
  tx: Db,
  { programme, issuedBy, now }: Issuing,
  detail: { count: number; lastNumber: number },
): Promise<void> {
  await insertAuditEvent(tx, {
    programmeId: programme.id,
    at: now,
    actor: issuedBy,
    action: "issued-certificates",
    detail,
  });
}
