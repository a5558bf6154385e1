import { describe, expect, it } from "vitest";
import { isNode, listSources, nodesOf } from "./support/source.ts";

/** What patterns stumble over: long runs of what they repeat, with an end that does not fit. */
const pieces = [
  ..."aA0 \t\n-_.,\"'<>/=:;&{}[]()\\#@!|*?$%ž\u00a0",
  "a ",
  "0 ",
  "a.",
  "0,",
  "<a",
  "{a",
  "&a;",
  "ab",
  "__",
  "\r\n",
];
const ends = ["", "!\u0000", "x", " ", "\n"];
const size = 100_000;
const mostMilliseconds = 100;

/** Each pattern of the sources once, with a file it stands in. */
function listPatterns(): [pattern: string, flags: string, file: string][] {
  const found = new Map<string, [string, string, string]>();
  for (const file of listSources(["server", "web", "db"])) {
    for (const { regex } of nodesOf(file)) {
      if (typeof regex !== "object" || regex === null || isNode(regex)) continue;
      const { pattern, flags } = regex as { pattern: string; flags: string };
      found.set(`${pattern} ${flags}`, [pattern, flags, file]);
    }
  }
  return [...found.values()];
}

/** Processor time, the least of a few tries: what else the machine does at the time counts nothing. */
function costOf(pattern: RegExp, text: string): number {
  let least = Infinity;
  for (let round = 0; round < 4 && least > 10; round++) {
    const before = process.cpuUsage();
    pattern.lastIndex = 0;
    pattern.test(text);
    if (pattern.global) text.replace(pattern, "");
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** What it costs at 100,000 characters, where a shorter text does not show already that it is little or far too much. */
function worstOf(pattern: RegExp): { text: string; milliseconds: number } {
  let worst = { text: "", milliseconds: 0 };
  for (const piece of [...pieces, ...ownPieces(pattern.source)]) {
    for (const end of ends) {
      const milliseconds = costOfRun(pattern, piece, end);
      const text = JSON.stringify(piece + end);
      if (milliseconds > worst.milliseconds) worst = { text, milliseconds };
      if (milliseconds > mostMilliseconds) return worst;
    }
  }
  return worst;
}

/** The square of the length is the worst that is looked for: twenty times as long costs at most 400 times as much. */
function costOfRun(pattern: RegExp, piece: string, end: string): number {
  const run = (length: number) => piece.repeat(Math.ceil(length / piece.length)) + end;
  const foreseen = costOf(pattern, run(size / 20)) * 400;
  const isClear = foreseen < mostMilliseconds || foreseen > 80 * mostMilliseconds;
  return isClear ? foreseen : costOf(pattern, run(size));
}

/** Words that the pattern itself looks for. */
function ownPieces(source: string): string[] {
  return [...new Set(source.match(/[\p{L}\d]{2,}/gu) ?? [])].slice(0, 4);
}

describe("every pattern of ours", () => {
  const patterns = listPatterns();

  it("is found", () => {
    expect(patterns.length).toBeGreaterThan(200);
  });

  it("reads 100,000 characters of whatever sort in less than 100 ms", { timeout: 300_000 }, () => {
    const slow = patterns.flatMap(([pattern, flags, file]) => {
      const worst = worstOf(new RegExp(pattern, flags));
      return worst.milliseconds > mostMilliseconds ? [{ file, pattern, ...worst }] : [];
    });
    expect(slow).toEqual([]);
  });

  it("would be noticed", () => {
    expect(worstOf(/\s+$/).milliseconds).toBeGreaterThan(mostMilliseconds);
  });
});
