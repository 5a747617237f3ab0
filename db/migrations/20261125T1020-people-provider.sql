-- Who a person is at the sign-in service of the office (OpenID Connect). One person there is one account here.
create table account_identities (
  district_id integer not null,
  issuer text not null check (length(issuer) <= 300),
  subject text not null check (length(subject) between 1 and 255),
  account_id uuid not null,
  linked_at timestamptz not null,
  primary key (district_id, issuer, subject),
  constraint account_identities_account foreign key (district_id, account_id) references accounts (district_id, id)
);
create unique index account_identities_one on account_identities (district_id, account_id, issuer);

-- Somebody sent to the sign-in service and not back yet: what only we may know of it, sealed, for ten minutes.
create table provider_attempts (
  district_id integer not null,
  state_hash bytea not null,
  secrets_sealed bytea not null,
  -- The signed name of the browser that began it; no other may finish it.
  browser text not null,
  app text not null check (app in ('staff', 'work')),
  wanted text not null check (length(wanted) <= 300),
  kept boolean not null,
  expires_at timestamptz not null,
  primary key (district_id, state_hash)
);
