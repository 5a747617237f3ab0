-- When the last backup was made, so that somebody is told when there is none for too long.
create table backups (
  district_id integer not null references districts (id),
  made_at timestamptz not null,
  bytes bigint not null,
  is_locked boolean not null,
  primary key (district_id, made_at)
);
