import type { Db } from "../../../db/connect.ts";
import { findDocument, findNotice, type PublishedNotice } from "../../../db/queries/published.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";

/** Published questionnaires and notices, each read from the database once: they never change. */
export interface Published {
  document(key: { programmeId: string; versionId: string }): Promise<QuestionnaireDocument>;
  notice(key: { programmeId: string; noticeId: string }): Promise<PublishedNotice>;
}

const mostKept = 200;

export function createPublished(db: Db): Published {
  const documents = createMemory<QuestionnaireDocument>();
  const notices = createMemory<PublishedNotice>();
  return {
    document: (key) => documents.get(key.versionId, () => findDocument(db, key)),
    notice: (key) => notices.get(key.noticeId, () => findNotice(db, key)),
  };
}

/** Keeps what was found, forgetting the oldest when there is too much. Nothing that was not found is remembered. */
function createMemory<T>() {
  const kept = new Map<string, T>();
  return {
    async get(key: string, find: () => Promise<T | undefined>): Promise<T> {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const found = await find();
      if (found === undefined) throw new Problem("not-found");
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
      kept.set(key, found);
      return found;
    },
  };
}
