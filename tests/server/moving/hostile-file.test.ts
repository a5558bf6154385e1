import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { fingerprint } from "../access-world.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "isbandykite";

const megabyte = 1024 * 1024;
const longRow = Buffer.from(`${"a".repeat(megabyte)}\n`);

/** Lines under a seal that is right: what somebody makes who knows how such a file is made. */
function sealed(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = lines.map((line) => `${line}\n`).join("");
  const sha256 = createHash("sha256").update(text).digest("hex");
  return Uint8Array.from(gzipSync(`${text}#${JSON.stringify({ complete: true, sha256 })}\n`));
}

describe("a programme's file that somebody tampered with", () => {
  const { db } = useOwnDatabase();
  let administrator: Visitor;
  let lines: string[];
  let programmeId: string;

  beforeAll(async () => {
    await loadDemo(db(), now);
    const programme = (await findProgrammeBySlug(db(), slug))!;
    const deps = appDeps(db(), { now: () => now });
    const app = createApp(deps);
    const staffId = await aStaffUser(db(), programme, ["data"]);
    await db()
      .updateTable("staff_user")
      .set({ is_administrator: true })
      .where("id", "=", staffId)
      .execute();
    administrator = await signedIn(app, deps, staffId);
    const file = await administrator.post(`/programmes/${slug}/move`, { reason: "Keliame" });
    const text = gunzipSync(new Uint8Array(await file.arrayBuffer())).toString();
    // As if it came from elsewhere: every id of the programme is a new one.
    programmeId = "11111111-1111-4111-8111-111111111111";
    lines = text.replaceAll(programme.id, programmeId).trimEnd().split("\n").slice(0, -1);
  });

  async function send(bytes: Uint8Array<ArrayBuffer>) {
    const before = await fingerprint(db());
    const [start, memory] = [performance.now(), process.memoryUsage.rss()];
    const file = new File([bytes], "programa.pokytis.gz");
    const reply = await administrator.upload("/programmes/arrival/upload", "file", file);
    const took = performance.now() - start;
    const grew = process.memoryUsage.rss() - memory;
    const isUntouched = JSON.stringify(await fingerprint(db())) === JSON.stringify(before);
    return { status: reply.status, isUntouched, took, grew };
  }

  const head = () => Buffer.from(`${lines[0]}\n`);
  const indexOf = (start: string) => lines.findIndex((line) => line.startsWith(start));
  const rowAfter = (table: string) => indexOf(`#{"table":"${table}"`) + 1;
  const withLine = (at: number, line: string) =>
    lines.map((one, index) => (index === at ? line : one));
  const changed = (table: string, change: object) => {
    const at = rowAfter(table);
    return withLine(at, JSON.stringify({ ...(JSON.parse(lines[at]!) as object), ...change }));
  };
  const withTable = (table: string, row: object) => {
    const end = `#${JSON.stringify({ end: table, rows: 1, sum: "0".repeat(64) })}`;
    return [...lines, `#${JSON.stringify({ table })}`, JSON.stringify(row), end];
  };

  const cases: [string, () => string[]][] = [
    ["a table nobody knows", () => withTable("public.secrets", { programme_id: programmeId })],
    [
      "a table of the installation",
      () => withTable("public.staff_user", { programme_id: programmeId }),
    ],
    [
      "a table of the database itself",
      () => withTable("pg_catalog.pg_authid", { programme_id: programmeId }),
    ],
    [
      "a row of another programme",
      () => changed("public.locality", { programme_id: "2".repeat(8) }),
    ],
    ["a row of no programme", () => changed("public.locality", { programme_id: undefined })],
    ["a line that is no JSON", () => withLine(rowAfter("public.locality"), "{žqx")],
    ["a line that is null", () => withLine(rowAfter("public.locality"), "null")],
    ["a list for a row", () => withLine(rowAfter("public.locality"), "[1]")],
    ["a column left out", () => changed("public.locality", { key: undefined })],
    [
      "a value of another kind",
      () => changed("public.locality", { id: "'; drop table locality; --" }),
    ],
    ["a day that is none", () => changed("public.programme", { starts_on: "2026-02-31" })],
    [
      "a link to a row that is not there",
      () => changed("public.wave", { questionnaire_version_id: programmeId }),
    ],
    [
      "two rows of one id",
      () => lines.flatMap((line, at) => (at === rowAfter("public.locality") ? [line, line] : line)),
    ],
    [
      "no programme at all",
      () => lines.filter((_, index) => index !== rowAfter("public.programme")),
    ],
    ["another head", () => withLine(0, lines[0]!.replace("pokytis-programme", "pokytis-backup"))],
    [
      "a newer release's head",
      () => withLine(0, lines[0]!.replace('"migrations":[', '"migrations":["9999-x",')),
    ],
  ];

  it.each(cases)("is refused with %s, and nothing is stored", async (_name, make) => {
    const { status, isUntouched } = await send(sealed(make()));
    expect([status, isUntouched]).toEqual([422, true]);
  });

  it("is refused when a byte was changed, or its end is missing", async () => {
    const whole = sealed(lines);
    const flipped = Uint8Array.from(whole);
    flipped[whole.length >> 1]! ^= 1;
    for (const bytes of [flipped, whole.slice(0, -200), whole.slice(0, 30)]) {
      const { status, isUntouched } = await send(bytes);
      expect([status, isUntouched]).toEqual([422, true]);
    }
  });

  it.each([
    ["one endless line", () => [Buffer.alloc(80 * megabyte, "a")]],
    ["lines that are none", () => [Buffer.alloc(6 * megabyte, "#{}\n")]],
    ["a head, and long rows without an end", () => [head(), ...Array<Buffer>(300).fill(longRow)]],
    ["a head, and short rows without an end", () => [head(), Buffer.alloc(6 * megabyte, "{}\n")]],
  ])("is refused before it fills the memory: %s", async (_name, make) => {
    const bytes = Uint8Array.from(gzipSync(Buffer.concat(make()), { level: 1 }));
    expect(bytes.length).toBeLessThan(8 * megabyte);
    const { status, isUntouched, took, grew } = await send(bytes);
    expect([status, isUntouched]).toEqual([422, true]);
    expect(took).toBeLessThan(30_000);
    expect(grew).toBeLessThan(250 * megabyte);
  });

  it("would be taken in untampered", async () => {
    const { status } = await send(sealed(lines));
    expect(status).toBe(303);
  });
});
