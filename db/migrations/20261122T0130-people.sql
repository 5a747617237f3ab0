create table accounts (
  district_id integer not null references districts (id),
  id uuid not null,
  login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null check (name ~ '\S' and length(name) <= 40),
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (district_id, id)
);
create unique index accounts_login on accounts (district_id, login);

create table posts (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_id integer not null,
  organisation_id uuid,
  -- The duty as it hangs on the wall.
  duty text not null default '' check (length(duty) <= 300),
  -- A work contact, shown to the public; never a home number.
  work_phone text not null default '' check (length(work_phone) <= 30),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (district_id, id),
  constraint posts_account foreign key (district_id, account_id) references accounts (district_id, id),
  constraint posts_area foreign key (district_id, area_id) references areas (district_id, id),
  constraint posts_organisation foreign key (district_id, organisation_id)
    references organisations (district_id, id),
  -- 1+N: one leader and one full-time worker for a grid at a time.
  constraint posts_one_holder exclude using gist (
    district_id with =, area_id with =, role with =, daterange(valid_from, valid_to) with &&)
    where (role in ('grid_leader', 'grid_worker'))
);
create index posts_account_id on posts (district_id, account_id);
create index posts_area_id on posts (district_id, area_id);

create table sessions (
  district_id integer not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (district_id, token_hash),
  constraint sessions_account foreign key (district_id, account_id) references accounts (district_id, id)
);
create index sessions_expires_at on sessions (expires_at);

-- Failed sign-ins by what was tried (login, login and browser); counts only.
create table sign_in_failures (
  district_id integer not null,
  subject text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (district_id, subject)
);
