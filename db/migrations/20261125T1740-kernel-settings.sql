-- What an office sets, one row a version: the newest counts, the older ones say what was in force when. Undone by a new change.
create table settings (
  district_id integer not null references districts (id),
  name text not null,
  version integer not null check (version > 0),
  value jsonb not null,
  changed_at timestamptz not null,
  -- Absent when the system or the command line changed it.
  changed_by uuid,
  primary key (district_id, name, version)
);
