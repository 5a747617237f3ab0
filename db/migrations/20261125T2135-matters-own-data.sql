-- Requests of people about their own data, each with a number they can point to; one row for each report it was about. What is
-- asked for is done at once, so that the request is its own answer.
create table own_data_requests (
  district_id integer not null,
  report_id uuid not null,
  number text not null,
  kind text not null check (kind in ('copy', 'correct', 'erase')),
  at timestamptz not null,
  primary key (district_id, report_id, number),
  constraint own_data_requests_report foreign key (district_id, report_id) references reports (district_id, id)
);

-- Reports that still name somebody: what the daily round looks through when their time is over.
create index reports_with_contact on reports (district_id, received_at, id)
  where coalesce(contact_phone_sealed, contact_name_sealed, contact_email_sealed) is not null;
