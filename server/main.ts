import path from "node:path";
import { listenTo } from "../db/notifications.ts";
import { jobChannel } from "../db/queries/jobs.ts";
import { deleteExpiredLists } from "../db/queries/uploaded-lists.ts";
import { DatabaseRefusal } from "../db/refusal.ts";
import { createApp } from "./app.ts";
import { demoLinks, loadDemo } from "./cli/demo-programmes.ts";
import type { Deps } from "./deps.ts";
import { createRenderer } from "./documents/renderer.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { makeAnnex } from "./features/annexes/make-annex.ts";
import { makeCertificates } from "./features/certificates/make-certificates.ts";
import { mailingHandlers, reviveMailings } from "./features/mailings/send-mailing.ts";
import { runRetention } from "./features/privacy/run-retention.ts";
import { closeDueWaves } from "./features/programmes/close-wave.ts";
import { destroyKeys } from "./features/programmes/end-matching.ts";
import { makeSetUpLink } from "./features/staff/set-up.ts";
import { readAssets } from "./http/assets.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { type Log, logToStdout } from "./log.ts";
import { createMailer } from "./mail/mailer.ts";
import { openDatabase } from "./open-database.ts";
import { makePackageAside } from "./package-thread.ts";
import { pairingKeysIn } from "./pairing-keys.ts";
import { listen } from "./serve.ts";
import { createOpenId } from "./sign-in/open-id.ts";
import { createUploadReader } from "./uploads/upload-reader.ts";

const clockMilliseconds = 30_000;

try {
  await start(readEnvironment(process.env), process.argv.slice(2));
} catch (error) {
  // What a person has to decide is said in a sentence; anything else is a fault of ours and shows where it arose.
  const isExpected = error instanceof DatabaseRefusal || isPortTaken(error);
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = 1;
}

async function start(environment: Environment, options: string[]): Promise<void> {
  const log = logToStdout;
  const database = await openDatabase(environment, log);
  const renderer = createRenderer();
  const uploads = createUploadReader();
  const deps: Deps = {
    db: database.db,
    now: () => new Date(),
    assets: readAssets(path.join(import.meta.dirname, "..", "web")),
    log,
    render: renderer.render,
    uploads,
    publicUrl: environment.publicUrl,
    trustedProxyHops: environment.trustedProxyHops,
    mailer: environment.mail && createMailer(environment.mail, log),
    openId: environment.openId && createOpenId(environment.openId),
    pairingKeys: pairingKeysIn(environment.keysDir),
    linkKeys: pairingKeysIn(path.join(environment.keysDir, "links")),
  };
  if (database.isEmbedded && !options.includes("--empty")) await loadDemo(deps.db, deps.now());
  const jobs = startJobs({
    ...deps,
    renderer,
    handlers: {
      annex: makeAnnex,
      "data-package": makePackageAside(database.config),
      certificates: makeCertificates,
      ...mailingHandlers(deps),
    },
    listen: (wake) => listenTo(database.config, jobChannel, wake),
  });
  const clock = setInterval(() => void keepTime(deps), clockMilliseconds);
  const listening = await listen(createApp(deps), environment);
  await announce(deps, environment, listening.port);
  stopOnSignal(log, async () => {
    clearInterval(clock);
    await listening.close();
    await jobs.stop();
    await uploads.stop();
    await database.close();
  });
}

/** What happens by itself as time passes. */
async function keepTime(deps: Deps): Promise<void> {
  const { db, now, log } = deps;
  try {
    const closed = await closeDueWaves(db, now());
    if (closed > 0) log("waves-closed-by-time", { closed });
    await destroyKeys(deps);
    const destroyed = await runRetention(deps);
    if (destroyed > 0) log("destroyed-by-date", { destroyed });
    const revived = await reviveMailings(db, now());
    if (revived > 0) log("mailings-revived", { revived });
    await deleteExpiredLists(db, now());
  } catch (error) {
    log("clock-failed", { reason: error instanceof Error ? error.name : "unknown" });
  }
}

/** Says where to go. Without PUBLIC_URL and HTTPS it says so too: good for trying out and for a training room's own network. */
async function announce(deps: Deps, environment: Environment, port: number): Promise<void> {
  const origin = environment.publicUrl?.origin ?? `http://localhost:${port}`;
  deps.log("listening", { host: environment.host, port });
  if (environment.publicUrl?.protocol !== "https:") {
    deps.log("plain-http", {
      advice: "for real use set PUBLIC_URL to an https address behind a proxy",
    });
  }
  const links = await demoLinks(deps.db, deps.now());
  const lines = [
    `\nPokytis: ${origin}/`,
    ...links.map((link) => `${link.label}\n  ${origin}${link.path}`),
  ];
  const setUp = await makeSetUpLink(deps.db, deps.now());
  if (setUp) lines.push(`Set up your organisation (one-time link, 24 hours)\n  ${origin}${setUp}`);
  console.log(`${lines.join("\n")}\n`);
}

function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log("stopping", { signal });
      void stop().then(() => process.exit(0));
    });
  }
}

function isPortTaken(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === "EADDRINUSE" || code === "EACCES";
}
