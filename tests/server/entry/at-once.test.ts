import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf, type TestProgramme } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const agreed = { "_statement.participate": "yes" };

describe("two people at once", () => {
  const { db } = useOwnDatabase();
  let programme: TestProgramme;
  let cards: { accessCodeId: string; pairingCode: string }[];
  let keyer: Visitor;

  beforeAll(async () => {
    programme = await aProgramme(db(), now, { questionnaire: readyQuestionnaire() });
    cards = await cardsOf(db(), programme, { locality: "silute", count: 12, now });
    const deps = appDeps(db(), { now: () => now });
    keyer = await signedIn(
      createApp(deps),
      deps,
      await aStaffUser(db(), programme, ["data-entry"]),
    );
  });

  const send = (card: number, typed: string) =>
    keyer.post(`/programmes/bandymas/entry/before/${cards[card]!.accessCodeId}`, {
      ...agreed,
      ...{ INOV1: typed, INOV2: "3", INOV3: "3", INOV4: "3" },
    });
  async function stored() {
    return await db()
      .selectFrom("answers.response")
      .select(["id", "pairing_code as pairingCode", "answers"])
      .execute();
  }

  it("keying one sheet make one response of it, and the others are told", async () => {
    const replies = await Promise.all(["1", "2", "3", "4", "5"].map((typed) => send(0, typed)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([303, 409, 409, 409, 409]);
    const winner = replies.findIndex((reply) => reply.status === 303);
    const responses = await stored();
    expect(responses.map(({ answers }) => answers.INOV1)).toEqual([winner + 1]);
    const scores = await db().selectFrom("answers.score").selectAll().execute();
    const ofScale = scores.filter((score) => score.scale_key === "INOV");
    expect(ofScale.map((score) => score.response_id)).toEqual([responses[0]!.id]);
    const trace = await db()
      .selectFrom("audit_event")
      .select("subject")
      .where("action", "=", "entered-paper-sheet")
      .execute();
    expect(trace).toEqual([{ subject: responses[0]!.id }]);
  });

  it("keying and closing leave no sheet that came after the closing", async () => {
    const kind: WaveKind = "before";
    const localityKeys = ["trakai", "silute", "ignalina"];
    const closing = { programmeId: programme.id, kind, localityKeys, closedBy: null, now };
    const held: Promise<Response>[] = [];
    // The wave is closed but not yet committed when the sheets come: they have to wait, and are refused.
    await db()
      .transaction()
      .execute(async (tx) => {
        await closeWave(tx, closing);
        for (let card = 1; card < 6; card++) held.push(send(card, "3"));
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
    const replies = await Promise.all(held);
    expect(replies.map((reply) => reply.status)).toEqual([409, 409, 409, 409, 409]);
    expect(await replies[0]!.text()).toContain("gauta pavėluotai");
    expect(await stored()).toHaveLength(1);
  });
});
