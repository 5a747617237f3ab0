-- Figures that open to their rows: how it came, what lies beyond the unit that had it, and how long answers took.
alter table matters
  -- How the first report came; absent for what was received before it was kept here.
  add column channel text,
  -- A level above found that it lies beyond what the unit answers for: assessments can leave it out.
  add column is_beyond boolean not null default false;
alter table matters alter column is_beyond drop default;

-- Answers by the time they took, each counted once, in the first span that holds it. What took longer than thirty days is
-- the rest of `answered`.
-- `subject` also holds slices of the same sums, each with a mark: '@qr' a channel, '=grid' the level that has it,
-- '#<id>' the organisation that has it, '!beyond' what lies beyond the unit. The last stands by the day too.
alter table matter_rollups
  add column took_4h integer not null default 0,
  add column took_8h integer not null default 0,
  add column took_1d integer not null default 0,
  add column took_2d integer not null default 0,
  add column took_3d integer not null default 0,
  add column took_5d integer not null default 0,
  add column took_7d integer not null default 0,
  add column took_10d integer not null default 0,
  add column took_15d integer not null default 0,
  add column took_30d integer not null default 0;
alter table matter_rollups
  alter column took_4h drop default,
  alter column took_8h drop default,
  alter column took_1d drop default,
  alter column took_2d drop default,
  alter column took_3d drop default,
  alter column took_5d drop default,
  alter column took_7d drop default,
  alter column took_10d drop default,
  alter column took_15d drop default,
  alter column took_30d drop default;
