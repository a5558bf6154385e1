import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface Theme {
  id: string;
  title: Text;
}

interface ItemKey {
  programmeId: string;
  itemKey: string;
}

/** The themes of an open question that were not merged into others, by title. */
export async function listThemes(db: Db, { programmeId, itemKey }: ItemKey): Promise<Theme[]> {
  const themes = await db
    .selectFrom("theme")
    .select(["id", "title"])
    .where("programme_id", "=", programmeId)
    .where("item_key", "=", itemKey)
    .where("merged_into", "is", null)
    .execute();
  const titleOf = ({ title }: Theme) => Object.values(title)[0] ?? "";
  return themes.sort((a, b) => titleOf(a).localeCompare(titleOf(b), "lt"));
}

export async function insertTheme(db: Db, theme: ItemKey & { title: Text }): Promise<string> {
  const { id } = await db
    .insertInto("theme")
    .values({
      programme_id: theme.programmeId,
      item_key: theme.itemKey,
      title: json(theme.title),
      merged_into: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Gives every answer of one theme to another, and lets the first point to it. */
export async function mergeTheme(
  db: Db,
  { programmeId, from, into }: { programmeId: string; from: string; into: string },
): Promise<void> {
  const marks = await db
    .selectFrom("theme_mark")
    .select("response_id")
    .where("programme_id", "=", programmeId)
    .where("theme_id", "=", from)
    .execute();
  const moved = marks.map(({ response_id }) => ({
    programme_id: programmeId,
    theme_id: into,
    response_id,
  }));
  if (moved.length > 0) {
    await db
      .insertInto("theme_mark")
      .values(moved)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await db
    .deleteFrom("theme_mark")
    .where("programme_id", "=", programmeId)
    .where("theme_id", "=", from)
    .execute();
  await db
    .updateTable("theme")
    .set({ merged_into: into })
    .where("programme_id", "=", programmeId)
    .where("id", "=", from)
    .execute();
}

/** Sets which of the given themes one answer belongs to; other questions' themes stay as they are. */
export async function replaceMarks(
  db: Db,
  marks: { programmeId: string; responseId: string; among: string[]; chosen: string[] },
): Promise<void> {
  const { programmeId, responseId, among, chosen } = marks;
  if (among.length === 0) return;
  await db
    .deleteFrom("theme_mark")
    .where("programme_id", "=", programmeId)
    .where("response_id", "=", responseId)
    .where("theme_id", "in", among)
    .execute();
  if (chosen.length === 0) return;
  const rows = chosen.map((theme_id) => ({
    programme_id: programmeId,
    theme_id,
    response_id: responseId,
  }));
  await db.insertInto("theme_mark").values(rows).execute();
}
