import { sql } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import { fewestAnswerers } from "../../server/domain/themes/theme-counts.ts";
import type { Db } from "../connect.ts";
import { closedAnswers } from "./open-answers.ts";

/** Words that may be printed: chosen, agreed to by their writer, and of a question that enough people answered. */
export interface Quotation {
  itemKey: string;
  text: string;
  /** The theme they were found to be about; of several, the first by title. */
  themeKey?: string;
  themeTitle?: Text;
}

interface ResponseItem {
  programmeId: string;
  itemKey: string;
  responseId: string;
}

/**
 * The quotations of a programme, question by question, in an order that has to do with neither person, place nor time.
 * Whatever stopped being allowed since they were chosen (consent, closing, ten answers) is left out.
 */
export async function listQuotations(db: Db, programmeId: string): Promise<Quotation[]> {
  const items = await db
    .selectFrom("quotation")
    .select("item_key as itemKey")
    .distinct()
    .where("programme_id", "=", programmeId)
    .orderBy("item_key")
    .execute();
  const quotations: Quotation[] = [];
  for (const { itemKey } of items) {
    quotations.push(...(await listOfItem(db, { programmeId, itemKey })));
  }
  return quotations;
}

interface QuotationRow {
  itemKey: string;
  text: string;
  themeKey: string | null;
  themeTitle: Text | null;
}

async function listOfItem(
  db: Db,
  key: { programmeId: string; itemKey: string },
): Promise<Quotation[]> {
  const { programmeId, itemKey } = key;
  const { rows } = await sql<QuotationRow>`
    with told as (${closedAnswers(key)})
    select quotation.item_key as "itemKey", quotation.text, about.id as "themeKey", about.title as "themeTitle"
    from told
    join quotation on quotation.programme_id = ${programmeId}
      and quotation.response_id = told.id and quotation.item_key = ${itemKey}
    left join lateral (
      select theme.id, theme.title
      from theme_mark
      join theme on theme.programme_id = theme_mark.programme_id and theme.id = theme_mark.theme_id
      where theme_mark.programme_id = ${programmeId}
        and theme_mark.response_id = told.id
        and theme.item_key = ${itemKey}
      order by theme.title::text
      limit 1
    ) about on true
    where told.may_quote
      and (select count(distinct pairing_code) from told) >= ${fewestAnswerers}
    order by md5(told.id::text || ${itemKey} || 'quotation')
  `.execute(db);
  return rows.map(({ themeKey, themeTitle, ...row }) => ({
    ...row,
    ...(themeKey !== null && { themeKey }),
    ...(themeTitle !== null && { themeTitle }),
  }));
}

/** What is chosen of each answer to one question, by response. */
export async function listChosenTexts(
  db: Db,
  { programmeId, itemKey }: Omit<ResponseItem, "responseId">,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("quotation")
    .select(["response_id as responseId", "text"])
    .where("programme_id", "=", programmeId)
    .where("item_key", "=", itemKey)
    .execute();
  return new Map(rows.map(({ responseId, text }) => [responseId, text]));
}

/** Chooses words of an answer, in place of those chosen before. */
export async function replaceQuotation(
  db: Db,
  { programmeId, itemKey, responseId, text }: ResponseItem & { text: string },
): Promise<void> {
  await db
    .insertInto("quotation")
    .values({ programme_id: programmeId, response_id: responseId, item_key: itemKey, text })
    .onConflict((conflict) =>
      conflict.columns(["programme_id", "response_id", "item_key"]).doUpdateSet({ text }),
    )
    .execute();
}

export async function deleteQuotation(
  db: Db,
  { programmeId, itemKey, responseId }: ResponseItem,
): Promise<void> {
  await db
    .deleteFrom("quotation")
    .where("programme_id", "=", programmeId)
    .where("response_id", "=", responseId)
    .where("item_key", "=", itemKey)
    .execute();
}
