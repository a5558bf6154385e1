import { beforeEach, describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { listNotes } from "../../../db/queries/evaluator-notes.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const figure = "gain-by-locality-INOV";
const page = `/programmes/${demoSlug}/results/INOV`;

beforeEach(async () => {
  await loadDemo(db(), now);
});

async function post(cookie: string, fields: Record<string, string>) {
  return await dashboardApp(db()).request(`/programmes/${demoSlug}/notes`, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ figure, kind: "finding", after: "0", lt: "", en: "", ...fields }),
  });
}

async function read(cookie: string, path = page) {
  const response = await dashboardApp(db()).request(path, {
    headers: { cookie, "accept-language": "lt" },
  });
  return await response.text();
}

async function versions() {
  const programme = (await findProgrammeBySlug(db(), demoSlug))!;
  return await listNotes(db(), programme.id);
}

describe("an evaluator's note", () => {
  it("stands beside its figure, and every version is kept", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const sent = await post(cookie, { lt: "Dalyviai drąsiau siūlo naujoves." });
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe(`${page}#${figure}`);
    await post(cookie, { after: "1", lt: "Dalyviai drąsiau siūlo ir bando naujoves." });
    expect((await versions()).map(({ version, text }) => [version, text.lt])).toEqual([
      [2, "Dalyviai drąsiau siūlo ir bando naujoves."],
      [1, "Dalyviai drąsiau siūlo naujoves."],
    ]);
    const body = await read(cookie);
    expect(body).toContain('<p class="note-text">Dalyviai drąsiau siūlo ir bando naujoves.</p>');
    expect(body).toContain("Ankstesnės versijos: 1");
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("is not written over one that the writer has not seen", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    await post(cookie, { lt: "Pirmas" });
    expect((await post(cookie, { lt: "Antras, nemačius pirmo" })).status).toBe(409);
    expect(await versions()).toHaveLength(1);
  });

  it("disappears when it is emptied, and its history stays", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    await post(cookie, { lt: "Atsiimsiu" });
    await post(cookie, { after: "1" });
    const body = await read(cookie);
    expect(body).not.toContain('<p class="note-kind">');
    expect(body).toContain("Ankstesnės versijos: 1");
  });

  it("shows what was typed as text, whatever it is", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    await post(cookie, { lt: `</textarea><script>alert(1)</script>"'&` });
    const body = await read(cookie);
    expect(body).not.toContain("<script>alert");
    expect(body).toContain("&lt;/textarea&gt;&lt;script&gt;");
  });

  it("may be about the whole", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    const fields = { figure: "whole", kind: "recommendation", lt: "Kartoti mokymus rudenį." };
    const sent = await post(cookie, fields);
    expect(sent.headers.get("location")).toBe(`/programmes/${demoSlug}/results#whole`);
    expect(await read(cookie, `/programmes/${demoSlug}/results`)).toContain("Kartoti mokymus");
  });

  it("needs a figure that was released, fields that are known, and texts of a length", async () => {
    const cookie = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect((await post(cookie, { figure: "gain-by-locality-NOTHING", lt: "?" })).status).toBe(404);
    expect((await post(cookie, { kind: "verdict", lt: "?" })).status).toBe(400);
    expect((await post(cookie, { written_by: "someone", lt: "?" })).status).toBe(400);
    expect((await post(cookie, { lt: "x".repeat(4_001) })).status).toBe(400);
    expect(await versions()).toEqual([]);
  });
});

describe("who writes and reads notes", () => {
  it.each(["organiser", "data", "funder", "data-entry"] as const)(
    "lets no %s write",
    async (role) => {
      const cookie = await signInAs(db(), { slug: demoSlug, role });
      expect((await post(cookie, { lt: "Ne mano darbas" })).status).toBe(403);
    },
  );

  it("shows them to organisers without a form, and to funders not at all", async () => {
    const evaluator = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    await post(evaluator, { lt: "Tik vertintojams ir organizatoriams" });
    const organiser = await read(await signInAs(db(), { slug: demoSlug, role: "organiser" }));
    expect(organiser).toContain("Tik vertintojams ir organizatoriams");
    expect(organiser).not.toContain("<textarea");
    const funder = await read(await signInAs(db(), { slug: demoSlug, role: "funder" }));
    expect(funder).not.toContain("Tik vertintojams");
  });
});
