import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { listDestructions } from "../../../db/queries/retention.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { runRetention } from "../../../server/features/privacy/run-retention.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { pairingKeysIn } from "../../../server/pairing-keys.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { allRows, responsesReachedFromPeople } from "./all-rows.ts";

const now = new Date("2026-11-23T10:00:00Z");
const slug = "kulturos-inovacijos-2017";
const desk = `/programmes/${slug}/privacy`;
const { db } = useDatabase();
let programme: { id: string; organisationId: string };

beforeEach(async () => {
  await loadDemo(db(), now);
  programme = (await findProgrammeBySlug(db(), slug))!;
});

async function closeEverything(): Promise<void> {
  const localities = await db()
    .selectFrom("locality")
    .select("key")
    .where("programme_id", "=", programme.id)
    .execute();
  const localityKeys = localities.map(({ key }) => key);
  const key = { programmeId: programme.id, localityKeys, closedBy: null, now };
  await closeWave(db(), { ...key, kind: "followup" });
}

async function somebody(roles: Parameters<typeof aStaffUser>[2]): Promise<Visitor> {
  const deps = appDeps(db(), { now: () => now });
  return await signedIn(createApp(deps), deps, await aStaffUser(db(), programme, roles));
}

/** What evaluators and the public are told. */
async function figures(one: Db): Promise<string[]> {
  return (await allRows(one))["public.release"]!;
}

const linkKeys = pairingKeysIn(fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-keys-")));
const retainAt = (at: Date) => runRetention({ db: db(), now: () => at, linkKeys });

const order = { confirm: slug, reason: "Baigėsi saugojimo laikas" };

describe("destroying the key", () => {
  it("leaves no way from a person to an answer in any table, log or backup, and figures as they were", async () => {
    await closeEverything();
    const before = await figures(db());
    const own = (line: string) => line.includes(programme.id);
    expect(responsesReachedFromPeople(await allRows(db())).filter(own).length).toBeGreaterThan(100);

    const keeper = await somebody(["organiser", "data"]);
    expect((await keeper.post(`${desk}/destructions/key`, order)).status).toBe(303);

    const rows = await allRows(db());
    expect(responsesReachedFromPeople(rows).filter(own)).toEqual([]);
    expect(rows["answers.response"]!.filter(own).length).toBeGreaterThan(100);
    expect(await figures(db())).toEqual(before);
  });

  it("keeps the answers of one person together, so the same figures come out again", async () => {
    await closeEverything();
    const sizes = async () => {
      const responses = await db()
        .selectFrom("answers.response")
        .select(["pairing_code", ({ fn }) => fn.countAll<number>().as("sheets")])
        .where("programme_id", "=", programme.id)
        .groupBy("pairing_code")
        .execute();
      return responses.map(({ sheets }) => sheets).sort();
    };
    const before = await sizes();
    await (await somebody(["data"])).post(`${desk}/destructions/key`, order);
    expect(await sizes()).toEqual(before);
  });

  it("is proved by a certificate that the audit log confirms", async () => {
    await closeEverything();
    const keeper = await somebody(["data"]);
    const done = await keeper.post(`${desk}/destructions/key`, order);
    const [proof] = await listDestructions(db(), programme.id);
    expect(proof!.counts["answers.access_code"]).toBeGreaterThan(50);
    const page = await (await keeper.get(done.headers.get("location")!)).text();
    expect(page).toContain(proof!.contentHash);
    const log = (await allRows(db()))["public.audit_event"]!;
    expect(log.some((line) => line.includes(proof!.contentHash))).toBe(true);
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("is refused while a wave may still be answered, without the address typed, and for an organiser alone", async () => {
    const keeper = await somebody(["data"]);
    expect((await keeper.post(`${desk}/destructions/key`, order)).status).toBe(409);
    await closeEverything();
    const mistyped = await keeper.post(`${desk}/destructions/key`, { ...order, confirm: "taip" });
    expect(mistyped.status).toBe(422);
    expect(await mistyped.text()).toContain("Baigėsi saugojimo laikas");
    const organiser = await somebody(["organiser"]);
    expect((await organiser.post(`${desk}/destructions/key`, order)).status).toBe(403);
    expect(await listDestructions(db(), programme.id)).toEqual([]);
  });
});

describe("the retention clock", () => {
  const dates = { key: "2026-11-23", answers: "2026-11-24", people: "" };

  it("destroys what its date says, on that day in the programme's time zone and not before", async () => {
    await closeEverything();
    expect((await (await somebody(["organiser"])).post(`${desk}/dates`, dates)).status).toBe(303);
    // 22 November, 23:30 in Vilnius.
    expect(await retainAt(new Date("2026-11-22T21:30:00Z"))).toBe(0);
    expect(await retainAt(new Date("2026-11-22T22:30:00Z"))).toBe(1);
    expect(await retainAt(new Date("2026-11-24T12:00:00Z"))).toBe(1);
    expect(await retainAt(new Date("2026-12-24T12:00:00Z"))).toBe(0);
    const rows = await allRows(db());
    const own = (line: string) => line.includes(programme.id);
    expect(rows["answers.response"]!.filter(own)).toEqual([]);
    expect(rows["answers.cell"]!.filter(own)).toEqual([]);
    expect(rows["public.release"]!.filter(own)).toHaveLength(2);
    expect(rows["identity.person"]!.filter(own).length).toBe(77);
  });

  it("takes the secret of personal links along with the key", async () => {
    await closeEverything();
    const before = await linkKeys.make(programme.id);
    await (await somebody(["organiser"])).post(`${desk}/dates`, dates);
    await retainAt(new Date("2026-11-23T12:00:00Z"));
    expect(await linkKeys.make(programme.id)).not.toEqual(before);
  });

  it("waits for the last wave to close", async () => {
    await (await somebody(["organiser"])).post(`${desk}/dates`, dates);
    expect(await retainAt(new Date("2027-01-01T12:00:00Z"))).toBe(0);
  });

  it("leaves every other programme untouched", async () => {
    const other = (await findProgrammeBySlug(db(), "isbandykite"))!;
    const ofOther = async () =>
      Object.values(await allRows(db()))
        .flat()
        .filter((line) => line.includes(other.id));
    await closeEverything();
    await (await somebody(["organiser"])).post(`${desk}/dates`, { ...dates, people: dates.key });
    const before = await ofOther();
    expect(await retainAt(new Date("2027-01-01T12:00:00Z"))).toBe(3);
    expect(await ofOther()).toEqual(before);
  });

  it("shows a day that is none beside its field, with what was typed", async () => {
    const organiser = await somebody(["organiser"]);
    const wrong = await organiser.post(`${desk}/dates`, {
      key: "rytoj",
      answers: "2000-01-01",
      people: "",
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('value="rytoj"');
    expect(page).toContain('id="wrong-answers"');
  });
});
