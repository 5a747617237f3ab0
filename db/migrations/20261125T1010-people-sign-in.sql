alter table accounts
  -- Given by somebody else: its owner changes it at the first sign-in.
  add column password_is_first boolean not null default false,
  -- Absent: not since the account was made.
  add column password_changed_at timestamptz,
  add column signed_in_at timestamptz;

-- Hashes of earlier passwords, so that they are not taken again.
create table old_passwords (
  district_id integer not null,
  account_id uuid not null,
  until timestamptz not null,
  password_hash text not null,
  primary key (district_id, account_id, until),
  constraint old_passwords_account foreign key (district_id, account_id) references accounts (district_id, id)
);

alter table sessions
  add column id uuid not null default gen_random_uuid(),
  -- Absent: not since it began.
  add column used_at timestamptz,
  -- Over when it was not used for so long; absent: only at its end.
  add column idle_minutes integer check (idle_minutes > 0),
  add column kept boolean not null default false,
  -- The kind of device and browser, never the address.
  add column device text not null default 'other' check (length(device) <= 40);
create unique index sessions_id on sessions (district_id, id);
create index sessions_account on sessions (district_id, account_id);

-- A time-based code (RFC 6238). The secret is sealed; it counts from the moment a first code confirmed it.
create table second_factors (
  district_id integer not null,
  account_id uuid not null,
  secret_sealed bytea not null,
  offered_at timestamptz not null,
  confirmed_at timestamptz,
  -- The last 30 seconds whose code was taken: no code is taken twice.
  last_step bigint not null default 0,
  primary key (district_id, account_id),
  constraint second_factors_account foreign key (district_id, account_id) references accounts (district_id, id)
);

-- Ten codes for who lost the phone, each good once.
create table recovery_codes (
  district_id integer not null,
  account_id uuid not null,
  slot smallint not null check (slot between 0 and 9),
  code_hash text not null,
  used_at timestamptz,
  primary key (district_id, account_id, slot),
  constraint recovery_codes_factor foreign key (district_id, account_id)
    references second_factors (district_id, account_id) on delete cascade
);

-- Somebody between the right password and a session: a code, a new password or a second factor is still wanted.
create table sign_in_steps (
  district_id integer not null,
  ticket_hash bytea not null,
  account_id uuid not null,
  via text not null check (via in ('password', 'provider')),
  factor_passed boolean not null default false,
  kept boolean not null,
  bearer boolean not null,
  expires_at timestamptz not null,
  primary key (district_id, ticket_hash),
  constraint sign_in_steps_account foreign key (district_id, account_id) references accounts (district_id, id)
);
create index sign_in_steps_account on sign_in_steps (district_id, account_id);
