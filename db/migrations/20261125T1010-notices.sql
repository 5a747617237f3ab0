-- What one person is told about one thing. Words and address are sealed and erased after a while; that it was said stays longer.
create table notices (
  district_id integer not null references districts (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z]+[.][a-z][a-z0-9-]*$'),
  -- What the teller calls this telling: told twice under one key, it is told once.
  key text not null check (length(key) between 1 and 120),
  -- Keyed hash of who is told.
  recipient bytea not null,
  -- Staff: the ways are theirs to choose.
  account_id uuid,
  -- A resident: the way and the address the teller gave.
  way text check (way in ('sms', 'email', 'wechat', 'wecom', 'dingtalk')),
  address_sealed bytea,
  language text check (language in ('zh', 'en')),
  words_sealed bytea,
  -- `<thing>:<id>`
  about text not null check (about ~ '^[a-z-]+:\S+$'),
  area_id integer,
  told_at timestamptz not null,
  -- Of no use after this.
  until timestamptz,
  -- When the ways were chosen; empty until then.
  planned_at timestamptz,
  read_at timestamptz,
  primary key (district_id, id),
  constraint notices_account foreign key (district_id, account_id) references accounts (district_id, id),
  constraint notices_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint notices_recipient check ((account_id is null) = (way is not null))
);
create unique index notices_told_once on notices (district_id, kind, key, recipient);
create index notices_unplanned on notices (district_id, told_at) where planned_at is null;
create index notices_of_account on notices (district_id, account_id, told_at desc, id desc) where account_id is not null;
create index notices_unread on notices (district_id, account_id) where account_id is not null and read_at is null;
create index notices_told_at on notices (district_id, told_at desc, id desc);
create index notices_about on notices (district_id, about);

-- One way a notice goes.
create table notice_deliveries (
  district_id integer not null,
  notice_id uuid not null,
  way text not null check (way in ('sms', 'email', 'wechat', 'wecom', 'dingtalk')),
  status text not null check (status in ('waiting', 'sent', 'dead', 'skipped')),
  -- 100****0000
  masked text not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  outcome text,
  -- The provider's own code, never its sentence: that may quote the address.
  detail text not null default '' check (length(detail) <= 80),
  provider_id text not null default '' check (length(provider_id) <= 100),
  changed_at timestamptz not null,
  primary key (district_id, notice_id, way),
  constraint notice_deliveries_notice foreign key (district_id, notice_id) references notices (district_id, id)
);
create index notice_deliveries_waiting on notice_deliveries (district_id, due_at) where status = 'waiting';
create index notice_deliveries_dead on notice_deliveries (district_id, changed_at) where status = 'dead';
create index notice_deliveries_changed_at on notice_deliveries (district_id, changed_at);

create table notice_tries (
  district_id integer not null,
  id bigint generated always as identity,
  notice_id uuid not null,
  way text not null,
  at timestamptz not null,
  outcome text not null,
  detail text not null,
  provider_id text not null,
  primary key (district_id, id),
  constraint notice_tries_delivery foreign key (district_id, notice_id, way)
    references notice_deliveries (district_id, notice_id, way)
);
create index notice_tries_notice_id on notice_tries (district_id, notice_id, way);
create index notice_tries_way on notice_tries (district_id, way, id desc);

-- Where colleagues can be reached; each address was confirmed by a code sent there.
create table notice_addresses (
  district_id integer not null,
  account_id uuid not null,
  way text not null check (way in ('sms', 'email', 'wechat', 'wecom', 'dingtalk')),
  address_sealed bytea not null,
  masked text not null,
  confirmed_at timestamptz not null,
  primary key (district_id, account_id, way),
  constraint notice_addresses_account foreign key (district_id, account_id) references accounts (district_id, id)
);

create table notice_choices (
  district_id integer not null,
  account_id uuid not null,
  language text not null check (language in ('zh', 'en')),
  -- Group of kinds -> the ways chosen for it; a group without an entry goes the usual ways.
  ways jsonb not null,
  -- Own quiet hours as HH:MM; empty: those of the district.
  quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_until text check (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  changed_at timestamptz not null,
  primary key (district_id, account_id),
  constraint notice_choices_account foreign key (district_id, account_id) references accounts (district_id, id),
  constraint notice_choices_quiet check ((quiet_from is null) = (quiet_until is null))
);

-- Secrets of the providers: written, used, never shown.
create table notice_credentials (
  district_id integer not null references districts (id),
  way text not null,
  secret_sealed bytea not null,
  changed_at timestamptz not null,
  primary key (district_id, way)
);

-- What providers give for a while in exchange for a secret; shared by all servers.
create table notice_tokens (
  district_id integer not null references districts (id),
  name text not null,
  token_sealed bytea,
  expires_at timestamptz not null,
  primary key (district_id, name)
);

create table one_time_codes (
  district_id integer not null references districts (id),
  id uuid not null,
  purpose text not null check (purpose ~ '^[a-z]+[.][a-z-]+$'),
  -- Keyed hashes: of the address it went to, and of the browser or address that asked.
  subject bytea not null,
  asker bytea not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (district_id, id)
);
create index one_time_codes_subject on one_time_codes (district_id, subject, made_at desc);
create index one_time_codes_asker on one_time_codes (district_id, asker, made_at desc);

-- What a demonstration would have sent, for whoever tries it out.
create table demo_messages (
  district_id integer not null references districts (id),
  id uuid not null,
  way text not null,
  address_sealed bytea not null,
  text_sealed bytea not null,
  sent_at timestamptz not null,
  primary key (district_id, id)
);
create index demo_messages_sent_at on demo_messages (district_id, sent_at desc);
