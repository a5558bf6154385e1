import type { Db } from "../../../db/connect.ts";
import { listApiTokens } from "../../../db/queries/api-tokens.ts";
import { apiPage } from "../../../web/pages/dashboard/api-page.tsx";
import { formatDay } from "../../../web/texts/numbers.ts";
import { endpoints } from "./api/endpoints.ts";
import type { PageInput } from "./show-overview.ts";

interface ApiPageInput extends PageInput {
  staffUserId: string;
  origin: string;
  now: Date;
  /** A token just made. */
  made?: string;
}

/** The page for programmers, with the reader's own tokens. */
export async function showApi(db: Db, input: ApiPageInput): Promise<string> {
  const { programme, staffUserId, language, now } = input;
  const tokens = await listApiTokens(db, { programmeId: programme.id, staffUserId }, now);
  return apiPage({
    ...input,
    made: input.made,
    endpoints,
    tokens: tokens.map(({ id, name, expiresAt, lastUsedOn }) => ({
      id,
      name,
      validUntil: formatDay(expiresAt.toISOString().slice(0, 10), language),
      lastUsed: lastUsedOn && formatDay(lastUsedOn, language),
    })),
  });
}
