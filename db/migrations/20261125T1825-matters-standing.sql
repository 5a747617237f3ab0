-- How many stand where now, for each area: the sums over all time, beside those of a day and a month.
alter table matter_rollups drop constraint matter_rollups_grain_check;
alter table matter_rollups
  add constraint matter_rollups_grain_check check (grain in ('day', 'month', 'all')),
  add column todo integer not null default 0,
  add column doing integer not null default 0,
  add column yellow integer not null default 0,
  add column waiting integer not null default 0,
  add column supervised integer not null default 0,
  add column disputed integer not null default 0,
  add column to_follow_up integer not null default 0,
  add column to_close integer not null default 0;
