import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, goldenQuestionnaire, goldenRows } from "../../domain/analysis/golden-files.ts";
import { aDesk, type Desk, putQuestionnaire, runAnalyse } from "./run-analyse.ts";

let desk: Desk;
beforeAll(() => {
  desk = aDesk();
});
afterAll(() => desk.clear());

describe("the command line", () => {
  it.each([
    [[], "--questionnaire FILE is missing"],
    [["--questionnaire", "q.json"], "--answers FILE is missing"],
    [["--answer", "a.csv"], "Unknown option '--answer'"],
    [["a.csv"], "Unexpected argument 'a.csv'"],
    [["--questionnaire", "q", "--answers", "a", "--threshold", "4"], "from 5 to 10, not 4"],
    [["--questionnaire", "q", "--answers", "a", "--audience", "public"], "belongs to --release"],
    [["--questionnaire", "q", "--answers", "a", "--release", "--audience", "all"], "not all"],
    [["--questionnaire", "q", "--answers", "a", "--smallest-worthwhile", "0"], "not 0"],
  ])("%j is refused with 2", async (args, words) => {
    const { code, stdout, stderr } = await runAnalyse(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).toContain("--help");
  });

  it("helps", async () => {
    const { code, stdout, stderr } = await runAnalyse("--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("--smallest-worthwhile");
  });

  it("prints the JSON Schema that docs/ holds", async () => {
    const { code, stdout } = await runAnalyse("--schema");
    expect(code).toBe(0);
    const kept = fs.readFileSync("docs/questionnaire.schema.json", "utf8");
    expect(JSON.parse(kept)).toEqual(JSON.parse(stdout));
  });
});

describe("files that are wrong", () => {
  const good = () => csvOf(goldenRows());

  async function complaint(files: {
    q?: string | Uint8Array;
    a?: string | Uint8Array;
    e?: string;
  }) {
    const q = files.q === undefined ? putQuestionnaire(desk) : desk.put("bad.json", files.q);
    const args = ["--questionnaire", q, "--answers", desk.put("bad.csv", files.a ?? good())];
    if (files.e !== undefined) args.push("--enrolled", desk.put("bad-e.csv", files.e));
    const { code, stdout, stderr } = await runAnalyse(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
    return stderr.replaceAll(`${desk.folder}${path.sep}`, "");
  }

  const edited = (edit: (rows: string[][]) => void) => {
    const rows = goldenRows();
    edit(rows);
    return csvOf(rows);
  };

  const withCell = (row: number, column: number, text: string) => () =>
    edited((rows) => {
      rows[row]![column] = text;
    });

  it.each<[string, () => string | Uint8Array, string]>([
    [
      "an unknown answer",
      withCell(4, 5, "6"),
      'bad.csv, line 5, column 6 (planning_3): "6" is not an answer to this item; it allows 1, 2, 3, 4, 5',
    ],
    [
      "an unknown option",
      withCell(1, 20, "maybe"),
      'bad.csv, line 2, column 21 (knowledge_3): "maybe" is not an answer to this item; it allows right, wrong',
    ],
    [
      "an unknown wave",
      withCell(2, 2, "pre"),
      'bad.csv, line 3, column 3 (wave): unknown wave "pre"; there are before, after, followup',
    ],
    [
      "a wave the questionnaire lacks",
      withCell(2, 2, "followup"),
      'bad.csv, line 3, column 3 (wave): the questionnaire has no wave "followup"',
    ],
    [
      "a second response",
      () =>
        edited((r) => {
          r.push(r[1]!);
        }),
      'bad.csv, line 137, column 1 (pair): the pair "P1" has a second response in wave before; the first is on line 2',
    ],
    [
      "a person in two localities",
      () =>
        edited((r) => {
          r.find((row) => row[0] === "P2" && row[2] === "after")![1] = "Elm";
        }),
      'column 2 (locality): the pair "P2" has another locality, "Alder", on line 3',
    ],
    [
      "a row cut short",
      () =>
        edited((r) => {
          r[3]!.pop();
        }),
      "bad.csv, line 4: the row has 27 of 28 cells",
    ],
    [
      "an unknown item",
      withCell(0, 4, "planing_2"),
      "bad.csv, line 1, column 5 (planing_2): unknown column",
    ],
    [
      "a scale's item without a column",
      withCell(0, 4, "planing_2"),
      "bad.csv, line 1 (planning_2): this column is missing",
    ],
    [
      "a column that stands twice",
      withCell(0, 4, "planning_1"),
      "bad.csv, line 1, column 5 (planning_1): this column stands twice",
    ],
    [
      "a row of nobody",
      withCell(6, 0, " "),
      "bad.csv, line 7, column 1 (pair): the cell must not be empty",
    ],
    [
      "an unknown missing code",
      withCell(6, 3, "~refused"),
      'line 7, column 4 (planning_1): unknown missing code "~refused"',
    ],
    [
      "a missing code not offered",
      withCell(6, 3, "~cannot-answer"),
      'this item does not offer "~cannot-answer"',
    ],
    [
      "an open quotation",
      () => `${good()}"P99,Elm`,
      "bad.csv, line 137, column 1: a quotation mark opens here and never closes",
    ],
    [
      "text after a quotation",
      () => `${good()}"P99"x,Elm`,
      "bad.csv, line 137, column 1: text goes on after the closing quotation mark",
    ],
    [
      "letters in another encoding",
      () => Buffer.from(good().replace("P1,Alder", "P1,\u00d0iauliai"), "latin1"),
      'bad.csv, line 2, column 4: not UTF-8 (perhaps Windows-1257); save the file as "CSV UTF-8"',
    ],
    ["an empty file", () => "", "bad.csv, line 1: the file is empty"],
    [
      "a heading alone",
      () => csvOf(goldenRows().slice(0, 1)),
      "bad.csv, line 1: there are headings, but no rows",
    ],
  ])("%s is shown where it stands", async (_, answers, words) => {
    expect(await complaint({ a: answers() })).toContain(words);
  });

  it("several faults are shown together, but not thousands", async () => {
    const rows = edited((r) => {
      for (const row of r.slice(1)) row[3] = "9";
    });
    const lines = (await complaint({ a: rows })).trimEnd().split("\n");
    expect(lines).toHaveLength(20);
    expect(lines[1]).toContain("line 3, column 4");
  });

  const json = (edit: (q: ReturnType<typeof goldenQuestionnaire>) => void) => {
    const document = goldenQuestionnaire();
    edit(document);
    return JSON.stringify(document, null, 2);
  };

  it.each<[string, () => string | Uint8Array, RegExp]>([
    [
      "broken JSON",
      () => '{\n  "format": "pokytis-questionnaire/1",\n  "key" "x"\n}',
      /^bad\.json, line 3, column 9: not JSON: expected a colon, found """/,
    ],
    [
      "JSON that ends early",
      () => '{"a": [1, 2',
      /line 1, column 12: not JSON: expected a comma or \], found the end of the file/,
    ],
    [
      "a key that stands twice",
      () => '{"a": 1,\n "a": 2}',
      /line 2, column 2: the key "a" stands twice/,
    ],
    ["JSON nested without end", () => "[".repeat(100_000), /line 1, column 102: nested too deeply/],
    [
      "another format",
      () =>
        json((q) => {
          q.format = "survey/9";
        }),
      /line 2, column 13 \(format\): not as pokytis-questionnaire\/1 has it/,
    ],
    [
      "a field of nobody's",
      () =>
        json((q) => {
          Object.assign(q.scales[0]!, { weight: 2 });
        }),
      /line \d+, column 5 \(scales\[0\]\): not as .*weight/,
    ],
    [
      "a scale without its item",
      () =>
        json((q) => {
          q.scales[0]!.items[1] = "other_1";
        }),
      /line \d+, column 9 \(scales\[0\]\.items\[1\]\): there is no item "other_1"/,
    ],
    [
      "a scale called as a part of the output",
      () =>
        json((q) => {
          q.scales[0]!.key = "multiplicity";
        }),
      /\(scales\[0\]\.key\): "multiplicity" cannot be a key here/,
    ],
    [
      "a scale of too many items",
      () =>
        json((q) => {
          const extra = q.items[0]!;
          const keys = Array.from({ length: 35 }, (_, i) => `extra_${i}`);
          q.items.push(...keys.map((key) => ({ ...extra, key })));
          q.sections[0]!.items.push(...keys);
          q.scales[0]!.items.push(...keys);
        }),
      /\(scales\[0\]\): the scale "planning" has more items than can be scored exactly/,
    ],
    [
      "a wording that lacks a language",
      () =>
        json((q) => {
          q.languages.push("lt");
        }),
      /\(title\): the wording in "lt" is missing/,
    ],
    ["an empty file", () => "\n", /^bad\.json, line 1: the file is empty/],
    [
      "UTF-16",
      () => Buffer.from("\ufeff{}", "utf16le"),
      /line 1, column 1: not UTF-8 \(perhaps UTF-16\)/,
    ],
  ])("a questionnaire with %s is shown where", async (_, questionnaire, words) => {
    expect(await complaint({ q: questionnaire() })).toMatch(words);
  });

  it("a locality that is not enrolled is told once, not once a row", async () => {
    const lines = await complaint({ e: "locality,enrolled\nAlder,18\n" });
    expect(lines.match(/is not in the list/g)).toHaveLength(4);
  });

  it.each([
    ["locality,enrolled\nAlder,18\n", 'line 35, column 2 (locality): "Birch" is not in the list'],
    [
      "locality,enrolled\nAlder,many\n",
      'bad-e.csv, line 2, column 2 (enrolled): "many" is not a number',
    ],
    [
      "locality,enrolled\nElm,1\nElm,2\n",
      'line 3, column 1 (locality): "Elm" stands on line 2 already',
    ],
    ["place,enrolled\nElm,1\n", "line 1, column 1 (place): unknown column"],
    ["locality,enrolled,closed\nElm,1,pre\n", 'line 2, column 3 (closed): unknown wave "pre"'],
    ["locality,enrolled\n", "there are headings, but no rows"],
    ["locality,enrolled\nElm\n", "line 2: the row has 1 of 2 cells"],
  ])("a list of the enrolled: %j", async (e, words) => {
    expect(await complaint({ e })).toContain(words);
  });

  it("files that are not there, or no files, are named", async () => {
    const missing = await runAnalyse("--questionnaire", "no-such.json", "--answers", "a.csv");
    expect(missing).toEqual({
      code: 1,
      stdout: "",
      stderr: "no-such.json: there is no such file\n",
    });
    const dir = await runAnalyse("--questionnaire", desk.folder, "--answers", "a.csv");
    expect(dir.stderr).toBe(`${desk.folder}: this is a folder\n`);
  });

  it("the process says so with its exit code", () => {
    const command = ["server/cli/run.mjs", "server/cli/analyse.ts", "--questionnaire", "no.json"];
    const ended = spawnSync(process.execPath, [...command, "--answers", "no.csv"], {
      encoding: "utf8",
    });
    expect(ended).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "no.json: there is no such file\n",
    });
  });

  it("whatever a file holds, the answer is figures or a place, never an accident of ours", async () => {
    const questionnaire = fs.readFileSync(putQuestionnaire(desk), "utf8");
    const answers = csvOf(goldenRows().slice(0, 30));
    const piece = fc.constantFrom(
      "",
      ",",
      ";",
      '"',
      "\n",
      "~",
      "{",
      "[",
      "]",
      "0",
      "-1",
      "é",
      "null",
    );
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 30 }), piece);
    const edited = (text: string, edits: [number, number, string][]) =>
      edits.reduce((all, [at, cut, put]) => {
        const place = at % all.length;
        return all.slice(0, place) + put + all.slice(place + cut);
      }, text);
    const some = fc.array(edit, { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(some, some, async (inQuestionnaire, inAnswers) => {
        const q = desk.put("fuzz.json", edited(questionnaire, inQuestionnaire));
        const a = desk.put("fuzz.csv", edited(answers, inAnswers));
        const { code, stdout, stderr } = await runAnalyse("--questionnaire", q, "--answers", a);
        if (code === 0)
          expect({ is: typeof JSON.parse(stdout), stderr }).toEqual({ is: "object", stderr: "" });
        else expect(stderr).toMatch(/^.*fuzz\.(json|csv), line \d+/);
        expect(stderr).not.toContain("unexpected");
      }),
      { numRuns: 300 },
    );
  });
});
