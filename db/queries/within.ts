import { type RawBuilder, sql } from "kysely";

/** Ids of the localities that a query keeps to; null where it sees the whole programme. */
export type Within = readonly string[] | null;

/** Whether an enrolment, named by the alias `enrolment`, is in one of these localities. */
export function isEnrolledWithin(within: Within): RawBuilder<boolean> {
  return sql<boolean>`
    (${within}::uuid[] is null or enrolment.locality_id = any (${within}::uuid[]))
  `;
}

/**
 * Whether somebody, named by the alias `person`, takes part in one of these localities. Who is enrolled nowhere belongs
 * to the whole programme alone.
 */
export function isPersonWithin(within: Within): RawBuilder<boolean> {
  return sql<boolean>`
    (${within}::uuid[] is null or exists (
      select from identity.enrolment as own
      where own.programme_id = person.programme_id
        and own.person_id = person.id
        and own.locality_id = any (${within}::uuid[])
    ))
  `;
}

/** Whether somebody, named by the alias `person`, takes part in other localities too. */
export function isPersonHeld(within: Within): RawBuilder<boolean> {
  return sql<boolean>`
    (${within}::uuid[] is not null and exists (
      select from identity.enrolment as other
      where other.programme_id = person.programme_id
        and other.person_id = person.id
        and other.locality_id <> all (${within}::uuid[])
    ))
  `;
}
