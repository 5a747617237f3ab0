-- Keys of programs that report through the open interface, or that handle matters for an organisation.
create table open311_keys (
  district_id integer not null references districts (id),
  id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 60),
  contact_sealed bytea not null,
  starts_with text not null,
  -- SHA-256: the key itself is told once and kept nowhere.
  key_hash bytea not null,
  per_minute integer not null check (per_minute > 0),
  may_post boolean not null,
  may_update boolean not null,
  -- Whoever reports through it knows that the words are shown to everybody.
  words_are_public boolean not null,
  organisation_id uuid,
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  last_used_at timestamptz,
  -- The running minute and what was taken in it.
  minute timestamptz,
  minute_count integer not null default 0,
  primary key (district_id, id),
  constraint open311_keys_organisation foreign key (district_id, organisation_id)
    references organisations (district_id, id)
) with (fillfactor = 70);
create unique index open311_keys_hash on open311_keys (district_id, key_hash);

create table open311_key_days (
  district_id integer not null,
  key_id uuid not null,
  day date not null,
  posts integer not null,
  updates integer not null,
  primary key (district_id, key_id, day),
  constraint open311_key_days_key foreign key (district_id, key_id) references open311_keys (district_id, id)
);

-- What came through the interface, beside the report that was made of it.
create table open311_requests (
  district_id integer not null,
  report_id uuid not null,
  key_id uuid not null,
  token text not null,
  -- The client's own id of it, when it gave one.
  client_request_id text check (length(client_request_id) <= 100),
  content_hash bytea not null,
  -- How much of the report's words is the description; what follows was put below it: the address as written, a link.
  description_length integer not null check (description_length between 0 and 4000),
  media_url text,
  posted_at timestamptz not null,
  primary key (district_id, report_id),
  constraint open311_requests_report foreign key (district_id, report_id) references reports (district_id, id),
  constraint open311_requests_key foreign key (district_id, key_id) references open311_keys (district_id, id)
);
create unique index open311_requests_token on open311_requests (district_id, token);
create unique index open311_requests_client_id on open311_requests (district_id, key_id, client_request_id)
  where client_request_id is not null;
create index open311_requests_content on open311_requests (district_id, key_id, content_hash, posted_at);

-- Updates that were posted, so that one sent twice is done once.
create table open311_updates (
  district_id integer not null,
  key_id uuid not null,
  client_update_id text not null check (length(client_update_id) <= 100),
  content_hash bytea not null,
  matter_id uuid not null,
  -- The event it became.
  seq integer not null,
  posted_at timestamptz not null,
  primary key (district_id, key_id, client_update_id),
  constraint open311_updates_key foreign key (district_id, key_id) references open311_keys (district_id, id),
  constraint open311_updates_matter foreign key (district_id, matter_id) references matters (district_id, id)
);

-- Since when the list of services and their definitions is as it is.
create table open311_changesets (
  district_id integer not null references districts (id),
  at timestamptz not null,
  digest bytea not null,
  primary key (district_id, at)
);
