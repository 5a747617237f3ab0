-- Every piece begins with the month the matter came in, told from its id (UUIDv7, UTC): two characters, base 36, months since
-- the year 2000. A word's list of matters is then one short list per month, and a page of the newest is found without the old.
create table matter_search_by_month as
select district_id, matter_id,
  array_to_tsvector(array(
    select period || piece from unnest(tsvector_to_array(document)) as piece where piece !~ '^@[dm][0-9]{4}-')
    || (period || '@d' || to_char(received, 'DD'))) as document
from matter_search
cross join lateral (select to_timestamp(
  ('x' || substr(replace(matter_id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) at time zone 'UTC' as received) as r
cross join lateral (
  select (extract(year from received)::int - 2000) * 12 + extract(month from received)::int - 1 as month) as m
cross join lateral (
  select substr('0123456789abcdefghijklmnopqrstuvwxyz', month / 36 + 1, 1)
    || substr('0123456789abcdefghijklmnopqrstuvwxyz', month % 36 + 1, 1) as period) as p
order by district_id, matter_id;

drop table matter_search;
alter table matter_search_by_month rename to matter_search;
alter table matter_search
  alter column district_id set not null,
  alter column matter_id set not null,
  alter column document set not null,
  add primary key (district_id, matter_id);
create index matter_search_document on matter_search using gin (document) with (gin_pending_list_limit = 512);

-- A new table has no statistics until it is looked at: searches would read it whole.
analyze matter_search;
