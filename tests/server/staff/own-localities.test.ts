import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";

const results = "/programmes/kulturos-inovacijos-2017/results";

describe("an evaluator of one locality", () => {
  const { db } = useOwnDatabase();
  let visitor: Visitor;
  let whole: Visitor;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    const deps = appDeps(db());
    const app = createApp(deps);
    const evaluator = await db()
      .selectFrom("staff_user")
      .select(["id", "organisation_id"])
      .where("email", "=", "vertintojas@demo.invalid")
      .executeTakeFirstOrThrow();
    const place = await db()
      .selectFrom("locality")
      .innerJoin("programme", "programme.id", "locality.programme_id")
      .select(["locality.id as id", "programme.id as programmeId"])
      .where("locality.key", "=", "prienai")
      .where("slug", "=", "kulturos-inovacijos-2017")
      .executeTakeFirstOrThrow();
    const { id } = await db()
      .insertInto("staff_user")
      .values({
        organisation_id: evaluator.organisation_id,
        email: "prienai@example.org",
        display_name: "Prienų vertintojas",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const role = { programme_id: place.programmeId, staff_user_id: id, locality_id: place.id };
    await db()
      .insertInto("staff_role")
      .values({ ...role, role: "evaluator" })
      .execute();
    visitor = await signedIn(app, deps, id);
    whole = await signedIn(app, deps, evaluator.id);
  });

  const text = async (who: Visitor, path: string) => (await who.get(`${results}${path}`)).text();

  it.each(["", "/INOV", "/answers", ".csv?figure=gain-by-locality-INOV"])(
    "reads its own town and the total at results%s, and no other town",
    async (path) => {
      const [own, all] = [await text(visitor, path), await text(whole, path)];
      expect((await visitor.get(`${results}${path}`)).status).toBe(
        (await whole.get(`${results}${path}`)).status,
      );
      for (const other of ["Šilutė", "Trakai", "Ignalina", "Pagėgiai"])
        expect(own).not.toContain(other);
      if (all.includes("Prienai")) expect(own).toContain("Prienai");
    },
  );

  it("sees the very figures of its town that the others see", async () => {
    const rows = (page: string) => /<tr[^>]*>\s*<th[^>]*>\s*Prienai.*?<\/tr>/s.exec(page)?.[0];
    const own = rows(await text(visitor, "/INOV"));
    expect(own).toBeDefined();
    expect(own).toBe(rows(await text(whole, "/INOV")));
  });

  it("knows no page of another town", async () => {
    expect((await visitor.get(`${results}/localities/prienai`)).status).toBe(200);
    expect((await visitor.get(`${results}/localities/silute`)).status).toBe(404);
    expect((await visitor.get(`${results}/compare`)).status).toBe(403);
  });
});
