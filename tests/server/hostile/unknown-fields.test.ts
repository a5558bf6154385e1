import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { useOwnDatabase } from "../../support/database.ts";
import type { Field, Form } from "../../support/html.ts";
import { aProgramme } from "../../support/programme.ts";
import { fingerprint, listTables } from "../access-world.ts";
import { aHostileScene, everywhere, now } from "./scene.ts";
import { fillEverything, type Walked } from "./walker.ts";

interface Column {
  name: string;
  type: string;
}

const planted = "žqxplanted";
const longAgo = "1999-09-09";

/** Names that a page's own forms do not have, as whoever writes a form by hand could send them. */
const foreignNames = ["__proto__", "constructor", "prototype", "role", "roles", "isAdmin", "admin"];

async function listColumns(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select distinct on (column_name) column_name as name, data_type as type
    from information_schema.columns where table_schema in ('public', 'identity', 'answers')
  `.execute(db);
  return rows;
}

describe("fields that no page has", () => {
  const { db } = useOwnDatabase();
  let walked: Walked;
  let foreignId: string;
  let foreignBefore: Record<string, string>;
  let columns: Column[];
  let staffId: string;

  beforeAll(async () => {
    columns = await listColumns(db());
    const scene = await aHostileScene(db());
    staffId = scene.staffId;
    const foreign = await aProgramme(db(), now, { slug: "svetima" });
    foreignId = foreign.id;
    foreignBefore = await fingerprint(db(), foreignId);
    let number = 0;
    const words = () => `Žodis ${++number}`;
    const prepare = (form: Form) => withColumns(form, columns, foreignId);
    walked = await fillEverything(scene.visitor, { from: everywhere, words, rounds: 2, prepare });
  }, 300_000);

  it("break no form, and most are stored all the same", () => {
    expect(
      walked.sent.filter(({ status }) => status >= 500).map(({ form }) => form.action),
    ).toEqual([]);
    const stored = walked.sent.filter(({ status }) => status === 303);
    expect(new Set(stored.map(({ form }) => form.action)).size).toBeGreaterThan(25);
  });

  it("go into no column, under the name of any column there is", async () => {
    expect(await linesWith(db(), `${planted}|${longAgo}`)).toEqual([]);
    // What the pages' own fields carried is found in the same way.
    expect((await linesWith(db(), "Žodis \\d")).length).toBeGreaterThan(20);
  });

  it("move nothing into another programme or under another person, and make nobody an administrator", async () => {
    expect(await fingerprint(db(), foreignId)).toEqual(foreignBefore);
    const administrators = await db()
      .selectFrom("staff_user")
      .select("id")
      .where("is_administrator", "=", true)
      .execute();
    expect(administrators).toEqual([{ id: staffId }]);
  });

  it("leave every object as it was", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

/** Rows of any table in which some value is like this. */
async function linesWith(db: Db, pattern: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await listTables(db)) {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(one)::text as line from ${sql.table(name)} one
      where to_jsonb(one)::text ~ ${pattern}
    `.execute(db);
    found.push(...rows.map(({ line }) => `${name} ${line.slice(0, 300)}`));
  }
  return found;
}

function withColumns(form: Form, columns: readonly Column[], foreignId: string): Form {
  const own = new Set(form.fields.map(({ name }) => name));
  const added = columns.flatMap(({ name, type }) => {
    const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [...new Set([name, camel])].map((one) => [one, valueFor(type, foreignId)] as const);
  });
  const others = foreignNames.map((name) => [name, planted] as const);
  const fields = [...added, ...others]
    .filter(([name]) => !own.has(name))
    .map(
      ([name, value]): Field => ({
        name,
        value,
        kind: "hidden",
        isOn: false,
        isRequired: false,
        isWrong: false,
        options: [],
      }),
    );
  return { ...form, fields: [...form.fields, ...fields] };
}

function valueFor(type: string, foreignId: string): string {
  if (type === "uuid") return foreignId;
  if (type === "boolean") return "true";
  if (/timestamp|date/.test(type)) return longAgo;
  if (/int|numeric|double/.test(type)) return "987654";
  return planted;
}
