import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase, useOwnDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "kulturos-inovacijos-2017";

describe("a programme", () => {
  const here = useDatabase();
  const there = useOwnDatabase();
  let keeper: Visitor;
  let organiser: Visitor;

  beforeEach(async () => {
    await loadDemo(here.db(), now);
    const programme = (await findProgrammeBySlug(here.db(), slug))!;
    const deps = appDeps(here.db(), { now: () => now });
    const app = createApp(deps);
    const staff = (role: "data" | "organiser") => aStaffUser(here.db(), programme, [role]);
    keeper = await signedIn(app, deps, await staff("data"));
    organiser = await signedIn(app, deps, await staff("organiser"));
  });

  const fetchFile = async () => {
    const answer = await keeper.post(`/programmes/${slug}/move`, { reason: "Keičiame serverį" });
    expect(answer.headers.get("content-disposition")).toContain(`${slug}.pokytis.gz`);
    return new Uint8Array(await answer.arrayBuffer());
  };

  it("is taken along with a reason by the data role alone", async () => {
    expect((await organiser.post(`/programmes/${slug}/move`, { reason: "Noriu" })).status).toBe(
      403,
    );
    expect((await keeper.post(`/programmes/${slug}/move`, { reason: "" })).status).toBe(422);
    const text = gunzipSync(await fetchFile()).toString();
    expect(text.startsWith('#{"format":"pokytis-programme"')).toBe(true);
    expect(text).not.toContain('"isbandykite"');
  });

  it("arrives elsewhere by an administrator, with its results to be seen at once, and once only", async () => {
    const file = await fetchFile();
    const deps = appDeps(there.db(), { now: () => now });
    const app = createApp(deps);
    const organisation = await there
      .db()
      .insertInto("organisation")
      .values({ name: "Kitas institutas" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { id } = await there
      .db()
      .insertInto("staff_user")
      .values({
        organisation_id: organisation.id,
        email: "administratore@example.org",
        display_name: "Administratorė",
        is_administrator: true,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const administrator = await signedIn(app, deps, id);
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      administrator.upload("/programmes/arrival/upload", "file", new File([bytes], "programa.gz"));

    expect((await send(new TextEncoder().encode("Gerbiamieji"))).status).toBe(422);
    const taken = await send(file);
    expect(taken.headers.get("location")).toBe(`/programmes/${slug}`);
    const results = await administrator.get(`/programmes/${slug}/results`);
    expect(results.status).toBe(200);
    expect(await results.text()).toContain("Prienai");
    const again = await send(file);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Ši programa čia jau yra");
  });

  it("is taken in by nobody who is no administrator", async () => {
    expect((await organiser.get("/programmes/arrival")).status).toBe(403);
  });
});
