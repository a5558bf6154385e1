import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { closeDb, connect, type Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertResponses } from "../../../db/seed/responses.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, cardsOf, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");

/** Closing reads everybody's answers; with very many people that takes longer than any page may. */
describe("closing a wave that many have answered", () => {
  const { db, config } = useOwnDatabase();

  it("outlives the time that a statement may take elsewhere", async () => {
    const programme = await anAnsweredProgramme(db(), "ilgai");
    const hurried = connect({ ...config(), statement_timeout: 300 });
    try {
      const scores = await withholdScores(db());
      const closed = close(hurried, programme);
      await somebodyWaits(db());
      await sql`select pg_sleep(0.6)`.execute(db());
      await scores.give();
      expect(await closed).toBe(1);
    } finally {
      await closeDb(hurried);
    }
  });

  it("may think between two statements for longer than others, and only until it is done", async () => {
    const programme = await anAnsweredProgramme(db(), "ramiai");
    const single = connect({ ...config(), max: 1 });
    try {
      const usual = await limitsOf(single);
      const during = await inTransaction(single, async (tx) => {
        await close(tx, programme);
        return await limitsOf(tx);
      });
      expect(usual).toEqual({ statement: "5s", idle: "10s", lock: "2s" });
      expect(during).toEqual({ statement: "10min", idle: "2min", lock: "2s" });
      expect(await limitsOf(single)).toEqual(usual);
    } finally {
      await closeDb(single);
    }
  });

  it("keeps nobody from noting other deeds while it reads", async () => {
    const programme = await anAnsweredProgramme(db(), "greta");
    const scores = await withholdScores(db());
    const closed = close(db(), programme);
    await somebodyWaits(db());
    const elsewhere = { at: now, actor: "system", action: "elsewhere" };
    await inTransaction(db(), (tx) => insertAuditEvent(tx, elsewhere));
    await scores.give();
    await closed;
    const rows = await db()
      .selectFrom("audit_event")
      .select("action")
      .where((eb) => eb.or([eb("programme_id", "=", programme.id), eb("action", "=", "elsewhere")]))
      .orderBy("id")
      .execute();
    expect(rows.map(({ action }) => action)).toEqual([
      "closed-wave",
      "elsewhere",
      "closed-wave",
      "made-release",
    ]);
  });
});

async function anAnsweredProgramme(db: Db, slug: string): Promise<TestProgramme> {
  const programme = await aProgramme(db, now, { slug });
  const cards = await cardsOf(db, programme, { locality: "silute", count: 6, now });
  const localityId = programme.localities.find(({ key }) => key === "silute")!.id;
  const answers = Object.fromEntries(
    programme.questionnaire.items.flatMap(({ key, kind }) => (kind === "rating" ? [[key, 3]] : [])),
  );
  const rows = cards.flatMap(({ pairingCode }) =>
    (["before", "after"] as const).map((waveKind) => ({
      waveKind,
      localityId,
      pairingCode,
      answers,
      submittedOn: "2026-03-02",
    })),
  );
  await insertResponses(db, programme, rows);
  await close(db, programme, "before");
  return programme;
}

async function close(db: Db, { id }: TestProgramme, kind: "before" | "after" = "after") {
  const localityKeys = ["silute"];
  return await closeWave(db, { programmeId: id, kind, localityKeys, closedBy: null, now });
}

/** Whoever wants to read scores waits until they are given. */
async function withholdScores(db: Db): Promise<{ give(): Promise<void> }> {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    ended = db.transaction().execute(async (tx) => {
      await sql`lock table answers.score in access exclusive mode`.execute(tx);
      resolve();
      await given;
    });
    ended.catch(reject);
  });
  return {
    give: async () => {
      give();
      await ended;
    },
  };
}

async function somebodyWaits(db: Db): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql`select from pg_locks where not granted`.execute(db);
    if (rows.length > 0) return;
    await sql`select pg_sleep(0.01)`.execute(db);
  }
  throw new Error("nobody waits");
}

async function limitsOf(db: Db) {
  const { rows } = await sql<{ statement: string; idle: string; lock: string }>`
    select
      current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle,
      current_setting('lock_timeout') as lock
  `.execute(db);
  return rows[0];
}
