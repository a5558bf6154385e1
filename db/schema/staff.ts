import type { Generated, GeneratedAlways } from "kysely";
import type { SignInMethod } from "../../server/domain/staff/sign-in-method.ts";
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
  password_changed_at: Date | null;
  /** Base32, as it was shown to be scanned; in use once it was confirmed. */
  totp_secret: string | null;
  totp_confirmed_at: Date | null;
  /** The half minute of the last code that was taken: neither it nor an earlier one is taken again. */
  totp_last_step: number | null;
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
  kind: Generated<SignInLinkKind>;
  browser_hash: Buffer | null;
}

/** Printed or handed over by somebody; asked for by letter; or an invitation. */
export type SignInLinkKind = "link" | "letter" | "invitation";

export interface StaffSessionTable {
  token_hash: Buffer;
  staff_user_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  /** What the list of sessions calls it; the token and its hash are never shown. */
  id: Generated<string>;
  method: Generated<SignInMethod>;
  device: Generated<string>;
}

export interface RecoveryCodeTable {
  staff_user_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}

export interface PasskeyTable {
  /** The credential's own id, in base64url. */
  id: string;
  staff_user_id: string;
  name: string;
  public_key: Buffer;
  counter: number;
  transports: Generated<string[]>;
  created_at: Date;
  last_used_at: Date | null;
}

export interface ExternalIdentityTable {
  issuer: string;
  subject: string;
  staff_user_id: string;
  created_at: Date;
}

export interface SignInStepTable {
  token_hash: Buffer;
  kind: SignInStepKind;
  staff_user_id: string | null;
  method: SignInMethod | null;
  challenge: string | null;
  tries: Generated<number>;
  expires_at: Date;
}

export type SignInStepKind = "second-factor" | "passkey" | "passkey-enrolment";

export interface KnownBrowserTable {
  staff_user_id: string;
  token_hash: Buffer;
  last_used_at: Date;
}

export interface SetUpLinkTable {
  token_hash: Buffer;
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
