import type { Db } from "../../db/connect.ts";
import { insertCard } from "../../db/seed/cards.ts";
import { insertPeople, localityId } from "../../db/seed/people.ts";
import {
  type InsertedProgramme,
  insertProgramme,
  type ProgrammeFacts,
} from "../../db/seed/programme.ts";
import { randomFrom } from "../../db/seed/random.ts";
import { tryOutFacts } from "../../db/seed/try-out-facts.ts";
import type { StaffRole } from "../../server/domain/words.ts";

const day = 86_400_000;

export interface TestProgramme extends InsertedProgramme {
  slug: string;
  organisationId: string;
}

/** A real programme with three towns and a short questionnaire; say only what matters to the test. */
export async function aProgramme(
  db: Db,
  now: Date,
  options: Partial<ProgrammeFacts> & { enrolled?: Record<string, number> } = {},
): Promise<TestProgramme> {
  const { enrolled, ...facts } = options;
  const organisation = await db
    .insertInto("organisation")
    .values({ name: "Bandymų institutas", legal_form: "VšĮ" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const slug = facts.slug ?? "bandymas";
  const programme = await insertProgramme(db, {
    organisationId: organisation.id,
    now,
    facts: {
      ...tryOutFacts(now),
      kind: "real",
      slug,
      localities: threeTowns,
      waves: {
        before: {
          opensAt: new Date(now.getTime() - day),
          closesAt: new Date(now.getTime() + 90 * day),
        },
        after: {
          opensAt: new Date(now.getTime() + 100 * day),
          closesAt: new Date(now.getTime() + 200 * day),
        },
        followup: {
          opensAt: new Date(now.getTime() + 300 * day),
          closesAt: new Date(now.getTime() + 400 * day),
        },
      },
      ...facts,
    },
  });
  const plan = { cycle: enrolled ?? {}, involvedOnly: {}, enrolledOn: "2026-01-05" };
  if (enrolled) await insertPeople(db, programme, plan, randomFrom(1));
  return { ...programme, slug, organisationId: organisation.id };
}

const threeTowns: ProgrammeFacts["localities"] = [
  { key: "silute", names: ["Šilutė", "Šilutės", "Šilutėje"] },
  { key: "trakai", names: ["Trakai", "Trakų", "Trakuose"] },
  { key: "ignalina", names: ["Ignalina", "Ignalinos", "Ignalinoje"] },
];

/** Somebody of the staff with roles in a programme. */
export async function aStaffUser(
  db: Db,
  programme: { id: string; organisationId: string },
  roles: readonly StaffRole[],
): Promise<string> {
  const { id } = await db
    .insertInto("staff_user")
    .values({
      organisation_id: programme.organisationId,
      email: `${roles.join("-")}.${programme.organisationId.slice(0, 8)}@example.org`,
      display_name: roles.join(", "),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = roles.map((role) => ({ programme_id: programme.id, staff_user_id: id, role }));
  await db.insertInto("staff_role").values(rows).execute();
  return id;
}

/** Cards of one locality, each with its link's token and its code. */
export async function cardsOf(
  db: Db,
  programme: InsertedProgramme,
  { locality, count, now }: { locality: string; count: number; now: Date },
) {
  const cards = [];
  for (let index = 0; index < count; index++) {
    const place = { programmeId: programme.id, localityId: localityId(programme, locality) };
    cards.push(await insertCard(db, { ...place, now }));
  }
  return cards;
}
