-- A log anybody can check: the events of a district as leaves of one growing Merkle tree (RFC 9162), its root published every hour.
create table log_nodes (
  district_id integer not null references districts (id),
  -- 0: the leaves, in the order of the feed from zero; above them only whole subtrees, which never change again.
  level smallint not null check (level between 0 and 60),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (district_id, level, index)
);

create table log_heads (
  district_id integer not null references districts (id),
  -- How many leaves the root covers.
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  published_at timestamptz not null,
  -- Ed25519 over what `headText` says, by the key of then: with another secret of the installation comes another key.
  signature bytea not null,
  public_key bytea not null check (length(public_key) = 32),
  primary key (district_id, size)
);
create index log_heads_published_at on log_heads (district_id, published_at desc);

-- Where an event stands in the feed, from the event.
create unique index matter_feed_event on matter_feed (district_id, matter_id, seq);
