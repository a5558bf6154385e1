import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  insertLogo,
  updateLogoPicture,
  updateVisionFile,
  type VisionFile,
} from "../../../db/queries/setup-files.ts";
import { lockProgramme } from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { Text } from "../../domain/text.ts";
import type { Doing } from "./desk.ts";
import type { LogoPicture } from "./read-logo.ts";

/** Adds a logo with its descriptions at the end of the row. */
export async function addLogo(
  db: Db,
  { logo, alt }: { logo: LogoPicture; alt: Text },
  doing: Doing,
): Promise<void> {
  const programmeId = doing.programme.id;
  await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programmeId);
    const id = await insertLogo(tx, { programmeId, logo, alt });
    await audit(tx, doing, { action: "added-logo", id });
  });
}

/** Puts another picture in the place of a logo, with its descriptions and its place in the row. */
export async function replaceLogo(
  db: Db,
  { id, logo }: { id: string; logo: LogoPicture },
  doing: Doing,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isThere = await updateLogoPicture(tx, { programmeId: doing.programme.id, id, logo });
    if (!isThere) throw new Problem("not-found");
    await audit(tx, doing, { action: "replaced-logo", id });
  });
}

/** Keeps the document of a vision, or with null forgets it. */
export async function keepVisionFile(
  db: Db,
  { id, file }: { id: string; file: VisionFile | null },
  doing: Doing,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isThere = await updateVisionFile(tx, { programmeId: doing.programme.id, id, file });
    if (!isThere) throw new Problem("not-found");
    await audit(tx, doing, { action: file ? "kept-vision-file" : "removed-vision-file", id });
  });
}

async function audit(
  db: Db,
  { programme, staffId, now }: Doing,
  { action, id }: { action: string; id: string },
): Promise<void> {
  await insertAuditEvent(db, {
    programmeId: programme.id,
    at: now,
    actor: staffId,
    action,
    subject: id,
  });
}
