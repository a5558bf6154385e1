import fs from "node:fs";
import { describe, expect, it } from "vitest";

/** Keys of the file by their path, such as `services.web.ports`, with what stands there; lists as their lines. */
function readCompose(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const path: { indent: number; key: string }[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "" && !/^\s*#/.test(one))) {
    const indent = line.search(/\S/);
    const [, key, value = ""] = /^\s*([\w-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    while (path.length > 0 && path.at(-1)!.indent >= indent) path.pop();
    if (key) path.push({ indent, key });
    const name = path.map((one) => one.key).join(".");
    found.set(name, [...(found.get(name) ?? []), key ? value : line.trim()].filter(Boolean));
  }
  return found;
}

describe("the compose file", () => {
  const text = fs.readFileSync("docker-compose.yml", "utf8");
  const compose = readCompose(text);

  it("publishes the web port alone, and to this machine", () => {
    const published = [...compose].filter(([name]) => name.endsWith(".ports"));
    expect(published).toEqual([["services.web.ports", ['- "127.0.0.1:8080:8080"']]]);
    expect([...compose.keys()].filter((name) => /network_mode|privileged|pid$/.test(name))).toEqual(
      [],
    );
  });

  it("has no password of its own, and does not start without one", () => {
    const secrets = [...compose].filter(([name]) => /password|database_url/i.test(name));
    expect(secrets.map(([name]) => name)).toEqual([
      "services.web.environment.DATABASE_URL",
      "services.database.environment.POSTGRES_PASSWORD",
    ]);
    for (const [, [value]] of secrets) expect(value).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
    expect(text).not.toMatch(/POSTGRES_HOST_AUTH_METHOD|:-[^}]*password/i);
  });

  it("would be seen to publish the database", () => {
    const open = text.replace(
      /^ {2}database:\n/m,
      '  database:\n    ports:\n      - "5432:5432"\n',
    );
    const ports = [...readCompose(open)].filter(([name]) => name.endsWith(".ports"));
    expect(ports.map(([name]) => name)).toContain("services.database.ports");
  });
});
