import type { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { mostWrongNames } from "../../../server/features/certificates/check-name.ts";
import { appDeps, signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { holdSessions, page, registerOf, rename, saveTemplateOf } from "./setting.ts";

const start = new Date("2026-03-02T09:00:00Z");
const name = "Žydrūnė Ąžuolaitė-Šešupienė";

describe("a certificate's public page", () => {
  const { db } = useDatabase();

  async function given() {
    const clock = { now: start };
    const deps = appDeps(db(), { now: () => clock.now, trustedProxyHops: 1 });
    const app = createApp(deps);
    const programme = await aProgramme(db(), start, { enrolled: { silute: 1 } });
    await rename(db(), programme.id, name);
    await holdSessions(db(), programme.id, () => [true, true]);
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    await saveTemplateOf(organiser);
    await organiser.post(page);
    const certificate = (await registerOf(db()))[0]!;
    return { app, clock, organiser, certificate, path: `/c/${certificate.verification_key}` };
  }

  it("says that it is valid, its number, title and date, and nothing of the person", async () => {
    const { app, path, certificate } = await given();
    const response = await visitorOf(app).get(path);
    const shown = await response.text();
    expect([response.status, response.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
    for (const told of [
      "Pažymėjimas galioja",
      "KI-2026-001",
      "Kultūros inovacijos",
      "2026\u00a0m. kovo 2\u00a0d.",
    ]) {
      expect(shown).toContain(told);
    }
    for (const secret of [
      "Žydrūnė",
      "Šešupienė",
      "Šilutė",
      certificate.id,
      certificate.enrolment_id,
    ]) {
      expect(shown).not.toContain(secret);
    }
    const inEnglish = await (await visitorOf(app).get(`${path}?language=en`)).text();
    expect(inEnglish).toContain("The certificate is valid");
    expect(inEnglish).toContain("Culture innovation");
  });

  it("says that it was revoked, and not why", async () => {
    const { app, path, organiser, certificate } = await given();
    await organiser.post(`${page}/${certificate.id}/revocation`, { reason: "klaida varde" });
    const shown = await (await visitorOf(app).get(path)).text();
    expect(shown).toContain("Pažymėjimas panaikintas ir nebegalioja");
    expect(shown).not.toContain("Pažymėjimas galioja");
    expect(shown).not.toContain("klaida varde");
  });

  it.each([name, "zydrune azuolaite sesupiene", "  ĄŽUOLAITĖ-ŠEŠUPIENĖ ŽYDRŪNĖ "])(
    "confirms the name typed as %j",
    async (typed) => {
      const { app, path } = await given();
      const response = await visitorOf(app).post(path, { name: typed });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`šiuo vardu: ${name}`);
    },
  );

  it("tells another name apart, keeps what was typed, and shows no name", async () => {
    const { app, path } = await given();
    const response = await visitorOf(app).post(path, { name: "Zydrune <b>" });
    const shown = await response.text();
    expect(response.status).toBe(422);
    expect(shown).toContain('value="Zydrune &lt;b&gt;"');
    expect(shown).toContain("tokiu vardu neišduotas");
    expect(shown).not.toContain("Šešupienė");
    const empty = await visitorOf(app).post(path, { name: " " });
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining("Įrašykite vardą ir pavardę."),
    ]);
  });

  it("compares no more names from an address that guessed too often, until it has waited", async () => {
    const { app, path, clock } = await given();
    const guess = (typed: string, address: string) => ask(app, path, typed, address);
    for (let tries = 0; tries < mostWrongNames; tries++) {
      expect((await guess(`Vardas ${tries}`, "2001:db8:1:2::1")).status).toBe(422);
    }
    const refused = await guess(name, "2001:db8:1:2::99");
    expect(refused.status).toBe(429);
    expect(await refused.text()).not.toContain(`šiuo vardu: ${name}`);
    expect((await guess(name, "192.0.2.1")).status).toBe(200);
    clock.now = new Date(start.getTime() + 601_000);
    expect((await guess(name, "2001:db8:1:2::1")).status).toBe(200);
  });

  it("of an unknown key is like any page that is missing", async () => {
    const { app, path } = await given();
    const visitor = visitorOf(app);
    const missing = await (await visitor.get("/nera")).text();
    const twisted = path.endsWith("A") ? `${path.slice(0, -1)}B` : `${path.slice(0, -1)}A`;
    for (const unknown of [twisted, "/c/short", "/c/%00", `${path}a`]) {
      const response = await visitor.get(unknown);
      expect([response.status, await response.text()]).toEqual([404, missing]);
      expect((await visitor.post(unknown, { name })).status).toBe(404);
    }
  });
});

async function ask(app: Hono, path: string, name: string, address: string): Promise<Response> {
  return await app.request(`http://localhost${path}`, {
    method: "POST",
    body: new URLSearchParams({ name }),
    headers: { host: "localhost", origin: "http://localhost", "x-forwarded-for": address },
  });
}
