import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { closeDb, connect } from "../../../db/connect.ts";
import { type Progress, progressReader } from "../../../server/features/dashboard/read-progress.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";

const start = new Date("2026-03-02T09:00:00Z");

describe("reading how far the answering is", () => {
  const { db, config } = useOwnDatabase();

  it("counts once for all who ask meanwhile, and again after twenty times as long as it took", async () => {
    const programme = await aProgramme(db(), start);
    let counts = 0;
    const watched = connect(config(), {
      onStatement: ({ query }) => {
        if (query.sql.includes("with person as")) counts += 1;
      },
    });
    // The clock stands still but for what the test lets pass.
    let passed = 0;
    const read = progressReader(watched, () => new Date(start.getTime() + passed));
    try {
      const asked = [read(programme.id), read(programme.id)];
      passed = 2_000;
      const [one, other] = await Promise.all(asked);
      expect(one).toBe(other);
      expect(counts).toBe(1);
      passed = 2_000 + 39_999;
      await read(programme.id);
      expect(counts).toBe(1);
      passed = 2_000 + 40_001;
      await read(programme.id);
      expect(counts).toBe(2);
    } finally {
      await closeDb(watched);
    }
  });

  it("counts anew after a failure", async () => {
    const programme = await aProgramme(db(), start, { slug: "vel" });
    const hasty = connect({ ...config(), lock_timeout: 50 });
    const read = progressReader(hasty, () => start);
    try {
      await db()
        .transaction()
        .execute(async (tx) => {
          await sql`lock table answers.response in access exclusive mode`.execute(tx);
          await expect(read(programme.id)).rejects.toThrow("lock timeout");
        });
      expect((await read(programme.id)).localities).toHaveLength(3);
    } finally {
      await closeDb(hasty);
    }
  });

  it("takes its time where an ordinary statement's does not do", async () => {
    const programme = await aProgramme(db(), start, { slug: "daug" });
    const hurried = connect({ ...config(), statement_timeout: 100 });
    try {
      let counted: Promise<Progress> | undefined;
      await db()
        .transaction()
        .execute(async (tx) => {
          await sql`lock table answers.response in access exclusive mode`.execute(tx);
          counted = progressReader(hurried, () => start)(programme.id);
          await sql`select pg_sleep(0.5)`.execute(tx);
        });
      expect((await counted!).localities).toHaveLength(3);
    } finally {
      await closeDb(hurried);
    }
  });
});
