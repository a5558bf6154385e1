import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../db/connect.ts";
import { createApp } from "../../server/app.ts";
import { appDeps } from "../support/app.ts";
import { useOwnDatabase } from "../support/database.ts";
import { type AccessRow, findRow } from "./access-rows.ts";
import {
  buildWorld,
  fingerprint,
  foreignSlug,
  localRoleNames,
  otherLocality,
  ownLocality,
  ownSlug,
  type World,
} from "./access-world.ts";

const origin = "http://localhost";
const deps = appDeps(undefined as unknown as Db, { publicUrl: new URL(origin) });
const routes = listRoutes(createApp(deps));
const ofStaff = routes.filter(({ row }) => Array.isArray(row?.who));
const roles = ["organiser", "data", "data-entry", "evaluator", "funder"];

interface Route {
  method: string;
  path: string;
  row: AccessRow | undefined;
}

/** Every address that the application answers, as its router knows it. */
function listRoutes(app: Hono): Route[] {
  const known = new Map<string, Route>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    known.set(`${method} ${path}`, { method, path, row: findRow(method, path) });
  }
  return [...known.values()];
}

/** Places in an address that stand for one thing of a programme: an unknown one must not be found. */
const usual: Record<string, string> = {
  kind: "before",
  wave: "before",
  scale: "INOV",
  step: "topics",
  number: "1",
  key: "x",
  format: "json",
  figure: "x",
  scope: "person",
  file: "x.pdf",
};

function fill(path: string, given: Record<string, string>): string {
  return path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? usual[name] ?? randomUUID()),
  );
}

interface Asking {
  app: Hono;
  method: string;
  url: string;
  cookie?: string;
  headers?: Record<string, string>;
}

async function ask({ app, method, url, cookie, headers }: Asking): Promise<number> {
  const own = { origin, "sec-fetch-site": "same-origin" };
  const response = await app.request(`${origin}${url}`, {
    method,
    body: method === "GET" ? undefined : new URLSearchParams(),
    headers: { host: "localhost", ...(cookie && { cookie }), ...(headers ?? own) },
  });
  // A page that keeps telling news would never end by itself.
  await response.body?.cancel();
  return response.status;
}

class RolledBack extends Error {}

describe("every address", () => {
  const { db } = useOwnDatabase();
  const now = new Date();
  let world: World;

  beforeAll(async () => {
    world = await buildWorld(db(), now);
  });

  /** Does something to the application and takes everything back. */
  async function trying(work: (app: Hono, tx: Db) => Promise<void>): Promise<void> {
    const attempt = db()
      .transaction()
      .execute(async (tx) => {
        await work(createApp({ ...deps, db: tx }), tx);
        throw new RolledBack();
      });
    await attempt.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  }

  /** The status for one person, with whatever it changed taken back before the next one asks. */
  async function statusFor(
    { app, tx }: { app: Hono; tx: Db },
    asking: Omit<Asking, "app">,
    look?: (status: number) => Promise<void>,
  ): Promise<number> {
    await sql`savepoint one_request`.execute(tx);
    const status = await ask({ app, ...asking });
    await look?.(status);
    await sql`rollback to savepoint one_request`.execute(tx);
    return status;
  }

  it("has a row that says who may ask for it", () => {
    expect(routes.length).toBeGreaterThan(100);
    const missing = routes.filter(({ row }) => !row).map(({ method, path }) => `${method} ${path}`);
    expect(missing).toEqual([]);
  });

  it("would be missed without a row", () => {
    expect(findRow("GET", "/something/new")).toBeUndefined();
    expect(findRow("POST", "/programmes/:slug/something/new")?.who).toEqual(["organiser"]);
  });

  it.each(ofStaff.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s opens to its roles, and to nobody else",
    async (_name, { method, path, row }) => {
      const allowed = row?.who as readonly string[];
      const own = fill(path, { slug: ownSlug, locality: ownLocality });
      const foreign = fill(path, { slug: foreignSlug, locality: otherLocality });
      const missing = fill(path, { slug: "no-such-programme", locality: ownLocality });
      await trying(async (app, tx) => {
        const status = (url: string, name?: string) =>
          statusFor({ app, tx }, { method, url, cookie: name && world.cookies[name] });
        const seen: Record<string, number | string> = {};
        const wanted: Record<string, number | string> = {};
        const note = (who: string, got: number, want: number | "let in") => {
          const isLetIn = got < 500 && got !== 401 && got !== 403;
          seen[who] = want === "let in" ? (isLetIn ? want : got) : got;
          wanted[who] = want;
        };
        note("not signed in", await status(own), 401);
        note("no role", await status(own, "nobody"), 404);
        note("administrator without a role", await status(own, "administrator"), 404);
        for (const role of roles) {
          const mayCome = allowed.includes(role) && !row?.needsAdministrator;
          note(role, await status(own, role), mayCome ? "let in" : 403);
          note(`${role} elsewhere`, await status(foreign, role), 404);
        }
        const isOrganisers = allowed.includes("organiser");
        const both = "administrator and organiser";
        note(both, await status(own, both), isOrganisers ? "let in" : 403);
        note("organiser of nothing", await status(missing, "organiser"), 404);
        for (const role of localRoleNames) {
          const mayCome = allowed.includes(role) && row?.isLocal === true;
          note(`local ${role}`, await status(own, `local ${role}`), mayCome ? "let in" : 403);
          if (!mayCome || !path.includes(":locality")) continue;
          const other = fill(path, { slug: ownSlug, locality: otherLocality });
          // A page of results that leaves the others out does not know their addresses.
          const isResult = path.includes("/results/");
          note(
            `local ${role} next door`,
            await status(other, `local ${role}`),
            isResult ? 404 : 403,
          );
        }
        expect(seen).toEqual(wanted);
      });
    },
  );

  const withIds = ofStaff.filter(({ path }) => /:(?!slug|locality|kind|wave|step)\w+/.test(path));

  it.each(withIds.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s knows nothing of another programme's",
    async (_name, { method, path, row }) => {
      const role = roleOf(row);
      const before = await fingerprint(db(), world.foreignId);
      await trying(async (app, tx) => {
        for (const id of world.foreignIds) {
          const given = { slug: ownSlug, locality: ownLocality };
          const ids = Object.fromEntries(namesIn(path).map((name) => [name, id]));
          const url = fill(path, {
            ...ids,
            ...given,
            kind: "before",
            wave: "before",
            step: "topics",
          });
          const cookie = world.cookies[role];
          const status = await statusFor({ app, tx }, { method, url, cookie }, async (got) => {
            if (method === "GET" || got >= 400) return;
            expect(await fingerprint(tx, world.foreignId)).toEqual(before);
          });
          if (method === "GET") expect([url, status]).toEqual([url, 404]);
        }
      });
    },
  );

  it("serves one's own account to whoever is signed in, and the team to administrators alone", async () => {
    const account = routes.filter(({ row }) => row?.who === "staff");
    const team = routes.filter(({ row }) => row?.who === "administrator");
    expect([account.length > 5, team.length > 5]).toEqual([true, true]);
    await trying(async (app, tx) => {
      for (const { method, path } of [...account, ...team]) {
        const url = fill(path, {});
        const name = `${method} ${path}`;
        expect([name, await statusFor({ app, tx }, { method, url })]).toEqual([name, 401]);
      }
      for (const { method, path, row } of team) {
        const asking = { method, url: fill(path, {}), cookie: world.cookies.organiser };
        const status = await statusFor({ app, tx }, asking);
        expect([path, status]).toEqual([path, row?.refusal ?? 404]);
      }
    });
  });

  it("counts no staff rights where a secret is asked for", async () => {
    const held = routes.filter(({ row }) => row?.who === "holder" || row?.who === "api-token");
    await trying(async (app, tx) => {
      for (const { method, path } of held) {
        const url = fill(path, { slug: ownSlug });
        const asStaff = { method, url, cookie: world.cookies.organiser };
        const statuses = [
          await statusFor({ app, tx }, { method, url }),
          await statusFor({ app, tx }, asStaff),
        ];
        expect([path, statuses[1]]).toEqual([path, statuses[0]]);
        expect([path, statuses[0]! < 500]).toEqual([path, true]);
      }
    });
  });

  it("takes no form from another site, and changes nothing by it", async () => {
    const before = await fingerprint(db());
    const changing = routes.filter(({ method }) => method !== "GET");
    const app = createApp({ ...deps, db: db() });
    const type = "content-type";
    for (const { method, path, row } of changing) {
      const role = roleOf(row);
      const url = fill(path, { slug: ownSlug, locality: ownLocality, token: world.cardToken });
      for (const headers of [
        { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "cross-site" },
        { origin: "null", [type]: "text/plain" },
        { origin: "https://evil.example", [type]: "multipart/form-data; boundary=x" },
        { origin: "https://evil.example", [type]: "application/x-www-form-urlencoded" },
      ] as Record<string, string>[]) {
        const status = await ask({ app, method, url, cookie: world.cookies[role], headers });
        expect([path, headers, status]).toEqual([path, headers, 403]);
      }
    }
    expect(await fingerprint(db())).toEqual(before);
  });

  it("changes nothing by being looked at", async () => {
    const before = await fingerprint(db());
    const looking = routes.filter(({ method }) => method === "GET");
    const app = createApp({ ...deps, db: db() });
    for (const { path, row } of looking) {
      const role = roleOf(row);
      const given = { slug: ownSlug, locality: ownLocality, token: world.cardToken };
      const url = fill(path, given);
      const status = await ask({ app, method: "GET", url, cookie: world.cookies[role] });
      expect([path, status < 500]).toEqual([path, true]);
    }
    const after = await fingerprint(db());
    expect(after).toEqual(before);
    // That it would be noticed:
    await db().updateTable("organisation").set({ phone: "1" }).execute();
    expect(await fingerprint(db())).not.toEqual(after);
  });
});

/** Somebody for whom the address is meant. */
function roleOf(row: AccessRow | undefined): string {
  const [role] = Array.isArray(row?.who) ? row.who : [];
  return role ?? "administrator";
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
}
