import { beforeEach, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "kulturos-inovacijos-2017";
const { db } = useDatabase();
let organiser: Visitor;

beforeEach(async () => {
  await loadDemo(db(), now);
  const programme = (await findProgrammeBySlug(db(), slug))!;
  const deps = appDeps(db(), { now: () => now });
  const id = await aStaffUser(db(), programme, ["organiser"]);
  organiser = await signedIn(createApp(deps), deps, id);
});

describe("the audit log", () => {
  it("is shown in words, filtered by deed, and found whole when it is checked", async () => {
    await organiser.post(`/programmes/${slug}/privacy/dates`, {
      key: "2027-06-30",
      answers: "",
      people: "",
    });
    const page = await (await organiser.get(`/programmes/${slug}/privacy/audit`)).text();
    expect(page).toContain("pakeitė saugojimo terminus");
    expect(page).toContain("key: 2027-06-30");
    const other = `/programmes/${slug}/privacy/audit?action=made-release`;
    expect(await (await organiser.get(other)).text()).not.toContain("key: 2027-06-30");
    const checked = await (await organiser.get(`/programmes/${slug}/privacy/audit?check=1`)).text();
    expect(checked).toContain("Žurnalas nepakeistas");
  });

  it("takes no nonsense for a page or a deed", async () => {
    const odd = await organiser.get(
      `/programmes/${slug}/privacy/audit?before=x&check=2&action=%00`,
    );
    expect(odd.status).toBe(200);
  });
});

describe("documents made of the programme's facts", () => {
  it.each(["processing-record.pdf", "impact-assessment.docx"])(
    "%s can be fetched",
    async (file) => {
      const answer = await organiser.get(`/programmes/${slug}/privacy/${file}`);
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    },
  );

  it("are those two and no others", async () => {
    expect((await organiser.get(`/programmes/${slug}/privacy/other.pdf`)).status).toBe(404);
  });
});

it("the desk, its register of exports and the notice can be opened", async () => {
  const desk = await (await organiser.get(`/programmes/${slug}/privacy`)).text();
  expect(desk).toContain("77\u00a0žmonės");
  expect((await organiser.get(`/programmes/${slug}/privacy/exports`)).status).toBe(200);
  expect(await (await organiser.get(`/programmes/${slug}/privacy/notices/1`)).text()).toContain(
    "Dalyvavimas savanoriškas",
  );
});
