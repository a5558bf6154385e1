import { describe, expect, it } from "vitest";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { anApp, aScene } from "../answering/visits.ts";

const { db } = useDatabase();
const everywhere = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
};

describe("every answer", () => {
  it.each(["/", "/sign-in", "/k", "/a/privacy", "/l/unknown", "/programmes", "/nowhere"])(
    "of %s tells the browser to trust nobody else",
    async (path) => {
      const { headers } = await visitorOf(anApp(db())).get(path);
      for (const [name, value] of Object.entries(everywhere)) expect(headers.get(name)).toBe(value);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    },
  );
});

describe("a page's window", () => {
  it.each(["/", "/sign-in", "/programmes", "/account", "/annexes", "/kita"])(
    "is cut off from who opened it where staff work: %s",
    async (path) => {
      const { headers } = await visitorOf(anApp(db())).get(path);
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    },
  );

  it("is not where people answer, whose first page it would hold up", async () => {
    const scene = await aScene(db());
    const visitor = scene.visit();
    for (const path of [`/l/${scene.card.token}`, "/a", "/a/all", "/k", "/v/unknown"]) {
      expect((await visitor.get(path)).headers.has("cross-origin-opener-policy")).toBe(false);
    }
  });
});
