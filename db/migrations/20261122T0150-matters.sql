create table subjects (
  district_id integer not null references districts (id),
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  -- Absent for a group.
  group_key text,
  name_zh text not null,
  name_en text not null,
  icon text not null,
  level text not null check (level in ('grid', 'community', 'street', 'district')),
  evidence text not null check (evidence in ('none', 'photo')),
  position integer not null,
  retired_at timestamptz,
  primary key (district_id, key),
  constraint subjects_group foreign key (district_id, group_key) references subjects (district_id, key)
);

create table work_calendar (
  district_id integer not null references districts (id),
  day date not null,
  working boolean not null,
  name text not null default '',
  source text not null,
  primary key (district_id, day)
);

-- How long a level has for a type of matter, and who says so.
create table matter_policies (
  district_id integer not null references districts (id),
  id integer not null,
  matter_type text not null,
  level text not null check (level in ('grid', 'community', 'street', 'district')),
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('working_days', 'natural_days', 'hours', 'working_hours')),
  source text not null,
  version integer not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (district_id, id),
  constraint matter_policies_no_overlap exclude using gist (
    district_id with =, matter_type with =, level with =, daterange(valid_from, valid_to) with &&)
);

-- Ordered, first match wins; a matter that no rule names goes to the finest area that answers for the place.
create table routing_rules (
  district_id integer not null references districts (id),
  id integer not null,
  position integer not null,
  matter_type text not null,
  subject text,
  area_id integer,
  to_level text check (to_level in ('grid', 'community', 'street', 'district')),
  to_organisation_id uuid,
  note text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (district_id, id),
  constraint routing_rules_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint routing_rules_organisation foreign key (district_id, to_organisation_id)
    references organisations (district_id, id),
  constraint routing_rules_goes_somewhere check (to_level is not null or to_organisation_id is not null)
);

-- A fold of the matter's events: every column below can be rebuilt from them (`yige verify`).
create table matters (
  district_id integer not null references districts (id),
  id uuid not null,
  number text not null,
  type text not null,
  subject text not null,
  status text not null check (status in
    ('received', 'accepted', 'in_progress', 'answered', 'closed', 'returned', 'merged', 'withdrawn')),
  -- Which level holds it now.
  level text not null check (level in ('grid', 'community', 'street', 'district')),
  -- Where it is.
  place_id integer not null,
  -- Which area answers for it, and the levels above that one.
  area_id integer not null,
  area_path integer[] not null,
  street_id integer,
  community_id integer,
  grid_id integer,
  organisation_id uuid,
  handler_id uuid,
  -- Why it went where it went: the rule, the area, the post.
  route jsonb not null,
  -- What was promised: due time, policy and its version, calendar version.
  promise jsonb not null,
  due_at timestamptz not null,
  received_at timestamptz not null,
  accepted_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  followed_up_at timestamptz,
  follow_up text check (follow_up in ('satisfied', 'dissatisfied', 'declined', 'not_reached')),
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'explained', 'planned', 'referred')),
  status_at timestamptz not null,
  reopened integer not null,
  rerouted integer not null,
  has_evidence boolean not null,
  report_count integer not null,
  satisfaction smallint check (satisfaction between 1 and 5),
  is_public boolean not null,
  version integer not null,
  last_hash bytea not null,
  primary key (district_id, id),
  constraint matters_place foreign key (district_id, place_id) references areas (district_id, id),
  constraint matters_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint matters_closed_after_follow_up
    check (status <> 'closed' or (followed_up_at is not null and closed_at is not null and outcome is not null))
);
create unique index matters_number on matters (district_id, number);

-- One index for each level that has a work list: filter and order are one range of it, and counts need nothing else.
create index matters_open_district on matters (district_id, status, due_at, id) include (followed_up_at)
  where status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_open_street on matters (district_id, street_id, status, due_at, id) include (followed_up_at)
  where status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_open_community on matters (district_id, community_id, status, due_at, id) include (followed_up_at)
  where status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_open_grid on matters (district_id, grid_id, status, due_at, id) include (followed_up_at)
  where status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_open_handler on matters (district_id, handler_id, status, due_at, id)
  where status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_open_organisation on matters (district_id, organisation_id, status, due_at, id)
  where organisation_id is not null and status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_done_district on matters (district_id, status_at desc, id desc)
  where status in ('closed', 'returned', 'merged', 'withdrawn');
create index matters_done_street on matters (district_id, street_id, status_at desc, id desc)
  where status in ('closed', 'returned', 'merged', 'withdrawn');
create index matters_done_community on matters (district_id, community_id, status_at desc, id desc)
  where status in ('closed', 'returned', 'merged', 'withdrawn');
create index matters_done_grid on matters (district_id, grid_id, status_at desc, id desc)
  where status in ('closed', 'returned', 'merged', 'withdrawn');
create index matters_place_subject on matters (district_id, place_id, subject)
  where status in ('received', 'accepted', 'in_progress', 'answered');

-- Append-only and hash-chained: each event's hash covers the one before it.
create table matter_events (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_role text,
  data jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (district_id, matter_id, seq),
  constraint matter_events_matter foreign key (district_id, matter_id) references matters (district_id, id)
);

-- What one person said, once.
create table reports (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  subject text not null,
  place_id integer not null,
  door_token text,
  channel text not null check (channel in ('qr', 'web', 'phone', 'counter', 'visit', 'worker')),
  words text not null check (length(words) <= 1000),
  photo_ids uuid[] not null,
  contact_name_sealed bytea,
  contact_phone_sealed bytea,
  contact_phone_index bytea,
  is_private boolean not null,
  query_code text not null,
  taken_by uuid,
  received_at timestamptz not null,
  -- SHA-256 of what was said, held in the matter's chain: proof of receipt that survives erasing the words.
  fingerprint bytea not null,
  rating smallint check (rating between 1 and 5),
  rating_reasons text[] not null default '{}',
  rating_words text not null default '' check (length(rating_words) <= 300),
  rated_at timestamptz,
  withdrawn_at timestamptz,
  primary key (district_id, id),
  constraint reports_matter foreign key (district_id, matter_id) references matters (district_id, id)
);
create unique index reports_query_code on reports (district_id, query_code);
create index reports_matter_id on reports (district_id, matter_id);
create index reports_contact_phone on reports (district_id, contact_phone_index)
  where contact_phone_index is not null;
