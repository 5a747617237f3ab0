create table files (
  district_id integer not null references districts (id),
  id uuid not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  sha256 bytea not null,
  made_at timestamptz not null,
  made_by uuid,
  -- What holds the file, `<table>:<id>`; without a holder it is removed after a day.
  held_by text,
  primary key (district_id, id)
);
create index files_unheld on files (made_at) where held_by is null;
