import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "../../db/connect.ts";
import { certificatesJob } from "../../db/queries/certificate-files.ts";
import { packageJobKind } from "../../db/queries/packages.ts";
import { insertSession } from "../../db/queries/staff-sessions.ts";
import { seedDemo } from "../../db/seed/demo.ts";
import { insertPeople, insertTraining } from "../../db/seed/people.ts";
import { randomFrom } from "../../db/seed/random.ts";
import { usualParts } from "../../server/domain/annex/choices.ts";
import { makeRelease } from "../../server/features/programmes/make-release.ts";
import { newSecret } from "../../server/http/session.ts";
import { aProgramme, aStaffUser } from "../support/programme.ts";
import { insertAnsweredProgramme } from "./answered-programme.ts";
import { openConnection } from "./processes/connection.ts";
import type { ProductScene } from "./scene.ts";

/** Documents of one kind that the running product makes when its staff ask for them. */
export interface OrderedDocument {
  name: string;
  /** Asks as a browser does, and waits until the queue has made it. */
  make(): Promise<void>;
}

/** At least. */
const certificates = 500;
/** Before and after: 100,000 rows. */
const peopleInPackage = 50_000;

/** What is ordered: an annex of the demonstration in its three formats, many certificates, a package of many rows. */
export async function prepareDocuments(scene: ProductScene, db: Db): Promise<OrderedDocument[]> {
  return [await annexOf(scene, db), await certificatesOf(scene, db), await packageOf(scene, db)];
}

async function annexOf(scene: ProductScene, db: Db): Promise<OrderedDocument> {
  const now = new Date();
  const { programmeId } = await seedDemo(db, now);
  await makeRelease(db, { programmeId, madeBy: null, now, reason: "bench" });
  const programme = await db
    .selectFrom("programme")
    .select(["id", "slug", "organisation_id as organisationId"])
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const parts = usualParts("funder").map((part) => ["part", part]);
  const order = usualParts("funder").map((part) => ["order", part]);
  const choices = Object.entries({ number: "1", audience: "funder", document: "lt" });
  const form = new URLSearchParams([...choices, ...parts, ...order]);
  const path = `/programmes/${programme.slug}/annexes`;
  const cookie = await signIn(db, programme, "organiser");
  const make = () => makeOne(scene, db, { kind: "annex", path, form, cookie });
  return { name: "annex as PDF, DOCX and XLSX", make };
}

async function certificatesOf(scene: ProductScene, db: Db): Promise<OrderedDocument> {
  const now = new Date();
  const programme = await aProgramme(db, now, { slug: "pazymejimai" });
  const places = programme.localities.map(({ key }) => key);
  const share = Math.ceil(certificates / places.length);
  const cycle = Object.fromEntries(places.map((key) => [key, share]));
  const plan = { cycle, involvedOnly: {}, enrolledOn: "2026-01-05" };
  const people = await insertPeople(db, programme, plan, randomFrom(1));
  const title = { lt: "Kultūros inovacijos ir vietovės tapatybė" };
  const given = { days: ["2026-02-03"], title, issuedOn: "2026-06-23", numberPrefix: "KI-" };
  await insertTraining(db, programme, people, given);
  const form = new URLSearchParams({ language: "lt" });
  const path = `/programmes/${programme.slug}/certificates/print`;
  const cookie = await signIn(db, programme, "organiser");
  const make = () => makeOne(scene, db, { kind: certificatesJob, path, form, cookie });
  return { name: `${people.length} certificates`, make };
}

async function packageOf(scene: ProductScene, db: Db): Promise<OrderedDocument> {
  const programme = await insertAnsweredProgramme(db, peopleInPackage);
  const releasing = { programmeId: programme.id, madeBy: null, now: new Date(), reason: "bench" };
  await makeRelease(db, releasing);
  const form = new URLSearchParams({ reason: "Matavimas" });
  const path = `/programmes/${programme.slug}/packages`;
  const cookie = await signIn(db, programme, "data");
  const make = () => makeOne(scene, db, { kind: packageJobKind, path, form, cookie });
  const rows = (2 * peopleInPackage).toLocaleString("en");
  return { name: `data package of ${rows} rows`, make };
}

async function signIn(
  db: Db,
  programme: { id: string; organisationId: string },
  role: "organiser" | "data",
): Promise<string> {
  const staffUserId = await aStaffUser(db, programme, [role]);
  const { secret, hash } = newSecret();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId, now, expiresAt });
  return `staff=${secret}`;
}

interface Order {
  kind: string;
  path: string;
  form: URLSearchParams;
  cookie: string;
}

async function makeOne({ product }: ProductScene, db: Db, order: Order): Promise<void> {
  const { send, close } = await openConnection(product.port);
  const body = order.form.toString();
  const head = [
    `POST ${order.path} HTTP/1.1`,
    "host: 127.0.0.1",
    `cookie: ${order.cookie}`,
    "origin: http://127.0.0.1",
    "sec-fetch-site: same-origin",
    "content-type: application/x-www-form-urlencoded",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  const { status } = await send(`${head.join("\r\n")}\r\n\r\n${body}`);
  close();
  if (status !== 303) throw new Error(`the order of ${order.kind} was answered with ${status}`);
  await waitForJob(db, order.kind);
}

const lookEveryMilliseconds = 100;

/** Until no job of the kind waits or runs; a document that could not be made ends the measuring. */
async function waitForJob(db: Db, kind: string): Promise<void> {
  for (;;) {
    const jobs = await db
      .selectFrom("job")
      .select(["status", "problem"])
      .where("kind", "=", kind)
      .where("status", "!=", "done")
      .execute();
    if (jobs.length === 0) return;
    const failed = jobs.find(({ status, problem }) => status === "failed" || problem !== null);
    if (failed) throw new Error(`${kind} could not be made: ${failed.problem}`);
    await pause(lookEveryMilliseconds);
  }
}
