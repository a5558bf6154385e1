import type { Db } from "../../../db/connect.ts";
import { json } from "../../../db/json.ts";
import type { Visitor } from "../../support/app.ts";

export const page = "/programmes/bandymas/certificates";

/** What the settings form sends; say only what matters to the test. */
export function templateSent(fields: Record<string, string> = {}): Record<string, string> {
  return {
    titleLt: "Kultūros inovacijos",
    titleEn: "Culture innovation",
    textLt: "Įgijo dizaino mąstymo kompetencijų.",
    textEn: "",
    areTopicsNamed: "yes",
    prefix: "KI-2026-",
    percent: "80",
    ...fields,
  };
}

export async function saveTemplateOf(organiser: Visitor, fields?: Record<string, string>) {
  return await organiser.post(`${page}/template`, templateSent(fields));
}

/** Two sessions of eight and two hours; who of the locality's people was at which. */
export async function holdSessions(
  db: Db,
  programmeId: string,
  present: (index: number) => readonly [first: boolean, second: boolean],
): Promise<void> {
  const enrolments = await db
    .selectFrom("identity.enrolment")
    .innerJoin("identity.person", "identity.person.id", "identity.enrolment.person_id")
    .select(["identity.enrolment.id as id", "locality_id as localityId"])
    .where("identity.enrolment.programme_id", "=", programmeId)
    .orderBy("full_name")
    .execute();
  for (const [which, hours] of [8, 2].entries()) {
    const { id } = await db
      .insertInto("training_session")
      .values({
        programme_id: programmeId,
        locality_id: enrolments[0]!.localityId,
        title: json({ lt: "Diena" }),
        held_on: "2026-02-10",
        hours,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const rows = enrolments.map((enrolment, index) => ({
      programme_id: programmeId,
      session_id: id,
      enrolment_id: enrolment.id,
      is_present: present(index)[which]!,
    }));
    await db.insertInto("identity.attendance").values(rows).execute();
  }
}

/** Gives people names of their own, in the order of enrolment. */
export async function rename(db: Db, programmeId: string, fullName: string): Promise<void> {
  const first = await db
    .selectFrom("identity.person")
    .select("id")
    .where("programme_id", "=", programmeId)
    .orderBy("full_name")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("identity.person")
    .set({ full_name: fullName })
    .where("id", "=", first.id)
    .execute();
}

export async function registerOf(db: Db) {
  return await db
    .selectFrom("identity.certificate")
    .selectAll()
    .orderBy("sequence_number")
    .execute();
}
