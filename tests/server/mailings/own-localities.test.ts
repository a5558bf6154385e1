import { describe, expect, it } from "vitest";
import { localityId } from "../../../db/seed/people.ts";
import { createApp } from "../../../server/app.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { addressesOf, useMailSink } from "../../support/mail-sink.ts";
import {
  aLocalOrganiser,
  home,
  list,
  now,
  participantSent,
  peopleOf,
} from "../participants/setting.ts";
import { aMailRoom, giveAddresses, letterSent, mailings, runTurns } from "./setting.ts";

describe("letters of an organiser of one locality", () => {
  const { db } = useDatabase();
  const { sink } = useMailSink();

  /** Two reachable people in Šilutė, which is the organiser's, and two in Trakai. */
  async function given() {
    const room = await aMailRoom(db(), sink(), { enrolled: { silute: 3, trakai: 2 } });
    const deps = { ...room.deps, publicUrl: new URL("http://localhost") };
    const app = createApp(deps);
    await giveAddresses(db(), room.programme, {
      silute: ["sava@example.org", "kita.sava@example.org", ""],
      trakai: ["svetima@example.org", "kita.svetima@example.org"],
    });
    const organiser = await signedIn(app, deps, room.staffId);
    const desk = { app, deps, programme: room.programme };
    const { visitor } = await aLocalOrganiser(db(), desk, ["silute"]);
    return { ...room, ...desk, organiser, local: visitor };
  }

  const text = async (response: Promise<Response>) => (await response).text();
  const sentTo = () => sink().letters.flatMap(addressesOf).sort();
  const own = ["kita.sava@example.org", "sava@example.org"];
  const stored = () =>
    db().selectFrom("identity.mailing").select(["id", "locality_id", "cancelled_at"]).execute();

  it("count, offer and link to that locality alone", async () => {
    const { local, organiser } = await given();
    const pages = [
      await text(local.get(mailings)),
      await text(local.get(`${mailings}?new=invitation`)),
      await text(local.get(`${mailings}?new=reminder`)),
      await text(local.post(`${mailings}/links`)),
    ];
    for (const page of pages) expect(page).not.toMatch(/Trakai|Ignalina|visų vietovių dalyviams/);
    expect(pages[0]).toContain("el. pašto adresą turi 2 iš 3");
    expect(await text(organiser.get(mailings))).toContain("el. pašto adresą turi 4 iš 5");
    expect(pages[1]).toMatch(/<option value="silute" selected="">/);
    expect(pages[3]!.match(/<code class="hash">/g)).toHaveLength(1);
    const preview = letterSent({ locality: "silute", action: "preview" });
    expect(await text(local.post(mailings, preview))).toContain("Šilutė, iki");
    expect(await text(local.get(home))).toContain(`href="${mailings}"`);
  });

  it("go to that locality's people, as invitations and as reminders", async () => {
    const { local, ...room } = await given();
    for (const kind of ["invitation", "reminder"]) {
      sink().letters.length = 0;
      const response = await local.post(mailings, letterSent({ kind, locality: "silute" }));
      expect(response.status).toBe(303);
      await runTurns(room, now);
      expect(sentTo()).toEqual(own);
    }
    expect(await text(local.get(mailings))).toContain("Kvietimas, prieš mokymus: Šilutė");
  });

  it("go nowhere else, whatever is sent", async () => {
    const { local, ...room } = await given();
    for (const locality of ["", "trakai", "nera"]) {
      for (const action of ["send", "preview", "test"]) {
        const response = await local.post(mailings, letterSent({ locality, action }));
        expect([locality, action, response.status]).toEqual([locality, action, 422]);
        expect(await response.text()).toContain('id="locality-mistake"');
      }
    }
    const people = await peopleOf(db());
    const theirs = people.filter(({ locality }) => locality === "trakai");
    const enrolment = theirs.map(({ enrolmentId }) => enrolmentId);
    expect((await local.post(mailings, letterSent({ enrolment }))).status).toBe(403);
    expect(await stored()).toEqual([]);
    const mixed = people.map(({ enrolmentId }) => enrolmentId);
    expect((await local.post(mailings, letterSent({ enrolment: mixed }))).status).toBe(303);
    await runTurns(room, now);
    expect(sentTo()).toEqual(own);
  });

  it("to people chosen by name belong to the locality of these people", async () => {
    const { local, organiser, programme } = await given();
    const people = await peopleOf(db());
    const enrolment = people
      .filter(({ locality }) => locality === "silute")
      .map(({ enrolmentId }) => enrolmentId);
    const page = await text(local.post(`${mailings}/chosen`, { enrolment }));
    expect(page).toContain("Laiškas bus siunčiamas 3\u00a0pasirinktiems žmonėms.");
    await organiser.post(mailings, letterSent({ enrolment }));
    const [mailing] = await stored();
    expect(mailing!.locality_id).toBe(localityId(programme, "silute"));
    expect(await text(local.get(mailings))).toContain(mailing!.id);
  });

  it("of others are not found: seen, called off or sent again", async () => {
    const { local, organiser, ...room } = await given();
    await organiser.post(mailings, letterSent({ locality: "trakai", sendAt: "2026-03-02T12:00" }));
    await organiser.post(mailings, letterSent({ sendAt: "2026-03-02T12:00" }));
    await organiser.post(mailings, letterSent({ locality: "silute", sendAt: "2026-03-02T12:00" }));
    const all = await stored();
    const ownId = localityId(room.programme, "silute");
    const page = await text(local.get(mailings));
    for (const { id, locality_id } of all) {
      const isOwn = locality_id === ownId;
      expect(page.includes(id)).toBe(isOwn);
      const again = await local.post(`${mailings}/${id}/again`);
      expect(again.status).toBe(isOwn ? 409 : 404);
      const cancelled = await local.post(`${mailings}/${id}/cancellation`);
      expect(cancelled.status).toBe(isOwn ? 303 : 404);
    }
    const off = (await stored()).filter(({ cancelled_at }) => cancelled_at !== null);
    expect(off.map(({ locality_id }) => locality_id)).toEqual([ownId]);
  });

  it("to two localities are written one by one, by whoever has both and no more", async () => {
    const { app, deps, programme, organiser } = await given();
    await organiser.post(list, participantSent({ locality: "ignalina" }));
    const two = await aLocalOrganiser(db(), { app, deps, programme }, ["silute", "trakai"]);
    const form = await text(two.visitor.get(`${mailings}?new=invitation`));
    expect(form).toMatch(/<option value="" selected="">pasirinkite vietovę/);
    expect(form).toMatch(/value="silute"[\s\S]*value="trakai"/);
    expect(form).not.toContain("Ignalina");
    expect((await two.visitor.post(mailings, letterSent())).status).toBe(422);
    expect((await two.visitor.post(mailings, letterSent({ locality: "trakai" }))).status).toBe(303);
    expect(await text(two.visitor.get(mailings))).toContain("el. pašto adresą turi 4 iš 5");
  });
});
