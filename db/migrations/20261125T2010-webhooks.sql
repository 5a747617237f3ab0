-- Where programs of others are told what happens to matters.
create table webhooks (
  district_id integer not null references districts (id),
  id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 60),
  url text not null check (length(url) <= 500),
  -- Kinds of events, never empty.
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Matters of this area and below; the whole district when absent.
  area_id integer,
  state text not null check (state in ('active', 'paused', 'failed', 'gone', 'ended')),
  state_at timestamptz not null,
  secret_sealed bytea not null,
  -- Signs beside the new one until then, so that the receiver can change over.
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  -- Under which address the office was open when it was made: links in messages begin with it.
  base text not null,
  -- Since when nothing got through; absent while it works.
  failing_since timestamptz,
  made_at timestamptz not null,
  made_by uuid,
  primary key (district_id, id),
  constraint webhooks_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint webhooks_old_secret check ((old_secret_sealed is null) = (old_secret_until is null))
);

-- One message for one webhook. What it says is fixed when the event is taken from the feed.
create table webhook_messages (
  district_id integer not null,
  webhook_id uuid not null,
  id uuid not null,
  -- The place of its event in the feed; absent for a test.
  position bigint,
  -- What must arrive in order: the matter; a test stands alone.
  matter_id uuid,
  kind text not null,
  number text,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'dropped')),
  made_at timestamptz not null,
  tries integer not null,
  -- How often it was put off since it was made or sent again; the waits grow with it.
  put_off integer not null,
  -- When it is tried next, or until when a worker has it in hand.
  next_at timestamptz not null,
  -- When it is given up.
  drop_at timestamptz not null,
  done_at timestamptz,
  last_status integer,
  last_outcome text,
  primary key (district_id, id),
  constraint webhook_messages_webhook foreign key (district_id, webhook_id) references webhooks (district_id, id)
);
-- An event is told to a webhook once.
create unique index webhook_messages_event on webhook_messages (district_id, webhook_id, position) where position is not null;
create index webhook_messages_due on webhook_messages (district_id, webhook_id, next_at, id) where state = 'waiting';
create index webhook_messages_matter on webhook_messages (district_id, webhook_id, matter_id, position) where state = 'waiting';
create index webhook_messages_list on webhook_messages (district_id, webhook_id, id desc);
create index webhook_messages_made on webhook_messages (district_id, made_at);

create table webhook_tries (
  district_id integer not null,
  message_id uuid not null,
  n integer not null check (n > 0),
  at timestamptz not null,
  -- What came back: an HTTP status, or none.
  status integer,
  outcome text not null,
  took_ms integer not null,
  -- The beginning of the answer, without anything that looks like a number of a person.
  answer text not null check (length(answer) <= 500),
  primary key (district_id, message_id, n),
  constraint webhook_tries_message foreign key (district_id, message_id)
    references webhook_messages (district_id, id) on delete cascade
);
