-- Officials linked to an area for a time (包联), with how often a week they receive residents there.
create table contact_links (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  area_id integer not null,
  -- Receptions owed in a week; nought for a link without a rhythm.
  per_week smallint not null check (per_week between 0 and 7),
  note text not null default '' check (length(note) <= 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (district_id, id),
  constraint contact_links_account foreign key (district_id, account_id) references accounts (district_id, id),
  constraint contact_links_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint contact_links_once exclude using gist (
    district_id with =, account_id with =, area_id with =, daterange(valid_from, valid_to) with &&)
);
create index contact_links_area_id on contact_links (district_id, area_id);

-- How the owners of an estate come to a committee: steps with their days and counts, never who voted how.
create table formation_cases (
  district_id integer not null,
  id uuid not null,
  area_id integer not null,
  -- The committee it made, once it is filed.
  organisation_id uuid,
  opened_on date not null,
  -- Filed or given up on this day.
  closed_on date check (closed_on >= opened_on),
  primary key (district_id, id),
  constraint formation_cases_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint formation_cases_organisation foreign key (district_id, organisation_id)
    references organisations (district_id, id)
);
create unique index formation_cases_open on formation_cases (district_id, area_id) where closed_on is null;

create table formation_steps (
  district_id integer not null,
  case_id uuid not null,
  seq smallint not null,
  step text not null check (step in ('applied', 'prepared', 'noticed', 'voted', 'announced', 'filed', 'given_up')),
  day date not null,
  note text not null default '' check (length(note) <= 300),
  -- Of a vote: owners who may vote, who voted, who voted for it.
  entitled integer check (entitled > 0),
  voted integer check (voted between 0 and entitled),
  in_favour integer check (in_favour between 0 and voted),
  primary key (district_id, case_id, seq),
  constraint formation_steps_case foreign key (district_id, case_id) references formation_cases (district_id, id),
  constraint formation_steps_counts check (
    (step = 'voted') = (entitled is not null and voted is not null and in_favour is not null))
);
