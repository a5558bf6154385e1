import type { Db } from "../../../db/connect.ts";
import { localityId } from "../../../db/seed/people.ts";
import { sendMailing } from "../../../server/features/mailings/send-mailing.ts";
import { logNothing } from "../../../server/log.ts";
import { createMailer } from "../../../server/mail/mailer.ts";
import type { MailSink } from "../../support/mail-sink.ts";
import { aDesk, home } from "../participants/setting.ts";

export const mailings = `${home}/mailings`;
export const publicUrl = new URL("https://apklausos.example.org");
const from = "Pokytis <apklausos@example.org>";

/** A programme of the register, with letters going to a sink. */
export async function aMailRoom(
  db: Db,
  sink: MailSink,
  { enrolled = { silute: 4, trakai: 2 } }: { enrolled?: Record<string, number> } = {},
) {
  const mailer = createMailer({ smtpUrl: sink.url, from }, logNothing);
  const desk = await aDesk(db, { enrolled, deps: { mailer } });
  return { ...desk, mailer };
}

/** Gives people addresses in the order of their names, locality by locality; the rest have none. */
export async function giveAddresses(
  db: Db,
  programme: { localities: { id: string; key: string }[] },
  addresses: Record<string, string[]>,
): Promise<void> {
  for (const [locality, emails] of Object.entries(addresses)) {
    const people = await db
      .selectFrom("identity.enrolment")
      .innerJoin("identity.person", "identity.person.id", "identity.enrolment.person_id")
      .select("identity.person.id as id")
      .where("locality_id", "=", localityId(programme as never, locality))
      .orderBy("full_name")
      .execute();
    for (const [index, email] of emails.entries()) {
      await db
        .updateTable("identity.person")
        .set({ email })
        .where("id", "=", people[index]!.id)
        .execute();
    }
  }
}

/** What the form of a letter sends; say only what matters to the test. */
export function letterSent(fields: Record<string, string | string[]> = {}) {
  return {
    kind: "invitation",
    wave: "before",
    locality: "",
    sendAt: "",
    subjectLt: "Kviečiame: {programme}",
    bodyLt: "Laba diena,\n\n{locality}, iki {closes}\n{link}\n\n{organisation}",
    subjectEn: "",
    bodyEn: "",
    action: "send",
    ...fields,
  };
}

/** Runs the turns of all mailings that are in the queue and due, as the queue would; says how many there were. */
export async function runTurns(
  room: Pick<Awaited<ReturnType<typeof aMailRoom>>, "deps" | "programme" | "mailer">,
  now: Date,
): Promise<number> {
  const { db, linkKeys, render } = room.deps;
  const handler = sendMailing({ mailer: room.mailer, linkKeys, origin: publicUrl.origin });
  const due = await db
    .selectFrom("job")
    .select(["id", "payload"])
    .where("kind", "=", "mailing")
    .where("status", "=", "waiting")
    .where("run_after", "<=", now)
    .execute();
  for (const job of due) {
    const complete = await handler(job.payload, {
      db,
      now: () => now,
      programmeId: room.programme.id,
      askedBy: null,
      progress: async () => {},
      signal: new AbortController().signal,
      render,
    });
    await db.updateTable("job").set({ status: "done" }).where("id", "=", job.id).execute();
    await complete(db);
  }
  return due.length;
}
