import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { BrokenFile, writeLines } from "../../db/backup/lines.ts";
import { AlreadyHere, readProgramme } from "../../db/backup/read-programme.ts";
import { restoreBackup } from "../../db/backup/restore-backup.ts";
import { readRows, settleFormats, sumRows } from "../../db/backup/rows.ts";
import { listTables, nameOf } from "../../db/backup/tables.ts";
import { writeBackup, writeProgramme } from "../../db/backup/write-backup.ts";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { migrateTo, migrateToLatest } from "../../db/migrate.ts";
import { migrations } from "../../db/migrations/all.ts";
import { findBrokenAuditEvent, insertAuditEvent } from "../../db/queries/audit.ts";
import { findProgrammeBySlug } from "../../db/queries/programmes.ts";
import { DatabaseRefusal } from "../../db/refusal.ts";
import { inTransaction } from "../../db/transaction.ts";
import { loadDemo } from "../../server/cli/demo-programmes.ts";
import { useOwnDatabase } from "../support/database.ts";
import { configOf, createDatabase, dropDatabase } from "../support/test-server.ts";

const now = new Date("2026-11-23T10:00:00Z");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-backup-"));
const file = path.join(folder, "whole.gz");
const programmeFile = path.join(folder, "programme.gz");
const source = useOwnDatabase();

beforeAll(async () => {
  await loadDemo(source.db(), now);
  const writeTo = (target: string) => (lines: AsyncIterable<string>) => writeLines(target, lines);
  await writeBackup(source.db(), now, writeTo(file));
  const programme = await findProgrammeBySlug(source.db(), "kulturos-inovacijos-2017");
  await writeProgramme(source.db(), { programmeId: programme!.id, now }, writeTo(programmeFile));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const server = inject("testServer");
const name = `${server.prefix}restored`;
let target: Db;

beforeEach(async () => {
  await createDatabase({ ...server, template: "template0" }, name);
  target = connect(configOf(server, name));
});
afterEach(async () => {
  await closeDb(target);
  await dropDatabase(server, name);
});

const restore = (from: string) => restoreBackup(target, () => fs.createReadStream(from));

/** Every row of every table as text, in an order of its own: what "the same" means. */
async function everything(db: Db): Promise<Record<string, string[]>> {
  return await inTransaction(db, async (tx) => {
    await settleFormats(tx);
    const found: Record<string, string[]> = {};
    for (const table of await listTables(tx)) {
      const rows: string[] = [];
      for await (const lines of readRows(tx, table)) rows.push(...lines);
      found[nameOf(table)] = rows.sort();
    }
    return found;
  });
}

describe("a backup of everything", () => {
  test("brings back every row of every table, in an empty database of another name", async () => {
    const counts = await restore(file);
    const before = await everything(source.db());
    expect(await everything(target)).toEqual(before);
    expect(counts["answers.response"]).toBe(before["answers.response"]!.length);
    expect(counts["answers.response"]).toBeGreaterThan(100);
  });

  test("leaves a database that works on: numbers go on, the audit log is whole, changes are still refused", async () => {
    await restore(file);
    await insertAuditEvent(target, { at: now, actor: "system", action: "tried" });
    expect(await findBrokenAuditEvent(target)).toBeUndefined();
    await expect(sql`update release set reason = 'other'`.execute(target)).rejects.toThrow(
      /frozen/,
    );
  });

  test("does not bring back sign-ins and links", async () => {
    await restore(file);
    const { rows } = await sql`select from sign_in_link`.execute(target);
    expect(rows).toEqual([]);
  });

  test("is what it was in one instant, however much is written meanwhile", async () => {
    const db = source.db();
    const torn = path.join(folder, "meanwhile.gz");
    await writeBackup(db, now, async (lines) => {
      await writeLines(
        torn,
        interrupted(lines, () => anOrganisation(db, "Vėlyvas institutas")),
      );
    });
    await restore(torn);
    const there = await everything(target);
    expect(there["public.organisation"]!.join()).not.toContain("Vėlyvas");
  });

  test("of an earlier release is restored into its own schema and then brought up to date", async () => {
    const early = Object.keys(migrations).sort().slice(0, 5);
    await migrateTo(target, early);
    const organisation = { name: "Ankstyvas institutas" };
    await target.insertInto("organisation").values(organisation).execute();
    const earlyFile = path.join(folder, "early.gz");
    await writeBackup(target, now, (lines) => writeLines(earlyFile, lines));
    await dropDatabaseAndMakeAnew();
    await restore(earlyFile);
    expect(await migrateToLatest(target)).toEqual([]);
    const rows = await target.selectFrom("organisation").select("name").execute();
    expect(rows).toEqual([organisation]);
  });

  async function dropDatabaseAndMakeAnew() {
    await closeDb(target);
    await dropDatabase(server, name);
    await createDatabase({ ...server, template: "template0" }, name);
    target = connect(configOf(server, name));
  }
});

async function anOrganisation(db: Db, name: string): Promise<string> {
  const row = await db
    .insertInto("organisation")
    .values({ name })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

async function somebodyOf(db: Db, organisationId: string, email: string): Promise<string> {
  const row = await db
    .insertInto("staff_user")
    .values({ organisation_id: organisationId, email, display_name: "Kita Koordinatorė" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

async function* interrupted(
  lines: AsyncIterable<string>,
  deed: () => Promise<unknown>,
): AsyncGenerator<string> {
  let isDone = false;
  for await (const line of lines) {
    yield line;
    if (!isDone) await deed();
    isDone = true;
  }
}

describe("what is refused, with nothing changed", () => {
  const changed = (how: (text: string) => string) => {
    const broken = path.join(folder, "broken.gz");
    fs.writeFileSync(broken, gzipSync(how(gunzipSync(fs.readFileSync(file)).toString())));
    return broken;
  };
  const cases: [string, () => string][] = [
    ["a file cut short", () => changed((text) => text.slice(0, text.length / 2))],
    ["a file without its last line", () => changed((text) => text.replace(/\n#[^\n]*\n$/, "\n"))],
    ["a file with one letter changed", () => changed((text) => text.replace("Trakai", "Trakaj"))],
    ["a file with a row too few", () => changed((text) => text.replace(/\n\{[^\n]*\n/, "\n"))],
    ["something else packed", () => changed(() => "Gerbiamieji,\n")],
    ["an empty file", () => changed(() => "")],
    ["one programme", () => programmeFile],
    [
      "no packed file at all",
      () => {
        const plain = path.join(folder, "plain.gz");
        fs.writeFileSync(plain, "Gerbiamieji,\n");
        return plain;
      },
    ],
    [
      "packed bytes that end too early",
      () => {
        const short = path.join(folder, "short.gz");
        fs.writeFileSync(short, fs.readFileSync(file).subarray(0, 5_000));
        return short;
      },
    ],
  ];

  test.each(cases)("%s", async (_, broken) => {
    await expect(restore(broken())).rejects.toThrow(BrokenFile);
    const { rows } = await sql`
      select from information_schema.tables where table_schema = 'public'
    `.execute(target);
    expect(rows).toEqual([]);
  });

  test("a database that has been used", async () => {
    await migrateToLatest(target);
    await target.insertInto("organisation").values({ name: "Kitas" }).execute();
    await expect(restore(file)).rejects.toThrow(DatabaseRefusal);
    expect(await target.selectFrom("organisation").select("name").execute()).toHaveLength(1);
  });

  test("a backup of a newer release", async () => {
    const newer = changed((text) => text.replace('"0001-programme"', '"0001-of-tomorrow"'));
    // The seal is over the changed text, as a newer release would have made it.
    await expect(restore(await resealed(newer))).rejects.toThrow(/newer release/);
  });
});

async function resealed(from: string): Promise<string> {
  const lines = gunzipSync(fs.readFileSync(from)).toString().trimEnd().split("\n").slice(0, -1);
  const to = path.join(folder, "resealed.gz");
  await writeLines(
    to,
    (async function* () {
      yield* lines;
    })(),
  );
  return to;
}

describe("one programme in one file", () => {
  let arrival: { organisationId: string; staffUserId: string };

  beforeEach(async () => {
    await migrateToLatest(target);
    const organisationId = await anOrganisation(target, "Kitas institutas");
    const staffUserId = await somebodyOf(target, organisationId, "kita@example.org");
    arrival = { organisationId, staffUserId };
  });
  const take = (from: string) => readProgramme(target, () => fs.createReadStream(from), arrival);

  test("arrives with every answer, score, release and card, and with nobody else's", async () => {
    const { programmeId, counts } = await take(programmeFile);
    const there = await everything(target);
    const all = await everything(source.db());
    for (const table of ["answers.response", "answers.score", "answers.entry", "identity.person"]) {
      const own = all[table]!.filter((line) => line.includes(programmeId));
      expect(there[table]).toEqual(own);
      expect(counts[table]).toBe(own.length);
    }
    expect(there["public.programme"]).toHaveLength(1);
    expect(there["public.release"]!.join()).toContain('"content_hash"');
  });

  test("belongs to the organisation that takes it in, and gives its staff no role there", async () => {
    const { programmeId } = await take(programmeFile);
    const row = await target
      .selectFrom("programme")
      .select("organisation_id")
      .where("id", "=", programmeId)
      .executeTakeFirstOrThrow();
    expect(row.organisation_id).toBe(arrival.organisationId);
    expect((await everything(target))["public.staff_role"]).toEqual([]);
  });

  test("comes once: a second time it is refused", async () => {
    await take(programmeFile);
    const before = await everything(target);
    await expect(take(programmeFile)).rejects.toThrow(AlreadyHere);
    expect(await everything(target)).toEqual(before);
  });

  test("with a row of another programme is refused as a whole", async () => {
    const text = gunzipSync(fs.readFileSync(programmeFile)).toString();
    const foreign = text.replace(
      /("full_name":"[^"]*"[^\n]*\n\{"programme_id":")[0-9a-f]{8}/,
      "$100000000",
    );
    expect(foreign).not.toBe(text);
    const broken = path.join(folder, "foreign.gz");
    fs.writeFileSync(broken, gzipSync(foreign));
    await expect(take(await resealed(broken))).rejects.toThrow(/another programme/);
    expect((await everything(target))["public.programme"]).toEqual([]);
  });
});

test("the sum of rows tells a row lost, doubled or changed, in whatever order they come", async () => {
  await inTransaction(source.db(), async (tx) => {
    await settleFormats(tx);
    const tables = await listTables(tx);
    const people = tables.find((table) => nameOf(table) === "identity.person")!;
    const whole = await sumRows(tx, people);
    await sql`update identity.person set full_name = full_name || ' ' where ctid = (
      select ctid from identity.person limit 1)`.execute(tx);
    expect(await sumRows(tx, people)).not.toEqual(whole);
    await sql`update identity.person set full_name = rtrim(full_name)`.execute(tx);
    expect(await sumRows(tx, people)).toEqual(whole);
  });
});
