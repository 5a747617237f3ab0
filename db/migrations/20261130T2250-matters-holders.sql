-- Whether nobody took a matter up in time is seen by the clock, as the colours are, and kept in the figures.
alter table matters add column accept_late_at timestamptz;
update matters set alarm_at = least(alarm_at, accept_by)
  where status = 'received' and accepted_at is null and alarm_at is not null;
alter table matter_rollups add column accept_late integer not null default 0;

-- What lies with nobody, the first due first.
create index matters_unheld on matters (district_id, area_id, due_at)
  where handler_id is null and organisation_id is null and status in ('received', 'accepted', 'in_progress');
