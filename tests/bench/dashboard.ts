import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { countCells } from "../../db/queries/cells.ts";
import { makeRelease } from "../../server/features/programmes/make-release.ts";
import type { TestProgramme } from "../support/programme.ts";
import { insertAnsweredProgramme } from "./answered-programme.ts";
import { insertCountedProgramme } from "./counted-programme.ts";
import { measureViews, type Watched } from "./dashboard-views.ts";
import { type ProductScene, type SceneOptions, withProduct } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

const few = 1_000;
/** Of more people than this, answers are not read one by one: that is measured with so many, and grows with people. */
const mostRead = 10_000;

/**
 * The dashboard's pages and API for a thousand people and for many, looked at in turn: they show frozen figures, so they
 * must not cost more. And what freezing them costs, which does grow: cells of all scales counted from single scores, held
 * against the plainest thing that reads the same rows, and everybody's answers folded into counts.
 */
export async function benchDashboard({
  people,
  profile,
}: { people: number } & SceneOptions): Promise<BenchRow[]> {
  return await withProduct({ profile }, async (scene) => {
    const timeouts = { statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
    const db = connect({ ...scene.config, ...timeouts });
    try {
      const { rows, small, large } = await fill(db, people);
      return [...rows, ...(await viewRows(scene, db, [small, large]))];
    } finally {
      await closeDb(db);
    }
  });
}

async function fill(
  db: Db,
  people: number,
): Promise<{ rows: BenchRow[]; small: Watched; large: Watched }> {
  const small = await measureClosing(db, few);
  const sampled = Math.min(people, mostRead);
  const sample = await measureClosing(db, sampled);
  const programme =
    people > sampled
      ? await insertCountedProgramme(db, { people, sample: sample.programme, sampled })
      : sample.programme;
  return {
    rows: [...small.rows, ...sample.rows],
    small: { programme: small.programme, people: few },
    large: { programme, people },
  };
}

async function measureClosing(
  db: Db,
  people: number,
): Promise<{ rows: BenchRow[]; programme: TestProgramme }> {
  const programme = await insertAnsweredProgramme(db, people);
  const counting = await measureCounting(db, programme);
  const release = await measureRelease(db, programme);
  const row = (name: string, value: number, unit: string) => ({
    name: `${name}, ${asWords(people)}`,
    value,
    unit,
    note: "two waves, 7 scales, 3 localities",
  });
  return {
    programme,
    rows: [
      row("counting cells", counting.cells, "ms"),
      row("select count(*) over the same scores", counting.plain, "ms"),
      row("counting cells : select count(*)", counting.cells / counting.plain, ""),
      row("making a release", release.whole, "ms"),
      row("making a release, longest time in which nothing else was served", release.block, "ms"),
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

/** How long it takes, and how long at most the process that makes it answers nobody else meanwhile. */
async function measureRelease(
  db: Db,
  { id }: TestProgramme,
): Promise<{ whole: number; block: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const releasing = { programmeId: id, madeBy: null, now: new Date(), reason: "bench" };
  const whole = await milliseconds(() => makeRelease(db, releasing));
  delay.disable();
  return { whole, block: delay.max / 1e6 };
}

async function viewRows(
  scene: ProductScene,
  db: Db,
  [small, large]: readonly [Watched, Watched],
): Promise<BenchRow[]> {
  const views = await measureViews(scene, db, [small, large]);
  return views.flatMap(({ name, taken }) => {
    const [one, many] = taken as [(typeof taken)[0], (typeof taken)[0]];
    const aim = "aim: below 1.5";
    const note = "looked at in turn";
    const rowsOf = ({ median, p95, cpu }: typeof one, people: number): BenchRow[] => [
      { name: `${name}, ${asWords(people)}`, value: median, unit: "ms", note },
      { name: `${name}, p95, ${asWords(people)}`, value: p95, unit: "ms", note },
      ...(cpu === undefined
        ? []
        : [
            {
              ...{ name: `${name}, CPU, ${asWords(people)}`, value: cpu },
              ...{ unit: "ms", note: "aim: at most 10" },
            },
          ]),
    ];
    const compared = `${asWords(large.people)} : ${asWords(small.people)}`;
    return [
      ...rowsOf(one, small.people),
      ...rowsOf(many, large.people),
      {
        name: `${name}, with all its files`,
        value: many.bytes / 1024,
        unit: "KiB",
        note: "aim: at most 150",
      },
      {
        name: `${name}, median, ${compared}`,
        value: many.median / one.median,
        unit: "",
        note: aim,
      },
      { name: `${name}, p95, ${compared}`, value: many.p95 / one.p95, unit: "", note: aim },
    ];
  });
}

function asWords(people: number): string {
  return `${people.toLocaleString("en")} people`;
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
