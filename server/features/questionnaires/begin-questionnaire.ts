import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { insertQuestionnaire, listCopyable } from "../../../db/queries/questionnaire-drafts.ts";
import { readyQuestionnaires } from "../../../db/seed/library.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import { emptyDraft } from "../../domain/questionnaire/draft.ts";
import { type Language, languages } from "../../domain/text.ts";

export interface Beginning {
  programme: Programme;
  /** `empty`, `library:starter`, or `copy:` and the id of another programme's questionnaire. */
  from: string;
  /** Empty where the origin's title is to stay. */
  title: string;
  language: Language;
  begunBy: string;
  now: Date;
}

const untitled: Record<Language, string> = { lt: "Naujas klausimynas", en: "New questionnaire" };

/** Stores a new draft made from nothing, from the library, or from another programme; gives its id. */
export async function beginQuestionnaire(db: Db, beginning: Beginning): Promise<string> {
  const { programme, title, language, now } = beginning;
  const origin = await findOrigin(db, beginning);
  if (!origin) throw new Problem("not-found");
  const titled = title ? { ...origin, title: { ...origin.title, [language]: title } } : origin;
  const base = title ? keyOf(title) : origin.key;
  return await inTransaction(db, async (tx) => {
    for (let number = 1; number <= 99; number++) {
      const key = number === 1 ? base : `${base.slice(0, 70)}-${number}`;
      const draft = { ...titled, key };
      const id = await insertQuestionnaire(tx, { programmeId: programme.id, draft, now });
      if (!id) continue;
      await insertAuditEvent(tx, {
        programmeId: programme.id,
        at: now,
        actor: beginning.begunBy,
        action: "began-questionnaire",
        subject: id,
        detail: { from: beginning.from },
      });
      return id;
    }
    throw new Problem("conflict");
  });
}

async function findOrigin(
  db: Db,
  { programme, from, begunBy }: Beginning,
): Promise<QuestionnaireDraft | undefined> {
  const [way, name] = from.split(":");
  if (way === "library") return readyQuestionnaires().find(({ key }) => key === name)?.document;
  if (way === "copy") {
    const others = await listCopyable(db, {
      staffUserId: begunBy,
      organisationId: programme.organisationId,
      exceptProgrammeId: programme.id,
    });
    return others.find(({ id }) => id === name)?.draft;
  }
  if (from !== "empty") return undefined;
  const own = languages.filter((language) => programme.languages.includes(language));
  return emptyDraft({
    key: "klausimynas",
    title: untitled,
    languages: own.length > 0 ? own : languages,
  });
}

/** A title as a key: `Mokymų vertinimas` is `mokymu-vertinimas`. */
function keyOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const key = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return key.slice(0, 70) || "klausimynas";
}
