import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** A cycle participant of a locality, and whether a card is noted against the name. */
export interface CardHolder {
  enrolmentId: string;
  fullName: string;
  hasCard: boolean;
}

/** The register's own list: people and whether they were given a card. It says nothing of answers. */
export async function listCardHolders(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<CardHolder[]> {
  const { rows } = await sql<CardHolder>`
    select
      enrolment.id as "enrolmentId",
      person.full_name as "fullName",
      exists (
        select from identity.card_holder
        where card_holder.programme_id = enrolment.programme_id
          and card_holder.enrolment_id = enrolment.id
      ) as "hasCard"
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    where enrolment.programme_id = ${key.programmeId}
      and enrolment.locality_id = ${key.localityId}
      and enrolment.role = 'cycle-participant'
      and enrolment.withdrawn_on is null
    order by person.full_name collate "lt-x-icu", enrolment.id
  `.execute(db);
  return rows;
}

/** Notes a card against a name. False when somebody has one already: of two who press at once, one gives it. */
export async function insertCardHolder(
  db: Db,
  holder: { programmeId: string; accessCodeId: string; enrolmentId: string; now: Date },
): Promise<boolean> {
  const inserted = await db
    .insertInto("identity.card_holder")
    .columns(["programme_id", "access_code_id", "enrolment_id", "handed_at"])
    .values({
      programme_id: holder.programmeId,
      access_code_id: holder.accessCodeId,
      enrolment_id: holder.enrolmentId,
      handed_at: holder.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("access_code_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The access codes noted against the names of a locality; whoever reads them says so in the audit log. */
export async function listCodesOfHolders(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<{ enrolmentId: string; accessCodeId: string }[]> {
  return await db
    .selectFrom("identity.card_holder as holder")
    .innerJoin("identity.enrolment as enrolment", (join) =>
      join
        .onRef("enrolment.programme_id", "=", "holder.programme_id")
        .onRef("enrolment.id", "=", "holder.enrolment_id"),
    )
    .select(["holder.enrolment_id as enrolmentId", "holder.access_code_id as accessCodeId"])
    .where("holder.programme_id", "=", key.programmeId)
    .where("enrolment.locality_id", "=", key.localityId)
    .execute();
}

/** The access code noted against a name; the one way from a person to a code, so every use is audited by its caller. */
export async function findAccessCodeOf(
  db: Db,
  key: { programmeId: string; enrolmentId: string },
): Promise<string | undefined> {
  const holder = await db
    .selectFrom("identity.card_holder")
    .select("access_code_id")
    .where("programme_id", "=", key.programmeId)
    .where("enrolment_id", "=", key.enrolmentId)
    .executeTakeFirst();
  return holder?.access_code_id;
}
