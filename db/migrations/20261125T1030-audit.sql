-- Reading the audit by time, by person and by action; entries are only ever added, so these grow at their end.
create index audit_entries_at on audit_entries (district_id, at, id);
create index audit_entries_actor on audit_entries (district_id, actor_id, at, id) where actor_id is not null;
create index audit_entries_action on audit_entries (district_id, action, at, id);
