import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailing } from "../../../server/features/mailings/create-mailing.ts";
import { bundlePrograms, type Child, type Programs } from "../../support/child-process.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { addressesOf, type MailSink, startMailSink } from "../../support/mail-sink.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { giveAddresses } from "./setting.ts";

const people = 30;
const kills = 4;
const patienceMilliseconds = 60_000;

describe("letters under kill -9", () => {
  const { db, config } = useOwnDatabase();
  const keys = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-letters-"));
  let programs: Programs;
  let sink: MailSink;
  let child: Child;

  beforeAll(async () => {
    programs = await bundlePrograms(["tests/processes/send-letters.ts"]);
    sink = await startMailSink();
  });
  afterAll(async () => {
    await child?.kill();
    await sink?.close();
    programs?.remove();
    fs.rmSync(keys, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    child = programs.start("send-letters", [JSON.stringify(config()), sink.url, keys]);
    await child.line(0);
  }

  /** Kills the sender while the mail server has a letter that it has not yet said it took. */
  async function killInTheMiddle(): Promise<void> {
    const wanted = sink.letters.length + 5;
    await new Promise<void>((resolve) => {
      sink.hold = async () => {
        await pause(10);
        if (sink.letters.length < wanted) return;
        resolve();
        await pause(300);
      };
    });
    await child.kill();
    sink.hold = undefined;
    await start();
  }

  it("go out once each, or not at all and are said to be unclear", {
    timeout: 120_000,
  }, async () => {
    const now = new Date();
    const programme = await aProgramme(db(), now, { enrolled: { silute: people } });
    const emails = Array.from({ length: people }, (_, index) => `dalyvis${index}@example.org`);
    await giveAddresses(db(), programme, { silute: emails });
    const wave = await db()
      .selectFrom("wave")
      .select("id")
      .where("kind", "=", "before")
      .executeTakeFirstOrThrow();
    const mailing = {
      kind: "invitation" as const,
      waveId: wave.id,
      localityId: null,
      subject: { lt: "Kvietimas" },
      body: { lt: "{link}" },
      sendAt: now,
    };
    const doneBy = await aStaffUser(db(), programme, ["organiser"]);
    const doing = { programmeId: programme.id, within: null, doneBy, now };
    await createMailing(db(), doing, { mailing, chosen: [] });
    await start();
    for (let kill = 0; kill < kills; kill++) await killInTheMiddle();
    await ended();
    const reached = sink.letters.flatMap(addressesOf);
    expect(new Set(reached).size).toBe(reached.length);
    const letters = await db().selectFrom("identity.letter").select("status").execute();
    const count = (status: string) => letters.filter((one) => one.status === status).length;
    expect(letters).toHaveLength(people);
    expect(count("sent") + count("unclear")).toBe(people);
    expect(count("unclear")).toBeGreaterThan(0);
    expect(count("unclear")).toBeLessThanOrEqual(kills);
    // An unclear letter may have gone out and may not; nothing that was marked as sent is missing.
    expect(reached.length).toBeGreaterThanOrEqual(count("sent"));
    expect(reached.length).toBeLessThanOrEqual(people);
  });

  async function ended(): Promise<void> {
    const deadline = Date.now() + patienceMilliseconds;
    while (Date.now() < deadline) {
      const mailing = await db()
        .selectFrom("identity.mailing")
        .select("ended_at")
        .executeTakeFirstOrThrow();
      if (mailing.ended_at !== null) return;
      await pause(200);
    }
    throw new Error("the mailing did not end");
  }
});
