-- Trees of another day are walked along the parents of that day.
create index area_versions_parent_id on area_versions (district_id, parent_id, valid_from);

-- What became of an area when grids were split, merged, or gave buildings to each other.
create table area_lineage (
  district_id integer not null references districts (id),
  from_id integer not null,
  to_id integer not null check (to_id <> from_id),
  -- From this day on the newer area answers for it.
  day date not null,
  kind text not null check (kind in ('split', 'merge', 'move')),
  primary key (district_id, from_id, to_id, day),
  constraint area_lineage_from foreign key (district_id, from_id) references areas (district_id, id),
  constraint area_lineage_to foreign key (district_id, to_id) references areas (district_id, id)
);
create index area_lineage_to_id on area_lineage (district_id, to_id);

-- A grid may extend the 12 digits of its community by three of its own.
alter table areas drop constraint areas_code_check;
alter table areas drop constraint areas_code_kind;
alter table areas add constraint areas_code_shape check (code ~ '^[0-9]{12}([0-9]{3})?$');
alter table areas add constraint areas_code_kind check (
  code is null
  or (kind in ('district', 'street', 'community') and length(code) = 12)
  or (kind = 'grid' and length(code) = 15));

-- How many households live there, as counted; no register of persons stands behind it.
alter table areas add column households integer check (households between 0 and 1000000);
alter table area_versions add column households integer;
