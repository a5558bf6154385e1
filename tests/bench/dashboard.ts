import { sql } from "kysely";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { countCells } from "../../db/queries/cells.ts";
import { insertSession } from "../../db/queries/staff-sessions.ts";
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
 * The dashboard's page for a thousand people and for many: it shows frozen figures, so it must not cost more. And what
 * freezing them costs, which does grow: cells of all scales counted from single scores, held against the plainest thing
 * that reads the same rows.
 */
export async function benchDashboard({ people }: { people: number }): Promise<BenchRow[]> {
  return await withProduct({}, async (scene) => {
    const timeouts = { statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
    const db = connect({ ...scene.config, ...timeouts });
    try {
      const few = await measureProgramme(scene, db, 1_000);
      const many = await measureProgramme(scene, db, people);
      const ratio = many.page / few.page;
      const name = `page for ${people.toLocaleString("en")} people : page for 1,000`;
      return [...few.rows, ...many.rows, { name, value: ratio, unit: "", note: "aim: about 1" }];
    } finally {
      await closeDb(db);
    }
  });
}

async function measureProgramme(
  scene: ProductScene,
  db: Db,
  people: number,
): Promise<{ rows: BenchRow[]; page: number }> {
  const programme = await insertAnsweredProgramme(db, people);
  const of = `${people.toLocaleString("en")} people`;
  const counting = await measureCounting(db, programme);
  const release = await milliseconds(() =>
    makeRelease(db, { programmeId: programme.id, madeBy: null, now: new Date(), reason: "bench" }),
  );
  const page = await measurePage(scene, db, programme);
  const note = "two waves, 7 scales, 3 localities";
  const row = (name: string, value: number, unit: string) => ({
    name: `${name}, ${of}`,
    value,
    unit,
    note,
  });
  return {
    page: page.milliseconds,
    rows: [
      row("counting cells", counting.cells, "ms"),
      row("select count(*) over the same scores", counting.plain, "ms"),
      row("counting cells : select count(*)", counting.cells / counting.plain, ""),
      row("making a release", release, "ms"),
      row("overview page", page.milliseconds, "ms"),
      ...(page.cpu === undefined ? [] : [row("CPU of an overview page", page.cpu, "ms")]),
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

/** One browser asks for the page over and over. */
async function measurePage(
  { product }: ProductScene,
  db: Db,
  programme: TestProgramme,
): Promise<{ milliseconds: number; cpu: number | undefined }> {
  const cookie = await signIn(db, programme);
  const { send, close } = await openConnection(product.port);
  const request = [
    `GET /programmes/${programme.slug}/results HTTP/1.1`,
    "host: 127.0.0.1",
    `cookie: ${cookie}`,
  ];
  const view = async () => {
    const { status } = await send(`${request.join("\r\n")}\r\n\r\n`);
    if (status !== 200) throw new Error(`the dashboard answered ${status}`);
  };
  for (let warm = 0; warm < views; warm++) await view();
  const before = cpuMillisecondsOf(product.pid);
  const taken = await medianMilliseconds(view, views);
  const after = cpuMillisecondsOf(product.pid);
  close();
  const cpu =
    before === undefined || after === undefined ? undefined : (after - before) / (views + 1);
  return { milliseconds: taken, cpu };
}

async function signIn(db: Db, programme: TestProgramme): Promise<string> {
  const staffUserId = await aStaffUser(db, programme, ["evaluator"]);
  const { secret, hash } = newSecret();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId, now, expiresAt });
  return `staff=${secret}`;
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
