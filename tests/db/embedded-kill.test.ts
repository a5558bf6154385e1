import { spawn as spawnProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { insertKey, listKeys, useEngine } from "../support/engine.ts";

const { dir, useFolderAgain, start, connectTo, spawn, serverPid } = useEngine([
  "fail-while-holding",
  "hold-database",
  "insert-until-killed",
]);

describe("after a kill", () => {
  beforeEach(useFolderAgain);

  async function expectAllOnce(acknowledged: number[]): Promise<void> {
    const keys = await listKeys(connectTo(await start()));
    const stored = new Set(keys);
    expect(stored.size).toBe(keys.length);
    expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(400);
  }

  test("of the application, again and again, everything acknowledged is there once", async () => {
    const acknowledged: number[] = [];
    for (const _round of [1, 2]) {
      // A few keys back, so that those of unknown fate are sent again.
      const child = spawn("insert-until-killed", [String(Math.max(1_010, ...acknowledged) - 10)]);
      await child.line(200);
      await child.kill();
      acknowledged.push(...child.lines.map(Number));
    }
    await expectAllOnce(acknowledged);
  });

  test("of application and server together, everything acknowledged is there once", async () => {
    const child = spawn("insert-until-killed", ["1000000"]);
    await child.line(400);
    process.kill(serverPid(), "SIGKILL");
    await child.kill();
    await expectAllOnce(child.lines.map(Number));
  });

  test("of the server, it comes back by itself, and so does the pool", async () => {
    const engine = await start();
    const db = connectTo(engine);
    await insertKey(db, 2);
    const pid = serverPid();
    process.kill(pid, "SIGKILL");
    await expect.poll(serverPid, { timeout: 10_000 }).not.toBe(pid);

    await expect.poll(() => listKeys(db).catch(() => []), { timeout: 10_000 }).toContain(2);
    await engine.stop();
    expect(() => serverPid()).toThrow("ENOENT");
  });

  test("an owner that fails ends, and takes its server along", async () => {
    const child = spawn("fail-while-holding");
    await expect(child.finish()).rejects.toThrow("a fault");
    const left = () =>
      [path.join(dir(), "pg", "postmaster.pid"), child.lines[0]!].filter(fs.existsSync);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    expect(fs.readdirSync(path.join(dir(), "owners"))).toEqual([]);
  });

  test("a server whose owner was killed is shut down properly before the next one starts", async () => {
    const child = spawn("hold-database");
    const { config } = JSON.parse(await child.line(0)) as { config: pg.PoolConfig };
    const orphan = serverPid();
    await child.kill();
    expect(() => process.kill(orphan, 0)).not.toThrow();

    const lines: string[] = [];
    const engine = await start({ log: (line) => lines.push(line) });
    expect(engine.attached).toBe(false);
    expect(lines.join("\n")).toContain("database system was shut down");
    expect(fs.existsSync(config.host!)).toBe(false);
  });

  test.each([
    ["another program", "echo $$; exec sleep 60"],
    ["a process ended but not collected (a zombie)", "sleep 0 & echo $!; exec sleep 60"],
  ])("a lock file whose number now belongs to %s does not block the start", async (_, script) => {
    const { uid, gid } = fs.statSync(path.join(dir(), "pg"));
    const bystander = spawnProcess("/bin/sh", ["-c", script], { uid, gid, cwd: "/" });
    const pid = Number(String((await once(bystander.stdout, "data"))[0]));
    const lock = [pid, path.join(dir(), "pg"), 0, 5432, "", "", "", "ready"].join("\n");
    fs.writeFileSync(path.join(dir(), "pg", "postmaster.pid"), lock);

    expect((await start()).attached).toBe(false);
    bystander.kill();
  });
});
