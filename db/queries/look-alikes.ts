import { sql } from "kysely";
import type { NamedPerson } from "../../server/domain/participant/duplicates.ts";
import type { Db } from "../connect.ts";
import { isPersonHeld, isPersonWithin, type Within } from "./within.ts";

/** Everybody who takes part in the localities and nowhere else, by name, with what helps to tell two people apart. */
export async function listPeople(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<(NamedPerson & { organisation: string; phone: string; localities: string[] })[]> {
  const { rows } = await sql<
    NamedPerson & { organisation: string; phone: string; localities: string[] }
  >`
    select
      person.id,
      person.full_name as "fullName",
      person.email,
      person.organisation,
      person.phone,
      array(
        select locality.name_nominative
        from identity.enrolment
        join locality
          on locality.programme_id = enrolment.programme_id
          and locality.id = enrolment.locality_id
        where enrolment.programme_id = person.programme_id and enrolment.person_id = person.id
        order by locality.display_order
      ) as localities
    from identity.person
    where person.programme_id = ${programmeId}
      and ${isPersonWithin(within)}
      and not ${isPersonHeld(within)}
    order by person.id
  `.execute(db);
  return rows;
}

/** The pairs that somebody found to be two people. */
export async function listDistinctPeople(
  db: Db,
  programmeId: string,
): Promise<{ one: string; other: string }[]> {
  return await db
    .selectFrom("identity.distinct_people")
    .select(["one_id as one", "other_id as other"])
    .where("programme_id", "=", programmeId)
    .execute();
}

/** Notes that two people are two. `one` sorts before `other`; noting it twice changes nothing. */
export async function insertDistinctPeople(
  db: Db,
  pair: { programmeId: string; one: string; other: string; decidedBy: string; now: Date },
): Promise<void> {
  await db
    .insertInto("identity.distinct_people")
    .values({
      programme_id: pair.programmeId,
      one_id: pair.one,
      other_id: pair.other,
      decided_by: pair.decidedBy,
      decided_at: pair.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
