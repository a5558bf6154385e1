import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  insertLogo,
  type KeptFile,
  updateLogoPicture,
  updatePublicityCopy,
  updateVisionFile,
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

/** The steps whose entries may have a document each. */
export const documentSteps = ["visions", "publicity"] as const;
export type DocumentStep = (typeof documentSteps)[number];

const keeping = {
  visions: { update: updateVisionFile, kept: "kept-vision-file", removed: "removed-vision-file" },
  publicity: {
    update: updatePublicityCopy,
    kept: "kept-publicity-copy",
    removed: "removed-publicity-copy",
  },
} as const;

/** Keeps the document of a vision or publicity record, or with null forgets it. */
export async function keepDocument(
  db: Db,
  { step, id, file }: { step: DocumentStep; id: string; file: KeptFile | null },
  doing: Doing,
): Promise<void> {
  const { update, kept, removed } = keeping[step];
  await inTransaction(db, async (tx) => {
    const isThere = await update(tx, { programmeId: doing.programme.id, id, file });
    if (!isThere) throw new Problem("not-found");
    await audit(tx, doing, { action: file ? kept : removed, id });
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
