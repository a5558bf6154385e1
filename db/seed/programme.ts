import { sql } from "kysely";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Text } from "../../server/domain/text.ts";
import type { ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { contentHash } from "../content-hash.ts";
import { json } from "../json.ts";

export interface LocalityFacts {
  key: string;
  names: [nominative: string, genitive: string, locative: string];
  municipality?: string;
  county?: string;
  coordinates?: [latitude: number, longitude: number];
}

/** What a programme is described by, before anybody takes part. */
export interface ProgrammeFacts {
  slug: string;
  kind: ProgrammeKind;
  title: Text;
  contractTitle: Text;
  goal: Text;
  startsOn: string;
  endsOn: string;
  moreInfoUrl: string;
  evaluatorName: string;
  funders: { name: Text; nameGenitive: Text; share: string }[];
  logos: { alt: Text; svg: string }[];
  localities: LocalityFacts[];
  sectors: { key: string; label: Text; broadKey: string }[];
  topics: { title: Text; scaleKey?: string }[];
  methods: Text[];
  criteria: Text[];
  indicators: {
    name: Text;
    unit: Text;
    definition: Text;
    planned: number | null;
    reached: number | null;
  }[];
  notice: {
    text: Text;
    statements: {
      key: string;
      kind: "participation" | "consent";
      isRequired: boolean;
      text: Text;
    }[];
  };
  questionnaire: QuestionnaireDocument;
  waves: Record<WaveKind, { opensAt: Date; closesAt: Date }>;
}

export interface InsertedProgramme {
  id: string;
  versionId: string;
  noticeId: string;
  waves: Record<WaveKind, string>;
  localities: { id: string; key: string }[];
  sectors: { id: string; key: string }[];
  questionnaire: QuestionnaireDocument;
}

/** Inserts a programme with everything that describes it, and publishes its questionnaire and notice. */
export async function insertProgramme(
  db: Db,
  { organisationId, facts, now }: { organisationId: string; facts: ProgrammeFacts; now: Date },
): Promise<InsertedProgramme> {
  const { id } = await db
    .insertInto("programme")
    .values({
      organisation_id: organisationId,
      slug: facts.slug,
      kind: facts.kind,
      title: json(facts.title),
      contract_title: json(facts.contractTitle),
      goal: json(facts.goal),
      starts_on: facts.startsOn,
      ends_on: facts.endsOn,
      more_info_url: facts.moreInfoUrl,
      evaluator_name: facts.evaluatorName,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertDescriptions(db, id, facts);
  const localities = await insertLocalities(db, id, facts.localities);
  const sectors = await insertSectors(db, id, facts.sectors);
  await insertCriteria(db, id, facts, localities);
  const noticeId = await insertNotice(db, id, facts, now);
  const versionId = await insertVersion(db, id, facts.questionnaire, now);
  const waves = await insertWaves(db, { programmeId: id, versionId, noticeId, facts });
  return {
    id,
    versionId,
    noticeId,
    waves,
    localities,
    sectors,
    questionnaire: facts.questionnaire,
  };
}

async function insertDescriptions(db: Db, programmeId: string, facts: ProgrammeFacts) {
  const numbered = <T>(rows: readonly T[], columns: (row: T) => object) =>
    rows.map((row, index) => ({
      programme_id: programmeId,
      display_order: index + 1,
      ...columns(row),
    }));
  const tables = [
    [
      "funder",
      numbered(facts.funders, (funder) => ({
        name: json(funder.name),
        name_genitive: json(funder.nameGenitive),
        share: funder.share,
      })),
    ],
    [
      "logo",
      numbered(facts.logos, (logo) => ({
        alt: json(logo.alt),
        media_type: "image/svg+xml",
        content: Buffer.from(logo.svg),
      })),
    ],
    [
      "topic",
      numbered(facts.topics, (topic) => ({
        title: json(topic.title),
        scale_key: topic.scaleKey ?? null,
      })),
    ],
    ["method", numbered(facts.methods, (title) => ({ title: json(title) }))],
    [
      "indicator",
      numbered(facts.indicators, (indicator) => ({
        name: json(indicator.name),
        unit: json(indicator.unit),
        definition: json(indicator.definition),
        planned: indicator.planned,
        reached: indicator.reached,
      })),
    ],
  ] as const;
  for (const [table, rows] of tables) {
    if (rows.length > 0)
      await db
        .insertInto(table)
        .values(rows as never)
        .execute();
  }
}

async function insertLocalities(db: Db, programmeId: string, localities: readonly LocalityFacts[]) {
  return await db
    .insertInto("locality")
    .values(
      localities.map((locality, index) => ({
        programme_id: programmeId,
        key: locality.key,
        name_nominative: locality.names[0],
        name_genitive: locality.names[1],
        name_locative: locality.names[2],
        municipality: locality.municipality ?? "",
        county: locality.county ?? "",
        latitude: locality.coordinates?.[0] ?? null,
        longitude: locality.coordinates?.[1] ?? null,
        display_order: index + 1,
      })),
    )
    .returning(["id", "key"])
    .execute();
}

async function insertSectors(db: Db, programmeId: string, sectors: ProgrammeFacts["sectors"]) {
  if (sectors.length === 0) return [];
  return await db
    .insertInto("sector")
    .values(
      sectors.map((sector, index) => ({
        programme_id: programmeId,
        key: sector.key,
        label: json(sector.label),
        broad_key: sector.broadKey,
        display_order: index + 1,
      })),
    )
    .returning(["id", "key"])
    .execute();
}

/** Criteria of selection, each met by every locality that was selected. */
async function insertCriteria(
  db: Db,
  programmeId: string,
  facts: ProgrammeFacts,
  localities: { id: string }[],
) {
  for (const [index, text] of facts.criteria.entries()) {
    const { id } = await db
      .insertInto("selection_criterion")
      .values({ programme_id: programmeId, text: json(text), display_order: index + 1 })
      .returning("id")
      .executeTakeFirstOrThrow();
    const decisions = localities.map((locality) => ({
      programme_id: programmeId,
      criterion_id: id,
      locality_id: locality.id,
      is_met: true,
      decided_on: facts.startsOn,
    }));
    await db.insertInto("selection_decision").values(decisions).execute();
  }
}

async function insertNotice(db: Db, programmeId: string, { notice }: ProgrammeFacts, now: Date) {
  const { id } = await db
    .insertInto("notice_version")
    .values({
      programme_id: programmeId,
      number: 1,
      text: json(notice.text),
      statements: json(notice.statements),
      content_hash: contentHash(notice),
      published_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertVersion(
  db: Db,
  programmeId: string,
  document: QuestionnaireDocument,
  now: Date,
) {
  const questionnaire = await db
    .insertInto("questionnaire")
    .values({ programme_id: programmeId, key: document.key })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("questionnaire_version")
    .values({
      programme_id: programmeId,
      questionnaire_id: questionnaire.id,
      number: 1,
      document: json(document),
      content_hash: contentHash(document),
      published_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertWaves(
  db: Db,
  input: { programmeId: string; versionId: string; noticeId: string; facts: ProgrammeFacts },
): Promise<Record<WaveKind, string>> {
  const rows = await db
    .insertInto("wave")
    .values(
      (["before", "after", "followup"] as const).map((kind) => ({
        programme_id: input.programmeId,
        kind,
        questionnaire_version_id: input.versionId,
        notice_version_id: input.noticeId,
        opens_at: input.facts.waves[kind].opensAt,
        closes_at: input.facts.waves[kind].closesAt,
      })),
    )
    .returning(["id", "kind"])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind, row.id])) as Record<WaveKind, string>;
}

/** Marks a wave as closed in every locality, at the moment it was to close. */
export async function closeEverywhere(db: Db, programmeId: string, kind: WaveKind): Promise<void> {
  await sql`
    insert into wave_window (programme_id, wave_id, locality_id, closed_at)
    select wave.programme_id, wave.id, locality.id, wave.closes_at
    from wave join locality on locality.programme_id = wave.programme_id
    where wave.programme_id = ${programmeId} and wave.kind = ${kind}
    on conflict (programme_id, wave_id, locality_id) do update set closed_at = excluded.closed_at
  `.execute(db);
}
