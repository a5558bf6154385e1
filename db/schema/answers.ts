import type { Generated } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { MatchType } from "../../server/domain/words.ts";
import type { Json, JsonWithDefault } from "./column.ts";

// Codes, answers and scores: the schema `answers`. One interface a table; the migrations are the truth.

export interface AccessCodeTable {
  programme_id: string;
  id: Generated<string>;
  locality_id: string;
  group_id: string | null;
  kind: "card" | "drawn" | "self-made" | "invented";
  code: string | null;
  pairing_code: Generated<string>;
  created_on: string;
  revoked_at: Date | null;
}

export interface EntryTable {
  hash: Buffer;
  kind: "link" | "code" | "locality";
  programme_id: string;
  access_code_id: string | null;
  locality_id: string | null;
  revoked_at: Date | null;
}

export interface SelfMadeHashTable {
  programme_id: string;
  set_id: string;
  access_code_id: string;
  place: number;
  hash: Buffer;
}

export interface RefusedMatchTable {
  programme_id: string;
  earlier_id: string;
  later_id: string;
}

export interface MatchingEndTable {
  programme_id: string;
  ended_at: Date;
  key_destroyed_at: Date | null;
}

export interface ResponseTable {
  programme_id: string;
  id: Generated<string>;
  wave_id: string;
  pairing_code: string;
  match_type: Generated<MatchType>;
  locality_id: string;
  questionnaire_version_id: string;
  notice_version_id: string;
  language: string;
  channel: Generated<"online" | "kiosk" | "paper" | "import">;
  status: "draft" | "submitted";
  revision: Generated<number>;
  place: string | null;
  answers: Json<Answers>;
  consents: JsonWithDefault<Record<string, boolean>>;
  shuffle_seed: Generated<number>;
  idempotency_key: string | null;
  begun_at: Date | null;
  begun_on: string;
  submitted_on: string | null;
  entered_by: string | null;
  excluded_because: string | null;
}

export interface ScoreTable {
  programme_id: string;
  response_id: string;
  scale_key: string;
  units: number;
  answered: number;
  scoring_version: number;
}

export interface CellTable {
  programme_id: string;
  release_id: string;
  locality_id: string;
  scale_key: string;
  before_units: number | null;
  after_units: number | null;
  count: number;
}

export interface SettledAnswersTable {
  programme_id: string;
  release_id: string;
  locality_id: string;
  scale_key: string;
  tables: Json<unknown>;
}
