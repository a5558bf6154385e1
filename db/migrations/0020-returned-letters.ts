import { type Kysely, sql } from "kysely";

/**
 * A mark on an address from which letters come back. It is of the address as it stands: whoever gives somebody another
 * one, by whatever way, takes the mark away. And what earlier releases kept of reminders is forgotten: whom one was for,
 * and how many these were, says who had not answered.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table identity.person
      add column returned_address text not null default '',
      add column returned_at timestamptz,
      add constraint person_returned_check
        check ((returned_address = '') = (returned_at is null));

    create function forget_returned_address() returns trigger language plpgsql as $$
    begin
      if new.returned_address <> lower(new.email) then
        new.returned_address := '';
        new.returned_at := null;
      end if;
      return new;
    end $$;
    create trigger person_has_another_address before update on identity.person
      for each row when (new.returned_at is not null)
      execute function forget_returned_address();

    delete from identity.letter using identity.mailing, programme
    where mailing.programme_id = letter.programme_id
      and mailing.id = letter.mailing_id
      and programme.id = mailing.programme_id
      and mailing.kind = 'reminder'
      and mailing.ended_at is not null
      and programme.identity_mode = 'register';
    update identity.mailing set sent_count = 0
    from programme
    where programme.id = mailing.programme_id
      and mailing.kind = 'reminder'
      and programme.identity_mode = 'register';
  `.execute(db);
}
