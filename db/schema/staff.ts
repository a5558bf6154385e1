import type { Generated, GeneratedAlways } from "kysely";
import type { StaffRole } from "../../server/domain/words.ts";
import type { JsonWithDefault } from "./column.ts";

// Staff, their sessions, and the record of what was done. One interface a table; the migrations are the truth.

export interface StaffUserTable {
  id: Generated<string>;
  organisation_id: string;
  email: string;
  display_name: string;
  language: Generated<string>;
  password_hash: string | null;
  is_administrator: Generated<boolean>;
  disabled_at: Date | null;
  created_at: Generated<Date>;
}

export interface StaffRoleTable {
  programme_id: string;
  staff_user_id: string;
  role: StaffRole;
  locality_id: string | null;
  id: Generated<string>;
}

export interface SignInLinkTable {
  token_hash: Buffer;
  staff_user_id: string;
  expires_at: Date;
  used_at: Date | null;
}

export interface StaffSessionTable {
  token_hash: Buffer;
  staff_user_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

export interface ApiTokenTable {
  programme_id: string;
  id: Generated<string>;
  staff_user_id: string;
  name: string;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  last_used_on: string | null;
  revoked_at: Date | null;
}

export interface RateLimitTable {
  key: string;
  window_ends_at: Date;
  count: number;
}

export interface AuditEventTable {
  id: GeneratedAlways<number>;
  programme_id: string | null;
  at: Date;
  actor: string;
  action: string;
  subject: Generated<string>;
  reason: Generated<string>;
  detail: JsonWithDefault<Record<string, unknown>>;
  previous_hash: string;
  hash: string;
}
