import { describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { countParticipation, countPeople } from "../../../db/queries/participation.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import { useDatabase } from "../../support/database.ts";

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
});
