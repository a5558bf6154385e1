import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertPlannedWaves } from "../../../db/queries/planned-waves.ts";
import { findQuestionnaire, updateDraft } from "../../../db/queries/questionnaire-drafts.ts";
import {
  insertVersion,
  listVersions,
  type PublishedVersion,
} from "../../../db/queries/questionnaire-versions.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import {
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../domain/questionnaire/document.ts";
import { tidyDraft } from "../../domain/questionnaire/draft.ts";
import type { FormMistake } from "../../domain/questionnaire/forms/form-words.ts";
import { canPublish, listRemarks } from "../../domain/questionnaire/remarks.ts";
import { compareVersions } from "../../domain/questionnaire/version-changes.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";

export interface Publication {
  programmeId: string;
  questionnaireId: string;
  /** The revision whose page was looked at: nobody publishes what they have not seen. */
  revision: number;
  /** What was decided of each item that only its words tell apart from the earlier one. */
  decided: FormFields;
  publishedBy: string;
  now: Date;
}

export type PublicationOutcome =
  | { published: true; number: number }
  | { published: false; mistakes: FormMistake[] };

/**
 * Freezes a draft as the next version. From the second on, it names the items that mean the same as before; an item
 * that only differs in words must have been decided about, and the decision cannot be changed later.
 *
 * @throws Problem "conflict" when the draft was changed since, or has errors.
 */
export async function publishVersion(
  db: Db,
  { programmeId, questionnaireId, revision, decided, publishedBy, now }: Publication,
): Promise<PublicationOutcome> {
  return await inTransaction(db, async (tx) => {
    const id = questionnaireId;
    const stored = await findQuestionnaire(tx, { programmeId, id, isLocked: true });
    if (!stored?.draft) throw new Problem("not-found");
    if (stored.revision !== revision || !canPublish(listRemarks(stored.draft))) {
      throw new Problem("conflict");
    }
    const document = questionnaireDocumentSchema.parse(tidyDraft(stored.draft));
    const [last] = await listVersions(tx, { programmeId, questionnaireId });
    const read = readMeanings(last, document, decided);
    if (!read.ok) return { published: false, mistakes: read.mistakes };
    const number = (last?.number ?? 0) + 1;
    const version = {
      programmeId,
      questionnaireId,
      number,
      document,
      contentHash: contentHash(document),
      publishedAt: now,
      equivalentItems: read.equivalentItems,
    };
    await insertVersion(tx, version);
    await updateDraft(tx, { programmeId, id, revision, draft: null, lastRemoved: null, now });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: publishedBy,
      action: "published-version",
      subject: questionnaireId,
      detail: { number, contentHash: version.contentHash },
    });
    await openPlanned(tx, { programmeId, publishedBy, now });
    return { published: true, number };
  });
}

/** Dates that waited for a questionnaire become waves. */
async function openPlanned(
  tx: Db,
  { programmeId, publishedBy, now }: Pick<Publication, "programmeId" | "publishedBy" | "now">,
): Promise<void> {
  const waves = await insertPlannedWaves(tx, { programmeId, now });
  if (waves === 0) return;
  await insertAuditEvent(tx, {
    programmeId,
    at: now,
    actor: publishedBy,
    action: "changed-waves",
    detail: { waves },
  });
}

type ReadMeanings =
  | { ok: true; equivalentItems: Record<string, string> }
  | { ok: false; mistakes: FormMistake[] };

function readMeanings(
  last: PublishedVersion | undefined,
  document: QuestionnaireDocument,
  decided: FormFields,
): ReadMeanings {
  if (!last) return { ok: true, equivalentItems: {} };
  const equivalentItems: Record<string, string> = {};
  const mistakes: FormMistake[] = [];
  for (const match of compareVersions(last.document, document).items) {
    const field = `meaning-${match.key}`;
    const meaning = match.proposal === "undecided" ? decided.get(field)?.[0] : match.proposal;
    if (meaning === "same" && match.earlierKey) equivalentItems[match.key] = match.earlierKey;
    else if (meaning !== "changed" && meaning !== "new") mistakes.push({ field, code: "empty" });
  }
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, equivalentItems };
}
