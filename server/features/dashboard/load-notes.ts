import type { Db } from "../../../db/connect.ts";
import { listNotes } from "../../../db/queries/evaluator-notes.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import type { PageNotes } from "../../../web/pages/dashboard/evaluator-notes.tsx";
import { formatMoment } from "../../../web/texts/numbers.ts";
import type { Language } from "../../domain/text.ts";
import type { StaffRole } from "../../domain/words.ts";

/** Funders read what the evaluator concludes in the annex, not while it is being written. */
const noteReaders: readonly StaffRole[] = ["evaluator", "organiser", "data"];

/** The evaluator's notes of a programme, for somebody with these roles; only evaluators are shown where to write. */
export async function loadNotes(
  db: Db,
  {
    programme,
    roles,
    language,
  }: { programme: Programme; roles: readonly StaffRole[]; language: Language },
): Promise<PageNotes> {
  if (!roles.some((role) => noteReaders.includes(role))) return { versions: [], action: null };
  const notes = await listNotes(db, programme.id);
  const versions = notes.map(({ writtenAt, ...note }) => ({
    ...note,
    moment: formatMoment(writtenAt, language, programme.timeZone),
  }));
  const action = roles.includes("evaluator") ? `/programmes/${programme.slug}/notes` : null;
  return { versions, action };
}
