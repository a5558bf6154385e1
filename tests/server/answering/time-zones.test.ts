import { describe, expect, it } from "vitest";
import { momentOf } from "../../../server/domain/setup/local-time.ts";
import { useDatabase } from "../../support/database.ts";
import { agreed, aScene, locationOf, storedResponses } from "./visits.ts";

const { db } = useDatabase();

/**
 * Nights in which clocks are set back (25 October 2026) and forward (28 March 2027), everywhere in the Union at 01:00
 * UTC: what an organiser writes into the form, and which moment that is, worked out by hand. An hour that comes twice
 * counts the first time; one that does not come at all is moved on.
 */
const closings = [
  ["Europe/Rome", "2026-10-25T23:59", "2026-10-25T22:59:00Z", "2026-10-25"],
  ["Europe/Lisbon", "2026-10-25T23:59", "2026-10-25T23:59:00Z", "2026-10-25"],
  ["Europe/Athens", "2026-10-25T23:59", "2026-10-25T21:59:00Z", "2026-10-25"],
  ["Europe/Rome", "2026-10-25T02:30", "2026-10-25T00:30:00Z", "2026-10-25"],
  ["Europe/Lisbon", "2026-10-25T01:30", "2026-10-25T00:30:00Z", "2026-10-25"],
  ["Europe/Athens", "2026-10-25T03:30", "2026-10-25T00:30:00Z", "2026-10-25"],
  ["Europe/Athens", "2026-10-25T00:00", "2026-10-24T21:00:00Z", "2026-10-24"],
  ["Europe/Rome", "2027-03-28T23:59", "2027-03-28T21:59:00Z", "2027-03-28"],
  ["Europe/Lisbon", "2027-03-28T23:59", "2027-03-28T22:59:00Z", "2027-03-28"],
  ["Europe/Athens", "2027-03-28T23:59", "2027-03-28T20:59:00Z", "2027-03-28"],
  ["Europe/Rome", "2027-03-28T02:30", "2027-03-28T01:30:00Z", "2027-03-28"],
  ["Europe/Lisbon", "2027-03-28T01:30", "2027-03-28T01:30:00Z", "2027-03-28"],
  ["Europe/Athens", "2027-03-28T03:30", "2027-03-28T01:30:00Z", "2027-03-28"],
  ["Europe/Rome", "2027-03-28T00:00", "2027-03-27T23:00:00Z", "2027-03-27"],
] as const;
const second = 1_000;
const grace = 30 * 60 * second;

describe("a wave that closes in the night of the clocks", () => {
  it.each(closings)(
    "in %s at %s takes answers until %s, and no second longer",
    async (timeZone, local, utc, lastDay) => {
      const closesAt = new Date(utc);
      expect(momentOf(local, timeZone).toISOString()).toBe(closesAt.toISOString());
      const scene = await aScene(db());
      const { id } = scene.programme;
      const programme = { time_zone: timeZone };
      await db().updateTable("programme").set(programme).where("id", "=", id).execute();
      const longAgo = { opens_at: new Date("2025-01-01"), closes_at: new Date("2025-02-01") };
      await db().updateTable("wave").set(longAgo).where("programme_id", "=", id).execute();
      await db()
        .updateTable("wave")
        .set({ opens_at: new Date("2026-10-01T00:00:00Z"), closes_at: closesAt, grace_minutes: 30 })
        .where("id", "=", scene.programme.waves.before)
        .execute();
      const at = (shift: number) => ({ now: () => new Date(closesAt.getTime() + shift) });

      const late = scene.visit(at(0));
      await late.get(`/l/${scene.card.token}`);
      const closed = await late.post("/a", agreed);
      expect(closed.status).toBe(410);
      expect(await storedResponses(db())).toEqual([]);

      const early = scene.visit(at(-second));
      await early.get(`/l/${scene.card.token}`);
      await early.post("/a", agreed);
      const [begun] = await storedResponses(db());
      expect(begun?.begun_on).toBe(lastDay);

      const afterGrace = scene.visit(at(grace));
      await afterGrace.get(`/l/${scene.card.token}`);
      expect((await afterGrace.post("/a/response")).status).toBe(410);
      const inGrace = scene.visit(at(grace - second));
      await inGrace.get(`/l/${scene.card.token}`);
      expect(locationOf(await inGrace.post("/a/response"))).toBe("/a/receipt");
    },
  );
});

describe("what a device takes for the time", () => {
  it.each([-2, 2])("changes nothing when it is %i days off", async (days) => {
    const scene = await aScene(db());
    const visitor = scene.visit();
    await visitor.get(`/l/${scene.card.token}`);
    await visitor.post("/a", agreed);
    const claimed = new Date(Date.now() + days * 86_400_000).toISOString();
    for (const field of ["now", "time", "date", "begun_at", "submitted_on"]) {
      expect((await visitor.post("/a/parts/INOV", { INOV1: "4", [field]: claimed })).status).toBe(
        400,
      );
    }
    await visitor.post("/a/response", { submitted_on: claimed.slice(0, 10) });
    expect(await storedResponses(db())).toMatchObject([
      { begun_on: "2026-11-23", submitted_on: "2026-11-23" },
    ]);
  });
});
