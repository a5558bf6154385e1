import type { KyselyPlugin } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { drawAccessCode } from "../../../server/domain/pairing/access-code.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { anApp, aScene, now, type Scene } from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let revoked: Scene;
let asked: string[];

beforeEach(async () => {
  scene = await aScene(db());
  revoked = await aScene(db(), { slug: "kita" });
  await db()
    .updateTable("answers.entry")
    .set({ revoked_at: now })
    .where("access_code_id", "=", revoked.card.accessCodeId)
    .execute();
  asked = [];
});

/** Notes the shape of each statement, without its values. */
const watching: KyselyPlugin = {
  transformQuery({ node, queryId }) {
    if (queryId)
      asked.push(JSON.stringify(node, (name, value) => (name === "value" ? "?" : value)));
    return node;
  },
  transformResult: async ({ result }) => result,
};

async function statementsOf(visit: (visitor: ReturnType<typeof visitorOf>) => Promise<Response>) {
  const visitor = visitorOf(anApp(db().withPlugin(watching)));
  asked = [];
  const { status } = await visit(visitor);
  return { status, asked: [...asked] };
}

const unknownCode = () => drawAccessCode((below) => Math.floor(Math.random() * below));

/**
 * How long an answer takes is the work behind it: refused links and codes are told apart by nobody when the very same
 * statements are asked for each. Times themselves are not looked at here: they would tell of the machine.
 */
describe("the work behind a refusal is the same", () => {
  it("for a link that is unknown, revoked, malformed or no link at all", async () => {
    const tokens = ["A".repeat(22), revoked.card.token, "x", scene.card.code, "A".repeat(2_000)];
    const works = [];
    for (const token of tokens)
      works.push(await statementsOf((visitor) => visitor.get(`/l/${token}`)));
    expect(works.map(({ status }) => status)).toEqual(tokens.map(() => 404));
    expect(works[0]!.asked).toHaveLength(1);
    expect(new Set(works.map(({ asked }) => asked.join("\n"))).size).toBe(1);
    // A good link is looked up by that one statement too, and nothing more before the answer.
    const good = await statementsOf((visitor) => visitor.get(`/l/${scene.card.token}`));
    expect(good).toEqual({ status: 303, asked: works[0]!.asked });
  });

  it("for a code that is unknown, revoked or a link's token", async () => {
    const works = [];
    for (const code of [unknownCode(), revoked.card.code, unknownCode()]) {
      works.push(await statementsOf((visitor) => visitor.post("/k", { code })));
    }
    expect(works.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(works[0]!.asked.length).toBeGreaterThan(1);
    expect(new Set(works.map(({ asked }) => asked.join("\n"))).size).toBe(1);
  });

  it("for a wall's link that is unknown or of another kind", async () => {
    const tokens = ["A".repeat(22), scene.card.token, "x"];
    const works = [];
    for (const token of tokens)
      works.push(await statementsOf((visitor) => visitor.get(`/v/${token}`)));
    expect(works.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(works[0]!.asked).toHaveLength(1);
    expect(new Set(works.map(({ asked }) => asked.join("\n"))).size).toBe(1);
  });

  it("for a cookie that is forged, revoked or of another kind", async () => {
    const secrets = [`l.${"A".repeat(22)}`, `l.${revoked.card.token}`, `k.${scene.card.token}`];
    const works = [];
    for (const secret of secrets) {
      const app = anApp(db().withPlugin(watching));
      asked = [];
      const { status } = await app.request("/a", { headers: { cookie: `answering=${secret}` } });
      works.push({ status, asked: [...asked] });
    }
    expect(works.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(works[0]!.asked).toHaveLength(1);
    expect(new Set(works.map(({ asked }) => asked.join("\n"))).size).toBe(1);
  });
});
