import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { apiBase, endpoints } from "../../../server/features/dashboard/api/endpoints.ts";
import type { resultsShape } from "../../../server/features/dashboard/api/shapes.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const base = `/api/v1/programmes/${demoSlug}`;
const page = `/programmes/${demoSlug}/api`;

beforeEach(async () => {
  await loadDemo(db(), now);
});

async function ask(path: string, token = "", at = now) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const response = await dashboardApp(db(), { now: at }).request(path, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function post(path: string, cookie: string, fields: Record<string, string> = {}) {
  const response = await dashboardApp(db()).request(path, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: await response.text() };
}

async function makeToken(cookie: string, days = "30"): Promise<string> {
  const { body } = await post(`${page}/tokens`, cookie, { name: "R", days });
  return /pokytis_[\w-]{43}/.exec(body)![0];
}

async function tokenOfEvaluator(): Promise<string> {
  return await makeToken(await signInAs(db(), { slug: demoSlug, role: "evaluator" }));
}

describe("what the API answers", () => {
  it("has the shape that its description promises, at every address", async () => {
    const token = await tokenOfEvaluator();
    for (const { path, answer } of endpoints) {
      const { status, body } = await ask(
        `${base}${path.replace("{figure}", "participation")}`,
        token,
      );
      expect(status).toBe(200);
      expect(answer.safeParse(body).error).toBeUndefined();
    }
  });

  it("is the release's own numbers, and none for what is withheld", async () => {
    const { body } = await ask(`${base}/results`, await tokenOfEvaluator());
    const { scales, demonstration } = body as z.infer<typeof resultsShape>;
    expect(demonstration).toBe(true);
    const erdv = scales.find(({ key }) => key === "ERDV")!;
    const pagegiai = erdv.localities.find(({ locality }) => locality === "pagegiai")!;
    expect(pagegiai.change).toEqual({ shown: false, reason: "few" });
    expect(erdv.all).toMatchObject({ shown: true, pairs: 51 });
  });

  it("never holds an answer, a code or a person", async () => {
    const token = await tokenOfEvaluator();
    const names = await db().selectFrom("identity.person").select("full_name").execute();
    const codes = await db().selectFrom("answers.response").select("pairing_code").execute();
    for (const { path } of endpoints) {
      const { body } = await ask(`${base}${path.replace("{figure}", "participation")}`, token);
      const text = JSON.stringify(body);
      for (const { full_name } of names) expect(text).not.toContain(full_name);
      for (const { pairing_code } of codes) expect(text).not.toContain(pairing_code);
    }
  });

  it("is described for tools, with every address and nothing that refers into the void", async () => {
    const { status, body } = await ask("/api/v1/openapi.json");
    expect(status).toBe(200);
    const description = body as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual(endpoints.map(({ path }) => apiBase + path));
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)];
    const known = Object.keys(description.components.schemas);
    expect(known.sort()).toEqual(["Change", "Count", "Participation", "Problem"]);
    expect(references.length).toBeGreaterThan(10);
    for (const [, reference] of references) {
      expect(known.map((name) => `#/components/schemas/${name}`)).toContain(reference);
    }
  });

  it("does not know figures that were not released", async () => {
    const token = await tokenOfEvaluator();
    expect((await ask(`${base}/figures/gain-by-locality-NOTHING`, token)).status).toBe(404);
  });
});

describe("a token", () => {
  it("is needed, and says so to programmes", async () => {
    const { status, headers, body } = await ask(`${base}/results`);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(body).toEqual({ problem: "sign-in-needed", detail: {} });
    expect((await ask(`${base}/results`, `pokytis_${"A".repeat(43)}`)).status).toBe(401);
    expect((await ask(`${base}/results`, "x")).status).toBe(401);
  });

  it("is stored as a hash, shown once, and leaves the day of its use", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "funder" });
    const token = await makeToken(cookie);
    const stored = await db().selectFrom("api_token").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(token);
    await ask(base, token);
    const response = await dashboardApp(db()).request(page, { headers: { cookie } });
    const body = await response.text();
    expect(body).not.toContain(token);
    expect(body).toContain("2026\u00a0m. lapkričio 23\u00a0d.");
  });

  it("opens its own programme alone", async () => {
    const token = await tokenOfEvaluator();
    expect((await ask("/api/v1/programmes/isbandykite", token)).status).toBe(404);
  });

  it("ends with its days, its withdrawal, its owner's role, and its owner", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const token = await makeToken(cookie, "1");
    const afterwards = new Date(now.getTime() + 25 * 3_600_000);
    expect((await ask(base, token, afterwards)).status).toBe(401);

    const { id } = await db().selectFrom("api_token").select("id").executeTakeFirstOrThrow();
    const other = await signInAs(db(), { slug: demoSlug, role: "organiser" });
    expect((await post(`${page}/tokens/${id}/revocation`, other)).status).toBe(404);
    expect((await ask(base, token)).status).toBe(200);
    expect((await post(`${page}/tokens/${id}/revocation`, cookie)).status).toBe(303);
    expect((await ask(base, token)).status).toBe(401);

    const second = await makeToken(other);
    await db().deleteFrom("staff_role").where("role", "=", "organiser").execute();
    expect((await ask(base, second)).status).toBe(404);
    await db().updateTable("staff_user").set({ disabled_at: now }).execute();
    expect((await ask(base, second)).status).toBe(401);
  });

  it("is made by readers alone, for at most a year, and with a name", async () => {
    const dataEntry = await signInAs(db(), { slug: demoSlug, role: "data-entry" });
    const fields = { name: "R", days: "30" };
    expect((await post(`${page}/tokens`, dataEntry, fields)).status).toBe(403);
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    for (const wrong of [{ days: "366" }, { days: "0" }, { days: "1e2" }, { name: " " }]) {
      expect((await post(`${page}/tokens`, cookie, { ...fields, ...wrong })).status).toBe(400);
    }
    expect(await db().selectFrom("api_token").selectAll().execute()).toEqual([]);
  });
});
