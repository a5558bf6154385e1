import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { findJob } from "../../../db/queries/jobs.ts";
import { findProgramme, type Programme } from "../../../db/queries/programmes.ts";
import { deleteDemonstration } from "../../../db/queries/remove-programme.ts";
import { insertPeople } from "../../../db/seed/people.ts";
import { randomFrom } from "../../../db/seed/random.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { createApp } from "../../../server/app.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import {
  issueCertificates,
  replaceCertificate,
} from "../../../server/features/certificates/issue-certificates.ts";
import { makeCertificates } from "../../../server/features/certificates/make-certificates.ts";
import { revokeCertificate } from "../../../server/features/certificates/revoke-certificate.ts";
import { saveTemplate } from "../../../server/features/certificates/save-template.ts";
import { startJobs } from "../../../server/jobs/start-jobs.ts";
import { logNothing } from "../../../server/log.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { commandJudge, pdfPages, unlessHere } from "../../support/judges.ts";
import { aProgramme, aStaffUser, type TestProgramme } from "../../support/programme.ts";
import { holdSessions, page, registerOf } from "./setting.ts";

const now = new Date("2026-03-02T09:00:00Z");
const people = 12;
const reader = commandJudge("pdftotext", "poppler-utils");

describe("numbers", () => {
  const { db } = useOwnDatabase();
  let inserted: TestProgramme;
  let programme: Programme;

  beforeEach(async () => {
    if (programme) await deleteDemonstration(db(), programme.id);
    inserted = await aProgramme(db(), now, { kind: "demo" });
    await enrol(people);
    programme = (await findProgramme(db(), inserted.id))!;
    await holdSessions(db(), programme.id, () => [true, true]);
    await saveTemplate(db(), {
      programmeId: programme.id,
      template: {
        title: { lt: "Mokymai", en: "Training" },
        text: {},
        areTopicsNamed: false,
        numberPrefix: "D-",
        leastAttendedPercent: 80,
      },
      savedBy: "system",
      now,
    });
  });

  async function enrol(count: number) {
    const plan = { cycle: { silute: count }, involvedOnly: {}, enrolledOn: "2026-01-05" };
    await insertPeople(db(), inserted, plan, randomFrom(2));
  }

  const issuing = () => ({ programme, issuedBy: "system", now });
  const sequence = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  it("follow one another without a gap when many issue at once", async () => {
    const counts = await Promise.all(sequence(8).map(() => issueCertificates(db(), issuing())));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people);
    const register = await registerOf(db());
    expect(register.map((row) => row.sequence_number)).toEqual(sequence(people));
    expect(new Set(register.map((row) => row.enrolment_id)).size).toBe(people);
    expect(new Set(register.map((row) => row.verification_key)).size).toBe(people);
    expect(register[0]!.verification_key).toMatch(/^[\w-]{22}$/);
  });

  it("leave none out for an issue that was undone", async () => {
    const undone = inTransaction(db(), async (tx) => {
      await issueCertificates(tx, issuing());
      throw new Error("undo");
    });
    const [done] = await Promise.allSettled([issueCertificates(db(), issuing()), undone]);
    expect(done.status).toBe("fulfilled");
    const register = await registerOf(db());
    expect(register.map((row) => row.sequence_number)).toEqual(sequence(people));
  });

  it("give one person one new certificate, however often it is asked for at once", async () => {
    await issueCertificates(db(), issuing());
    const [first] = await registerOf(db());
    await revokeCertificate(db(), {
      programmeId: programme.id,
      certificateId: first!.id,
      reason: "klaida",
      revokedBy: "system",
      now,
    });
    const asked = await Promise.allSettled(
      sequence(5).map(() => replaceCertificate(db(), issuing(), first!.enrolment_id)),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const register = await registerOf(db());
    expect(register.map((row) => row.sequence_number)).toEqual(sequence(people + 1));
    const own = register.filter((row) => row.enrolment_id === first!.enrolment_id);
    expect(own.map((row) => row.revoked_at === null)).toEqual([false, true]);
  });

  it.skipIf(!reader.isHere)(
    `stand one a page in the file with all that are valid${unlessHere(reader)}`,
    async () => {
      await issueCertificates(db(), issuing());
      const [first] = await registerOf(db());
      await revokeCertificate(db(), {
        programmeId: programme.id,
        certificateId: first!.id,
        reason: "klaida",
        revokedBy: "system",
        now,
      });
      const deps = appDeps(db(), { now: () => now });
      const app = createApp(deps);
      const organiser = await signedIn(app, deps, await aStaffUser(db(), inserted, ["organiser"]));
      const ordered = await organiser.post(`${page}/print`, { language: "en" });
      const job = ordered.headers.get("location")!;
      expect(await (await organiser.get(`${job}?language=en`)).text()).toContain(
        "The certificates are being made",
      );
      const jobs = startJobs({
        db: db(),
        now: () => now,
        log: logNothing,
        handlers: { certificates: makeCertificates },
        renderer: createInlineRenderer(),
        times: { poll: 20 },
      });
      await ended(job.split("/").at(-1)!);
      await jobs.stop();
      expect((await organiser.get(job)).headers.get("location")).toBe(page);
      const shown = await (await organiser.get(page)).text();
      const file = /href="(\/programmes\/bandymas\/certificates\/files\/[^"]+)"/.exec(shown)![1]!;
      const pdf = Buffer.from(await (await organiser.get(file)).arrayBuffer());
      const annexDoor = file.replace("/certificates", "");
      expect((await organiser.get(annexDoor)).status).toBe(404);
      const pages = pdfPages(pdf);
      const numbers = pages.map((text) => /No\. (D-\d+)/.exec(text)?.[1]);
      expect(numbers).toEqual(
        sequence(people)
          .slice(1)
          .map((number) => `D-${String(number).padStart(3, "0")}`),
      );
      expect(pages.every((text) => text.includes("Demonstration data"))).toBe(true);
      const record = await db().selectFrom("export_file").selectAll().executeTakeFirstOrThrow();
      expect(record).toMatchObject({ kind: "certificates-pdf", row_count: people - 1 });
      expect(record.expires_at).toEqual(new Date("2026-03-09T09:00:00Z"));
    },
  );

  async function ended(id: string): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      const job = await findJob(db(), { id, programmeId: programme.id });
      if (job?.status === "done") return;
      if (job?.status === "failed") throw new Error(job.problem ?? "failed");
      await pause(20);
    }
    throw new Error("the job did not end");
  }
});
