import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** What the certificates of a programme say, and whom they are given to. */
export interface CertificateTemplate {
  title: Text;
  text: Text;
  areTopicsNamed: boolean;
  numberPrefix: string;
  leastAttendedPercent: number;
}

const templateColumns = [
  "title",
  "text",
  "are_topics_named as areTopicsNamed",
  "number_prefix as numberPrefix",
  "least_attended_percent as leastAttendedPercent",
] as const;

export async function findCertificateTemplate(
  db: Db,
  programmeId: string,
): Promise<CertificateTemplate | undefined> {
  return await db
    .selectFrom("certificate_template")
    .select(templateColumns)
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
}

/** Stores the template; the counter of numbers stays where it is. */
export async function upsertCertificateTemplate(
  db: Db,
  { programmeId, template, now }: { programmeId: string; template: CertificateTemplate; now: Date },
): Promise<void> {
  const values = {
    title: json(template.title),
    text: json(template.text),
    are_topics_named: template.areTopicsNamed,
    number_prefix: template.numberPrefix,
    least_attended_percent: template.leastAttendedPercent,
    updated_at: now,
  };
  await db
    .insertInto("certificate_template")
    .values({ programme_id: programmeId, ...values })
    .onConflict((conflict) => conflict.column("programme_id").doUpdateSet(values))
    .execute();
}

/**
 * The template with the number given last. Its row is held until the transaction ends, so one issues at a time; what is
 * read after it sees everything that was issued before.
 */
export async function lockCertificateTemplate(
  db: Db,
  programmeId: string,
): Promise<(CertificateTemplate & { lastNumber: number }) | undefined> {
  return await db
    .selectFrom("certificate_template")
    .select([...templateColumns, "last_number as lastNumber"])
    .where("programme_id", "=", programmeId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateLastNumber(
  db: Db,
  { programmeId, lastNumber }: { programmeId: string; lastNumber: number },
): Promise<void> {
  await db
    .updateTable("certificate_template")
    .set({ last_number: lastNumber })
    .where("programme_id", "=", programmeId)
    .execute();
}
