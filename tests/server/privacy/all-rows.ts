import { readRows, settleFormats } from "../../../db/backup/rows.ts";
import { listTables, nameOf } from "../../../db/backup/tables.ts";
import type { Db } from "../../../db/connect.ts";
import { inTransaction } from "../../../db/transaction.ts";

/** Every row of every table, as lines of JSON by table: what a backup made now would hold. */
export async function allRows(db: Db): Promise<Record<string, string[]>> {
  return await inTransaction(db, async (tx) => {
    await settleFormats(tx);
    const found: Record<string, string[]> = {};
    for (const table of await listTables(tx)) {
      const rows: string[] = [];
      for await (const lines of readRows(tx, table)) rows.push(...lines);
      found[nameOf(table)] = rows.sort();
    }
    return found;
  });
}

/** Ids that many rows share and that so lead from everybody to everybody: they tell nothing of one person. */
const shared = [
  "public.programme",
  "public.organisation",
  "public.locality",
  "public.wave",
  "public.sector",
  "public.participant_group",
  "public.training_session",
  "public.topic",
  "public.method",
  "public.staff_user",
  "public.notice_version",
  "public.questionnaire",
  "public.questionnaire_version",
  "public.release",
];

/** What could tie two rows together: ids, hashes, and codes to type. */
function marksOf(line: string): string[] {
  return (
    line.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|"code":"[A-Z]{8}"/g) ?? []
  );
}

/**
 * Which responses can be reached from people, going from row to row by whatever marks rows have in common, over as many
 * steps as it takes. Rows of the audit log count like all others.
 */
export function responsesReachedFromPeople(rows: Record<string, string[]>): string[] {
  const general = new Set(shared.flatMap((table) => rows[table] ?? []).flatMap(ownId));
  const byMark = new Map<string, string[]>();
  const all = Object.entries(rows).filter(([table]) => !shared.includes(table));
  for (const line of all.flatMap(([, lines]) => lines)) {
    for (const mark of marksOf(line)) byMark.set(mark, [...(byMark.get(mark) ?? []), line]);
  }
  const reached = new Set<string>(rows["identity.person"]);
  for (const line of reached) {
    for (const mark of marksOf(line).filter((one) => !general.has(one))) {
      for (const next of byMark.get(mark) ?? []) reached.add(next);
    }
  }
  return (rows["answers.response"] ?? []).filter((line) => reached.has(line));
}

function ownId(line: string): string[] {
  const { id } = JSON.parse(line) as { id?: string };
  return id ? [id] : [];
}
