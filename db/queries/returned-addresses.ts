import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { isPersonHeld, isPersonWithin, type Within } from "./within.ts";

interface Asked {
  programmeId: string;
  within: Within;
}

/** Somebody of the localities whose address was looked for. */
export interface AddressedPerson {
  personId: string;
  fullName: string;
  /** In small letters, as it was looked for. */
  address: string;
  /** Takes part elsewhere too: others look after their address. */
  isHeld: boolean;
  isReturned: boolean;
}

export async function listPeopleByAddress(
  db: Db,
  { programmeId, within, addresses }: Asked & { addresses: readonly string[] },
): Promise<AddressedPerson[]> {
  const { rows } = await sql<AddressedPerson>`
    select
      person.id as "personId",
      person.full_name as "fullName",
      lower(person.email) as address,
      ${isPersonHeld(within)} as "isHeld",
      person.returned_at is not null as "isReturned"
    from identity.person
    where person.programme_id = ${programmeId}
      and lower(person.email) = any (${addresses}::text[])
      and ${isPersonWithin(within)}
    order by person.full_name collate "lt-x-icu", person.id
  `.execute(db);
  return rows;
}

/** Somebody to whom letters come back. */
export interface ReturnedPerson {
  personId: string;
  fullName: string;
  email: string;
  returnedAt: Date;
}

export async function listReturnedPeople(
  db: Db,
  { programmeId, within }: Asked,
): Promise<ReturnedPerson[]> {
  const { rows } = await sql<ReturnedPerson>`
    select
      person.id as "personId",
      person.full_name as "fullName",
      person.email,
      person.returned_at as "returnedAt"
    from identity.person
    where person.programme_id = ${programmeId}
      and person.returned_at is not null
      and ${isPersonWithin(within)}
    order by person.full_name collate "lt-x-icu", person.id
  `.execute(db);
  return rows;
}

/** False when somebody has another address by now, is marked already, or is not for these localities alone. */
export async function markReturned(
  db: Db,
  mark: Asked & { personId: string; address: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("identity.person")
    .set({ returned_address: mark.address, returned_at: mark.now })
    .where("programme_id", "=", mark.programmeId)
    .where("id", "=", mark.personId)
    .where("returned_at", "is", null)
    .where(sql<string>`lower(email)`, "=", mark.address)
    .where(isPersonWithin(mark.within))
    .where((eb) => eb.not(isPersonHeld(mark.within)))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Lets letters go to somebody again. False when there was no mark to take away. */
export async function removeReturnedMark(
  db: Db,
  { programmeId, within, personId }: Asked & { personId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("identity.person")
    .set({ returned_address: "", returned_at: null })
    .where("programme_id", "=", programmeId)
    .where("id", "=", personId)
    .where("returned_at", "is not", null)
    .where(isPersonWithin(within))
    .where((eb) => eb.not(isPersonHeld(within)))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
