import { sql } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";

/** An optional statement, on how many submitted sheets it was put, and on how many it was agreed to. */
export interface ConsentCount {
  key: string;
  text: Text;
  asked: number;
  given: number;
}

/** Optional consents over all waves and versions of the notice; of a text that changed, the newest stands for all. */
export async function countConsents(db: Db, programmeId: string): Promise<ConsentCount[]> {
  const { rows } = await sql<ConsentCount>`
    with statement as (
      select notice.id, notice.number, entry.value ->> 'key' as key, entry.value -> 'text' as text
      from notice_version as notice
      cross join jsonb_array_elements(notice.statements) as entry
      where notice.programme_id = ${programmeId} and entry.value ->> 'kind' = 'consent'
    )
    select
      statement.key,
      (array_agg(statement.text order by statement.number desc))[1] as text,
      count(response.id) as asked,
      count(response.id) filter (where (response.consents -> statement.key)::boolean) as given
    from statement
    left join answers.response as response
      on response.programme_id = ${programmeId}
      and response.notice_version_id = statement.id
      and response.status = 'submitted'
    group by statement.key
    order by statement.key
  `.execute(db);
  return rows;
}
