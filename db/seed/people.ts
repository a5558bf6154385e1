import { randomBytes, randomUUID } from "node:crypto";
import { certificateNumber } from "../../server/domain/certificate/number.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { InsertedProgramme } from "./programme.ts";
import type { Random } from "./random.ts";

export interface SeededEnrolment {
  id: string;
  localityKey: string;
  sectorKey: string | null;
}

/** Plainly invented people: cycle participants and, beside them, people who were involved in other activities. */
export async function insertPeople(
  db: Db,
  programme: InsertedProgramme,
  plan: { cycle: Record<string, number>; involvedOnly: Record<string, number>; enrolledOn: string },
  random: Random,
): Promise<SeededEnrolment[]> {
  const people: { id: string; name: string; localityKey: string; isCycle: boolean }[] = [];
  for (const { key } of programme.localities) {
    for (const [counts, isCycle] of [
      [plan.cycle, true],
      [plan.involvedOnly, false],
    ] as const) {
      for (let index = 0; index < (counts[key] ?? 0); index++) {
        people.push({
          id: randomUUID(),
          name: inventName(people.length + 1),
          localityKey: key,
          isCycle,
        });
      }
    }
  }
  await db
    .insertInto("identity.person")
    .values(people.map(({ id, name }) => ({ programme_id: programme.id, id, full_name: name })))
    .execute();
  const enrolments = people.map((person) => ({
    ...person,
    enrolmentId: randomUUID(),
    sector: programme.sectors.length > 0 ? random.pick(programme.sectors) : null,
  }));
  await db
    .insertInto("identity.enrolment")
    .values(
      enrolments.map((row) => ({
        programme_id: programme.id,
        id: row.enrolmentId,
        person_id: row.id,
        locality_id: localityId(programme, row.localityKey),
        sector_id: row.sector?.id ?? null,
        role: row.isCycle ? ("cycle-participant" as const) : ("involved" as const),
        enrolled_on: plan.enrolledOn,
      })),
    )
    .execute();
  return enrolments
    .filter((row) => row.isCycle)
    .map((row) => ({
      id: row.enrolmentId,
      localityKey: row.localityKey,
      sectorKey: row.sector?.key ?? null,
    }));
}

/** Trees and birds for names: nobody is called so, and everybody can see it. */
function inventName(number: number): string {
  const trees = [
    "Ąžuolas",
    "Beržas",
    "Eglė",
    "Klevas",
    "Liepa",
    "Pušis",
    "Uosis",
    "Šermukšnė",
    "Gluosnis",
    "Ieva",
  ];
  const birds = ["Gegutė", "Kregždė", "Pempė", "Strazdas", "Volungė", "Zylė", "Gervė", "Gandras"];
  return `${trees[number % trees.length]} ${birds[Math.floor(number / trees.length) % birds.length]} (pavyzdys ${number})`;
}

/** Training days in each locality with everybody there, and a numbered certificate for every cycle participant. */
export async function insertTraining(
  db: Db,
  programme: InsertedProgramme,
  enrolments: readonly SeededEnrolment[],
  plan: { days: string[]; title: Record<string, string>; issuedOn: string; numberPrefix: string },
): Promise<void> {
  for (const locality of programme.localities) {
    const here = enrolments.filter((enrolment) => enrolment.localityKey === locality.key);
    for (const heldOn of plan.days) {
      const { id } = await db
        .insertInto("training_session")
        .values({
          programme_id: programme.id,
          locality_id: locality.id,
          title: json(plan.title),
          held_on: heldOn,
          hours: 8,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await db
        .insertInto("identity.attendance")
        .values(
          here.map((enrolment) => ({
            programme_id: programme.id,
            session_id: id,
            enrolment_id: enrolment.id,
            is_present: true,
          })),
        )
        .execute();
    }
  }
  await insertCertificates(db, programme, enrolments, plan);
}

async function insertCertificates(
  db: Db,
  programme: InsertedProgramme,
  enrolments: readonly SeededEnrolment[],
  plan: { days: string[]; title: Record<string, string>; issuedOn: string; numberPrefix: string },
): Promise<void> {
  await db
    .insertInto("certificate_template")
    .values({
      programme_id: programme.id,
      title: json(plan.title),
      number_prefix: plan.numberPrefix,
      last_number: enrolments.length,
      updated_at: new Date(`${plan.issuedOn}T06:00:00Z`),
    })
    .execute();
  const certificates = enrolments.map((enrolment, index) => ({
    programme_id: programme.id,
    enrolment_id: enrolment.id,
    number: certificateNumber(plan.numberPrefix, index + 1),
    sequence_number: index + 1,
    title: json(plan.title),
    hours: 8 * plan.days.length,
    issued_on: plan.issuedOn,
    verification_key: randomBytes(16).toString("base64url"),
  }));
  await db.insertInto("identity.certificate").values(certificates).execute();
}

export function localityId(programme: InsertedProgramme, key: string): string {
  const locality = programme.localities.find((candidate) => candidate.key === key);
  if (!locality) throw new Error(`the programme has no locality ${key}`);
  return locality.id;
}
