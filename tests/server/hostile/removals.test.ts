import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { type Form, formsIn } from "../../support/html.ts";
import { aProgramme, cardsOf } from "../../support/programme.ts";
import { listTables } from "../access-world.ts";
import { letterSent, mailings } from "../mailings/setting.ts";
import { aHostileScene, everywhere, type HostileScene, now } from "./scene.ts";
import { fillEverything, walk } from "./walker.ts";

/** What a page offers to take away; the whole programme and one's own ways to sign in have tests of their own. */
const removal = /\/(removal|file-removal|discard|cancellation|revocation|draft)$/;
const elsewhere = /^\/(account|team)|\/bandymas\/removal$/;

/** Every row there is, also of what a backup leaves out. */
async function everyRow(db: Db): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { name } of await listTables(db)) {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(one)::text as line from ${sql.table(name)} one
    `.execute(db);
    // When somebody was last seen is no deed.
    found[name] = name === "public.staff_session" ? [] : rows.map(({ line }) => line);
  }
  return found;
}

/** Lines that went, came or changed. */
async function changedBy(db: Db, work: () => Promise<unknown>): Promise<string[]> {
  const before = await everyRow(db);
  await work();
  const after = await everyRow(db);
  return Object.keys(before).flatMap((table) => {
    const [old, recent] = [new Set(before[table]), new Set(after[table])];
    const gone = before[table]!.filter((line) => !recent.has(line));
    const come = after[table]!.filter((line) => !old.has(line));
    return [...gone, ...come].map((line) => `${table} ${line}`);
  });
}

describe("whatever a page takes away", () => {
  const { db } = useOwnDatabase();
  let scene: HostileScene;
  let foreignId: string;
  let from: string[];

  beforeAll(async () => {
    const mailer = { send: async () => ({ outcome: "accepted" as const }), close: () => {} };
    scene = await aHostileScene(db(), { mailer, publicUrl: new URL("http://localhost") });
    const foreign = await aProgramme(db(), now, { slug: "svetima", enrolled: { silute: 3 } });
    await cardsOf(db(), foreign, { locality: "silute", count: 2, now });
    foreignId = foreign.id;
    let number = 0;
    const words = () => `Žodis ${++number}`;
    await fillEverything(scene.visitor, { from: everywhere, words, rounds: 3 });
    from = [...everywhere, ...(await prepareWhatFormsOfWordsDoNot())];
  }, 300_000);

  /** A letter that waits, and lists half taken over: of each two, so that one is there to be left alone. */
  async function prepareWhatFormsOfWordsDoNot(): Promise<string[]> {
    await db()
      .updateTable("identity.person")
      .set({ email: "vardene@example.org" })
      .where("programme_id", "=", scene.programme.id)
      .execute();
    const places: string[] = [];
    for (const name of ["Jonas Beržas", "Ona Eglė"]) {
      await scene.visitor.post(mailings, letterSent({ sendAt: "2026-03-20T10:00" }));
      const table = new File([`Vardas, pavardė;Vietovė\n${name};Šilutė`], "sarasas.csv");
      const list = await scene.visitor.upload(`${home}/participants/upload`, "file", table);
      const form = JSON.stringify({
        pages: [{ elements: [{ type: "text", name: "a", title: name }] }],
      });
      const imported = `${home}/questionnaires/import/upload`;
      const draft = await scene.visitor.upload(imported, "file", new File([form], "a.json"), {
        waves: "before",
        language: "lt",
      });
      places.push(list.headers.get("location") ?? "", draft.headers.get("location") ?? "");
    }
    return places.filter((place) => place !== "");
  }

  it("leaves every byte of everything else: no neighbour, no other programme", {
    timeout: 240_000,
  }, async () => {
    const pages = await walk(scene.visitor, from);
    const forms = new Map<string, Form>();
    for (const form of pages.flatMap(({ html, path }) => formsIn(html, path))) {
      if (removal.test(form.action) && !elsewhere.test(form.action)) forms.set(form.action, form);
    }
    expect(forms.size).toBeGreaterThan(15);
    const kinds = new Set<string>();
    const strangers: string[] = [];
    for (const [action, { fields }] of forms) {
      const form = Object.fromEntries(fields.map(({ name, value }) => [name, value || "on"]));
      const changed = await changedBy(db(), () => scene.visitor.post(action, form));
      if (changed.some((line) => !line.startsWith("public.audit_event"))) {
        kinds.add(action.replace(/[0-9a-f-]{36}/g, ":id"));
      }
      const marks = action.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
      const others = changed.filter(
        (line) => !marks.some((mark) => line.includes(mark)) || line.includes(foreignId),
      );
      strangers.push(...others.map((line) => `${action}: ${line.slice(0, 200)}`));
    }
    expect(strangers).toEqual([]);
    expect([...kinds].sort()).toEqual(expect.arrayContaining(expected));
  });

  it("is refused where it belongs to another programme, and nothing changes", {
    timeout: 240_000,
  }, async () => {
    const pages = await walk(scene.visitor, from);
    const forms = pages
      .flatMap(({ html, path }) => formsIn(html, path))
      .filter(({ action }) => removal.test(action) && action.startsWith("/programmes/bandymas/"));
    for (const { action } of forms) {
      const there = action.replace("/bandymas/", "/svetima/");
      const changed = await changedBy(db(), async () => {
        expect((await scene.visitor.post(there, { _confirm: "yes" })).status).toBe(404);
      });
      expect(changed).toEqual([]);
    }
  });
});

const home = "/programmes/bandymas";
const setup = `${home}/setup`;
const expected = [
  `${home}/mailings/:id/cancellation`,
  `${home}/participants/import/:id/discard`,
  `${home}/questionnaires/:id/removal`,
  `${home}/questionnaires/import/:id/discard`,
  `${setup}/criteria/:id/removal`,
  `${setup}/funders/:id/removal`,
  `${setup}/groups/:id/removal`,
  `${setup}/indicators/:id/removal`,
  `${setup}/methods/:id/removal`,
  `${setup}/publicity/:id/removal`,
  `${setup}/sectors/:id/removal`,
  `${setup}/sessions/:id/removal`,
  `${setup}/topics/:id/removal`,
  `${setup}/visions/:id/removal`,
];
