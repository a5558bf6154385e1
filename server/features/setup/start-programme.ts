import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { copyPart } from "../../../db/queries/copy-programme.ts";
import {
  getOrganisationOfStaff,
  insertOrganiser,
  insertProgrammeRow,
  listTakenSlugs,
} from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { CopyPart } from "../../domain/setup/copy-part.ts";
import { freeSlug, slugOf } from "../../domain/setup/slug.ts";
import { inLanguage, type Text } from "../../domain/text.ts";

export interface Start {
  title: Text;
  /** The languages in which its texts have to be there. */
  languages: string[];
  startsOn: string;
  endsOn: string;
  /** Empty: made from the title. */
  slug: string;
  copy: { from: string; parts: readonly CopyPart[] } | null;
  staffId: string;
  now: Date;
}

const mostTries = 5;

/**
 * Makes a programme whose maker is its organiser, with what is wanted of an old one; returns its address, or undefined
 * when the address asked for is taken. Two who want the same proposed address at once get two.
 */
export async function startProgramme(db: Db, start: Start): Promise<string | undefined> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const slug = start.slug || (await proposeSlug(db, start.title));
    const made = await inTransaction(db, (tx) => makeProgramme(tx, slug, start));
    if (made) return slug;
    if (start.slug !== "") return undefined;
  }
  throw new Problem("busy");
}

async function proposeSlug(db: Db, title: Text): Promise<string> {
  const wish = slugOf(inLanguage(title, "lt"));
  return freeSlug(wish, await listTakenSlugs(db, wish === "" ? "p" : wish));
}

async function makeProgramme(db: Db, slug: string, start: Start): Promise<boolean> {
  const { title, languages, startsOn, endsOn, copy, staffId, now } = start;
  const organisationId = await getOrganisationOfStaff(db, staffId);
  const facts = { organisationId, slug, title, languages, startsOn, endsOn, now };
  const id = await insertProgrammeRow(db, facts);
  if (!id) return false;
  await insertOrganiser(db, { programmeId: id, staffUserId: staffId });
  for (const part of copy?.parts ?? []) await copyPart(db, part, { from: copy!.from, to: id });
  await insertAuditEvent(db, {
    programmeId: id,
    at: now,
    actor: staffId,
    action: "made-programme",
    subject: id,
    reason: copy ? `copied ${copy.parts.join(", ")}` : "",
    detail: copy ? { from: copy.from } : {},
  });
  return true;
}
