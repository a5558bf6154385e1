import { type Kysely, sql } from "kysely";
import type { EntryStep } from "../../server/domain/setup/entry-fields.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { Database } from "../schema.ts";

// The lists of a programme's set-up are all kept the same way: rows of a programme, some in an order of its own. What
// differs is the table and its columns, so they are told once here, and checked against the schema.

/** Where the entries of a step are kept: each value's name and its column. */
interface EntryShape {
  table: string;
  columns: Readonly<Record<string, string>>;
  order: readonly string[];
}

function shape<T extends keyof Database & string>(
  table: T,
  columns: Record<string, keyof Database[T] & string>,
  order: readonly (keyof Database[T] & string)[],
): EntryShape {
  return { table, columns, order };
}

const ordered = ["display_order"] as const;

const shapes: Record<EntryStep, EntryShape> = {
  funders: shape(
    "funder",
    {
      name: "name",
      nameGenitive: "name_genitive",
      share: "share",
      publicityText: "publicity_text",
    },
    ordered,
  ),
  logos: shape("logo", { alt: "alt" }, ordered),
  localities: shape(
    "locality",
    {
      nominative: "name_nominative",
      genitive: "name_genitive",
      locative: "name_locative",
      municipality: "municipality",
      county: "county",
      latitude: "latitude",
      longitude: "longitude",
      key: "key",
    },
    ordered,
  ),
  criteria: shape("selection_criterion", { text: "text" }, ordered),
  sectors: shape("sector", { label: "label", key: "key", broadKey: "broad_key" }, ordered),
  groups: shape(
    "participant_group",
    {
      localityId: "locality_id",
      name: "name",
      plannedSize: "planned_size",
      startsOn: "starts_on",
      endsOn: "ends_on",
    },
    ["locality_id", "name"],
  ),
  topics: shape("topic", { title: "title", scaleKey: "scale_key" }, ordered),
  methods: shape("method", { title: "title" }, ordered),
  sessions: shape(
    "training_session",
    {
      title: "title",
      heldOn: "held_on",
      hours: "hours",
      localityId: "locality_id",
      groupId: "group_id",
      topicId: "topic_id",
      methodId: "method_id",
      lecturer: "lecturer",
      place: "place",
    },
    ["held_on", "locality_id"],
  ),
  indicators: shape(
    "indicator",
    {
      code: "code",
      name: "name",
      unit: "unit",
      definition: "definition",
      calculationType: "calculation_type",
      calculationMethod: "calculation_method",
      dataSource: "data_source",
      achievedWhen: "achieved_when",
      responsible: "responsible",
      planned: "planned",
      reached: "reached",
      evidenceUrl: "evidence_url",
      deviation: "deviation",
    },
    ordered,
  ),
  visions: shape(
    "vision",
    { localityId: "locality_id", title: "title", summary: "summary", authors: "authors" },
    ["locality_id"],
  ),
  publicity: shape(
    "publicity_record",
    {
      publishedOn: "published_on",
      channel: "channel",
      title: "title",
      url: "url",
      areLogosShown: "are_logos_shown",
    },
    ["published_on"],
  ),
};

export interface Entry {
  id: string;
  values: Record<string, unknown>;
}

interface EntryKey {
  programmeId: string;
  step: EntryStep;
}

/** The entries of a step: in the programme's own order where there is one, else by day or place. */
export async function listEntries(db: Db, { programmeId, step }: EntryKey): Promise<Entry[]> {
  const { table, columns, order } = shapes[step];
  let query = anyTable(db)
    .selectFrom(table)
    .select(["id", ...Object.entries(columns).map(([name, column]) => `${column} as ${name}`)])
    .where("programme_id", "=", programmeId);
  if (step === "localities") query = query.where("withdrawn_at", "is", null);
  for (const column of [...order, "id"]) query = query.orderBy(column);
  const rows = await query.execute();
  return rows.map(({ id, ...values }) => ({ id: String(id), values }));
}

/** Inserts an entry at the end and returns its id. */
export async function insertEntry(
  db: Db,
  { programmeId, step }: EntryKey,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { table, order } = shapes[step];
  const place = order.includes("display_order")
    ? { display_order: await nextOrder(db, { programmeId, step }) }
    : {};
  const row = { programme_id: programmeId, ...place, ...asColumns(step, values) };
  const { id } = await anyTable(db)
    .insertInto(table)
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return String(id);
}

/** Changes the values given of one entry; false when there is no such entry. */
export async function updateEntry(
  db: Db,
  { programmeId, step, id }: EntryKey & { id: string },
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { numUpdatedRows } = await anyTable(db)
    .updateTable(shapes[step].table)
    .set(asColumns(step, values))
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Deletes one entry; the database refuses while something else refers to it (23503). */
export async function deleteEntry(
  db: Db,
  { programmeId, step, id }: EntryKey & { id: string },
): Promise<boolean> {
  const { numDeletedRows } = await anyTable(db)
    .deleteFrom(shapes[step].table)
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}

export function isOrdered(step: EntryStep): boolean {
  return shapes[step].order.includes("display_order");
}

/** Puts the entries into this order. Places are taken twice over: first below nought, so that none is taken meanwhile. */
export async function updateOrder(
  db: Db,
  { programmeId, step, ids }: EntryKey & { ids: readonly string[] },
): Promise<void> {
  const { table } = shapes[step];
  for (const [index, id] of ids.entries()) {
    await anyTable(db)
      .updateTable(table)
      .set({ display_order: -(index + 1) })
      .where("programme_id", "=", programmeId)
      .where("id", "=", id)
      .execute();
  }
  await anyTable(db)
    .updateTable(table)
    .set({ display_order: sql`-display_order` })
    .where("programme_id", "=", programmeId)
    .where("display_order", "<", 0)
    .execute();
}

/** Withdrawn localities keep their place, so the next is after all rows, not after those listed. */
export async function nextOrder(db: Db, { programmeId, step }: EntryKey): Promise<number> {
  const last = await anyTable(db)
    .selectFrom(shapes[step].table)
    .select("display_order")
    .where("programme_id", "=", programmeId)
    .orderBy("display_order", "desc")
    .limit(1)
    .executeTakeFirst();
  return Number(last?.display_order ?? 0) + 1;
}

/** The keys of a step whose entries have one, those of withdrawn localities among them. */
export async function listTakenKeys(db: Db, { programmeId, step }: EntryKey): Promise<Set<string>> {
  const { table, columns } = shapes[step];
  if (!columns.key) return new Set();
  const rows = await anyTable(db)
    .selectFrom(table)
    .select(columns.key)
    .where("programme_id", "=", programmeId)
    .execute();
  return new Set(rows.map((row) => String(row.key)));
}

/** How many entries each step has. */
export async function countEntries(
  db: Db,
  programmeId: string,
): Promise<Record<EntryStep, number>> {
  const counts: [string, number][] = [];
  for (const [step, { table }] of Object.entries(shapes)) {
    let query = anyTable(db)
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("programme_id", "=", programmeId);
    if (step === "localities") query = query.where("withdrawn_at", "is", null);
    counts.push([step, (await query.executeTakeFirstOrThrow()).count]);
  }
  return Object.fromEntries(counts) as Record<EntryStep, number>;
}

function asColumns(
  step: EntryStep,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { columns } = shapes[step];
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const column = columns[name];
      if (!column) return [];
      const isObject = typeof value === "object" && value !== null;
      return [[column, isObject ? json(value) : value]];
    }),
  );
}

/** All these tables have `programme_id` and `id`, and their other columns were checked where the shapes are told. */
function anyTable(db: Db): Kysely<Record<string, Record<string, unknown>>> {
  return db as unknown as Kysely<Record<string, Record<string, unknown>>>;
}
