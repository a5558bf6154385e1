import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { choosePlace } from "../../db/embedded/place.ts";

const isRoot = process.getuid?.() === 0;
let home: string;
let fallback: string;
let said: string[];

const choose = (dir: string) => choosePlace(dir, (line) => said.push(line), fallback);

beforeEach(() => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-place-")));
  fs.chmodSync(folder, 0o755);
  home = path.join(folder, "home");
  fallback = path.join(folder, "var", "lib");
  fs.mkdirSync(home);
  said = [];
});
afterEach(() => {
  fs.rmSync(path.dirname(home), { recursive: true, force: true });
});

test("the database lives in the folder asked for, made when it is missing", async () => {
  const dir = path.join(home, "deep", "data");
  expect(await choose(dir)).toMatchObject({ base: dir, data: path.join(dir, "pg") });
  expect(said).toEqual([]);
});

test("links on the way to it do not make it another folder", async () => {
  fs.symlinkSync(home, `${home}-link`);
  expect((await choose(`${home}-link/data`)).base).toBe(path.join(home, "data"));
});

describe.skipIf(!isRoot)("started by root", () => {
  test("PostgreSQL runs as another account, which keeps data that are already there", async () => {
    const dir = path.join(home, "data");
    expect((await choose(dir)).account?.uid).toBeGreaterThan(0);

    fs.mkdirSync(path.join(dir, "pg"));
    fs.chownSync(path.join(dir, "pg"), 4321, 4321);
    expect((await choose(dir)).account).toEqual({ uid: 4321, gid: 4321 });
  });

  test("below a private home the database lives elsewhere, and stays there when the home is opened", async () => {
    fs.chmodSync(home, 0o700);
    const dir = path.join(home, "data");
    const { base } = await choose(dir);
    expect(path.dirname(base)).toBe(fallback);
    expect(said.join()).toContain(base);
    expect(fs.statSync(base).mode & 0o777).toBe(0o755);

    fs.chmodSync(home, 0o755);
    expect((await choose(dir)).base).toBe(base);
  });

  test("two clones of one name below private homes have two databases", async () => {
    fs.chmodSync(home, 0o700);
    const bases = [
      await choose(path.join(home, "a", "data")),
      await choose(path.join(home, "b", "data")),
    ];
    expect(new Set(bases.map(({ base }) => base)).size).toBe(2);
  });

  test("data that became unreachable are refused rather than replaced by an empty database", async () => {
    const dir = path.join(home, "data");
    fs.mkdirSync(path.join(dir, "pg"), { recursive: true });
    fs.chownSync(path.join(dir, "pg"), 4321, 4321);
    fs.chmodSync(home, 0o700);
    await expect(choose(dir)).rejects.toMatchObject({ reason: "folder-unusable" });
    expect(fs.existsSync(fallback)).toBe(false);
  });
});
