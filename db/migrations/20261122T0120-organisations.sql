create table organisations (
  district_id integer not null references districts (id),
  id uuid not null,
  kind text not null check (kind in
    ('party', 'department', 'community_committee', 'partner', 'property_company', 'owners_committee',
     'self_governing_group', 'social_organisation', 'merchant', 'enterprise', 'institution')),
  name text not null check (name ~ '\S' and length(name) <= 80),
  home_area_id integer not null,
  parent_id uuid,
  -- Unified social credit code, GB 32100-2015; the check digit is verified by the writer.
  credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  work_phone text check (length(work_phone) <= 30),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (district_id, id),
  constraint organisations_home_area foreign key (district_id, home_area_id) references areas (district_id, id),
  constraint organisations_parent foreign key (district_id, parent_id) references organisations (district_id, id)
);
create unique index organisations_name on organisations (district_id, home_area_id, name) where valid_to is null;
create unique index organisations_credit_code on organisations (district_id, credit_code) where valid_to is null;
