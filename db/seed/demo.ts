import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { insertCard } from "./cards.ts";
import { demoFacts, demoOrganisation } from "./demo-facts.ts";
import { type InventedPerson, inventAnswers } from "./invent-answers.ts";
import { insertPeople, insertTraining, localityId } from "./people.ts";
import { closeEverywhere, type InsertedProgramme, insertProgramme } from "./programme.ts";
import { type Random, randomFrom } from "./random.ts";
import { insertResponses, type SeededResponse } from "./responses.ts";
import { tryOutFacts } from "./try-out-facts.ts";

/** How the invented participants of one locality came and went, and what changed for them, in answer points. */
interface LocalityPlan {
  enrolled: number;
  involvedOnly: number;
  pairs: number;
  beforeOnly: number;
  afterOnly: number;
  followup: number;
  gain: Record<string, number>;
}

/**
 * 64 cycle participants and 13 other people, spread over the towns by invention. Every trait of real programmes is
 * there: drop-outs, newcomers, skipped items, a fall (design thinking in Ignalina), few pairs (Pagėgiai), a thin follow-up.
 */
const plans: Record<string, LocalityPlan> = {
  prienai: plan([14, 3, 12, 1, 1, 5], {
    INOV: 0.7,
    SKLD: 0.5,
    IDEN: 0.8,
    BEND: 0.4,
    ERDV: 0.6,
    DIZM: 1.0,
    ZIN: 0.26,
  }),
  pagegiai: plan([9, 2, 6, 2, 1, 2], {
    INOV: 0.5,
    SKLD: 0.3,
    IDEN: 0.4,
    BEND: 0.5,
    ERDV: 0.4,
    DIZM: 0.6,
    ZIN: 0.12,
  }),
  silute: plan([16, 3, 14, 2, 0, 6], {
    INOV: 0.6,
    SKLD: 0.9,
    IDEN: 0.5,
    BEND: 0.3,
    ERDV: 0.8,
    DIZM: 0.7,
    ZIN: 0.3,
  }),
  ignalina: plan([12, 2, 10, 1, 1, 3], {
    INOV: 0.3,
    SKLD: 0.2,
    IDEN: 0.6,
    BEND: 0.2,
    ERDV: 0.1,
    DIZM: -0.8,
    ZIN: 0.18,
  }),
  trakai: plan([13, 3, 11, 2, 0, 4], {
    INOV: 0.5,
    SKLD: 0.6,
    IDEN: 0.3,
    BEND: 0.6,
    ERDV: 0.5,
    DIZM: 0.8,
    ZIN: 0.22,
  }),
};

function plan(counts: number[], gain: Record<string, number>): LocalityPlan {
  const [enrolled, involvedOnly, pairs, beforeOnly, afterOnly, followup] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { enrolled, involvedOnly, pairs, beforeOnly, afterOnly, followup, gain };
}

/** Loads the demonstration: the programme of 2017 with invented answers, a small one to try out, and two staff users. */
export async function seedDemo(db: Db, now: Date): Promise<{ programmeId: string }> {
  const organisation = await db
    .insertInto("organisation")
    .values(demoOrganisation)
    .returning("id")
    .executeTakeFirstOrThrow();
  const insert = (facts: Parameters<typeof insertProgramme>[1]["facts"]) =>
    insertProgramme(db, { organisationId: organisation.id, facts, now });
  const demo = await insert(demoFacts(now));
  await insertDemoAnswers(db, demo, now);
  const tryOut = await insert(tryOutFacts(now));
  await insertStaff(db, organisation.id, [demo.id, tryOut.id]);
  return { programmeId: demo.id };
}

async function insertDemoAnswers(db: Db, programme: InsertedProgramme, now: Date): Promise<void> {
  const random = randomFrom(20_170_630);
  const countsOf = (field: "enrolled" | "involvedOnly") =>
    Object.fromEntries(Object.entries(plans).map(([key, row]) => [key, row[field]]));
  const people = {
    cycle: countsOf("enrolled"),
    involvedOnly: countsOf("involvedOnly"),
    enrolledOn: "2017-01-09",
  };
  const enrolments = await insertPeople(db, programme, people, random);
  await insertTraining(db, programme, enrolments, {
    days: ["2017-03-16", "2017-03-17", "2017-04-20", "2017-05-18"],
    title: {
      lt: "Kultūros inovacijos, jų sklaida ir vietovės identitetas",
      en: "Culture innovation, its dissemination and the identity of a locality",
    },
    issuedOn: "2017-06-23",
    numberPrefix: "DEMO-2017-",
  });
  const responses: SeededResponse[] = [];
  for (const { key } of programme.localities) {
    const here = enrolments.filter((enrolment) => enrolment.localityKey === key);
    for (const [index, enrolment] of here.entries()) {
      const card = await insertCard(db, {
        programmeId: programme.id,
        localityId: localityId(programme, key),
        now,
      });
      await db
        .insertInto("identity.card_holder")
        .values({
          programme_id: programme.id,
          access_code_id: card.accessCodeId,
          enrolment_id: enrolment.id,
          handed_at: now,
        })
        .execute();
      responses.push(
        ...inventResponses(programme, {
          key,
          index,
          sector: enrolment.sectorKey,
          pairingCode: card.pairingCode,
          random,
        }),
      );
    }
  }
  await insertResponses(db, programme, responses);
  await closeEverywhere(db, programme.id, "before");
  await closeEverywhere(db, programme.id, "after");
}

interface Participant {
  key: string;
  index: number;
  sector: string | null;
  pairingCode: string;
  random: Random;
}

function inventResponses(programme: InsertedProgramme, participant: Participant): SeededResponse[] {
  const { key, index, random, pairingCode } = participant;
  const waves = wavesOf(plans[key]!, index);
  const person = inventPerson(participant, waves);
  return waves.map((waveKind) => ({
    waveKind,
    pairingCode,
    localityId: localityId(programme, key),
    answers: inventAnswers(programme.questionnaire, { wave: waveKind, person, random }),
    submittedOn: { before: "2017-03-16", after: "2017-05-18", followup: "2017-10-09" }[waveKind],
  }));
}

/** The first people of a locality answer twice, the next only before, the next only after, the last never. */
function wavesOf(row: LocalityPlan, index: number): WaveKind[] {
  if (index < row.pairs)
    return index < row.followup ? ["before", "after", "followup"] : ["before", "after"];
  if (index < row.pairs + row.beforeOnly) return ["before"];
  if (index < row.pairs + row.beforeOnly + row.afterOnly) return ["after"];
  return [];
}

function inventPerson(
  { key, index, sector, random }: Participant,
  waves: readonly WaveKind[],
): InventedPerson {
  const general = 0.7 * random.normal();
  const spread = (mean: number, deviation: number) => mean + deviation * random.normal();
  const scales = Object.entries(plans[key]!.gain);
  return {
    level: Object.fromEntries(scales.map(([scale]) => [scale, spread(general, 0.35)])),
    gain: Object.fromEntries(
      scales.map(([scale, gain]) => [scale, spread(gain, scale === "ZIN" ? 0.08 : 0.45)]),
    ),
    background: {
      BG2: sector ?? "undisclosed",
      BG3: random.pick(["y0-5", "y6-15", "y6-15", "y16", "y16"]),
    },
    isNewcomer: waves[0] !== "before",
    // So few pairs are left on one scale that its row has to be withheld.
    skippedSections: key === "pagegiai" && index < 2 ? ["ERDV"] : [],
  };
}

async function insertStaff(db: Db, organisationId: string, programmeIds: readonly string[]) {
  const staff = [
    {
      email: "organizatorius@demo.invalid",
      display_name: "Organizatorius / organiser",
      roles: ["organiser", "data"] as const,
    },
    {
      email: "vertintojas@demo.invalid",
      display_name: "Vertintojas / evaluator",
      roles: ["evaluator"] as const,
    },
  ];
  for (const { roles, ...user } of staff) {
    const { id } = await db
      .insertInto("staff_user")
      .values({ organisation_id: organisationId, ...user })
      .returning("id")
      .executeTakeFirstOrThrow();
    const rows = programmeIds.flatMap((programmeId) =>
      roles.map((role) => ({ programme_id: programmeId, staff_user_id: id, role })),
    );
    await db.insertInto("staff_role").values(rows).execute();
  }
}
