import type { Context } from "hono";
import { z } from "zod";
import { type CardInWave, findCardInWave } from "../../../db/queries/paper-entries.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { findDocument, findNotice } from "../../../db/queries/published.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { type NoticeStatement, waveKinds } from "../../domain/words.ts";
import { type Access, getLocalAccess, requireReach } from "../../http/access.ts";
import type { StaffEnv } from "../../http/session.ts";
import type { Purpose } from "./sheet-state.ts";

/** A sheet as the handlers know it: the card, its wave, and what was printed. */
export interface Sheet {
  programme: Programme;
  card: CardInWave;
  document: QuestionnaireDocument;
  /** Ticked with the first keying; a check compares answers alone. */
  statements: readonly NoticeStatement[];
  purpose: Purpose;
}

/** The programme of the address, for those who key sheets, in all localities or in some. */
export async function getEntryAccess(
  { db }: Pick<Deps, "db">,
  c: Context<StaffEnv>,
): Promise<Access> {
  const slug = c.req.param("slug") ?? "";
  const roles = ["organiser", "data-entry"] as const;
  return await getLocalAccess(db, { staff: c.get("staff"), slug, roles });
}

/** The sheet of an address: for a check, in the very version with which it was entered. */
export async function getSheet(
  { db }: Pick<Deps, "db">,
  c: Context<StaffEnv>,
  purpose: Purpose,
): Promise<Sheet> {
  const access = await getEntryAccess({ db }, c);
  const { programme } = access;
  const kind = waveKinds.find((each) => each === c.req.param("wave"));
  const accessCodeId = z.uuid().safeParse(c.req.param("card"));
  if (!kind || !accessCodeId.success) throw new Problem("not-found");
  const programmeId = programme.id;
  const card = await findCardInWave(db, { programmeId, kind, accessCodeId: accessCodeId.data });
  if (!card) throw new Problem("not-found");
  requireReach(access, card.localityId);
  const enteredWith = purpose === "check" ? card.response?.versionId : undefined;
  const versionId = enteredWith ?? card.versionId;
  const document = await findDocument(db, { programmeId, versionId });
  const notice = await findNotice(db, { programmeId, noticeId: card.noticeId });
  if (!document || !notice) throw new Problem("not-found");
  const statements = purpose === "check" ? [] : notice.statements;
  return { programme, card, document, statements, purpose };
}
