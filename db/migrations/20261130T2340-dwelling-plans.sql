-- How many floors and rooms a floor a unit (or a building without units) has: dwelling codes follow from it. No register of
-- persons stands behind a code.
create table dwelling_plans (
  district_id integer not null,
  area_id integer not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  floors smallint not null check (floors between 1 and 99),
  rooms smallint not null check (rooms between 1 and 30),
  primary key (district_id, area_id, valid_from),
  constraint dwelling_plans_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint dwelling_plans_no_overlap exclude using gist (
    district_id with =, area_id with =, daterange(valid_from, valid_to) with &&)
);
