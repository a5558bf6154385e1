import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import { answerError, maskedPath } from "../../../server/http/errors.ts";
import { logToStdout } from "../../../server/log.ts";
import { appDeps } from "../../support/app.ts";

const deps = appDeps(undefined as unknown as Db);
const secret = "kanareleSuSlaptuAtsakymu";

/** What stands on standard output after some work. */
function written(work: () => void): string {
  const { write } = process.stdout;
  let text = "";
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return text;
}

async function reasonOf(work: () => unknown): Promise<string> {
  const lines: string[] = [];
  const log = (event: string, fields = {}) => lines.push(JSON.stringify({ event, ...fields }));
  const app = new Hono().get("/", (c) => c.text(String(work())));
  app.onError(answerError({ ...deps, log }));
  expect((await app.request("/")).status).toBe(500);
  return lines.join("\n");
}

describe("the log", () => {
  it("is one line of JSON an event, whatever stands in it", () => {
    const strange = 'a\n{"event":"forged"}\r\n\u001b[2J\u2028\u0000\ud800';
    const text = written(() => logToStdout("request-failed", { path: strange }));
    expect(text.split("\n")).toHaveLength(2);
    expect([...text.trimEnd()].every((letter) => letter >= " ")).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ event: "request-failed", path: strange });
  });

  it("masks whatever secret stands in an address, at every address there is", () => {
    const held = createApp(deps).routes.filter(({ path }) => /^\/[^/]+\/:(token|key)/.test(path));
    expect(new Set(held.map(({ path }) => path.split("/")[1])).size).toBeGreaterThan(4);
    for (const { path } of held) {
      const filled = path.replace(/:(token|key)/, secret);
      expect([path, maskedPath(filled).includes(secret)]).toEqual([path, false]);
    }
  });

  it.each<[string, () => unknown]>([
    ["JSON that is none", () => JSON.parse(`{"answer": ${secret}`)],
    ["a number that is none", () => BigInt(secret)],
    ["a time zone that is none", () => new Intl.DateTimeFormat("lt", { timeZone: secret })],
    ["an address that is none", () => new URL(secret)],
    ["a key that no schema knows", () => z.strictObject({}).parse({ [secret]: 1 })],
    [
      "a row that a database refuses",
      () => {
        throw Object.assign(new Error(`Key (email)=(${secret}) already exists.`), {
          code: "23505",
        });
      },
    ],
  ])("never quotes %s", async (_name, work) => {
    const line = await reasonOf(work);
    expect(line).toContain("request-failed");
    expect(line).not.toContain(secret);
  });

  it("tells where an error of our own arose, with its sentence", async () => {
    const line = await reasonOf(() => {
      throw new Error("no such entry of the build");
    });
    expect(line).toContain("no such entry of the build");
    expect(line).toContain("log.test.ts");
  });
});
