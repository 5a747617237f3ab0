-- The staff desk: search by names in pinyin and by the last digits of a phone, lists by handler and organisation.
create table matter_search_names (
  district_id integer not null,
  -- Initials or full pinyin of an area's name, alone or with the names above it: bhhy3hl, binhehuayuan.
  piece text collate "C" not null,
  area_id integer not null,
  primary key (district_id, piece, area_id)
);

-- What waits to be put into the index is read through by every search: it is kept short.
alter index matter_search_document set (gin_pending_list_limit = 512);

create index matters_handler_id on matters (district_id, handler_id, id) where handler_id is not null;
create index matters_organisation_id on matters (district_id, organisation_id, id) where organisation_id is not null;

-- A keyed hash of the last four digits, for whoever may look at contacts.
alter table reports add column contact_tail_index bytea;
create index reports_contact_tail on reports (district_id, contact_tail_index, received_at)
  where contact_tail_index is not null;
