import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { countCells } from "../../db/queries/cells.ts";
import { insertSession } from "../../db/queries/staff-sessions.ts";
import { makeApiToken } from "../../server/features/dashboard/api/make-token.ts";
import { makeRelease } from "../../server/features/programmes/make-release.ts";
import { newSecret } from "../../server/http/session.ts";
import { aStaffUser, type TestProgramme } from "../support/programme.ts";
import { insertAnsweredProgramme } from "./answered-programme.ts";
import { cpuMillisecondsOf } from "./process-cpu.ts";
import { openConnection } from "./processes/connection.ts";
import { type ProductScene, withProduct } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

const views = 300;

/**
 * The dashboard's pages and API for a thousand people and for many: they show frozen figures, so they must not cost
 * more. And what freezing them costs, which does grow: cells of all scales counted from single scores, held against the
 * plainest thing that reads the same rows, and everybody's answers folded into counts.
 */
export async function benchDashboard({ people }: { people: number }): Promise<BenchRow[]> {
  return await withProduct({}, async (scene) => {
    const timeouts = { statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
    const db = connect({ ...scene.config, ...timeouts });
    try {
      const few = await measureProgramme(scene, db, 1_000);
      const many = await measureProgramme(scene, db, people);
      const ratios = few.views.map((view, i) => ({
        name: `${view.name}, p95: ${people.toLocaleString("en")} people : 1,000`,
        value: many.views[i]!.p95 / view.p95,
        unit: "",
        note: "aim: below 1.5",
      }));
      return [...few.rows, ...many.rows, ...ratios];
    } finally {
      await closeDb(db);
    }
  });
}

async function measureProgramme(
  scene: ProductScene,
  db: Db,
  people: number,
): Promise<{ rows: BenchRow[]; views: View[] }> {
  const programme = await insertAnsweredProgramme(db, people);
  const of = `${people.toLocaleString("en")} people`;
  const counting = await measureCounting(db, programme);
  const release = await milliseconds(() =>
    makeRelease(db, { programmeId: programme.id, madeBy: null, now: new Date(), reason: "bench" }),
  );
  const views = await measureViews(scene, db, programme);
  const note = "two waves, 7 scales, 3 localities";
  const row = (name: string, value: number, unit: string) => ({
    name: `${name}, ${of}`,
    value,
    unit,
    note,
  });
  return {
    views,
    rows: [
      row("counting cells", counting.cells, "ms"),
      row("select count(*) over the same scores", counting.plain, "ms"),
      row("counting cells : select count(*)", counting.cells / counting.plain, ""),
      row("making a release", release, "ms"),
      ...views.flatMap(({ name, median, p95, cpu, bytes }) => [
        row(name, median, "ms"),
        row(`${name}, p95`, p95, "ms"),
        row(`${name}, compressed`, bytes / 1024, "KiB"),
        ...(cpu === undefined ? [] : [row(`${name}, CPU`, cpu, "ms")]),
      ]),
    ],
  };
}

/** Medians of three, after one to warm up. */
async function measureCounting(db: Db, { id }: TestProgramme) {
  const plain = () =>
    sql`select count(*) from answers.score where programme_id = ${id}`.execute(db);
  return {
    plain: await medianMilliseconds(plain, 3),
    cells: await medianMilliseconds(() => countCells(db, id), 3),
  };
}

interface View {
  name: string;
  median: number;
  p95: number;
  /** Of the product's process; undefined where the system does not tell. */
  cpu: number | undefined;
  /** Of the answer, compressed. */
  bytes: number;
}

/** One browser asks for the same thing over and over. */
async function measureViews(
  { product }: ProductScene,
  db: Db,
  programme: TestProgramme,
): Promise<View[]> {
  const evaluator = await signIn(db, programme);
  const results = `/programmes/${programme.slug}/results`;
  const api = `/api/v1/programmes/${programme.slug}/results`;
  const asked = [
    { name: "overview page", path: results, header: `cookie: ${evaluator.cookie}` },
    {
      name: "scale page with charts",
      path: `${results}/INOV`,
      header: `cookie: ${evaluator.cookie}`,
    },
    {
      name: "page of other answers",
      path: `${results}/answers`,
      header: `cookie: ${evaluator.cookie}`,
    },
    { name: "API results", path: api, header: `authorization: Bearer ${evaluator.token}` },
  ];
  const { send, close } = await openConnection(product.port);
  const views: View[] = [];
  for (const { name, path, header } of asked) {
    const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${header}\r\n\r\n`;
    views.push({ name, ...(await measureView(product.pid, () => send(request))) });
  }
  close();
  return views;
}

async function measureView(
  pid: number,
  send: () => Promise<{ status: number; body: Buffer }>,
): Promise<Omit<View, "name">> {
  const view = async () => {
    const { status, body } = await send();
    if (status !== 200) throw new Error(`the dashboard answered ${status}`);
    return body;
  };
  for (let warm = 0; warm < views; warm++) await view();
  const before = cpuMillisecondsOf(pid);
  const taken: number[] = [];
  for (let round = 0; round < views; round++) taken.push(await milliseconds(view));
  const after = cpuMillisecondsOf(pid);
  taken.sort((one, other) => one - other);
  return {
    median: taken[Math.floor(views / 2)]!,
    p95: taken[Math.floor(views * 0.95)]!,
    cpu: before === undefined || after === undefined ? undefined : (after - before) / views,
    bytes: gzipSync(await view()).length,
  };
}

async function signIn(
  db: Db,
  programme: TestProgramme,
): Promise<{ cookie: string; token: string }> {
  const staffUserId = await aStaffUser(db, programme, ["evaluator"]);
  const { secret, hash } = newSecret();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId, now, expiresAt });
  const owner = { programmeId: programme.id, staffUserId };
  const token = await makeApiToken(db, { ...owner, form: { name: "bench", days: "1" }, now });
  return { cookie: `staff=${secret}`, token };
}

async function medianMilliseconds(work: () => Promise<unknown>, times: number): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < times; round++) taken.push(await milliseconds(work));
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)]!;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
