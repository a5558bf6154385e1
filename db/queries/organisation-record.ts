import type { Db } from "../connect.ts";

/** An organisation as documents and notices name it. */
export interface OrganisationRecord {
  name: string;
  legalForm: string;
  code: string;
  address: string;
  email: string;
  phone: string;
  website: string;
  signatoryName: string;
  signatoryPosition: string;
}

export async function getOrganisationRecord(db: Db, id: string): Promise<OrganisationRecord> {
  return await db
    .selectFrom("organisation")
    .select([
      "name",
      "legal_form as legalForm",
      "code",
      "address",
      "email",
      "phone",
      "website",
      "signatory_name as signatoryName",
      "signatory_position as signatoryPosition",
    ])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

export async function updateOrganisationRecord(
  db: Db,
  id: string,
  record: OrganisationRecord,
): Promise<void> {
  await db
    .updateTable("organisation")
    .set({
      name: record.name,
      legal_form: record.legalForm,
      code: record.code,
      address: record.address,
      email: record.email,
      phone: record.phone,
      website: record.website,
      signatory_name: record.signatoryName,
      signatory_position: record.signatoryPosition,
    })
    .where("id", "=", id)
    .execute();
}
