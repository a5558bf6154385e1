import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** One person's words to one open question, without anything that says whose or when. */
export interface OpenAnswer {
  responseId: string;
  text: string;
  /** Whether the person agreed that their words be quoted. */
  mayQuote: boolean;
  themeIds: string[];
}

export interface OpenItemKey {
  programmeId: string;
  itemKey: string;
}

/** The consent that allows quoting; a notice that has no such statement allows none. */
const quotingConsent = "quote-open";

/**
 * Answers of waves that have closed, in an order that has to do with neither time nor place. The words are the
 * participant's own: whoever shows them has asked for a reason and written it down.
 */
export async function listOpenAnswers(
  db: Db,
  { programmeId, itemKey }: OpenItemKey,
): Promise<OpenAnswer[]> {
  const { rows } = await sql<OpenAnswer>`
    with told as (${closedAnswers({ programmeId, itemKey })})
    select
      told.id as "responseId",
      told.text as text,
      told.may_quote as "mayQuote",
      coalesce(
        (
          select array_agg(theme_mark.theme_id order by theme_mark.theme_id)
          from theme_mark
          join theme on theme.programme_id = theme_mark.programme_id and theme.id = theme_mark.theme_id
          where theme_mark.programme_id = ${programmeId}
            and theme_mark.response_id = told.id
            and theme.item_key = ${itemKey}
        ),
        '{}'
      ) as "themeIds"
    from told
    order by md5(told.id::text || ${itemKey})
  `.execute(db);
  return rows;
}

/** How many people answered an open question in waves that have closed. */
export async function countOpenAnswerers(db: Db, key: OpenItemKey): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    with told as (${closedAnswers(key)})
    select count(distinct pairing_code) as people from told
  `.execute(db);
  return rows[0]!.people;
}

/** How many people each theme was found with, by the theme's id. */
export async function countThemePeople(db: Db, key: OpenItemKey): Promise<Map<string, number>> {
  const { rows } = await sql<{ themeId: string; people: number }>`
    with told as (${closedAnswers(key)})
    select theme_mark.theme_id as "themeId", count(distinct told.pairing_code) as people
    from told
    join theme_mark on theme_mark.programme_id = ${key.programmeId} and theme_mark.response_id = told.id
    group by theme_mark.theme_id
  `.execute(db);
  return new Map(rows.map(({ themeId, people }) => [themeId, people]));
}

/** Whether this response has an answer that may be looked at. */
export async function hasOpenAnswer(
  db: Db,
  key: OpenItemKey & { responseId: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with told as (${closedAnswers(key)})
    select id from told where id = ${key.responseId}
  `.execute(db);
  return rows.length > 0;
}

/** Answers to one open question in waves that have closed: id, pairing_code, text, may_quote. */
export function closedAnswers({ programmeId, itemKey }: OpenItemKey) {
  return sql`
    select
      response.id,
      response.pairing_code,
      btrim(response.answers ->> ${itemKey}) as text,
      coalesce((response.consents ->> ${quotingConsent})::boolean, false) as may_quote
    from answers.response
    join wave_window
      on wave_window.programme_id = response.programme_id
      and wave_window.wave_id = response.wave_id
      and wave_window.locality_id = response.locality_id
    where response.programme_id = ${programmeId}
      and response.status = 'submitted'
      and response.excluded_because is null
      and wave_window.closed_at is not null
      and jsonb_typeof(response.answers -> ${itemKey}) = 'string'
      and btrim(response.answers ->> ${itemKey}) <> ''
  `;
}

/** What is written to the record when somebody looks at the words of one question. */
export const openingAction = "opened-open-answers";

/** Whether somebody has given a reason for looking at these answers since a moment. */
export async function hasOpenedAnswers(
  db: Db,
  { programmeId, itemKey, actor, since }: OpenItemKey & { actor: string; since: Date },
): Promise<boolean> {
  const event = await db
    .selectFrom("audit_event")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("actor", "=", actor)
    .where("action", "=", openingAction)
    .where("subject", "=", itemKey)
    .where("at", ">", since)
    .limit(1)
    .executeTakeFirst();
  return event !== undefined;
}
