import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { fingerprint, listTables } from "../access-world.ts";
import {
  agreed,
  anApp,
  aScene,
  begin,
  inDays,
  now,
  type Scene,
  storedResponses,
} from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;

beforeEach(async () => {
  scene = await aScene(db());
});

/** What writes a participant's answers, with a form that its page would send. */
const sendings: readonly (readonly [path: string, form: Record<string, string>])[] = [
  ["/a", agreed],
  ["/a/all", { ...agreed, INOV1: "4" }],
  ["/a/parts/INOV", { INOV1: "4" }],
  ["/a/parts/INOV", { INOV1: "4", _go: "save" }],
  ["/a/response", {}],
];

const gates: readonly (readonly [name: string, come: () => Promise<Visitor>])[] = [
  ["before the wave opens", () => withLink({ at: -2 })],
  ["after it has closed", () => withLink({ at: 95 })],
  [
    "after somebody closed it by hand",
    async () => {
      await closeByHand();
      return withLink({ at: 0 });
    },
  ],
  [
    "with a card that was revoked after it was opened",
    async () => {
      const visitor = await withLink({ at: 0 });
      await db()
        .updateTable("answers.access_code")
        .set({ revoked_at: now })
        .where("id", "=", scene.card.accessCodeId)
        .execute();
      return visitor;
    },
  ],
  [
    "with a link that was revoked after it was opened",
    async () => {
      const visitor = await withLink({ at: 0 });
      await db()
        .updateTable("answers.entry")
        .set({ revoked_at: now })
        .where("access_code_id", "=", scene.card.accessCodeId)
        .execute();
      return visitor;
    },
  ],
  ["without any card", async () => scene.visit()],
];

describe("a gate that a page would not show", () => {
  it.each(gates)("holds when forms are sent straight to the server: %s", async (_, come) => {
    const visitor = await come();
    const before = await fingerprint(db(), scene.programme.id);
    for (const [path, form] of sendings) {
      const sent = await visitor.post(path, form);
      expect([path, sent.headers.get("location")]).not.toEqual([path, "/a/receipt"]);
      expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
    }
  });

  it("would be seen to open: with a good card the same forms are stored", async () => {
    for (const [index, [path, form]] of sendings.entries()) {
      const fresh = await aScene(db(), { slug: `vartai-${index}` });
      const visitor = fresh.visit();
      await visitor.get(`/l/${fresh.card.token}`);
      if (path !== "/a" && path !== "/a/all") await visitor.post("/a", agreed);
      const before = await fingerprint(db(), fresh.programme.id);
      await visitor.post(path, form);
      expect([path, await fingerprint(db(), fresh.programme.id)]).not.toEqual([path, before]);
    }
  });

  it("holds for consent: nothing is kept of who has not agreed", async () => {
    const visitor = await withLink({ at: 0 });
    const before = await fingerprint(db(), scene.programme.id);
    for (const [path, form] of sendings) {
      const { "_statement.participate": _, ...withoutConsent } = form;
      await visitor.post(path, withoutConsent);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
  });

  it("holds for questions of another wave, and for corrections once it has closed", async () => {
    const visitor = scene.visit();
    await begin(visitor, scene);
    const before = await fingerprint(db(), scene.programme.id);
    const path = "/a/parts/INOV?wave=after";
    const forms: Record<string, string>[] = [
      { SAT1: "4" },
      { wave: "after" },
      { _wave: "after", INOV1: "4" },
    ];
    for (const form of forms) {
      expect([form, (await visitor.post(path, form)).status]).toEqual([form, 400]);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
    await visitor.post("/a/response");
    await closeByHand();
    const sent = await fingerprint(db(), scene.programme.id);
    for (const [path, form] of sendings) await visitor.post(path, form);
    expect(await fingerprint(db(), scene.programme.id)).toEqual(sent);
  });

  it.each(["PUT", "PATCH", "DELETE"])("has no back door by %s", async (method) => {
    const app = anApp(db());
    const link = await app.request(`/l/${scene.card.token}`);
    const cookie = link.headers.getSetCookie()[0]!.split(";")[0]!;
    const headers = { cookie, origin: "http://localhost", host: "localhost" };
    const before = await fingerprint(db(), scene.programme.id);
    for (const [path, form] of sendings) {
      const body = new URLSearchParams(form);
      expect((await app.request(path, { method, body, headers })).status).toBe(404);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
  });
});

describe("a field that no page has", () => {
  it("is refused under the name of any column there is, and nothing is stored", async () => {
    const visitor = scene.visit();
    await visitor.get(`/l/${scene.card.token}`);
    const names = await columnNames();
    expect(names.length).toBeGreaterThan(200);
    const before = await fingerprint(db(), scene.programme.id);
    for (const name of names) {
      const sent = await visitor.post("/a", { ...agreed, [name]: "1" });
      expect([name, sent.status]).toEqual([name, 400]);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
  });

  it("is refused in a part too, and beside the sending leaves the response as it would be", async () => {
    const visitor = scene.visit();
    await begin(visitor, scene);
    const before = await fingerprint(db(), scene.programme.id);
    const names = ["status", "submitted_on", "pairing_code", "locality_id", "role", "isAdmin"];
    for (const name of [...names, "__proto__", "constructor", "is_administrator"]) {
      const sent = await visitor.post("/a/parts/INOV", { INOV1: "4", [name]: "1" });
      expect([name, sent.status]).toEqual([name, 400]);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
    const all = await columnNames();
    await visitor.post("/a/response", Object.fromEntries(all.map((name) => [name, "1"])));
    const [stored] = await storedResponses(db());
    expect(stored).toMatchObject({
      status: "submitted",
      programme_id: scene.programme.id,
      pairing_code: scene.card.pairingCode,
      channel: "online",
      consents: { participate: true },
    });
    expect(Object.values(stored!.answers).filter((answer) => answer === 1)).toEqual([]);
    expect(Object.prototype).not.toHaveProperty("1");
  });

  it("is refused when everything is sent at once, before and after it is begun", async () => {
    const visitor = scene.visit();
    await visitor.get(`/l/${scene.card.token}`);
    const names = [...(await columnNames()), "__proto__", "constructor", "role", "isAdmin"];
    for (const step of ["at once", "over a draft"]) {
      if (step === "over a draft") await visitor.post("/a", agreed);
      const before = await fingerprint(db(), scene.programme.id);
      for (const name of names) {
        const sent = await visitor.post("/a/all", { ...agreed, INOV1: "4", [name]: "1" });
        expect([step, name, sent.status]).toEqual([step, name, 400]);
      }
      expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
    }
  });
});

describe("a card that was used", () => {
  it("stores nothing when everything is sent again with other answers", async () => {
    const visitor = scene.visit();
    await visitor.get(`/l/${scene.card.token}`);
    await visitor.post("/a/all", { ...agreed, INOV1: "4" });
    const before = await fingerprint(db(), scene.programme.id);
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    for (const again of [visitor, other]) {
      const sent = await again.post("/a/all", { ...agreed, INOV1: "1" });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, "/a/receipt"]);
      expect((await again.post("/a/response", { INOV1: "1" })).status).toBe(303);
    }
    expect(await fingerprint(db(), scene.programme.id)).toEqual(before);
  });
});

async function withLink({ at }: { at: number }): Promise<Visitor> {
  const visitor = scene.visit({ now: () => inDays(at) });
  await visitor.get(`/l/${scene.card.token}`);
  return visitor;
}

async function closeByHand(): Promise<void> {
  const { id: programme_id, localities, waves } = scene.programme;
  const place = { programme_id, locality_id: localities[0]!.id, wave_id: waves.before };
  const closed_at = new Date(now.getTime() - 1_000);
  await db()
    .insertInto("wave_window")
    .values({ ...place, closed_at })
    .onConflict((conflict) =>
      conflict.columns(["programme_id", "wave_id", "locality_id"]).doUpdateSet({ closed_at }),
    )
    .execute();
}

async function columnNames(): Promise<string[]> {
  const tables = await listTables(db());
  const names = tables.flatMap(({ columns }) => columns);
  return [...new Set([...names, "__proto__", "constructor", "role", "isAdmin"])];
}
