create table areas (
  district_id integer not null references districts (id),
  id integer not null check (id > 0),
  kind text not null check (kind in
    ('district', 'street', 'community', 'quarter', 'grid', 'micro_grid', 'building', 'unit')),
  -- The official 12-digit statistical division code; districts, streets and communities only.
  code text check (code ~ '^[0-9]{12}$'),
  name text not null check (name ~ '\S' and length(name) <= 80),
  parent_id integer,
  -- From the district down to the area itself.
  path integer[] not null,
  street_id integer,
  community_id integer,
  grid_id integer,
  community_type text check (community_type in ('old', 'commercial', 'work_unit', 'village_turned')),
  grid_kind text check (grid_kind in ('community', 'rural', 'dedicated')),
  -- GeoJSON Polygon or MultiPolygon, WGS-84.
  boundary jsonb,
  lon double precision,
  lat double precision,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  changed_at timestamptz not null,
  primary key (district_id, id),
  constraint areas_parent foreign key (district_id, parent_id) references areas (district_id, id),
  constraint areas_root check ((kind = 'district') = (parent_id is null)),
  constraint areas_code_kind check (code is null or kind in ('district', 'street', 'community')),
  constraint areas_community_type_kind check (community_type is null or kind = 'community'),
  constraint areas_grid_kind_kind check (grid_kind is null or kind = 'grid')
);
create unique index areas_code on areas (district_id, code) where valid_to is null;
create unique index areas_sibling_name on areas (district_id, parent_id, kind, name) where valid_to is null;
create index areas_parent_id on areas (district_id, parent_id);
create index areas_changed_at on areas (district_id, changed_at);

-- What an area was from one day to another: last year's report says the same thing this year.
create table area_versions (
  district_id integer not null,
  area_id integer not null,
  valid_from date not null,
  valid_to date,
  parent_id integer,
  name text not null,
  code text,
  community_type text,
  grid_kind text,
  boundary jsonb,
  primary key (district_id, area_id, valid_from),
  constraint area_versions_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint area_versions_no_overlap exclude using gist (
    district_id with =, area_id with =, daterange(valid_from, valid_to) with &&)
);

create table door_codes (
  district_id integer not null,
  token text not null check (token ~ '^[0-9a-z]{10}$'),
  area_id integer not null,
  -- A facility within the area (lift, car park, service hall); empty for the area's own door.
  facility text not null default '' check (length(facility) <= 40),
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (district_id, token),
  constraint door_codes_area foreign key (district_id, area_id) references areas (district_id, id)
);
create index door_codes_area_id on door_codes (district_id, area_id);
