-- Needed by the exclusion constraints on dated rows; a trusted extension, so no superuser is required.
create extension if not exists btree_gist;

-- Shared reference table: the few districts this installation serves.
create table districts (
  id integer primary key check (id between 100000 and 999999),
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  hosts text[] not null default '{}',
  is_default boolean not null default false,
  created_at timestamptz not null
);
create unique index districts_one_default on districts (is_default) where is_default;

create table idempotency_keys (
  district_id integer not null,
  key uuid not null,
  payload_hash bytea not null,
  answer jsonb,
  at timestamptz not null,
  constraint idempotency_keys_pkey primary key (district_id, key)
);
create index idempotency_keys_at on idempotency_keys using brin (at);

create table audit_entries (
  district_id integer not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('visitor', 'person', 'system')),
  actor_id uuid,
  roles text[] not null,
  request_id text not null,
  action text not null,
  subject text not null,
  details jsonb not null,
  primary key (district_id, id)
);
create index audit_entries_subject on audit_entries (district_id, subject, id);

-- Numbers that must have no gap: one row each, changed in the transaction that uses the number.
create table counters (
  district_id integer not null,
  name text not null,
  value bigint not null,
  primary key (district_id, name)
) with (fillfactor = 50);
