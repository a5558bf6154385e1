import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findNewer, newerScript, newerStyle } from "../support/browser-age.ts";

const built = path.resolve("dist/web");

/** What a participant's phone gets: the entries of answering and all that they fetch. */
function answeringFiles(): string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(built, ".vite/manifest.json"), "utf8")) as {
    [source: string]: { file: string; imports?: string[]; css?: string[] };
  };
  const entries = Object.keys(manifest).filter((source) => /^web\/\w+\/answering/.test(source));
  const files = new Set<string>();
  const visit = (source: string) => {
    const chunk = manifest[source]!;
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const more of chunk.imports ?? []) visit(more);
  };
  for (const entry of entries) visit(entry);
  return [...files];
}

describe.runIf(fs.existsSync(built))("what answering sends to phones", () => {
  let files: { name: string; text: string }[];
  beforeAll(() => {
    files = answeringFiles().map((name) => ({
      name,
      text: fs.readFileSync(path.join(built, name), "utf8"),
    }));
  });

  it("is a script, a worker and a style sheet", () => {
    const endings = files.map(({ name }) => path.extname(name)).sort();
    expect(endings).toEqual([".css", ".js", ".js"]);
  });

  it("uses nothing that browsers of 2021 lack", () => {
    const found = files.flatMap(({ name, text }) =>
      findNewer(text, name.endsWith(".css") ? newerStyle : newerScript).map(
        (newer) => `${name}: ${newer}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("the check for newer things", () => {
  it.each([
    ["const a = list.at(-1)", ".at()"],
    ["const a=b.findLast(c=>c)", "findLast"],
    ["structuredClone(x)", "structuredClone"],
    ["a??=b", "logical assignment"],
    ["class A{#x=1}", "private members"],
    ["class A{static{x()}}", "static block"],
    ["Object.hasOwn(a,b)", "Object.hasOwn"],
    ["AbortSignal.timeout(5)", "AbortSignal.timeout"],
    ["a.replaceAll('a','b')", ""],
    ["a?.b??c", ""],
    ["const a = that(-1)", ""],
  ])("finds %s in a script", (text, name) => {
    expect(findNewer(text, newerScript)).toEqual(name ? [name] : []);
  });

  it.each([
    ["a:has(b){color:red}", ":has()"],
    ["@layer base{}", "@layer"],
    ["@container (min-width:3em){}", "@container"],
    ["p{color:color-mix(in srgb,red,blue)}", "color-mix()"],
    ["p{height:100dvh}", "dynamic viewport units"],
    ["p{&:hover{color:red}}", "nesting"],
    ["@media (width>=40rem){}", "range queries"],
    ["p{margin-inline:1rem;gap:1px;inset:0}@media (min-width:4em){a:focus-visible{top:0}}", ""],
  ])("finds %s in a style sheet", (text, name) => {
    expect(findNewer(text, newerStyle)).toEqual(name ? [name] : []);
  });
});
