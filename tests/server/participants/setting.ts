import type { Db } from "../../../db/connect.ts";
import { json } from "../../../db/json.ts";
import { localityId } from "../../../db/seed/people.ts";
import type { ProgrammeFacts } from "../../../db/seed/programme.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

export const now = new Date("2026-03-02T09:00:00Z");
export const home = "/programmes/bandymas";
export const list = `${home}/participants`;

/** A programme with an organiser signed in; say only what matters to the test. */
export async function aDesk(
  db: Db,
  options: Partial<ProgrammeFacts> & {
    enrolled?: Record<string, number>;
    deps?: Partial<Deps>;
  } = {},
) {
  const { deps: extra, ...facts } = options;
  const deps = appDeps(db, { now: () => now, ...extra });
  const app = createApp(deps);
  const programme = await aProgramme(db, now, facts);
  const staffId = await aStaffUser(db, programme, ["organiser"]);
  const organiser = await signedIn(app, deps, staffId);
  return { app, deps, programme, organiser, staffId };
}

/** Somebody signed in who organises some localities alone. */
export async function aLocalOrganiser(
  db: Db,
  desk: Pick<Awaited<ReturnType<typeof aDesk>>, "app" | "deps" | "programme">,
  localities: readonly string[],
) {
  const { programme } = desk;
  const { id } = await db
    .insertInto("staff_user")
    .values({
      organisation_id: programme.organisationId,
      email: `${localities.join(".")}@example.org`,
      display_name: localities.join(", "),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const role = { programme_id: programme.id, staff_user_id: id, role: "organiser" as const };
  const rows = localities.map((key) => ({ ...role, locality_id: localityId(programme, key) }));
  await db.insertInto("staff_role").values(rows).execute();
  return { visitor: await signedIn(desk.app, desk.deps, id), staffId: id };
}

/** What the form of a new participant sends. */
export function participantSent(fields: Record<string, string> = {}): Record<string, string> {
  return {
    fullName: "Žydrūnė Ąžuolaitė",
    organisation: "Šilutės kultūros centras",
    email: "",
    phone: "",
    gender: "",
    ageBand: "",
    locality: "silute",
    group: "",
    sector: "",
    role: "cycle-participant",
    enrolledOn: "2026-02-01",
    withdrawnOn: "",
    ...fields,
  };
}

export async function peopleOf(db: Db) {
  return await db
    .selectFrom("identity.person")
    .innerJoin("identity.enrolment", "identity.enrolment.person_id", "identity.person.id")
    .innerJoin("locality", "locality.id", "identity.enrolment.locality_id")
    .select([
      "identity.person.id as personId",
      "identity.enrolment.id as enrolmentId",
      "full_name as fullName",
      "organisation",
      "email",
      "phone",
      "gender",
      "age_band as ageBand",
      "locality.key as locality",
      "role",
      "withdrawn_on as withdrawnOn",
    ])
    .orderBy("full_name")
    .orderBy("locality.key")
    .execute();
}

/** A response in the first wave for every card there is; what it says does not matter here. */
export async function answerWithEveryCard(db: Db, programmeId: string): Promise<void> {
  const wave = await db
    .selectFrom("wave")
    .selectAll()
    .where("kind", "=", "before")
    .executeTakeFirstOrThrow();
  const codes = await db.selectFrom("answers.access_code").selectAll().execute();
  const rows = codes.map((code) => ({
    programme_id: programmeId,
    wave_id: wave.id,
    pairing_code: code.pairing_code,
    locality_id: code.locality_id,
    questionnaire_version_id: wave.questionnaire_version_id,
    notice_version_id: wave.notice_version_id,
    language: "lt",
    status: "submitted" as const,
    answers: json({}),
    begun_on: "2026-03-02",
    submitted_on: "2026-03-02",
  }));
  await db.insertInto("answers.response").values(rows).execute();
}
