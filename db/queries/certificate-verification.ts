import type { Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** What the key on the paper finds. The name is there to be compared with a typed one, and never shown unasked. */
export interface VerifiedCertificate {
  number: string;
  title: Text;
  issuedOn: string;
  isRevoked: boolean;
  fullName: string;
  programmeKind: ProgrammeKind;
}

export async function findCertificateByKey(
  db: Db,
  verificationKey: string,
): Promise<VerifiedCertificate | undefined> {
  const row = await db
    .selectFrom("identity.certificate as certificate")
    .innerJoin("identity.enrolment as enrolment", (join) =>
      join
        .onRef("enrolment.programme_id", "=", "certificate.programme_id")
        .onRef("enrolment.id", "=", "certificate.enrolment_id"),
    )
    .innerJoin("identity.person as person", (join) =>
      join
        .onRef("person.programme_id", "=", "enrolment.programme_id")
        .onRef("person.id", "=", "enrolment.person_id"),
    )
    .innerJoin("programme", "programme.id", "certificate.programme_id")
    .select([
      "certificate.number as number",
      "certificate.title as title",
      "certificate.issued_on as issuedOn",
      "certificate.revoked_at as revokedAt",
      "person.full_name as fullName",
      "programme.kind as programmeKind",
    ])
    .where("certificate.verification_key", "=", verificationKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const { revokedAt, ...certificate } = row;
  return { ...certificate, isRevoked: revokedAt !== null };
}
