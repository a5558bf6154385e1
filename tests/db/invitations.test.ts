import { type CompiledQuery, sql } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { closeDb, connect } from "../../db/connect.ts";
import { findInvitation } from "../../db/queries/invitations.ts";
import { insertResponses } from "../../db/seed/responses.ts";
import { hashOf } from "../../server/http/session.ts";
import { useOwnDatabase } from "../support/database.ts";
import { aProgramme, cardsOf } from "../support/programme.ts";

const { db, config } = useOwnDatabase();
const participants = 300;

/** A node of EXPLAIN's tree: rows it gave and rows it looked at in vain, each time it was run. */
interface Node {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Join Filter"?: number;
  Plans?: Node[];
}

test("a score finds its response by its key alone, although that was planned while the table was empty", async () => {
  // The check of the foreign key is planned once a connection; an index on half the key looks as good for no rows.
  const { rows } = await sql<{ indexes: string[] }>`
    select array_agg(indexrelid::regclass::text) as indexes from pg_index
    where indrelid = 'answers.response'::regclass
      and indkey[0] = (select attnum from pg_attribute
        where attrelid = 'answers.response'::regclass and attname = 'programme_id')`.execute(db());
  expect(rows[0]!.indexes).toEqual(["answers.response_pkey"]);
});

test("what a card opens is found by keys alone, however many take part, and before anything was counted", async () => {
  // PostgreSQL counts rows from time to time (autovacuum); a new programme meets its people before that.
  for (const table of ["access_code", "entry", "response"]) {
    await sql`alter table ${sql.table(`answers.${table}`)} set (autovacuum_enabled = off)`.execute(
      db(),
    );
  }
  const now = new Date();
  const programme = await aProgramme(db(), now);
  const cards = await cardsOf(db(), programme, { locality: "silute", count: participants, now });
  const responses = cards.map(({ pairingCode }) => ({
    waveKind: "before" as const,
    pairingCode,
    localityId: programme.localities[0]!.id,
    answers: {},
    submittedOn: "2026-03-02",
  }));
  await insertResponses(db(), programme, responses);
  const hash = hashOf(cards[0]!.token);
  const statement = await statementOf(hash);
  expect(mostRows(await explain(statement, hash))).toBeLessThan(10);
});

async function statementOf(hash: Buffer): Promise<string> {
  const seen: CompiledQuery[] = [];
  const watched = connect(config(), { onStatement: ({ query }) => void seen.push(query) });
  const found = await findInvitation(watched, hash);
  await closeDb(watched);
  expect(found?.waves.map(({ response }) => response?.status)).toContain("submitted");
  return seen[0]!.sql;
}

/** As it runs after some repetitions: with one plan for whatever hash. */
async function explain(statement: string, hash: Buffer): Promise<Node> {
  const client = new pg.Client(config());
  await client.connect();
  await client.query("set plan_cache_mode = force_generic_plan");
  await client.query({ name: "find", text: statement, values: [hash] });
  const { rows } = await client.query(
    `explain (analyze, format json) execute find('\\x${hash.toString("hex")}')`,
  );
  await client.end();
  return rows[0]["QUERY PLAN"][0].Plan as Node;
}

/** The most rows that any step of the plan had to look at. */
function mostRows(node: Node): number {
  const looked =
    (node["Actual Rows"] +
      (node["Rows Removed by Filter"] ?? 0) +
      (node["Rows Removed by Join Filter"] ?? 0)) *
    node["Actual Loops"];
  return Math.max(looked, ...(node.Plans ?? []).map(mostRows));
}
