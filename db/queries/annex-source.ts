import type { Text } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

export interface Organisation {
  name: string;
  legalForm: string;
  signatoryName: string;
  signatoryPosition: string;
}

export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  return await db
    .selectFrom("organisation")
    .select([
      "name",
      "legal_form as legalForm",
      "signatory_name as signatoryName",
      "signatory_position as signatoryPosition",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The number of the contract with the funder; empty where none was entered. */
export async function getContractNumber(db: Db, programmeId: string): Promise<string> {
  const row = await db
    .selectFrom("programme")
    .select("contract_number as contractNumber")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return row.contractNumber;
}

export interface IndicatorRow {
  name: Text;
  unit: Text;
  definition: Text;
  dataSource: string;
  deviation: Text;
  planned: number | null;
  reached: number | null;
}

export async function listIndicators(db: Db, programmeId: string): Promise<IndicatorRow[]> {
  return await db
    .selectFrom("indicator")
    .select([
      "name",
      "unit",
      "definition",
      "data_source as dataSource",
      "deviation",
      "planned",
      "reached",
    ])
    .where("programme_id", "=", programmeId)
    .orderBy("display_order")
    .execute();
}

export interface SectorCount {
  label: Text;
  count: number;
}

/** Cycle participants by the sector noted at registration. Each person counts once, and answers play no part. */
export async function countBySector(db: Db, programmeId: string): Promise<SectorCount[]> {
  return await db
    .selectFrom("sector")
    .innerJoin("identity.enrolment as enrolment", (join) =>
      join
        .onRef("enrolment.programme_id", "=", "sector.programme_id")
        .onRef("enrolment.sector_id", "=", "sector.id"),
    )
    .select(["sector.label as label"])
    .select(({ fn }) => fn.count<number>("enrolment.person_id").distinct().as("count"))
    .where("sector.programme_id", "=", programmeId)
    .where("enrolment.role", "=", "cycle-participant")
    .where("enrolment.withdrawn_on", "is", null)
    .groupBy(["sector.id", "sector.label", "sector.display_order"])
    .orderBy("sector.display_order")
    .execute();
}

export interface WaveDates {
  kind: WaveKind;
  opensAt: Date;
  closesAt: Date;
}

export async function listWaveDates(db: Db, programmeId: string): Promise<WaveDates[]> {
  return await db
    .selectFrom("wave")
    .select(["kind", "opens_at as opensAt", "closes_at as closesAt"])
    .where("programme_id", "=", programmeId)
    .orderBy("opens_at")
    .execute();
}
