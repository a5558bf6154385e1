import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../db/connect.ts";
import { createApp } from "../../server/app.ts";
import { appDeps } from "../support/app.ts";
import { useOwnDatabase } from "../support/database.ts";
import { findRow } from "./access-rows.ts";
import { buildWorld, ownLocality, ownSlug, type World } from "./access-world.ts";

const origin = "http://localhost";
const deps = appDeps(undefined as unknown as Db, { publicUrl: new URL(origin) });
const readers = ["evaluator", "funder"] as const;

/** Every address an evaluator or a funder may read, filled so that it finds something. */
const addresses = createApp(deps)
  .routes.filter(({ method, path }) => {
    const who = findRow(method, path)?.who;
    return method === "GET" && Array.isArray(who) && readers.some((role) => who.includes(role));
  })
  .map(({ path }) => path.replace(":slug", ownSlug).replace(":locality", ownLocality))
  .map((path) => path.replace(":wave", "after").replace(":kind", "after").replace(":scale", "INOV"))
  .map((path) => (/\.(csv|svg)$/.test(path) ? `${path}?figure=gain-by-locality-INOV` : path))
  .filter((path) => !path.includes(":") && !path.endsWith("/progress"));

describe("what evaluators and funders are told", () => {
  const { db } = useOwnDatabase();
  let world: World;
  let secrets: string[];

  beforeAll(async () => {
    const now = new Date();
    world = await buildWorld(db(), now);
    secrets = await secretsOf(db(), world.ownId);
  });

  async function read(path: string, role: string) {
    const headers = { host: "localhost", cookie: world.cookies[role]! };
    const reply = await createApp({ ...deps, db: db() }).request(origin + path, { headers });
    return { status: reply.status, body: withoutClipNumbers(await reply.text()) };
  }

  it("is read at many addresses", () => {
    expect(new Set(addresses).size).toBeGreaterThan(6);
  });

  it.each([...new Set(addresses)])(
    "%s names no person, code, response or time of day of one",
    async (path) => {
      for (const role of readers) {
        const { status, body } = await read(path, role);
        if (status === 403) continue;
        expect([path, status]).toEqual([path, 200]);
        expect([path, secrets.filter((secret) => body.includes(secret))]).toEqual([path, []]);
      }
    },
  );

  it.each([...new Set(addresses)])(
    "%s cannot be asked for one person, nor to be ordered by people",
    async (path) => {
      const plain = await read(path, "evaluator");
      const [response] = await db().selectFrom("answers.response").selectAll().limit(1).execute();
      const asked = {
        respondent: response!.id,
        response: response!.id,
        pairing_code: response!.pairing_code,
        order: "begun_at",
        sort: "submitted_on",
        search: "a",
      };
      for (const [name, value] of Object.entries(asked)) {
        const { status, body } = await read(
          `${path}${path.includes("?") ? "&" : "?"}${name}=${value}`,
          "evaluator",
        );
        if (status === 400 || status === 404) continue;
        expect([name, status, body === plain.body]).toEqual([name, plain.status, true]);
      }
    },
  );

  it("would be caught: the organiser's register does name people", async () => {
    const { body } = await read(`/programmes/${ownSlug}/participants`, "organiser");
    expect(secrets.some((secret) => body.includes(secret))).toBe(true);
  });
});

/** The drawing library numbers the clips of all drawings of a process through: the same picture under other names. */
function withoutClipNumbers(body: string): string {
  return body.replaceAll(/(<clipPath id="|url\(#)\w+/g, "$1clip");
}

/** Everything in the database that stands for one person or for one person's sheet. */
async function secretsOf(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ secret: string | null }>`
    select id::text as secret from answers.response where programme_id = ${programmeId}
    union select pairing_code::text from answers.response where programme_id = ${programmeId}
    union select idempotency_key::text from answers.response where programme_id = ${programmeId}
    union select id::text from answers.access_code where programme_id = ${programmeId}
    union select code from answers.access_code where programme_id = ${programmeId}
    union select encode(hash, 'hex') from answers.entry where programme_id = ${programmeId}
    union select id::text from identity.person where programme_id = ${programmeId}
    union select full_name from identity.person where programme_id = ${programmeId}
    union select email from identity.person where programme_id = ${programmeId}
    union select id::text from identity.enrolment where programme_id = ${programmeId}
    union select to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') from answers.response
      where programme_id = ${programmeId}
  `.execute(db);
  const secrets = rows.map(({ secret }) => secret ?? "").filter((secret) => secret.length > 5);
  if (secrets.length < 500) throw new Error("the demonstration holds too little to be tried");
  return secrets;
}
