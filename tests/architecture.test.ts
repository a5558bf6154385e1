import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Who may import whom. A folder may import itself and what is listed; what is not listed is forbidden.
 * The first matching prefix decides, so the narrower ones stand first.
 */
const law: readonly (readonly [from: string, may: readonly string[]])[] = [
  ["server/domain/", ["zod"]],
  [
    "server/features/",
    [
      "server/domain/",
      "server/http/",
      "server/deps.ts",
      "server/log.ts",
      "server/documents/",
      "server/jobs/job-handler.ts",
      "server/mail/mailer.ts",
      "server/sign-in/",
      "server/uploads/",
      "db/",
      "web/pages/",
      "web/figures/",
      "web/texts/",
      "hono",
      "zod",
      "node:",
    ],
  ],
  [
    "server/http/",
    [
      "server/domain/",
      "server/deps.ts",
      "server/log.ts",
      "db/",
      "web/pages/",
      "web/texts/",
      "hono",
      "@hono/node-server",
      "zod",
      "node:",
      "kysely",
    ],
  ],
  ["server/documents/", ["server/domain/", "server/threads/", "web/figures/", "node:", "*"]],
  [
    "server/jobs/",
    [
      "server/domain/",
      "server/documents/",
      "server/deps.ts",
      "server/log.ts",
      "db/",
      "node:",
      "pg",
      "kysely",
      "zod",
    ],
  ],
  ["server/mail/", ["server/domain/", "server/log.ts", "web/texts/", "node:", "nodemailer"]],
  // What people upload, read within limits into rows and elements.
  ["server/uploads/", ["server/domain/", "server/threads/", "node:", "fflate", "saxes"]],
  ["server/threads/", ["node:"]],
  // The vetted parts of signing in: password hashes, one-time codes, passkeys, an institution's issuer.
  [
    "server/sign-in/",
    ["server/domain/", "node:", "zod", "otpauth", "openid-client", "@simplewebauthn/server"],
  ],
  ["server/cli/", ["server/", "db/", "web/", "node:", "kysely", "zod", "vite"]],
  ["server/", ["server/", "db/", "web/pages/", "hono", "@hono/node-server", "node:", "zod", "pg"]],
  ["db/", ["server/domain/", "kysely", "pg", "node:", "zod"]],
  ["web/pages/", ["server/domain/", "web/texts/", "web/figures/", "hono", "qr"]],
  ["web/figures/", ["server/domain/", "web/texts/", "chart.js"]],
  ["web/texts/", ["server/domain/"]],
  [
    "web/browser/",
    ["server/domain/", "web/figures/", "web/texts/", "chart.js", "@simplewebauthn/browser"],
  ],
];

/** What runs in the browser sees these folders as types only: the server's code never reaches a phone. */
const typesOnly = [{ from: "web/browser/", to: ["server/features/", "server/http/", "db/"] }];

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const files = ["server", "web", "db"].flatMap((folder) => listFiles(folder));
const imports = files.flatMap((file) => readImports(file));

function listFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join("/"), entry.name));
}

function readImports(file: string): Import[] {
  const source = fs.readFileSync(file, "utf8");
  const pattern =
    /^(import|export)\s+(type\s+)?[^;"']*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|^import\s+"([^"]+)"/gm;
  return [...source.matchAll(pattern)].map((match) => {
    const named = match[3] ?? match[4] ?? match[5]!;
    const to = named.startsWith(".") ? path.posix.join(path.posix.dirname(file), named) : named;
    return {
      from: file,
      to: to.replace(/\?(raw|url|inline)$/, ""),
      isType: match[2] !== undefined,
    };
  });
}

function isAllowed({ from, to, isType }: Import): boolean {
  if (
    isType &&
    typesOnly.some(
      (rule) => from.startsWith(rule.from) && rule.to.some((folder) => to.startsWith(folder)),
    )
  ) {
    return true;
  }
  const rule = law.find(([prefix]) => from.startsWith(prefix));
  if (!rule) return false;
  const [prefix, may] = rule;
  if (prefix === "server/features/" && to.startsWith(prefix))
    return featureOf(from) === featureOf(to);
  if (to.startsWith(prefix)) return true;
  return may.some((allowed) => matches(to, allowed));
}

function matches(to: string, allowed: string): boolean {
  if (allowed === "*") return !/^(server|web|db|tests)\//.test(to);
  if (allowed.endsWith("/") || allowed.endsWith(":") || allowed.endsWith(".ts"))
    return to.startsWith(allowed);
  return to === allowed || to.startsWith(`${allowed}/`);
}

function featureOf(file: string): string {
  return file.split("/")[2]!;
}

describe("the house", () => {
  it("has files and imports to judge", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  it("imports only along the law", () => {
    const broken = imports
      .filter((one) => !isAllowed(one))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(broken).toEqual([]);
  });

  it("notices a forbidden import", () => {
    const forbidden: [string, string][] = [
      ["server/domain/scoring/lattice.ts", "hono"],
      ["server/domain/scoring/lattice.ts", "db/connect.ts"],
      ["db/queries/staff.ts", "server/http/errors.ts"],
      ["server/features/annexes/routes.ts", "server/features/dashboard/routes.ts"],
      ["web/figures/figure.ts", "db/queries/staff.ts"],
      ["web/pages/layout.tsx", "server/features/staff/routes.ts"],
    ];
    for (const [from, to] of forbidden) expect(isAllowed({ from, to, isType: false })).toBe(false);
  });

  it("lets the browser see the server as types only", () => {
    const broken = imports.filter(
      (one) =>
        !one.isType &&
        typesOnly.some(
          (rule) => one.from.startsWith(rule.from) && rule.to.some((to) => one.to.startsWith(to)),
        ),
    );
    expect(broken).toEqual([]);
  });

  it("reads the environment in entry points alone", () => {
    // The launcher hands the search path on to the engine it starts, and reads nothing else.
    const allowed = /^server\/(main\.ts|cli\/)|^db\/embedded\/account\.ts$/;
    const readers = files.filter((file) => /process\.env/.test(fs.readFileSync(file, "utf8")));
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it("builds SQL from parameters only", () => {
    const raw = files.filter((file) => /sql\.(raw|lit)\b/.test(fs.readFileSync(file, "utf8")));
    expect(raw).toEqual([]);
  });

  it("joins people and answers in the one audited place alone", () => {
    const both = files.filter((file) => {
      // Deleting a whole programme empties tables of both and reads none.
      if (!file.startsWith("db/queries/") || file.endsWith("/remove-programme.ts")) return false;
      return readStatements(file).some((one) => /identity\./.test(one) && /answers\./.test(one));
    });
    expect(both).toEqual([]);
  });

  it("has no barrels, and no file too long to read at once", () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
    const long = files.filter((file) => fs.readFileSync(file, "utf8").split("\n").length > 300);
    expect(long).toEqual([]);
  });

  it("keeps the fixed top level", () => {
    const allowed =
      /^(server|web|db|tests|docs|package(-lock)?\.json|tsconfig\.json|docker-compose\.yml|Dockerfile|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|biome\.json|vite(st)?\.config\.ts|node_modules|dist|data|coverage|\..+)$/;
    expect(fs.readdirSync(".").filter((name) => !allowed.test(name))).toEqual([]);
  });
});

/** The functions of a query file: one function, one statement. */
function readStatements(file: string): string[] {
  return fs.readFileSync(file, "utf8").split(/\n(?=export |async function |function )/);
}
