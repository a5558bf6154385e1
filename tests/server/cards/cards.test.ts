import type { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import type { CodeCards } from "../../../server/documents/paper.ts";
import type { DocumentRequest } from "../../../server/documents/render-document.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import type { IdentityMode } from "../../../server/domain/words.ts";
import { appDeps, signedIn, type Visitor, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const cardsPath = "/programmes/bandymas/localities/silute/cards";

interface Setting {
  app: Hono;
  deps: Deps;
  programme: TestProgramme;
  organiser: Visitor;
  printed: CodeCards[];
}

describe("cards", () => {
  const { db } = useDatabase();

  /** The real renderer, with an ear on what it was asked to print. */
  async function given(identityMode: IdentityMode): Promise<Setting> {
    const printed: CodeCards[] = [];
    const { render } = createInlineRenderer();
    const deps = appDeps(db(), {
      now: () => now,
      render: (request: DocumentRequest) => {
        if (request.kind === "code-cards-pdf") printed.push(request.cards);
        return render(request);
      },
    });
    const app = createApp(deps);
    const programme = await aProgramme(db(), now, { enrolled: { silute: 3 } });
    await db().updateTable("programme").set({ identity_mode: identityMode }).execute();
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    return { app, deps, programme, organiser, printed };
  }

  it("drawn from a bowl carry no name, and their links and codes open the questionnaire", async () => {
    const { app, organiser, printed } = await given("bowl");
    const response = await organiser.post(cardsPath, { count: "3" });
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const cards = printed[0]!.cards;
    expect(cards.map((card) => card.locality)).toEqual(Array(3).fill("Šilutė"));
    const { pathname } = new URL(cards[0]!.url);
    const byLink = visitorOf(app);
    expect((await byLink.get(pathname)).headers.get("location")).toBe("/a");
    expect((await byLink.get("/a")).status).toBe(200);
    const byCode = visitorOf(app);
    const typed = await byCode.post("/k", { code: cards[1]!.code.toLowerCase() });
    expect(typed.headers.get("location")).toBe("/a");
    expect(await db().selectFrom("identity.card_holder").selectAll().execute()).toEqual([]);
  });

  it("of a register are noted against names, one a person, however often they are asked for", async () => {
    const { organiser, printed } = await given("register");
    await organiser.post(cardsPath);
    await organiser.post(cardsPath);
    expect(printed.map((sheet) => sheet.cards.length)).toEqual([3, 0]);
    expect(printed[0]!.cards[0]!.locality).toMatch(/^Šilutė · .+/);
    const holders = await db().selectFrom("identity.card_holder").selectAll().execute();
    expect(new Set(holders.map((holder) => holder.enrolment_id)).size).toBe(3);
  });

  it("lost and issued anew keep the answers linked, while the old card stops working", async () => {
    const { app, organiser, printed } = await given("register");
    await organiser.post(cardsPath);
    const holder = await db()
      .selectFrom("identity.card_holder")
      .selectAll()
      .executeTakeFirstOrThrow();
    const before = await db()
      .selectFrom("answers.access_code")
      .selectAll()
      .where("id", "=", holder.access_code_id)
      .executeTakeFirstOrThrow();
    const reissue = `${cardsPath}/${holder.enrolment_id}/reissue`;
    await organiser.post(reissue, { reason: "pametė" });
    const after = await db()
      .selectFrom("answers.access_code")
      .selectAll()
      .where("id", "=", holder.access_code_id)
      .executeTakeFirstOrThrow();
    expect(after.pairing_code).toBe(before.pairing_code);
    expect(after.code).not.toBe(before.code);
    const old = printed[0]!.cards.find((card) => card.code.replace("-", "") === before.code)!;
    expect((await app.request(new URL(old.url).pathname)).status).toBe(404);
    const fresh = visitorOf(app);
    expect((await fresh.get(new URL(printed[1]!.cards[0]!.url).pathname)).status).toBe(303);
    const trace = await db().selectFrom("audit_event").select(["action", "reason"]).execute();
    expect(trace).toContainEqual({ action: "reissued-card", reason: "pametė" });
  });

  it("need a reason to be issued anew, and a sensible number; what was typed stays", async () => {
    const { organiser } = await given("register");
    await organiser.post(cardsPath);
    const { enrolment_id } = await db()
      .selectFrom("identity.card_holder")
      .selectAll()
      .executeTakeFirstOrThrow();
    const response = await organiser.post(`${cardsPath}/${enrolment_id}/reissue`, { reason: " " });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Įrašykite, kodėl išduodama nauja kortelė");
    await db().updateTable("programme").set({ identity_mode: "bowl" }).execute();
    const tooMany = await organiser.post(cardsPath, { count: "1000" });
    expect([tooMany.status, await tooMany.text()]).toEqual([
      422,
      expect.stringContaining('value="1000"'),
    ]);
  });

  it("are the organiser's alone", async () => {
    const { app, deps, programme } = await given("register");
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    for (const response of [
      await evaluator.get("/programmes/bandymas/cards"),
      await evaluator.post(cardsPath),
    ]) {
      expect(response.status).toBe(403);
    }
    expect(await db().selectFrom("answers.access_code").selectAll().execute()).toEqual([]);
  });

  it("leave no secret in the database", async () => {
    const { organiser, printed } = await given("bowl");
    await organiser.post(cardsPath, { count: "2" });
    const entries = await db().selectFrom("answers.entry").selectAll().execute();
    const files = await db().selectFrom("export_file").selectAll().execute();
    const token = printed[0]!.cards[0]!.url.split("/").at(-1)!;
    expect(entries).toHaveLength(4);
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(files).toEqual([]);
  });
});
