-- What an organisation is more closely within its kind (a branch of an estate, a self-management committee), and how far a
-- resident group has come.
alter table organisations
  add column form text,
  add column stage text,
  add constraint organisations_form check (form is null
    or (kind = 'party' and form in
      ('estate_branch', 'courtyard_branch', 'grid_branch', 'building_group', 'firm_branch'))
    or (kind = 'owners_committee' and form in ('owners', 'self_management', 'property_management'))
    or (kind = 'self_governing_group' and form in ('self_governing', 'self_entertaining', 'volunteer'))
    or (kind = 'social_organisation' and form = 'mediation_room')),
  add constraint organisations_stage check (stage is null
    or (kind = 'self_governing_group' and stage in ('incubating', 'growing', 'independent')));
-- Registered by mistake and ended on the same day.
alter table organisations drop constraint organisations_check;
alter table organisations add constraint organisations_days check (valid_to >= valid_from);

update organisations set form = 'owners' where kind = 'owners_committee';
update organisations set form = 'self_governing', stage = 'growing' where kind = 'self_governing_group';

-- What an organisation was from one day to another. Between ending and opening again no row holds.
create table organisation_versions (
  district_id integer not null,
  organisation_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  kind text not null,
  form text,
  stage text,
  name text not null,
  home_area_id integer not null,
  parent_id uuid,
  primary key (district_id, organisation_id, valid_from),
  constraint organisation_versions_organisation foreign key (district_id, organisation_id)
    references organisations (district_id, id),
  constraint organisation_versions_home_area foreign key (district_id, home_area_id)
    references areas (district_id, id),
  constraint organisation_versions_no_overlap exclude using gist (
    district_id with =, organisation_id with =, daterange(valid_from, valid_to) with &&)
);
create index organisation_versions_home_area_id on organisation_versions (district_id, home_area_id);

insert into organisation_versions
  (district_id, organisation_id, valid_from, valid_to, kind, form, stage, name, home_area_id, parent_id)
select district_id, id, valid_from, valid_to, kind, form, stage, name, home_area_id, parent_id from organisations;

-- What binds an organisation for a time: an area it covers, a joint conference it sits in, recognition as red.
create table organisation_ties (
  district_id integer not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('covers', 'conference', 'red')),
  -- The area covered, or the one whose joint conference it is.
  area_id integer,
  note text not null default '' check (length(note) <= 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- Why it ended.
  end_note text not null default '' check (length(end_note) <= 200),
  primary key (district_id, id),
  constraint organisation_ties_organisation foreign key (district_id, organisation_id)
    references organisations (district_id, id),
  constraint organisation_ties_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint organisation_ties_area_kind check ((area_id is null) = (kind = 'red')),
  constraint organisation_ties_once exclude using gist (
    district_id with =, organisation_id with =, kind with =, (coalesce(area_id, 0)) with =,
    daterange(valid_from, valid_to) with &&)
);
create index organisation_ties_area_id on organisation_ties (district_id, area_id);
