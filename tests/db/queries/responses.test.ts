import { beforeEach, describe, expect, it } from "vitest";
import { findInvitation } from "../../../db/queries/invitations.ts";
import { countEvent, countedEvents } from "../../../db/queries/rate-limits.ts";
import {
  insertDraft,
  insertSubmission,
  type ResponseOrigin,
  updateDraft,
} from "../../../db/queries/responses.ts";
import { hashOf } from "../../../server/http/session.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, cardsOf, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-11-23T10:00:00Z");
const { db } = useDatabase();
let programme: TestProgramme;
let token: string;
let origin: ResponseOrigin;

beforeEach(async () => {
  programme = await aProgramme(db(), now);
  const [card] = await cardsOf(db(), programme, { locality: "trakai", count: 1, now });
  token = card!.token;
  const trakai = programme.localities.find((locality) => locality.key === "trakai")!;
  origin = {
    programmeId: programme.id,
    waveId: programme.waves.before,
    pairingCode: card!.pairingCode,
    localityId: trakai.id,
    versionId: programme.versionId,
    noticeId: programme.noticeId,
    deviceKey: "00000000-0000-4000-8000-000000000001",
    shuffleSeed: 0,
    channel: "online",
    matchType: "card",
    language: "lt",
    consents: { participate: true },
    begunAt: now,
    begunOn: "2026-11-23",
  };
});

const rows = () => db().selectFrom("answers.response").selectAll().execute();

describe("a draft", () => {
  it("is begun once", async () => {
    expect(await insertDraft(db(), origin)).toBe(true);
    expect(await insertDraft(db(), { ...origin, language: "en" })).toBe(false);
    expect(await rows()).toMatchObject([
      { status: "draft", language: "lt", revision: 1, answers: {} },
    ]);
  });

  it("takes answers key by key and only at the revision that was read", async () => {
    await insertDraft(db(), origin);
    const change = { place: "INOV", language: "lt" };
    expect(await updateDraft(db(), origin, { ...change, revision: 1, answers: { A: 1 } })).toBe(2);
    expect(await updateDraft(db(), origin, { ...change, revision: 2, answers: { B: ["x"] } })).toBe(
      3,
    );
    expect(
      await updateDraft(db(), origin, { ...change, revision: 2, answers: { A: 9 } }),
    ).toBeUndefined();
    expect(await rows()).toMatchObject([
      { answers: { A: 1, B: ["x"] }, revision: 3, place: "INOV" },
    ]);
  });

  it("of one participant and wave is out of reach of every other", async () => {
    await insertDraft(db(), origin);
    const [other] = await cardsOf(db(), programme, { locality: "trakai", count: 1, now });
    const keys = [
      { ...origin, pairingCode: other!.pairingCode },
      { ...origin, waveId: programme.waves.after },
    ];
    for (const key of keys) {
      const change = { revision: 1, answers: { A: 1 }, place: "", language: "lt" };
      expect(await updateDraft(db(), key, change)).toBeUndefined();
    }
    expect(await rows()).toMatchObject([{ answers: {}, revision: 1 }]);
  });
});

describe("a submission", () => {
  const scores = [
    { scaleKey: "INOV", units: 36, answered: 4 },
    { scaleKey: "ZIN", units: 5, answered: 8 },
  ];
  const submission = () => ({
    origin,
    revision: 0,
    answers: { A: 1 },
    scores,
    scoringVersion: 1,
    submittedOn: "2026-11-23",
  });

  it("is stored with its scores, once", async () => {
    const id = await insertSubmission(db(), submission());
    expect(id).toBeDefined();
    expect(await insertSubmission(db(), submission())).toBeUndefined();
    expect(await rows()).toMatchObject([{ id, status: "submitted", submitted_on: "2026-11-23" }]);
    const stored = await db()
      .selectFrom("answers.score")
      .selectAll()
      .orderBy("scale_key")
      .execute();
    expect(stored).toMatchObject([
      { response_id: id, scale_key: "INOV", units: 36, answered: 4, scoring_version: 1 },
      { response_id: id, scale_key: "ZIN", units: 5, answered: 8, scoring_version: 1 },
    ]);
  });

  it("completes a draft at its revision, and leaves its beginning as it was", async () => {
    await insertDraft(db(), origin);
    expect(await insertSubmission(db(), { ...submission(), revision: 2 })).toBeUndefined();
    const later = { ...origin, deviceKey: "00000000-0000-4000-8000-000000000002", consents: {} };
    const id = await insertSubmission(db(), { ...submission(), origin: later, revision: 1 });
    expect(await rows()).toMatchObject([
      { id, idempotency_key: origin.deviceKey, consents: { participate: true }, answers: { A: 1 } },
    ]);
  });

  it("without any score is stored all the same", async () => {
    expect(await insertSubmission(db(), { ...submission(), scores: [] })).toBeDefined();
  });
});

describe("an invitation", () => {
  it("tells the waves of its locality and how far its participant has come in each", async () => {
    await insertDraft(db(), origin);
    const invitation = (await findInvitation(db(), hashOf(token)))!;
    expect(invitation).toMatchObject({
      entryKind: "link",
      localityName: "Trakai",
      programmeKind: "real",
    });
    expect(invitation.waves).toHaveLength(3);
    const before = invitation.waves.find((wave) => wave.kind === "before")!;
    expect(before).toMatchObject({ hasBegun: true, response: { status: "draft", revision: 1 } });
    expect(before.opensAt).toBeInstanceOf(Date);
    const begun = invitation.waves.filter((wave) => wave.hasBegun);
    expect(begun).toHaveLength(1);
  });

  it("takes the locality's own dates where there are some", async () => {
    const closesAt = new Date("2026-12-24T10:00:00Z");
    const window = { programme_id: programme.id, wave_id: origin.waveId, closes_at: closesAt };
    const [trakai, silute] = ["trakai", "silute"].map(
      (key) => programme.localities.find((locality) => locality.key === key)!.id,
    );
    await db()
      .insertInto("wave_window")
      .values({ ...window, locality_id: trakai! })
      .execute();
    await db()
      .insertInto("wave_window")
      .values({ ...window, locality_id: silute!, closed_at: now })
      .execute();
    const invitation = (await findInvitation(db(), hashOf(token)))!;
    const before = invitation.waves.find((wave) => wave.kind === "before")!;
    expect([before.closesAt, before.closedAt]).toEqual([closesAt, null]);
  });

  it("of an archived programme, a revoked code or a revoked entry opens nothing", async () => {
    const hash = hashOf(token);
    await db()
      .updateTable("answers.entry")
      .set({ revoked_at: now })
      .where("hash", "=", hash)
      .execute();
    expect(await findInvitation(db(), hash)).toBeUndefined();
    await db()
      .updateTable("answers.entry")
      .set({ revoked_at: null })
      .where("hash", "=", hash)
      .execute();
    await db().updateTable("programme").set({ archived_at: now }).execute();
    expect(await findInvitation(db(), hash)).toBeUndefined();
  });
});

describe("a rate limit", () => {
  it("counts within a window, starts anew after it, and keeps no key longer than that", async () => {
    const later = new Date(now.getTime() + 61_000);
    for (const expected of [1, 2, 3]) {
      expect(await countEvent(db(), { key: "a", now, windowSeconds: 60 })).toBe(expected);
    }
    expect(await countedEvents(db(), { key: "a", now })).toBe(3);
    expect(await countedEvents(db(), { key: "a", now: later })).toBe(0);
    expect(await countEvent(db(), { key: "b", now: later, windowSeconds: 60 })).toBe(1);
    expect(await db().selectFrom("rate_limit").select("key").execute()).toEqual([{ key: "b" }]);
    expect(await countEvent(db(), { key: "a", now: later, windowSeconds: 60 })).toBe(1);
  });
});
