import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { appDeps } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";

describe("plain HTTP on a local network", () => {
  const { db } = useDatabase();
  const form = (origin: string) => ({
    method: "POST",
    headers: {
      host: "192.168.1.20:8080",
      origin,
      "content-type": "application/x-www-form-urlencoded",
    },
  });

  it("accepts our own forms without the headers that browsers send over HTTPS only", async () => {
    const app = createApp(appDeps(db()));
    const page = await app.request("http://192.168.1.20:8080/", {
      headers: { host: "192.168.1.20:8080" },
    });
    // A page that hid its referrer would have its forms sent with the origin "null".
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    const own = await app.request(
      "http://192.168.1.20:8080/sign-out",
      form("http://192.168.1.20:8080"),
    );
    expect(own.status).toBe(303);
  });

  it.each(["null", "http://192.168.1.66", "https://evil.example"])(
    "refuses a form from %s",
    async (origin) => {
      const app = createApp(appDeps(db()));
      const foreign = await app.request("http://192.168.1.20:8080/sign-out", form(origin));
      expect(foreign.status).toBe(403);
    },
  );
});
