import type pg from "pg";
import { connect } from "../../db/connect.ts";
import { reviveMailings, sendMailing } from "../../server/features/mailings/send-mailing.ts";
import { startJobs } from "../../server/jobs/start-jobs.ts";
import { logNothing } from "../../server/log.ts";
import { createMailer } from "../../server/mail/mailer.ts";
import { pairingKeysIn } from "../../server/pairing-keys.ts";

/**
 * Works off the queue of letters, as the server does but with shorter times, until it is killed. Its arguments: where
 * the database is (JSON), the mail server's address, and the folder of keys.
 */
export async function main([config, smtpUrl, keys]: string[]): Promise<void> {
  const mailer = createMailer({ smtpUrl: smtpUrl!, from: "Pokytis <a@example.org>" }, logNothing);
  const handler = sendMailing({
    mailer,
    linkKeys: pairingKeysIn(keys!),
    origin: "https://apklausos.example.org",
    lostMilliseconds: 1_500,
  });
  const db = connect(JSON.parse(config!) as pg.PoolConfig);
  setInterval(() => void reviveMailings(db, new Date()), 500);
  startJobs({
    db,
    now: () => new Date(),
    log: logNothing,
    handlers: { mailing: handler },
    times: { poll: 100, heartbeat: 100, stale: 1_000 },
  });
  process.stdout.write("ready\n");
}
