-- How many that were taken up got a reply at all, whatever became of it since.
alter table matter_rollups add column replied integer not null default 0;
alter table matter_rollups alter column replied drop default;
