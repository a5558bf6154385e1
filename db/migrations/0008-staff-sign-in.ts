import { type Kysely, sql } from "kysely";

/** Ways in for staff: passwords with a second factor, passkeys, letters, an institution's own sign-in; and first set-up. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table staff_user
      add column password_changed_at timestamptz,
      add column totp_secret text,
      add column totp_confirmed_at timestamptz,
      add column totp_last_step bigint;
    -- Whoever signs in says an e-mail address: it must be one account's, whichever organisation that is in.
    create unique index staff_user_email_once on staff_user (lower(email));

    alter table sign_in_link
      add column kind text not null default 'link' check (kind in ('link', 'letter', 'invitation')),
      -- A link in a letter works in the browser alone in which it was asked for.
      add column browser_hash bytea;
    create index sign_in_link_by_user on sign_in_link (staff_user_id);

    alter table staff_session
      add column id uuid not null default gen_random_uuid() unique,
      add column method text not null default 'link'
        check (method in ('password', 'passkey', 'link', 'openid', 'set-up')),
      add column device text not null default '';

    create table recovery_code (
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      code_hash bytea not null,
      used_at timestamptz,
      primary key (staff_user_id, code_hash)
    );

    create table passkey (
      id text primary key,
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      name text not null,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null default '{}',
      created_at timestamptz not null,
      last_used_at timestamptz
    );
    create index passkey_by_user on passkey (staff_user_id);

    create table external_identity (
      issuer text not null,
      subject text not null,
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      created_at timestamptz not null,
      primary key (issuer, subject)
    );
    create index external_identity_by_user on external_identity (staff_user_id);

    -- A sign-in that has begun and not ended: known to the one browser that holds its token.
    create table sign_in_step (
      token_hash bytea primary key,
      kind text not null check (kind in ('second-factor', 'passkey', 'passkey-enrolment')),
      staff_user_id uuid references staff_user (id) on delete cascade,
      method text,
      challenge text,
      tries smallint not null default 0,
      expires_at timestamptz not null
    );
    create index sign_in_step_by_user on sign_in_step (staff_user_id);

    -- Browsers in which somebody signed in before: a flood of wrong passwords from elsewhere does not lock these out.
    create table known_browser (
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      token_hash bytea not null,
      last_used_at timestamptz not null,
      primary key (staff_user_id, token_hash)
    );

    create table set_up_link (
      token_hash bytea primary key,
      expires_at timestamptz not null
    );
  `.execute(db);
}
