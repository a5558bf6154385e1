import { beforeEach, describe, expect, it } from "vitest";
import { listOpenAnswers, type OpenAnswer } from "../../../db/queries/open-answers.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { listQuotations } from "../../../db/queries/quotations.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
const itemKey = "ATV1";
const review = `/programmes/${demoSlug}/open-answers/${itemKey}`;
const themesPath = `/programmes/${demoSlug}/results/themes`;
let programmeId: string;
let cookie: string;

beforeEach(async () => {
  await loadDemo(db(), now);
  programmeId = (await findProgrammeBySlug(db(), demoSlug))!.id;
  cookie = await signInAs(db(), { slug: demoSlug, role: "data" });
  await allow(await answers());
});

async function answers(): Promise<OpenAnswer[]> {
  return await listOpenAnswers(db(), { programmeId, itemKey });
}

/** Some of the invented people agree to be quoted, the others do not. */
async function allow(all: readonly OpenAnswer[]) {
  const ids = all.slice(0, 5).map(({ responseId }) => responseId);
  await setConsent(ids, true);
}

async function setConsent(ids: readonly string[], mayQuote: boolean) {
  await db()
    .updateTable("answers.response")
    .set({ consents: JSON.stringify({ "quote-open": mayQuote }) })
    .where("id", "in", ids)
    .execute();
}

async function post(path: string, fields: Record<string, string>, as = cookie) {
  const response = await dashboardApp(db()).request(`${review}/${path}`, {
    method: "POST",
    headers: { cookie: as, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: await response.text() };
}

async function see(path: string, as = cookie): Promise<string> {
  const headers = { cookie: as, "accept-language": "lt" };
  return await (await dashboardApp(db()).request(path, { headers })).text();
}

const open = () => post("openings", { reason: "Rengiamas ataskaitos priedas" });

async function quote({ responseId: response, text }: Pick<OpenAnswer, "responseId" | "text">) {
  return await post("quotations", { response, number: "1", text, verb: "choose" });
}

describe("choosing quotations", () => {
  it("keeps the words, shows them to readers of results, and writes no words to the record", async () => {
    const [answer] = await answers();
    expect((await quote(answer!)).status).toBe(403);
    await open();
    expect((await quote(answer!)).status).toBe(303);
    const text = answer!.text.replace(/\s+/gu, " ").trim();
    expect(await listQuotations(db(), programmeId)).toEqual([{ itemKey, text }]);
    const evaluator = await signInAs(db(), { slug: demoSlug, role: "evaluator" });
    expect(await see(themesPath, evaluator)).toContain(`<q>${text}</q>`);
    const event = await db()
      .selectFrom("audit_event")
      .select(["subject", "detail", "reason"])
      .where("action", "=", "chose-quotation")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ subject: itemKey, detail: {}, reason: "" });
  });

  it("leaves out what is marked, and refuses other words with everything typed kept", async () => {
    await open();
    const [answer] = await answers();
    const [first, ...rest] = answer!.text.split(" ");
    expect((await quote({ ...answer!, text: `[...] ${rest.join(" ")}` })).status).toBe(303);
    const [told] = await listQuotations(db(), programmeId);
    expect(told!.text).toBe(`[…] ${rest.join(" ")}`);
    const refused = await quote({ ...answer!, text: `${first} nuostabūs mokymai` });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`${first} nuostabūs mokymai</textarea>`);
    expect(refused.body).toMatch(/href="#quotation-1"/);
    expect(refused.body).toContain('aria-invalid="true"');
    expect(await listQuotations(db(), programmeId)).toEqual([told]);
  });

  it("needs the writer's consent, also afterwards", async () => {
    await open();
    const all = await answers();
    const [agreed, refused] = [all[0]!, all.find(({ mayQuote }) => !mayQuote)!];
    expect((await quote(refused)).status).toBe(403);
    await quote(agreed);
    await setConsent([agreed.responseId], false);
    expect(await listQuotations(db(), programmeId)).toEqual([]);
    expect(await see(themesPath)).not.toContain(agreed.text);
  });

  it("needs ten answers to the question, also afterwards", async () => {
    await open();
    const [agreed, ...others] = await answers();
    await quote(agreed!);
    const tooMany = others.slice(8).map(({ responseId }) => responseId);
    await db()
      .updateTable("answers.response")
      .set({ excluded_because: "test" })
      .where("id", "in", tooMany)
      .execute();
    expect(await answers()).toHaveLength(9);
    expect(await listQuotations(db(), programmeId)).toEqual([]);
    expect((await quote(agreed!)).status).toBe(403);
    expect(await see(review)).toContain("Cituoti galima, kai į klausimą atsakė bent 10 žmonių.");
  });

  it("can be undone, and goes with the response", async () => {
    await open();
    const [one, other] = await answers();
    await quote(one!);
    await quote(other!);
    const withdrawal = { response: one!.responseId, number: "1", text: "", verb: "withdraw" };
    expect((await post("quotations", withdrawal)).status).toBe(303);
    expect(await listQuotations(db(), programmeId)).toHaveLength(1);
    await db().deleteFrom("answers.response").where("id", "=", other!.responseId).execute();
    expect(await db().selectFrom("quotation").selectAll().execute()).toEqual([]);
  });

  it("names the theme that a quotation is about", async () => {
    await open();
    await post("themes", { title: "Drąsa" });
    const [answer] = await answers();
    await quote(answer!);
    const theme = await db()
      .selectFrom("theme")
      .select("id")
      .where("programme_id", "=", programmeId)
      .executeTakeFirstOrThrow();
    await post("marks", { response: answer!.responseId, number: "1", theme: theme.id });
    const [told] = await listQuotations(db(), programmeId);
    expect(told).toMatchObject({ themeKey: theme.id, themeTitle: { lt: "Drąsa" } });
  });

  it("is for the person responsible for the data alone", async () => {
    await open();
    const [answer] = await answers();
    const sent = { response: answer!.responseId, number: "1", text: answer!.text, verb: "choose" };
    for (const role of ["evaluator", "organiser", "funder", "data-entry"] as const) {
      const stranger = await signInAs(db(), { slug: demoSlug, role });
      expect((await post("quotations", sent, stranger)).status).toBe(403);
    }
    expect(await listQuotations(db(), programmeId)).toEqual([]);
  });
});
