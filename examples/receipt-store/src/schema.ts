/**
 * The table, for PostgreSQL 14 and later and for PGlite alike. The trigger holds for whoever writes, the owner
 * of the table included; how to remove what is past its retention is in docs/receipts.md. The lock is for
 * several servers that start at once.
 */
export const schema = `
  select pg_advisory_xact_lock(27560);

  create table if not exists consent_receipts (
    seq            bigint      generated always as identity primary key,
    received       timestamptz not null default now(),
    key            text        not null unique,
    schema         smallint    not null,
    record_id      text        not null,
    rev            bigint      not null,
    time           timestamptz not null,
    policy_version text        not null,
    policy_url     text        not null,
    source         text        not null,
    choices        jsonb       not null,
    host           text        not null,
    language       text        not null
  );
  create index if not exists consent_receipts_record on consent_receipts (record_id, rev);
  create index if not exists consent_receipts_received on consent_receipts (received);

  create or replace function consent_receipts_refuse() returns trigger language plpgsql as $$
  begin
    raise exception 'consent_receipts is append-only: % is refused', tg_op;
  end $$;

  create or replace trigger consent_receipts_append_only
    before update or delete or truncate on consent_receipts
    for each statement execute function consent_receipts_refuse();
`
