import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const here = new URL(".", import.meta.url);
const golden = new URL("../golden/reference/", import.meta.url);

/** Ids such as nist-anova-smls01 are put together from a prefix and a list of names. */
const prefixes = ["nist-anova-", "nist-univ-", "reliability-"];

it("uses every reference file in some test of the domain", () => {
  const ids = readdirSync(golden).map((file) => file.replace(/\.json$/, ""));
  const tests = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(new URL(file, here), "utf8"))
    .join("\n");
  const isNamed = (id: string) => {
    const prefix = prefixes.find((start) => id.startsWith(start)) ?? "";
    const name = id.slice(prefix.length);
    return tests.includes(`"${id}"`) || (tests.includes(prefix) && tests.includes(`"${name}"`));
  };
  expect(ids.length).toBeGreaterThanOrEqual(57);
  expect(ids.filter((id) => !isNamed(id))).toEqual([]);
});
