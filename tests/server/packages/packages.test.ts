import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import type { ReleasedScale } from "../../../server/domain/disclosure/figures.ts";
import { gatherPackage } from "../../../server/features/packages/gather-package.ts";
import { sealPackage } from "../../../server/features/packages/seal-package.ts";
import { useDatabase } from "../../support/database.ts";
import { commandJudge } from "../../support/judges.ts";
import { aStaffUser } from "../../support/programme.ts";
import {
  aReleasedDemonstration,
  type Demonstration,
  now,
  reason,
  textOf,
  type Unpacked,
  visitorWho,
  workOff,
} from "./package-desk.ts";
import { analyse, hashOf, recompute, rowsOf, statesOf } from "./unpacked.ts";

const rscript = commandJudge("Rscript", "r-base-core");
const openItem = "ATV1";

describe("a data package of the demonstration", () => {
  const { db } = useDatabase();
  let demo: Demonstration;
  beforeEach(async () => {
    demo = await aReleasedDemonstration(db());
  });

  const countRows = async () => {
    const { count } = await db()
      .selectFrom("answers.response")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("programme_id", "=", demo.programme.id)
      .where("status", "=", "submitted")
      .executeTakeFirstOrThrow();
    return count;
  };
  /** Somebody's open answer, hostile. */
  const answerOpenly = async (text: string) => {
    await sql`
      update answers.response set answers = answers || jsonb_build_object(${openItem}::text, ${text}::text)
      where id = (
        select response.id from answers.response
        join wave on wave.id = response.wave_id
        where response.programme_id = ${demo.programme.id} and wave.kind = 'after' order by response.id limit 1
      )
    `.execute(db());
  };

  it("counts its rows and knows the hash of each file", async () => {
    const unpacked = await demo.fetch();
    const manifest = JSON.parse(textOf(unpacked, "manifest.json"));
    expect(manifest.submitted).toBe(await countRows());
    expect(manifest.counted + manifest.excluded).toBe(manifest.submitted);
    expect(rowsOf(unpacked, "answers.csv").length - 1).toBe(manifest.counted);
    const named = manifest.files.map((file: { name: string }) => file.name);
    expect([...named, "manifest.json"].sort()).toEqual(Object.keys(unpacked.files).sort());
    for (const { name, bytes, sha256, rows } of manifest.files) {
      expect([name, unpacked.files[name]!.length]).toEqual([name, bytes]);
      expect([name, hashOf(unpacked.files[name]!)]).toEqual([name, sha256]);
      if (name.endsWith(".csv") && !name.includes("excel") && name !== "codebook.csv") {
        expect([name, rowsOf(unpacked, name).length - 1]).toEqual([name, rows]);
      }
    }
    expect(unpacked.jobs).toBe(0);
  });

  it("stands in the register with its hash, its rows and the reason, and is gone after a week", async () => {
    const { id, zip } = await demo.fetch();
    const row = await db()
      .selectFrom("export_file")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ kind: "data-package", reason, row_count: await countRows() });
    expect(row.sha256).toBe(hashOf(zip));
    expect(row.expires_at).toEqual(new Date(now.getTime() + 7 * 86_400_000));
    const page = await (
      await demo.visitor.get(`/programmes/${demo.programme.slug}/packages`)
    ).text();
    expect(page).toContain(row.sha256);
    expect(page).toContain(reason);
    const events = await db()
      .selectFrom("audit_event")
      .select(["action", "reason"])
      .where("programme_id", "=", demo.programme.id)
      .orderBy("id")
      .execute();
    expect(events).toContainEqual({ action: "ordered-data-package", reason });
    expect(events.at(-1)!.action).toBe("downloaded-data-package");
    const staff = await aStaffUser(db(), demo.programme, ["data", "evaluator"]);
    const later = await visitorWho(db(), staff, new Date(now.getTime() + 7 * 86_400_000));
    expect((await later.get(`/programmes/${demo.programme.slug}/packages/${id}`)).status).toBe(404);
    expect(
      await (await later.get(`/programmes/${demo.programme.slug}/packages`)).text(),
    ).not.toContain(`/packages/${id}`);
  });

  it("is analysed to the very figures of the release", async () => {
    const unpacked = await demo.fetch();
    const release = (await findLatestRelease(db(), demo.programme.id))!;
    const figures = JSON.parse(await analyse(unpacked, "answers.csv"));
    expect(figures.participation).toEqual(release.figures.participation);
    expect(
      figures.scales.map(({ key, all, localities }: ReleasedScale) => ({ key, all, localities })),
    ).toEqual(release.figures.scales.map(({ key, all, localities }) => ({ key, all, localities })));
  });

  it("is read in the form for Excel too", async () => {
    const unpacked = await demo.fetch({ openTexts: "on" });
    const raw = await analyse(unpacked, "answers.csv");
    expect(JSON.parse(raw).participation.all.pairs).toBeGreaterThan(40);
    expect(await analyse(unpacked, "answers-excel.csv")).toBe(raw);
  });

  it("holds no pairing code, no id and no time of the database, and shuffles", async () => {
    await db()
      .updateTable("answers.response")
      .set({ begun_at: now })
      .where("programme_id", "=", demo.programme.id)
      .execute();
    const unpacked = await demo.fetch({ openTexts: "on" });
    const all = Object.keys(unpacked.files)
      .map((name) => Buffer.from(unpacked.files[name]!).toString("latin1"))
      .join("\n");
    const rows = await db()
      .selectFrom("answers.response")
      .select(["id", "pairing_code", "submitted_on"])
      .where("programme_id", "=", demo.programme.id)
      .execute();
    for (const { id, pairing_code } of rows) {
      expect(all.includes(id)).toBe(false);
      expect(all.includes(pairing_code)).toBe(false);
    }
    // The head of an SPSS file has a time by its format: midnight.
    expect(all.match(/\d\d:\d\d:\d\d/g)).toEqual(["00:00:00"]);
    const [heading, ...written] = rowsOf(unpacked, "answers.csv");
    const place = heading!.indexOf("locality");
    const places = written.map((row) => row[place]);
    // Inserted by locality: an order kept would change places four times only.
    expect(places.filter((one, i) => i > 0 && one !== places[i - 1]).length).toBeGreaterThan(30);
    const again = await demo.fetch({ openTexts: "on" });
    const pairs = (one: Unpacked) =>
      rowsOf(one, "answers.csv")
        .slice(1)
        .map((row) => row[0]!);
    expect(pairs(again).some((pair) => pairs(unpacked).includes(pair))).toBe(false);
    const rest = (one: Unpacked) => rowsOf(one, "answers.csv").map((row) => row.slice(1));
    expect(rest(again)).toEqual(rest(unpacked));
  });

  it("leaves open answers out unless they are asked for", async () => {
    await answerOpenly("Slaptažodis „rūta“");
    const without = await demo.fetch();
    expect(rowsOf(without, "answers.csv")[0]).not.toContain(openItem);
    const bytes = Object.values(without.files)
      .map((one) => Buffer.from(one).toString("utf8"))
      .join("");
    expect(bytes).not.toContain("Slaptažodis");
    const inside = await demo.fetch({ openTexts: "on" });
    expect(textOf(inside, "answers.csv")).toContain("Slaptažodis");
    expect(textOf(inside, "answers-long.csv")).toContain("Slaptažodis");
  });

  it("keeps hostile answers as they are, and no spreadsheet runs them", async () => {
    const hostile = '=HYPERLINK("http://x.test";"a")\n"; \'x\',~<b>';
    await answerOpenly(hostile);
    const unpacked = await demo.fetch({ openTexts: "on" });
    const [heading, ...rows] = rowsOf(unpacked, "answers.csv");
    const column = heading!.indexOf(openItem);
    expect(rows.map((row) => row[column])).toContain(hostile);
    expect(textOf(unpacked, "answers-excel.csv")).toContain(`"'=HYPERLINK(`);
    expect(textOf(unpacked, "answers-excel.csv")).not.toMatch(/(^|;|\n)"?=/);
    if (rscript.isHere) expect(recompute(unpacked).status).toBe(0);
  });

  it("keeps excluded responses apart, with why", async () => {
    await sql`
      update answers.response set excluded_because = '=bandomasis "lapas"'
      where id = (select id from answers.response where programme_id = ${demo.programme.id} order by id limit 1)
    `.execute(db());
    const unpacked = await demo.fetch();
    const [heading, row, ...more] = rowsOf(unpacked, "excluded.csv");
    expect(heading![0]).toBe("x_excluded_because");
    expect(row![0]).toBe('=bandomasis "lapas"');
    expect(more).toEqual([]);
    expect(JSON.parse(textOf(unpacked, "manifest.json"))).toMatchObject({
      submitted: await countRows(),
      excluded: 1,
    });
  });

  it("says which numbers were released before answers changed", async () => {
    const before = await demo.fetch();
    expect(statesOf(before)).not.toContain("changed");
    await sql`
      update answers.response set excluded_because = 'klaida'
      where id in (
        select response.id from answers.response join locality on locality.id = response.locality_id
        where response.programme_id = ${demo.programme.id} and locality.key = 'trakai'
      )
    `.execute(db());
    const after = await demo.fetch();
    const changed = rowsOf(after, "headline.csv").filter((row) => row[5] === "changed");
    expect(new Set(changed.map((row) => row[1]))).toEqual(new Set(["*", "trakai"]));
  });

  it("fails, and gives nothing out, when a row is missing", async () => {
    const source = await gatherPackage(db(), { programmeId: demo.programme.id, releaseNumber: 1 });
    const table = (name: string, rows: number) => {
      return { name, content: Buffer.from(`a\r\n${"x\r\n".repeat(rows)}`) };
    };
    const files = [table("answers.csv", source.submitted - 1), table("excluded.csv", 0)];
    const facts = {
      programme: "x",
      release: 1,
      releaseHash: "",
      day: "2026-03-02",
      hasOpenTexts: false,
    };
    await expect(sealPackage(files, { ...facts, submitted: source.submitted })).rejects.toThrow(
      RangeError,
    );
    await expect(
      sealPackage(files, { ...facts, submitted: source.submitted - 1 }),
    ).resolves.toBeDefined();
  });

  it("fails when an answer has no place in the questionnaire", async () => {
    await sql`update answers.response set answers = answers || '{"GHOST1": 3}' where programme_id = ${demo.programme.id}`.execute(
      db(),
    );
    await demo.visitor.post(`/programmes/${demo.programme.slug}/packages`, { reason });
    expect(await workOff(db(), demo.programme.id)).toMatchObject({
      status: "waiting",
      problem: "unexpected",
    });
    expect(
      await db()
        .selectFrom("export_file")
        .select("id")
        .where("kind", "=", "data-package")
        .execute(),
    ).toEqual([]);
  });
});
