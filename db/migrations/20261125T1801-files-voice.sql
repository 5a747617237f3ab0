-- Voice notes beside photos. The default stays: while servers of two versions run, the older one keeps photos without naming the kind.
alter table files
  add column kind text not null default 'photo',
  add column duration_ms integer check (duration_ms >= 0),
  alter column width drop not null,
  alter column height drop not null,
  add constraint files_kind check (
    (kind = 'photo' and width is not null and height is not null and duration_ms is null)
    or (kind = 'voice' and width is null and height is null)
  );

-- What is being taken in: reserved before the slow work, so that nothing lies in the store that no row knows of.
create table file_uploads (
  district_id integer not null references districts (id),
  id uuid not null,
  -- Of what was sent, not of what is kept.
  sent_sha256 bytea not null,
  at timestamptz not null,
  primary key (district_id, id)
);
create index file_uploads_at on file_uploads (district_id, at);
