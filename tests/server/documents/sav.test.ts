import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeSav, writeSavFile } from "../../../server/documents/sav.ts";
import {
  cutBytes,
  type StatisticalData,
  variableNames,
} from "../../../server/documents/statistical-data.ts";
import { commandJudge, inFolder, unlessHere } from "../../support/judges.ts";
import { aVariable, someData } from "../../support/statistics-file.ts";

const pspp = commandJudge("pspp", "pspp");
const readstat = commandJudge("readstat", "readstat");

/** What PSPP says about a file to a piece of its syntax. */
function askPspp(data: StatisticalData, syntax: string): string {
  return inFolder((folder) => {
    fs.writeFileSync(path.join(folder, "data.sav"), writeSavFile(data));
    fs.writeFileSync(path.join(folder, "ask.sps"), `GET FILE='data.sav'.\n${syntax}`);
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    return execFileSync("pspp", ["ask.sps"], { cwd: folder, encoding: "utf8", env });
  });
}

/** The rows as ReadStat, the reader inside R's haven and pandas, gives them: texts in quotes, numbers with six decimals. */
function readByReadstat(data: StatisticalData): string[] {
  return inFolder((folder) => {
    const [sav, csv] = [path.join(folder, "data.sav"), path.join(folder, "data.csv")];
    fs.writeFileSync(sav, writeSavFile(data));
    execFileSync("readstat", [sav, csv], { stdio: "pipe" });
    return fs.readFileSync(csv, "utf8").trimEnd().split("\n");
  });
}

describe("variable names", () => {
  test.each([
    [
      ["inov-1", "INOV 1"],
      ["inov_1", "INOV_1_2"],
    ],
    [
      ["1k", "", "_x"],
      ["v1k", "v", "v_x"],
    ],
    [
      ["and", "vietovė", "a."],
      ["and_2", "vietovė", "a"],
    ],
    [
      ["x".repeat(80), "x".repeat(80)],
      ["x".repeat(64), `${"x".repeat(62)}_2`],
    ],
  ])("of %j are %j", (given, expected) => {
    expect(variableNames(given)).toEqual(expected);
  });

  test("are always usable and differ", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (given) => {
        const names = variableNames(given);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(given.length);
        for (const name of names) {
          expect(name).toMatch(/^\p{L}[\p{L}\p{N}_.]*$/u);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64);
        }
      }),
    );
  });

  test("a text is never cut through a letter", () => {
    expect([1, 2, 3, 4].map((bytes) => cutBytes("ažž", bytes))).toEqual(["a", "a", "až", "až"]);
  });
});

describe("the file", () => {
  test("counts its rows", () => {
    expect(() => writeSavFile(someData({ rowCount: 4 }))).toThrow("3 rows instead of 4");
  });

  test("refuses more missing codes than the format has room for", () => {
    const variables = [aVariable({ missing: [1, 2, 3, 4] })];
    expect(() => writeSavFile(someData({ variables, rows: [], rowCount: 0 }))).toThrow("range");
  });

  test("comes in pieces when it is large", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [index + 0.5]);
    const pieces = [
      ...writeSav(someData({ variables: [aVariable()], rows, rowCount: rows.length })),
    ];
    expect(pieces.length).toBeGreaterThan(2);
  });
});

describe.skipIf(!readstat.isHere)(`as ReadStat reads it${unlessHere(readstat)}`, () => {
  test("everything comes back", () => {
    expect(readByReadstat(someData())).toEqual([
      '"vietovė","INOV1_prieš","komentaras","diena","balas"',
      '1.000000,3.000000,"Šilutė „senamiestis“",13718160000.000000,4.250000',
      '2.000000,-9.000000,"",13165977600.000000,-0.500000',
      `1.000000,,"${"ž".repeat(400)}",,`,
    ]);
  });

  test.each([1, 7, 8, 9, 252, 255, 256, 504, 505, 756, 758, 1_013, 1_260, 2_000, 32_759])(
    "a text that fills its %d bytes comes back whole",
    (width) => {
      const filled = "abcdefghij".repeat(3_277).slice(0, width);
      const variables = [
        aVariable({ name: "t", kind: "text", width }),
        aVariable({ name: "after", width: 1 }),
      ];
      const rows = [
        [filled, 7],
        [filled.slice(0, -1), 8],
        ["", 9],
      ];
      const read = readByReadstat(someData({ variables, rows, rowCount: 3 }));
      expect(read.slice(1).map((line) => line.replace(/\.0+$/, ""))).toEqual(
        rows.map(([text, number]) => `"${text}",${number}`),
      );
    },
  );

  test("whatever numbers there are come back", () => {
    const number = fc.oneof(
      fc.integer({ min: -200, max: 300 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6),
      fc.constant(null),
    );
    const numbers = fc.sample(
      fc.array(fc.tuple(number, number, number), { minLength: 200 }),
      1,
    )[0]!;
    const variables = ["a", "b", "c"].map((name) => aVariable({ name }));
    const data = someData({ variables, rows: numbers, rowCount: numbers.length });
    const read = readByReadstat(data)
      .slice(1)
      .map((line) => line.split(",").map(toMillionths));
    expect(read).toEqual(
      numbers.map((row) => row.map((value) => toMillionths(String(value ?? "")))),
    );
  });
});

/** ReadStat prints six decimals, and sometimes the noise of more. */
function toMillionths(text: string): number | null {
  return text === "" ? null : Math.round(Number(text) * 1e6) + 0;
}

describe.skipIf(!pspp.isHere)(`as PSPP reads it${unlessHere(pspp)}`, () => {
  test("variables have their labels, levels, missing codes and formats", () => {
    const dictionary = askPspp(someData(), "DISPLAY DICTIONARY.\n");
    for (const line of [
      /vietovė.*Nominal.*F8\.0/,
      /INOV1_prieš.*Ordinal/,
      /komentaras.*A1008/,
      /diena.*SDATE10/,
      /balas.*Scale.*F10\.2/,
      /-9 THRU/,
      /-9\[a\].*Praleista/,
      /1 +\|Šilutė/,
    ]) {
      expect(dictionary).toMatch(line);
    }
  });

  test("missing codes do not count as answers", () => {
    const frequencies = askPspp(someData(), "FREQUENCIES INOV1_prieš /STATISTICS=MEAN.\n");
    expect(frequencies).toMatch(/N Valid +\| +1\|/);
    expect(frequencies).toMatch(/Missing\| +2\|/);
    expect(frequencies).toMatch(/Mean +\| +3\.00\|/);
  });

  test("the notes are inside", () => {
    const notes = askPspp(someData(), "DISPLAY DOCUMENTS.\n");
    expect(notes).toContain("Demonstraciniai duomenys.");
    expect(notes.match(/išbandyti\./g)).toHaveLength(4);
  });
});
