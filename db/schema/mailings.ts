import type { Generated } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { Json } from "./column.ts";

// Letters to participants: part of the schema `identity`. One interface a table; the migrations are the truth.

export interface MailingTable {
  programme_id: string;
  id: Generated<string>;
  kind: "invitation" | "reminder";
  wave_id: string;
  locality_id: string | null;
  subject: Json<Text>;
  body: Json<Text>;
  send_at: Date;
  created_by: string;
  created_at: Date;
  prepared_at: Date | null;
  ended_at: Date | null;
  cancelled_at: Date | null;
  sent_count: Generated<number>;
}

export type LetterStatus =
  | "waiting"
  | "sending"
  | "sent"
  | "refused"
  | "unclear"
  | "given-up"
  | "needless";

export interface LetterTable {
  programme_id: string;
  id: Generated<string>;
  mailing_id: string;
  enrolment_id: string;
  status: Generated<LetterStatus>;
  attempts: Generated<number>;
  not_before: Date;
  claimed_at: Date | null;
  ended_at: Date | null;
  reply: Generated<string>;
}
