-- The closed loop in full: the clock's colours, waiting for the reporter, rising, merging, splitting, hiding, disputes.
alter table matters
  -- When it goes yellow; the promise itself holds the same.
  add column yellow_at timestamptz not null default '-infinity',
  -- Until when somebody has to take it up.
  add column accept_by timestamptz not null default '-infinity',
  -- When the clock has to look at it next: yellow, red, the next rise, a question nobody answered, a follow-up nobody answered.
  add column alarm_at timestamptz,
  add column warned_at timestamptz,
  add column late_at timestamptz,
  add column rise_at timestamptz,
  add column raised_to text check (raised_to in ('community', 'street', 'district')),
  add column supervisor_id uuid,
  -- The clock stands still while the reporter is asked.
  add column paused_at timestamptz,
  add column pause_until timestamptz,
  add column extended smallint not null default 0,
  add column urged integer not null default 0,
  add column disputed_at timestamptz,
  add column is_decided boolean not null default false,
  add column is_hidden boolean not null default false,
  add column merged_into uuid,
  add column follow_up_by timestamptz,
  add column rated integer not null default 0,
  add column satisfied integer not null default 0,
  add constraint matters_merged_into check ((status = 'merged') = (merged_into is not null)),
  add constraint matters_pause check ((paused_at is null) = (pause_until is null));
alter table matters
  alter column yellow_at drop default,
  alter column accept_by drop default,
  alter column extended drop default,
  alter column urged drop default,
  alter column is_decided drop default,
  alter column is_hidden drop default,
  alter column rated drop default,
  alter column satisfied drop default;

create index matters_alarm on matters (district_id, alarm_at, id) where alarm_at is not null;
create index matters_raised on matters (district_id, raised_to, due_at, id)
  where raised_to is not null and status in ('received', 'accepted', 'in_progress', 'answered');
create index matters_waiting on matters (district_id, due_at, id) where paused_at is not null;
create index matters_disputed on matters (district_id, due_at, id) where disputed_at is not null;

alter table reports
  drop constraint reports_channel_check,
  add constraint reports_channel_check check
    (channel in ('qr', 'web', 'phone', 'counter', 'visit', 'reception', 'worker', 'api')),
  add column voice_id uuid,
  -- WGS-84, as the reporter gave it with the report; never followed afterwards.
  add column lon double precision,
  add column lat double precision,
  -- Answers to the subject's own questions, by their code.
  add column answers jsonb not null default '{}',
  add column language text not null default 'zh' check (language in ('zh', 'en')),
  -- How the reporter wants to be told: not at all, by text message, or by what the office set up besides.
  add column notice_way text not null default 'sms',
  -- Which version of the notice on personal data was shown.
  add column consent_version integer,
  -- A minor's report is sent with a guardian's knowledge.
  add column by_guardian boolean not null default false,
  add column urged_at timestamptz,
  -- Taken out of another report when one person said two things at once.
  add column split_from uuid,
  -- The words and the contact were erased at the reporter's wish or when the time was over; the fingerprint stays.
  add column erased_at timestamptz,
  add constraint reports_point check ((lon is null) = (lat is null));

-- What a reporter said later: an answer to a question, or more about the same. Kept beside the history, which holds only its
-- fingerprint, so that it can be erased.
create table report_additions (
  district_id integer not null,
  id uuid not null,
  report_id uuid not null,
  matter_id uuid not null,
  words text not null check (length(words) <= 1000),
  photo_ids uuid[] not null,
  voice_id uuid,
  at timestamptz not null,
  fingerprint bytea not null,
  erased_at timestamptz,
  primary key (district_id, id),
  constraint report_additions_report foreign key (district_id, report_id) references reports (district_id, id)
);
create index report_additions_matter on report_additions (district_id, matter_id);

alter table subjects
  -- Further questions: [{code, kind, required, zh, en, choices: [{key, zh, en}]}], in the order they are asked.
  add column questions jsonb not null default '[]',
  add column description_zh text not null default '',
  add column description_en text not null default '',
  -- Whether matters about it may be shown to everybody at all.
  add column may_be_public boolean not null default true;

alter table matter_policies
  -- How much of the limit is gone when it turns yellow.
  add column yellow_percent integer not null default 80 check (yellow_percent between 10 and 99);

alter table routing_rules
  -- Any of these words in what was said; absent: whatever was said.
  add column words text[],
  add column channel text;

create table reply_templates (
  district_id integer not null references districts (id),
  id uuid not null,
  -- Whose it is: an area and everything below it.
  area_id integer not null,
  subject text,
  outcome text check (outcome in ('solved', 'explained', 'planned', 'referred')),
  title text not null check (title ~ '\S' and length(title) <= 40),
  words text not null check (words ~ '\S' and length(words) <= 1000),
  position integer not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (district_id, id),
  constraint reply_templates_area foreign key (district_id, area_id) references areas (district_id, id)
);
create index reply_templates_area_id on reply_templates (district_id, area_id) where retired_at is null;

create table saved_filters (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 40),
  query jsonb not null,
  position integer not null,
  primary key (district_id, id),
  constraint saved_filters_account foreign key (district_id, account_id) references accounts (district_id, id)
);
create index saved_filters_account_id on saved_filters (district_id, account_id, position);

-- Every event on its way into the feed: written with the event, taken out by whoever puts it in order.
create table matter_changes (
  district_id integer not null,
  id bigint generated always as identity,
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  hash bytea not null,
  -- What it changes in the figures.
  delta jsonb not null,
  primary key (district_id, id)
);

-- All events of the district in one order without a gap. Whoever follows it keeps the position reached.
create table matter_feed (
  district_id integer not null,
  position bigint not null check (position > 0),
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  hash bytea not null,
  primary key (district_id, position)
);

create table feed_cursors (
  district_id integer not null,
  name text not null,
  position bigint not null,
  primary key (district_id, name)
);

-- Figures of the matters received on a day or in a month, for each area on their path. Sums of what each matter is worth, so
-- that a recount gives the same. `subject` '' is all of them; single subjects stand by the month only.
create table matter_rollups (
  district_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  start date not null,
  subject text not null,
  received integer not null,
  reports integer not null,
  accepted integer not null,
  accepted_on_time integer not null,
  answered integer not null,
  answered_on_time integer not null,
  open_late integer not null,
  closed integer not null,
  solved integer not null,
  explained integer not null,
  planned integer not null,
  referred integer not null,
  returned integer not null,
  withdrawn integer not null,
  merged integer not null,
  reopened integer not null,
  warned integer not null,
  late integer not null,
  raised integer not null,
  urged integer not null,
  extended integer not null,
  rated integer not null,
  satisfied integer not null,
  answer_minutes bigint not null,
  primary key (district_id, area_id, grain, start, subject)
);

-- What a matter can be found by, as pieces of two characters; kept by whoever puts the events in order.
create table matter_search (
  district_id integer not null,
  matter_id uuid not null,
  document tsvector not null,
  primary key (district_id, matter_id)
);
create index matter_search_document on matter_search using gin (document);
