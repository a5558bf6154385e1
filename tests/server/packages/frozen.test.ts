import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { countSubmitted } from "../../../db/queries/package-rows.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aReleasedDemonstration, textOf } from "./package-desk.ts";
import { rowsOf } from "./unpacked.ts";

describe("a data package made while answers come in", () => {
  const { db } = useOwnDatabase();

  /** Commits one more answer after the other, until it is told to stop; says how many. */
  const keepAnswering = (programmeId: string) => {
    let isOver = false;
    let count = 0;
    const work = (async () => {
      while (!isOver) {
        await sql`
          insert into answers.response (
            programme_id, wave_id, pairing_code, locality_id, questionnaire_version_id,
            notice_version_id, language, status, answers, begun_on, submitted_on
          )
          select
            programme_id, wave_id, gen_random_uuid(), locality_id, questionnaire_version_id,
            notice_version_id, language, status, answers, begun_on, submitted_on
          from answers.response
          where programme_id = ${programmeId} and status = 'submitted'
          limit 1
        `.execute(db());
        count += 1;
      }
    })();
    return async () => {
      isOver = true;
      await work;
      return count;
    };
  };

  it("holds one moment: as many rows as the database had then, in every file", async () => {
    const demo = await aReleasedDemonstration(db());
    const before = await countSubmitted(db(), demo.programme.id);
    const stop = keepAnswering(demo.programme.id);
    const packages = [];
    for (let round = 0; round < 3; round += 1) packages.push(await demo.fetch());
    const added = await stop();
    expect(added).toBeGreaterThan(10);
    expect(await countSubmitted(db(), demo.programme.id)).toBe(before + added);
    const told = packages.map((unpacked) => {
      const { submitted, counted, excluded } = JSON.parse(textOf(unpacked, "manifest.json"));
      expect(counted + excluded).toBe(submitted);
      expect(rowsOf(unpacked, "answers.csv").length - 1).toBe(counted);
      const people = new Set(
        rowsOf(unpacked, "answers-long.csv")
          .slice(1)
          .map(([pair]) => pair),
      );
      expect(
        new Set(
          rowsOf(unpacked, "answers.csv")
            .slice(1)
            .map(([pair]) => pair),
        ),
      ).toEqual(people);
      return submitted;
    });
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(told[0]).toBeGreaterThanOrEqual(before);
    expect(told[2]).toBeGreaterThan(told[0]);
    expect(told[2]).toBeLessThanOrEqual(before + added);
  }, 180_000);
});
