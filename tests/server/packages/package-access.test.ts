import { describe, expect, it } from "vitest";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, type TestProgramme } from "../../support/programme.ts";
import { now, reason, visitorWho } from "./package-desk.ts";

describe("who may have a data package", () => {
  const { db } = useDatabase();

  const visitorAs = async (programme: TestProgramme, roles: StaffRole[]) =>
    await visitorWho(db(), await aStaffUser(db(), programme, roles));

  const aReleasedProgramme = async () => {
    const programme = await aProgramme(db(), now, { enrolled: { silute: 3 } });
    const close = { programmeId: programme.id, kind: "after", closedBy: null, now } as const;
    await closeWave(db(), { ...close, localityKeys: ["silute"] });
    return programme;
  };

  const aPackageOf = async (programme: TestProgramme) =>
    await insertExportFile(db(), {
      programmeId: programme.id,
      kind: "data-package",
      fileName: "paketas.zip",
      mediaType: "application/zip",
      content: Buffer.from("rows"),
      rowCount: 1,
      releaseId: null,
      madeBy: null,
      reason,
      madeAt: now,
      expiresAt: new Date(now.getTime() + 1),
    });

  it.each<StaffRole>(["organiser", "evaluator", "data-entry", "funder"])(
    "is not somebody who is %s alone",
    async (role) => {
      const programme = await aReleasedProgramme();
      const { id } = await aPackageOf(programme);
      const visitor = await visitorAs(programme, [role]);
      const page = `/programmes/${programme.slug}/packages`;
      expect((await visitor.get(page)).status).toBe(403);
      expect((await visitor.post(page, { reason })).status).toBe(403);
      expect((await visitor.get(`${page}/${id}`)).status).toBe(403);
      // Nor by the address of other files.
      const other = await visitor.get(`/programmes/${programme.slug}/files/${id}`);
      expect([403, 404]).toContain(other.status);
      expect(await db().selectFrom("job").select("id").execute()).toEqual([]);
    },
  );

  it("is told who gives the role that is lacking, and administrators where", async () => {
    const programme = await aReleasedProgramme();
    const staffId = await aStaffUser(db(), programme, ["organiser"]);
    const visitor = await visitorWho(db(), staffId);
    const told = async () =>
      await (await visitor.get(`/programmes/${programme.slug}/packages`)).text();
    expect(await told()).toContain("Šį vaidmenį programoje suteikia administratorius");
    expect(await told()).not.toContain('href="/team"');
    await db()
      .updateTable("staff_user")
      .set({ is_administrator: true })
      .where("id", "=", staffId)
      .execute();
    expect(await told()).toContain('<a href="/team">Komanda</a>');
  });

  it("is somebody with the data role, of this programme alone", async () => {
    const programme = await aReleasedProgramme();
    const { id } = await aPackageOf(programme);
    const visitor = await visitorAs(programme, ["data"]);
    const page = `/programmes/${programme.slug}/packages`;
    const file = await visitor.get(`${page}/${id}`);
    expect([file.status, await file.text()]).toEqual([200, "rows"]);
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(await (await visitor.get(`/programmes/${programme.slug}`)).text()).toContain(page);
    const other = await aProgramme(db(), now, { slug: "kita" });
    const stranger = await visitorAs(other, ["data", "organiser"]);
    expect((await stranger.get(page)).status).toBe(404);
    expect((await stranger.get(`/programmes/kita/packages/${id}`)).status).toBe(404);
  });

  it.each(["", "   ", "nes", "x".repeat(301)])("gives a reason: not %j", async (given) => {
    const programme = await aReleasedProgramme();
    const visitor = await visitorAs(programme, ["data"]);
    const form = { reason: given, openTexts: "on" };
    const answer = await visitor.post(`/programmes/${programme.slug}/packages`, form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Įrašykite priežastį");
    expect(page).toMatch(/name="openTexts" checked/);
    expect(await db().selectFrom("job").select("id").execute()).toEqual([]);
  });

  it("waits for a release", async () => {
    const programme = await aProgramme(db(), now);
    const visitor = await visitorAs(programme, ["data"]);
    const page = `/programmes/${programme.slug}/packages`;
    expect(await (await visitor.get(page)).text()).not.toContain("<textarea");
    expect((await visitor.post(page, { reason })).status).toBe(409);
  });
});
