import { sql } from "kysely";
import { z } from "zod";
import type { ScaleInput } from "../../server/domain/disclosure/input.ts";
import type { PairAnswers } from "../../server/domain/disclosure/pair-answers.ts";
import { waveKinds } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface SettledRow {
  scaleKey: string;
  localityKey: string;
  answers: PairAnswers;
}

/** Whole numbers of any size: JSON has none, so they are stored as words. */
const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform((text) => BigInt(text));
const cell = z.strictObject({ before: z.number(), after: z.number(), count: z.number() });

/** The shape in which counted answers are kept. */
const stored = z.strictObject({
  items: z.array(
    z.strictObject({ item: z.string(), wave: z.enum(waveKinds), options: z.array(z.number()) }),
  ),
  breakdowns: z.array(
    z.strictObject({
      key: z.string(),
      groups: z.array(z.strictObject({ group: z.string(), cells: z.array(cell) })),
    }),
  ),
  itemTable: z.strictObject({
    people: whole,
    sums: z.array(whole),
    products: z.array(z.array(whole)),
  }),
});

/** Keeps what was counted of each scale's pairs, locality by locality, with the release it belongs to. */
export async function insertSettledAnswers(
  db: Db,
  {
    programmeId,
    releaseId,
    scales,
  }: {
    programmeId: string;
    releaseId: string;
    scales: readonly Pick<ScaleInput, "key" | "localities">[];
  },
): Promise<void> {
  const rows = scales.flatMap(({ key: scale, localities }) =>
    localities.flatMap(({ locality, answers }) =>
      answers ? [{ scale, locality, tables: asStored(answers) }] : [],
    ),
  );
  await sql`
    insert into answers.settled_answers (programme_id, release_id, locality_id, scale_key, tables)
    select locality.programme_id, ${releaseId}, locality.id, row.scale, row.tables
    from jsonb_to_recordset(${json(rows)}::jsonb) as row (scale text, locality text, tables jsonb)
    join locality on locality.programme_id = ${programmeId} and locality.key = row.locality
  `.execute(db);
}

function asStored({ itemTable, ...counts }: PairAnswers): z.input<typeof stored> {
  const { people, sums, products } = itemTable;
  return {
    items: counts.items.map(({ options, ...one }) => ({ ...one, options: [...options] })),
    breakdowns: counts.breakdowns.map(({ key, groups }) => ({
      key,
      groups: groups.map(({ group, cells }) => ({ group, cells: [...cells] })),
    })),
    itemTable: {
      people: String(people),
      sums: sums.map(String),
      products: products.map((row) => row.map(String)),
    },
  };
}

/** What a release was made of, beside its cells. */
export async function listSettledAnswers(
  db: Db,
  key: { programmeId: string; releaseId: string },
): Promise<SettledRow[]> {
  const rows = await db
    .selectFrom("answers.settled_answers as settled")
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "settled.programme_id")
        .onRef("locality.id", "=", "settled.locality_id"),
    )
    .select(["settled.scale_key as scaleKey", "locality.key as localityKey", "settled.tables"])
    .where("settled.programme_id", "=", key.programmeId)
    .where("settled.release_id", "=", key.releaseId)
    .execute();
  return rows.map(({ tables, ...row }) => ({ ...row, answers: stored.parse(tables) }));
}
