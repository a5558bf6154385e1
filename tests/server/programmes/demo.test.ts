import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { migrations } from "../../../db/migrations/all.ts";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { countParticipation, countPeople } from "../../../db/queries/participation.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { demoLinks, loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import { removeDemonstration } from "../../../server/features/programmes/remove-demonstration.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";

const now = new Date("2026-11-23T10:00:00Z");

describe("the demonstration", () => {
  const { db } = useDatabase();

  it("holds the programme of 2017 as its text says: 77 involved, 64 certified, five localities in its order", async () => {
    expect(await loadDemo(db(), now)).toBe(true);
    const programme = (await findProgrammeBySlug(db(), "kulturos-inovacijos-2017"))!;
    expect(await countPeople(db(), programme.id)).toEqual({
      involved: 77,
      cycleParticipants: 64,
      certified: 64,
    });
    const participation = await countParticipation(db(), programme.id);
    expect(participation.map((row) => [row.locality, row.enrolled, row.pairs])).toEqual([
      ["prienai", 14, 12],
      ["pagegiai", 9, 6],
      ["silute", 16, 14],
      ["ignalina", 12, 10],
      ["trakai", 13, 11],
    ]);
    expect(participation[1]).toMatchObject({
      beforeOnly: 2,
      afterOnly: 1,
      closedWaves: ["before", "after"],
    });
    const release = await db().selectFrom("release").selectAll().executeTakeFirstOrThrow();
    const figures = release.evaluator_figures as ReleasedFigures;
    if (process.env.SHOW) console.log(JSON.stringify(figures, null, 1));
    const design = figures.scales.find((scale) => scale.key === "DIZM")!;
    expect(design.localities.find((row) => row.locality === "ignalina")?.gain).toMatchObject({
      shown: true,
    });
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("is never loaded beside programmes that are there already", async () => {
    await loadDemo(db(), now);
    expect(await loadDemo(db(), now)).toBe(false);
  });

  it("can be removed without a trace, and does not come back", async () => {
    await loadDemo(db(), now);
    const programmes = await db().selectFrom("programme").select(["id", "kind"]).execute();
    for (const { id } of programmes) {
      await removeDemonstration(db(), { programmeId: id, removedBy: "system", now });
    }
    const left = await countRows(db());
    expect(left).toEqual({
      audit_event: 3,
      kysely_migration: Object.keys(migrations).length,
      kysely_migration_lock: 1,
      organisation: 1,
      staff_user: 2,
    });
    expect(await loadDemo(db(), now)).toBe(false);
    expect(await demoLinks(db(), now)).toEqual([]);
  });

  it("is the only kind of programme that can be removed so", async () => {
    const real = await aProgramme(db(), now);
    const removal = removeDemonstration(db(), { programmeId: real.id, removedBy: "system", now });
    await expect(removal).rejects.toThrow("not-found");
    expect(await findProgrammeBySlug(db(), real.slug)).toBeDefined();
  });
});

/** Rows of every table that has any. */
async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'identity', 'answers') and table_type = 'BASE TABLE'
    order by 2
  `.execute(db);
  const counts: Record<string, number> = {};
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.id(schema, name)}
    `.execute(db);
    if (rows[0]!.count > 0) counts[name] = rows[0]!.count;
  }
  return counts;
}
