import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { countPeople } from "../../../db/queries/participation.ts";
import { createApp } from "../../../server/app.ts";
import type { Certificates } from "../../../server/documents/paper.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { holdSessions, page, registerOf, saveTemplateOf } from "./setting.ts";

const now = new Date("2026-03-02T23:30:00Z");

describe("certificates", () => {
  const { db } = useDatabase();

  /** Five people of Šilutė: all of it, the long day only (8 of 10 h), the short one only, nothing, all of it. */
  async function given() {
    const printed: Certificates[] = [];
    const { render } = createInlineRenderer();
    const deps = appDeps(db(), {
      now: () => now,
      render: (request) => {
        if (request.kind === "certificates-pdf") printed.push(request.batch);
        return render(request);
      },
    });
    const app = createApp(deps);
    const programme = await aProgramme(db(), now, { enrolled: { silute: 5 } });
    await db()
      .updateTable("organisation")
      .set({ signatory_name: "Vardenė Pavardenė", signatory_position: "Direktorė" })
      .execute();
    const presence = [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
      [true, true],
    ] as const;
    await holdSessions(db(), programme.id, (index) => presence[index]!);
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    return { app, deps, programme, organiser, printed };
  }

  it("go to those who attended enough, answered or not, once", async () => {
    const { organiser, programme } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    await organiser.post(page);
    const register = await registerOf(db());
    expect(register.map((row) => row.number)).toEqual([
      "KI-2026-001",
      "KI-2026-002",
      "KI-2026-003",
    ]);
    expect(register[0]).toMatchObject({ hours: 10, issued_on: "2026-03-03" });
    expect((await countPeople(db(), programme.id)).certified).toBe(3);
    expect(await db().selectFrom("answers.response").selectAll().execute()).toEqual([]);
    const shown = await (await organiser.get(page)).text();
    expect(shown).toContain("bent 80\u00a0%");
    expect(shown).toContain("Ciklo dalyviai be galiojančio pažymėjimo: 2");
    expect(shown).toContain("lankė per mažai");
  });

  it("count a group's sessions for that group alone", async () => {
    const { organiser, programme } = await given();
    const session = await db()
      .selectFrom("training_session")
      .selectAll()
      .where("hours", "=", 2)
      .executeTakeFirstOrThrow();
    const group = await db()
      .insertInto("participant_group")
      .values({ programme_id: programme.id, locality_id: session.locality_id, name: "1 grupė" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db()
      .updateTable("training_session")
      .set({ group_id: group.id })
      .where("id", "=", session.id)
      .execute();
    await saveTemplateOf(organiser, { percent: "100" });
    await organiser.post(page);
    // Nobody is in the group, so the long day is all there was: whoever was there has all of it.
    expect((await registerOf(db())).map((row) => row.hours)).toEqual([8, 8, 8]);
  });

  it("are not issued before their settings are saved, and not for nothing held", async () => {
    const { organiser } = await given();
    expect((await organiser.post(page)).status).toBe(409);
    await saveTemplateOf(organiser);
    await db().deleteFrom("training_session").execute();
    await organiser.post(page);
    expect(await registerOf(db())).toEqual([]);
  });

  it("keep wrong settings as they were typed, each with its mistake", async () => {
    const { organiser } = await given();
    const response = await saveTemplateOf(organiser, {
      titleLt: " ",
      prefix: "KI 2026",
      percent: "120",
      textLt: "a\n".repeat(9),
    });
    const shown = await response.text();
    expect(response.status).toBe(422);
    for (const kept of ['value="KI 2026"', 'value="120"', 'id="titleLt-mistake"']) {
      expect(shown).toContain(kept);
    }
    expect(shown).toContain('id="textLt-mistake"');
    expect(shown).not.toContain('id="titleEn-mistake"');
    expect(await db().selectFrom("certificate_template").selectAll().execute()).toEqual([]);
  });

  it("refuse what PostgreSQL could not store", async () => {
    const { organiser } = await given();
    expect((await saveTemplateOf(organiser, { titleLt: "a\u0000b" })).status).toBe(422);
    expect((await saveTemplateOf(organiser, { textLt: "pirma\r\nantra" })).status).toBe(303);
    const { text } = await db()
      .selectFrom("certificate_template")
      .select("text")
      .executeTakeFirstOrThrow();
    expect(text.lt).toBe("pirma\nantra");
  });

  it("say what was true when they were issued, however the settings change", async () => {
    const { organiser, printed } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    await saveTemplateOf(organiser, { titleLt: "Kitkas", textLt: "", prefix: "NAUJAS-" });
    await db().updateTable("organisation").set({ signatory_name: "Kitas Vadovas" }).execute();
    const [first] = await registerOf(db());
    const paper = `${page}/${first!.id}/paper.pdf?language=lt`;
    const one = await organiser.get(paper);
    const again = await organiser.get(paper);
    expect(one.headers.get("content-type")).toBe("application/pdf");
    expect(await digest(one)).toBe(await digest(again));
    const [certificate] = printed[0]!.certificates;
    expect(certificate).toMatchObject({
      number: "Nr.\u00a0KI-2026-001",
      issued: "Šilutė, 2026\u00a0m. kovo 3\u00a0d.",
      signatory: { position: "Direktorė", name: "Vardenė Pavardenė" },
    });
    expect(certificate!.text.slice(0, 2)).toEqual([
      "dalyvavo mokymuose „Kultūros inovacijos“. Mokymų trukmė – 10\u00a0valandų.",
      "Įgijo dizaino mąstymo kompetencijų.",
    ]);
    expect(certificate!.verification?.url).toBe(`http://localhost/c/${first!.verification_key}`);
    expect(printed[0]!.demonstration).toBeNull();
  });

  it("revoked stay in the register with the reason, count no more, and their numbers are never given again", async () => {
    const { organiser, programme } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    const last = (await registerOf(db())).at(-1)!;
    const reason = await organiser.post(`${page}/${last.id}/revocation`, { reason: "ne" });
    expect(reason.status).toBe(422);
    const shown = await reason.text();
    expect(shown).toContain("Įrašykite, kodėl pažymėjimas naikinamas");
    expect(shown).toContain('value="ne"');
    const revocation = `${page}/${last.id}/revocation`;
    expect((await organiser.post(revocation, { reason: "klaida varde" })).status).toBe(303);
    expect((await organiser.post(revocation, { reason: "dar kartą" })).status).toBe(409);
    expect((await countPeople(db(), programme.id)).certified).toBe(2);
    expect((await organiser.get(`${page}/${last.id}/paper.pdf`)).status).toBe(404);
    await organiser.post(page);
    expect(await registerOf(db())).toHaveLength(3);
    expect(await (await organiser.get(page)).text()).toContain(
      "panaikintas 2026-03-03: klaida varde",
    );
    const replacement = `${page}/enrolments/${last.enrolment_id}/replacement`;
    expect((await organiser.post(replacement)).status).toBe(303);
    expect((await organiser.post(replacement)).status).toBe(409);
    expect((await registerOf(db())).map((row) => row.sequence_number)).toEqual([1, 2, 3, 4]);
    expect((await countPeople(db(), programme.id)).certified).toBe(3);
  });

  it("do not give a number again whose owner was erased", async () => {
    const { organiser } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    const last = (await registerOf(db())).at(-1)!;
    await db().deleteFrom("identity.enrolment").where("id", "=", last.enrolment_id).execute();
    await saveTemplateOf(organiser, { percent: "20" });
    await organiser.post(page);
    expect((await registerOf(db())).map((row) => row.sequence_number)).toEqual([1, 2, 4]);
  });

  it("leave a trace of ids and reasons, and of no name", async () => {
    const { organiser } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    const [first] = await registerOf(db());
    await organiser.post(`${page}/${first!.id}/revocation`, { reason: "klaida varde" });
    await organiser.post(`${page}/print`, { language: "lt" });
    const trace = await db().selectFrom("audit_event").selectAll().orderBy("id").execute();
    expect(trace.slice(-4).map((row) => [row.action, row.subject, row.reason])).toEqual([
      ["changed-certificate-template", "", ""],
      ["issued-certificates", "", ""],
      ["revoked-certificate", first!.id, "klaida varde"],
      ["ordered-certificates", "", ""],
    ]);
    expect(JSON.stringify(trace)).not.toContain("pavyzdys");
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("are the organiser's alone, and one programme's own", async () => {
    const { app, deps, programme, organiser } = await given();
    await saveTemplateOf(organiser);
    await organiser.post(page);
    const [first] = await registerOf(db());
    const other = await aProgramme(db(), now, { slug: "kitas" });
    const stranger = await aStaffUser(db(), other, ["organiser", "data"]);
    for (const [staff, status] of [
      [await aStaffUser(db(), programme, ["evaluator"]), 403],
      [stranger, 404],
    ] as const) {
      const visitor = await signedIn(app, deps, staff);
      for (const response of [
        await visitor.get(page),
        await visitor.post(page),
        await saveTemplateOf(visitor),
        await visitor.get(`${page}/${first!.id}/paper.pdf`),
        await visitor.post(`${page}/${first!.id}/revocation`, { reason: "taip noriu" }),
        await visitor.post(`${page}/print`, { language: "lt" }),
      ]) {
        expect(response.status).toBe(status);
      }
      if (status === 404) {
        const own = `/programmes/kitas/certificates/${first!.id}`;
        expect((await visitor.get(`${own}/paper.pdf`)).status).toBe(404);
        expect((await visitor.post(`${own}/revocation`, { reason: "taip noriu" })).status).toBe(
          404,
        );
      }
    }
    expect((await registerOf(db())).every((row) => row.revoked_at === null)).toBe(true);
  });
});

async function digest(response: Response): Promise<string> {
  return createHash("sha256")
    .update(Buffer.from(await response.arrayBuffer()))
    .digest("hex");
}
