-- Generated from the migrations by `npm run generate`. Do not edit.

create table account_identities (
  district_id integer not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamp with time zone not null
);
create table accounts (
  district_id integer not null,
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  password_is_first boolean not null default false,
  password_changed_at timestamp with time zone,
  signed_in_at timestamp with time zone
);
create table area_lineage (
  district_id integer not null,
  from_id integer not null,
  to_id integer not null,
  day date not null,
  kind text not null
);
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
  households integer
);
create table areas (
  district_id integer not null,
  id integer not null,
  kind text not null,
  code text,
  name text not null,
  parent_id integer,
  path integer[] not null,
  street_id integer,
  community_id integer,
  grid_id integer,
  community_type text,
  grid_kind text,
  boundary jsonb,
  lon double precision,
  lat double precision,
  valid_from date not null,
  valid_to date,
  changed_at timestamp with time zone not null,
  households integer
);
create table audit_entries (
  district_id integer not null,
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  roles text[] not null,
  request_id text not null,
  action text not null,
  subject text not null,
  details jsonb not null
);
create table backups (
  district_id integer not null,
  made_at timestamp with time zone not null,
  bytes bigint not null,
  is_locked boolean not null
);
create table contact_links (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  area_id integer not null,
  per_week smallint not null,
  note text not null default ''::text,
  valid_from date not null,
  valid_to date
);
create table counters (
  district_id integer not null,
  name text not null,
  value bigint not null
) with (fillfactor=50);
create table demo_messages (
  district_id integer not null,
  id uuid not null,
  way text not null,
  address_sealed bytea not null,
  text_sealed bytea not null,
  sent_at timestamp with time zone not null
);
create table districts (
  id integer not null,
  name text not null,
  time_zone text not null default 'Asia/Shanghai'::text,
  hosts text[] not null default '{}'::text[],
  is_default boolean not null default false,
  created_at timestamp with time zone not null
);
create table door_codes (
  district_id integer not null,
  token text not null,
  area_id integer not null,
  facility text not null default ''::text,
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone
);
create table dwelling_plans (
  district_id integer not null,
  area_id integer not null,
  valid_from date not null,
  valid_to date,
  floors smallint not null,
  rooms smallint not null
);
create table feed_cursors (
  district_id integer not null,
  name text not null,
  position bigint not null
);
create table file_uploads (
  district_id integer not null,
  id uuid not null,
  sent_sha256 bytea not null,
  at timestamp with time zone not null
);
create table files (
  district_id integer not null,
  id uuid not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  sha256 bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  held_by text,
  kind text not null default 'photo'::text,
  duration_ms integer
);
create table formation_cases (
  district_id integer not null,
  id uuid not null,
  area_id integer not null,
  organisation_id uuid,
  opened_on date not null,
  closed_on date
);
create table formation_steps (
  district_id integer not null,
  case_id uuid not null,
  seq smallint not null,
  step text not null,
  day date not null,
  note text not null default ''::text,
  entitled integer,
  voted integer,
  in_favour integer
);
create table idempotency_keys (
  district_id integer not null,
  key uuid not null,
  payload_hash bytea not null,
  answer jsonb,
  at timestamp with time zone not null
);
create table log_heads (
  district_id integer not null,
  size bigint not null,
  root bytea not null,
  published_at timestamp with time zone not null,
  signature bytea not null,
  public_key bytea not null
);
create table log_nodes (
  district_id integer not null,
  level smallint not null,
  index bigint not null,
  hash bytea not null
);
create table matter_changes (
  district_id integer not null,
  id bigint not null generated always as identity,
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  hash bytea not null,
  delta jsonb not null
);
create table matter_events (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_role text,
  data jsonb not null,
  prev_hash bytea not null,
  hash bytea not null
);
create table matter_feed (
  district_id integer not null,
  position bigint not null,
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  hash bytea not null
);
create table matter_policies (
  district_id integer not null,
  id integer not null,
  matter_type text not null,
  level text not null,
  amount integer not null,
  unit text not null,
  source text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  yellow_percent integer not null default 80
);
create table matter_rollups (
  district_id integer not null,
  area_id integer not null,
  grain text not null,
  start date not null,
  subject text not null,
  received integer not null,
  reports integer not null,
  accepted integer not null,
  accepted_on_time integer not null,
  answered integer not null,
  answered_on_time integer not null,
  open_late integer not null,
  closed integer not null,
  solved integer not null,
  explained integer not null,
  planned integer not null,
  referred integer not null,
  returned integer not null,
  withdrawn integer not null,
  merged integer not null,
  reopened integer not null,
  warned integer not null,
  late integer not null,
  raised integer not null,
  urged integer not null,
  extended integer not null,
  rated integer not null,
  satisfied integer not null,
  answer_minutes bigint not null,
  todo integer not null default 0,
  doing integer not null default 0,
  yellow integer not null default 0,
  waiting integer not null default 0,
  supervised integer not null default 0,
  disputed integer not null default 0,
  to_follow_up integer not null default 0,
  to_close integer not null default 0,
  took_4h integer not null,
  took_8h integer not null,
  took_1d integer not null,
  took_2d integer not null,
  took_3d integer not null,
  took_5d integer not null,
  took_7d integer not null,
  took_10d integer not null,
  took_15d integer not null,
  took_30d integer not null,
  replied integer not null,
  accept_late integer not null default 0
);
create table matter_search (
  district_id integer not null,
  matter_id uuid not null,
  document tsvector not null
);
create table matter_search_names (
  district_id integer not null,
  piece text not null,
  area_id integer not null
);
create table matters (
  district_id integer not null,
  id uuid not null,
  number text not null,
  type text not null,
  subject text not null,
  status text not null,
  level text not null,
  place_id integer not null,
  area_id integer not null,
  area_path integer[] not null,
  street_id integer,
  community_id integer,
  grid_id integer,
  organisation_id uuid,
  handler_id uuid,
  route jsonb not null,
  promise jsonb not null,
  due_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by uuid,
  followed_up_at timestamp with time zone,
  follow_up text,
  closed_at timestamp with time zone,
  outcome text,
  status_at timestamp with time zone not null,
  reopened integer not null,
  rerouted integer not null,
  has_evidence boolean not null,
  report_count integer not null,
  satisfaction smallint,
  is_public boolean not null,
  version integer not null,
  last_hash bytea not null,
  yellow_at timestamp with time zone not null,
  accept_by timestamp with time zone not null,
  alarm_at timestamp with time zone,
  warned_at timestamp with time zone,
  late_at timestamp with time zone,
  rise_at timestamp with time zone,
  raised_to text,
  supervisor_id uuid,
  paused_at timestamp with time zone,
  pause_until timestamp with time zone,
  extended smallint not null,
  urged integer not null,
  disputed_at timestamp with time zone,
  is_decided boolean not null,
  is_hidden boolean not null,
  merged_into uuid,
  follow_up_by timestamp with time zone,
  rated integer not null,
  satisfied integer not null,
  channel text,
  is_beyond boolean not null,
  accept_late_at timestamp with time zone
);
create table notice_addresses (
  district_id integer not null,
  account_id uuid not null,
  way text not null,
  address_sealed bytea not null,
  masked text not null,
  confirmed_at timestamp with time zone not null
);
create table notice_choices (
  district_id integer not null,
  account_id uuid not null,
  language text not null,
  ways jsonb not null,
  quiet_from text,
  quiet_until text,
  changed_at timestamp with time zone not null
);
create table notice_credentials (
  district_id integer not null,
  way text not null,
  secret_sealed bytea not null,
  changed_at timestamp with time zone not null
);
create table notice_deliveries (
  district_id integer not null,
  notice_id uuid not null,
  way text not null,
  status text not null,
  masked text not null,
  due_at timestamp with time zone not null,
  tries integer not null default 0,
  outcome text,
  detail text not null default ''::text,
  provider_id text not null default ''::text,
  changed_at timestamp with time zone not null
);
create table notice_tokens (
  district_id integer not null,
  name text not null,
  token_sealed bytea,
  expires_at timestamp with time zone not null
);
create table notice_tries (
  district_id integer not null,
  id bigint not null generated always as identity,
  notice_id uuid not null,
  way text not null,
  at timestamp with time zone not null,
  outcome text not null,
  detail text not null,
  provider_id text not null
);
create table notices (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  key text not null,
  recipient bytea not null,
  account_id uuid,
  way text,
  address_sealed bytea,
  language text,
  words_sealed bytea,
  about text not null,
  area_id integer,
  told_at timestamp with time zone not null,
  until timestamp with time zone,
  planned_at timestamp with time zone,
  read_at timestamp with time zone
);
create table old_passwords (
  district_id integer not null,
  account_id uuid not null,
  until timestamp with time zone not null,
  password_hash text not null
);
create table one_time_codes (
  district_id integer not null,
  id uuid not null,
  purpose text not null,
  subject bytea not null,
  asker bytea not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone
);
create table open311_changesets (
  district_id integer not null,
  at timestamp with time zone not null,
  digest bytea not null
);
create table open311_key_days (
  district_id integer not null,
  key_id uuid not null,
  day date not null,
  posts integer not null,
  updates integer not null
);
create table open311_keys (
  district_id integer not null,
  id uuid not null,
  name text not null,
  contact_sealed bytea not null,
  starts_with text not null,
  key_hash bytea not null,
  per_minute integer not null,
  may_post boolean not null,
  may_update boolean not null,
  words_are_public boolean not null,
  organisation_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  last_used_at timestamp with time zone,
  minute timestamp with time zone,
  minute_count integer not null default 0
) with (fillfactor=70);
create table open311_requests (
  district_id integer not null,
  report_id uuid not null,
  key_id uuid not null,
  token text not null,
  client_request_id text,
  content_hash bytea not null,
  description_length integer not null,
  media_url text,
  posted_at timestamp with time zone not null
);
create table open311_updates (
  district_id integer not null,
  key_id uuid not null,
  client_update_id text not null,
  content_hash bytea not null,
  matter_id uuid not null,
  seq integer not null,
  posted_at timestamp with time zone not null
);
create table organisation_ties (
  district_id integer not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  area_id integer,
  note text not null default ''::text,
  valid_from date not null,
  valid_to date,
  end_note text not null default ''::text
);
create table organisation_versions (
  district_id integer not null,
  organisation_id uuid not null,
  valid_from date not null,
  valid_to date,
  kind text not null,
  form text,
  stage text,
  name text not null,
  home_area_id integer not null,
  parent_id uuid
);
create table organisations (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  home_area_id integer not null,
  parent_id uuid,
  credit_code text,
  work_phone text,
  valid_from date not null,
  valid_to date,
  form text,
  stage text
);
create table own_data_requests (
  district_id integer not null,
  report_id uuid not null,
  number text not null,
  kind text not null,
  at timestamp with time zone not null
);
create table posts (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_id integer not null,
  organisation_id uuid,
  duty text not null default ''::text,
  work_phone text not null default ''::text,
  valid_from date not null,
  valid_to date
);
create table provider_attempts (
  district_id integer not null,
  state_hash bytea not null,
  secrets_sealed bytea not null,
  browser text not null,
  app text not null,
  wanted text not null,
  kept boolean not null,
  expires_at timestamp with time zone not null
);
create table recovery_codes (
  district_id integer not null,
  account_id uuid not null,
  slot smallint not null,
  code_hash text not null,
  used_at timestamp with time zone
);
create table regroupings (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  day date not null,
  state text not null,
  area_id integer not null,
  decision jsonb not null,
  grid_ids integer[],
  stuck_on text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
create table reply_templates (
  district_id integer not null,
  id uuid not null,
  area_id integer not null,
  subject text,
  outcome text,
  title text not null,
  words text not null,
  position integer not null,
  changed_at timestamp with time zone not null,
  retired_at timestamp with time zone
);
create table report_additions (
  district_id integer not null,
  id uuid not null,
  report_id uuid not null,
  matter_id uuid not null,
  words text not null,
  photo_ids uuid[] not null,
  voice_id uuid,
  at timestamp with time zone not null,
  fingerprint bytea not null,
  erased_at timestamp with time zone
);
create table reports (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  subject text not null,
  place_id integer not null,
  door_token text,
  channel text not null,
  words text not null,
  photo_ids uuid[] not null,
  contact_name_sealed bytea,
  contact_phone_sealed bytea,
  contact_phone_index bytea,
  is_private boolean not null,
  query_code text not null,
  taken_by uuid,
  received_at timestamp with time zone not null,
  fingerprint bytea not null,
  rating smallint,
  rating_reasons text[] not null default '{}'::text[],
  rating_words text not null default ''::text,
  rated_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  voice_id uuid,
  lon double precision,
  lat double precision,
  answers jsonb not null default '{}'::jsonb,
  language text not null default 'zh'::text,
  notice_way text not null default 'sms'::text,
  consent_version integer,
  by_guardian boolean not null default false,
  urged_at timestamp with time zone,
  split_from uuid,
  erased_at timestamp with time zone,
  contact_tail_index bytea,
  contact_email_sealed bytea,
  received_by text
);
create table routing_rules (
  district_id integer not null,
  id integer not null,
  position integer not null,
  matter_type text not null,
  subject text,
  area_id integer,
  to_level text,
  to_organisation_id uuid,
  note text not null,
  valid_from date not null,
  valid_to date,
  words text[],
  channel text
);
create table saved_filters (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  query jsonb not null,
  position integer not null
);
create table second_factors (
  district_id integer not null,
  account_id uuid not null,
  secret_sealed bytea not null,
  offered_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0
);
create table sessions (
  district_id integer not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  used_at timestamp with time zone,
  idle_minutes integer,
  kept boolean not null default false,
  device text not null default 'other'::text
);
create table settings (
  district_id integer not null,
  name text not null,
  version integer not null,
  value jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid
);
create table sign_in_failures (
  district_id integer not null,
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null
);
create table sign_in_steps (
  district_id integer not null,
  ticket_hash bytea not null,
  account_id uuid not null,
  via text not null,
  factor_passed boolean not null default false,
  kept boolean not null,
  bearer boolean not null,
  expires_at timestamp with time zone not null
);
create table subjects (
  district_id integer not null,
  key text not null,
  group_key text,
  name_zh text not null,
  name_en text not null,
  icon text not null,
  level text not null,
  evidence text not null,
  position integer not null,
  retired_at timestamp with time zone,
  questions jsonb not null default '[]'::jsonb,
  description_zh text not null default ''::text,
  description_en text not null default ''::text,
  may_be_public boolean not null default true,
  is_for_offices boolean not null default false
);
create table webhook_messages (
  district_id integer not null,
  webhook_id uuid not null,
  id uuid not null,
  position bigint,
  matter_id uuid,
  kind text not null,
  number text,
  body text not null,
  state text not null,
  made_at timestamp with time zone not null,
  tries integer not null,
  put_off integer not null,
  next_at timestamp with time zone not null,
  drop_at timestamp with time zone not null,
  done_at timestamp with time zone,
  last_status integer,
  last_outcome text
);
create table webhook_tries (
  district_id integer not null,
  message_id uuid not null,
  n integer not null,
  at timestamp with time zone not null,
  status integer,
  outcome text not null,
  took_ms integer not null,
  answer text not null
);
create table webhooks (
  district_id integer not null,
  id uuid not null,
  name text not null,
  url text not null,
  kinds text[] not null,
  area_id integer,
  state text not null,
  state_at timestamp with time zone not null,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamp with time zone,
  base text not null,
  failing_since timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid
);
create table work_calendar (
  district_id integer not null,
  day date not null,
  working boolean not null,
  name text not null default ''::text,
  source text not null
);

alter table account_identities add constraint account_identities_pkey PRIMARY KEY (district_id, issuer, subject);
alter table account_identities add constraint account_identities_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table account_identities add constraint account_identities_issuer_check CHECK ((length(issuer) <= 300));
alter table account_identities add constraint account_identities_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)));
alter table accounts add constraint accounts_pkey PRIMARY KEY (district_id, id);
alter table accounts add constraint accounts_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table accounts add constraint accounts_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text));
alter table accounts add constraint accounts_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 40)));
alter table area_lineage add constraint area_lineage_pkey PRIMARY KEY (district_id, from_id, to_id, day);
alter table area_lineage add constraint area_lineage_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table area_lineage add constraint area_lineage_from FOREIGN KEY (district_id, from_id) REFERENCES areas(district_id, id);
alter table area_lineage add constraint area_lineage_to FOREIGN KEY (district_id, to_id) REFERENCES areas(district_id, id);
alter table area_lineage add constraint area_lineage_check CHECK ((to_id <> from_id));
alter table area_lineage add constraint area_lineage_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text, 'move'::text])));
alter table area_versions add constraint area_versions_no_overlap EXCLUDE USING gist (district_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table area_versions add constraint area_versions_pkey PRIMARY KEY (district_id, area_id, valid_from);
alter table area_versions add constraint area_versions_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table areas add constraint areas_pkey PRIMARY KEY (district_id, id);
alter table areas add constraint areas_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table areas add constraint areas_parent FOREIGN KEY (district_id, parent_id) REFERENCES areas(district_id, id);
alter table areas add constraint areas_check CHECK ((valid_to > valid_from));
alter table areas add constraint areas_code_kind CHECK (((code IS NULL) OR ((kind = ANY (ARRAY['district'::text, 'street'::text, 'community'::text])) AND (length(code) = 12)) OR ((kind = 'grid'::text) AND (length(code) = 15))));
alter table areas add constraint areas_code_shape CHECK ((code ~ '^[0-9]{12}([0-9]{3})?$'::text));
alter table areas add constraint areas_community_type_check CHECK ((community_type = ANY (ARRAY['old'::text, 'commercial'::text, 'work_unit'::text, 'village_turned'::text])));
alter table areas add constraint areas_community_type_kind CHECK (((community_type IS NULL) OR (kind = 'community'::text)));
alter table areas add constraint areas_grid_kind_check CHECK ((grid_kind = ANY (ARRAY['community'::text, 'rural'::text, 'dedicated'::text])));
alter table areas add constraint areas_grid_kind_kind CHECK (((grid_kind IS NULL) OR (kind = 'grid'::text)));
alter table areas add constraint areas_households_check CHECK (((households >= 0) AND (households <= 1000000)));
alter table areas add constraint areas_id_check CHECK ((id > 0));
alter table areas add constraint areas_kind_check CHECK ((kind = ANY (ARRAY['district'::text, 'street'::text, 'community'::text, 'quarter'::text, 'grid'::text, 'micro_grid'::text, 'building'::text, 'unit'::text])));
alter table areas add constraint areas_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 80)));
alter table areas add constraint areas_root CHECK (((kind = 'district'::text) = (parent_id IS NULL)));
alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (district_id, id);
alter table audit_entries add constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'person'::text, 'system'::text])));
alter table backups add constraint backups_pkey PRIMARY KEY (district_id, made_at);
alter table backups add constraint backups_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table contact_links add constraint contact_links_once EXCLUDE USING gist (district_id WITH =, account_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table contact_links add constraint contact_links_pkey PRIMARY KEY (district_id, id);
alter table contact_links add constraint contact_links_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table contact_links add constraint contact_links_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table contact_links add constraint contact_links_check CHECK ((valid_to >= valid_from));
alter table contact_links add constraint contact_links_note_check CHECK ((length(note) <= 200));
alter table contact_links add constraint contact_links_per_week_check CHECK (((per_week >= 0) AND (per_week <= 7)));
alter table counters add constraint counters_pkey PRIMARY KEY (district_id, name);
alter table demo_messages add constraint demo_messages_pkey PRIMARY KEY (district_id, id);
alter table demo_messages add constraint demo_messages_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table districts add constraint districts_pkey PRIMARY KEY (id);
alter table districts add constraint districts_id_check CHECK (((id >= 100000) AND (id <= 999999)));
alter table door_codes add constraint door_codes_pkey PRIMARY KEY (district_id, token);
alter table door_codes add constraint door_codes_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table door_codes add constraint door_codes_facility_check CHECK ((length(facility) <= 40));
alter table door_codes add constraint door_codes_token_check CHECK ((token ~ '^[0-9a-z]{10}$'::text));
alter table dwelling_plans add constraint dwelling_plans_no_overlap EXCLUDE USING gist (district_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table dwelling_plans add constraint dwelling_plans_pkey PRIMARY KEY (district_id, area_id, valid_from);
alter table dwelling_plans add constraint dwelling_plans_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table dwelling_plans add constraint dwelling_plans_check CHECK ((valid_to >= valid_from));
alter table dwelling_plans add constraint dwelling_plans_floors_check CHECK (((floors >= 1) AND (floors <= 99)));
alter table dwelling_plans add constraint dwelling_plans_rooms_check CHECK (((rooms >= 1) AND (rooms <= 30)));
alter table feed_cursors add constraint feed_cursors_pkey PRIMARY KEY (district_id, name);
alter table file_uploads add constraint file_uploads_pkey PRIMARY KEY (district_id, id);
alter table file_uploads add constraint file_uploads_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table files add constraint files_pkey PRIMARY KEY (district_id, id);
alter table files add constraint files_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table files add constraint files_bytes_check CHECK ((bytes > 0));
alter table files add constraint files_duration_ms_check CHECK ((duration_ms >= 0));
alter table files add constraint files_height_check CHECK ((height > 0));
alter table files add constraint files_kind CHECK ((((kind = 'photo'::text) AND (width IS NOT NULL) AND (height IS NOT NULL) AND (duration_ms IS NULL)) OR ((kind = 'voice'::text) AND (width IS NULL) AND (height IS NULL))));
alter table files add constraint files_width_check CHECK ((width > 0));
alter table formation_cases add constraint formation_cases_pkey PRIMARY KEY (district_id, id);
alter table formation_cases add constraint formation_cases_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table formation_cases add constraint formation_cases_organisation FOREIGN KEY (district_id, organisation_id) REFERENCES organisations(district_id, id);
alter table formation_cases add constraint formation_cases_check CHECK ((closed_on >= opened_on));
alter table formation_steps add constraint formation_steps_pkey PRIMARY KEY (district_id, case_id, seq);
alter table formation_steps add constraint formation_steps_case FOREIGN KEY (district_id, case_id) REFERENCES formation_cases(district_id, id);
alter table formation_steps add constraint formation_steps_check CHECK (((voted >= 0) AND (voted <= entitled)));
alter table formation_steps add constraint formation_steps_check1 CHECK (((in_favour >= 0) AND (in_favour <= voted)));
alter table formation_steps add constraint formation_steps_counts CHECK (((step = 'voted'::text) = ((entitled IS NOT NULL) AND (voted IS NOT NULL) AND (in_favour IS NOT NULL))));
alter table formation_steps add constraint formation_steps_entitled_check CHECK ((entitled > 0));
alter table formation_steps add constraint formation_steps_note_check CHECK ((length(note) <= 300));
alter table formation_steps add constraint formation_steps_step_check CHECK ((step = ANY (ARRAY['applied'::text, 'prepared'::text, 'noticed'::text, 'voted'::text, 'announced'::text, 'filed'::text, 'given_up'::text])));
alter table idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (district_id, key);
alter table log_heads add constraint log_heads_pkey PRIMARY KEY (district_id, size);
alter table log_heads add constraint log_heads_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table log_heads add constraint log_heads_public_key_check CHECK ((length(public_key) = 32));
alter table log_heads add constraint log_heads_root_check CHECK ((length(root) = 32));
alter table log_heads add constraint log_heads_size_check CHECK ((size > 0));
alter table log_nodes add constraint log_nodes_pkey PRIMARY KEY (district_id, level, index);
alter table log_nodes add constraint log_nodes_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table log_nodes add constraint log_nodes_hash_check CHECK ((length(hash) = 32));
alter table log_nodes add constraint log_nodes_index_check CHECK ((index >= 0));
alter table log_nodes add constraint log_nodes_level_check CHECK (((level >= 0) AND (level <= 60)));
alter table matter_changes add constraint matter_changes_pkey PRIMARY KEY (district_id, id);
alter table matter_events add constraint matter_events_pkey PRIMARY KEY (district_id, matter_id, seq);
alter table matter_events add constraint matter_events_matter FOREIGN KEY (district_id, matter_id) REFERENCES matters(district_id, id);
alter table matter_events add constraint matter_events_seq_check CHECK ((seq > 0));
alter table matter_feed add constraint matter_feed_pkey PRIMARY KEY (district_id, "position");
alter table matter_feed add constraint matter_feed_position_check CHECK (("position" > 0));
alter table matter_policies add constraint matter_policies_no_overlap EXCLUDE USING gist (district_id WITH =, matter_type WITH =, level WITH =, daterange(valid_from, valid_to) WITH &&);
alter table matter_policies add constraint matter_policies_pkey PRIMARY KEY (district_id, id);
alter table matter_policies add constraint matter_policies_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table matter_policies add constraint matter_policies_amount_check CHECK ((amount > 0));
alter table matter_policies add constraint matter_policies_check CHECK ((valid_to > valid_from));
alter table matter_policies add constraint matter_policies_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'district'::text])));
alter table matter_policies add constraint matter_policies_unit_check CHECK ((unit = ANY (ARRAY['working_days'::text, 'natural_days'::text, 'hours'::text, 'working_hours'::text])));
alter table matter_policies add constraint matter_policies_yellow_percent_check CHECK (((yellow_percent >= 10) AND (yellow_percent <= 99)));
alter table matter_rollups add constraint matter_rollups_pkey PRIMARY KEY (district_id, area_id, grain, start, subject);
alter table matter_rollups add constraint matter_rollups_grain_check CHECK ((grain = ANY (ARRAY['day'::text, 'month'::text, 'all'::text])));
alter table matter_search add constraint matter_search_pkey PRIMARY KEY (district_id, matter_id);
alter table matter_search_names add constraint matter_search_names_pkey PRIMARY KEY (district_id, piece, area_id);
alter table matters add constraint matters_pkey PRIMARY KEY (district_id, id);
alter table matters add constraint matters_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table matters add constraint matters_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table matters add constraint matters_place FOREIGN KEY (district_id, place_id) REFERENCES areas(district_id, id);
alter table matters add constraint matters_closed_after_follow_up CHECK (((status <> 'closed'::text) OR ((followed_up_at IS NOT NULL) AND (closed_at IS NOT NULL) AND (outcome IS NOT NULL))));
alter table matters add constraint matters_follow_up_check CHECK ((follow_up = ANY (ARRAY['satisfied'::text, 'dissatisfied'::text, 'declined'::text, 'not_reached'::text])));
alter table matters add constraint matters_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'district'::text])));
alter table matters add constraint matters_merged_into CHECK (((status = 'merged'::text) = (merged_into IS NOT NULL)));
alter table matters add constraint matters_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'explained'::text, 'planned'::text, 'referred'::text])));
alter table matters add constraint matters_pause CHECK (((paused_at IS NULL) = (pause_until IS NULL)));
alter table matters add constraint matters_raised_to_check CHECK ((raised_to = ANY (ARRAY['community'::text, 'street'::text, 'district'::text])));
alter table matters add constraint matters_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)));
alter table matters add constraint matters_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text, 'closed'::text, 'returned'::text, 'merged'::text, 'withdrawn'::text])));
alter table notice_addresses add constraint notice_addresses_pkey PRIMARY KEY (district_id, account_id, way);
alter table notice_addresses add constraint notice_addresses_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table notice_addresses add constraint notice_addresses_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'email'::text, 'wechat'::text, 'wecom'::text, 'dingtalk'::text])));
alter table notice_choices add constraint notice_choices_pkey PRIMARY KEY (district_id, account_id);
alter table notice_choices add constraint notice_choices_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table notice_choices add constraint notice_choices_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table notice_choices add constraint notice_choices_quiet CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)));
alter table notice_choices add constraint notice_choices_quiet_from_check CHECK ((quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table notice_choices add constraint notice_choices_quiet_until_check CHECK ((quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table notice_credentials add constraint notice_credentials_pkey PRIMARY KEY (district_id, way);
alter table notice_credentials add constraint notice_credentials_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table notice_deliveries add constraint notice_deliveries_pkey PRIMARY KEY (district_id, notice_id, way);
alter table notice_deliveries add constraint notice_deliveries_notice FOREIGN KEY (district_id, notice_id) REFERENCES notices(district_id, id);
alter table notice_deliveries add constraint notice_deliveries_detail_check CHECK ((length(detail) <= 80));
alter table notice_deliveries add constraint notice_deliveries_provider_id_check CHECK ((length(provider_id) <= 100));
alter table notice_deliveries add constraint notice_deliveries_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'dead'::text, 'skipped'::text])));
alter table notice_deliveries add constraint notice_deliveries_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'email'::text, 'wechat'::text, 'wecom'::text, 'dingtalk'::text])));
alter table notice_tokens add constraint notice_tokens_pkey PRIMARY KEY (district_id, name);
alter table notice_tokens add constraint notice_tokens_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table notice_tries add constraint notice_tries_pkey PRIMARY KEY (district_id, id);
alter table notice_tries add constraint notice_tries_delivery FOREIGN KEY (district_id, notice_id, way) REFERENCES notice_deliveries(district_id, notice_id, way);
alter table notices add constraint notices_pkey PRIMARY KEY (district_id, id);
alter table notices add constraint notices_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table notices add constraint notices_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table notices add constraint notices_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table notices add constraint notices_about_check CHECK ((about ~ '^[a-z-]+:\S+$'::text));
alter table notices add constraint notices_key_check CHECK (((length(key) >= 1) AND (length(key) <= 120)));
alter table notices add constraint notices_kind_check CHECK ((kind ~ '^[a-z]+[.][a-z][a-z0-9-]*$'::text));
alter table notices add constraint notices_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table notices add constraint notices_recipient CHECK (((account_id IS NULL) = (way IS NOT NULL)));
alter table notices add constraint notices_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'email'::text, 'wechat'::text, 'wecom'::text, 'dingtalk'::text])));
alter table old_passwords add constraint old_passwords_pkey PRIMARY KEY (district_id, account_id, until);
alter table old_passwords add constraint old_passwords_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table one_time_codes add constraint one_time_codes_pkey PRIMARY KEY (district_id, id);
alter table one_time_codes add constraint one_time_codes_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table one_time_codes add constraint one_time_codes_purpose_check CHECK ((purpose ~ '^[a-z]+[.][a-z-]+$'::text));
alter table open311_changesets add constraint open311_changesets_pkey PRIMARY KEY (district_id, at);
alter table open311_changesets add constraint open311_changesets_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table open311_key_days add constraint open311_key_days_pkey PRIMARY KEY (district_id, key_id, day);
alter table open311_key_days add constraint open311_key_days_key FOREIGN KEY (district_id, key_id) REFERENCES open311_keys(district_id, id);
alter table open311_keys add constraint open311_keys_pkey PRIMARY KEY (district_id, id);
alter table open311_keys add constraint open311_keys_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table open311_keys add constraint open311_keys_organisation FOREIGN KEY (district_id, organisation_id) REFERENCES organisations(district_id, id);
alter table open311_keys add constraint open311_keys_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 60)));
alter table open311_keys add constraint open311_keys_per_minute_check CHECK ((per_minute > 0));
alter table open311_requests add constraint open311_requests_pkey PRIMARY KEY (district_id, report_id);
alter table open311_requests add constraint open311_requests_key FOREIGN KEY (district_id, key_id) REFERENCES open311_keys(district_id, id);
alter table open311_requests add constraint open311_requests_report FOREIGN KEY (district_id, report_id) REFERENCES reports(district_id, id);
alter table open311_requests add constraint open311_requests_client_request_id_check CHECK ((length(client_request_id) <= 100));
alter table open311_requests add constraint open311_requests_description_length_check CHECK (((description_length >= 0) AND (description_length <= 4000)));
alter table open311_updates add constraint open311_updates_pkey PRIMARY KEY (district_id, key_id, client_update_id);
alter table open311_updates add constraint open311_updates_key FOREIGN KEY (district_id, key_id) REFERENCES open311_keys(district_id, id);
alter table open311_updates add constraint open311_updates_matter FOREIGN KEY (district_id, matter_id) REFERENCES matters(district_id, id);
alter table open311_updates add constraint open311_updates_client_update_id_check CHECK ((length(client_update_id) <= 100));
alter table organisation_ties add constraint organisation_ties_once EXCLUDE USING gist (district_id WITH =, organisation_id WITH =, kind WITH =, COALESCE(area_id, 0) WITH =, daterange(valid_from, valid_to) WITH &&);
alter table organisation_ties add constraint organisation_ties_pkey PRIMARY KEY (district_id, id);
alter table organisation_ties add constraint organisation_ties_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table organisation_ties add constraint organisation_ties_organisation FOREIGN KEY (district_id, organisation_id) REFERENCES organisations(district_id, id);
alter table organisation_ties add constraint organisation_ties_area_kind CHECK (((area_id IS NULL) = (kind = 'red'::text)));
alter table organisation_ties add constraint organisation_ties_check CHECK ((valid_to >= valid_from));
alter table organisation_ties add constraint organisation_ties_end_note_check CHECK ((length(end_note) <= 200));
alter table organisation_ties add constraint organisation_ties_kind_check CHECK ((kind = ANY (ARRAY['covers'::text, 'conference'::text, 'red'::text])));
alter table organisation_ties add constraint organisation_ties_note_check CHECK ((length(note) <= 200));
alter table organisation_versions add constraint organisation_versions_no_overlap EXCLUDE USING gist (district_id WITH =, organisation_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table organisation_versions add constraint organisation_versions_pkey PRIMARY KEY (district_id, organisation_id, valid_from);
alter table organisation_versions add constraint organisation_versions_home_area FOREIGN KEY (district_id, home_area_id) REFERENCES areas(district_id, id);
alter table organisation_versions add constraint organisation_versions_organisation FOREIGN KEY (district_id, organisation_id) REFERENCES organisations(district_id, id);
alter table organisation_versions add constraint organisation_versions_check CHECK ((valid_to >= valid_from));
alter table organisations add constraint organisations_pkey PRIMARY KEY (district_id, id);
alter table organisations add constraint organisations_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table organisations add constraint organisations_home_area FOREIGN KEY (district_id, home_area_id) REFERENCES areas(district_id, id);
alter table organisations add constraint organisations_parent FOREIGN KEY (district_id, parent_id) REFERENCES organisations(district_id, id);
alter table organisations add constraint organisations_credit_code_check CHECK ((credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text));
alter table organisations add constraint organisations_days CHECK ((valid_to >= valid_from));
alter table organisations add constraint organisations_form CHECK (((form IS NULL) OR ((kind = 'party'::text) AND (form = ANY (ARRAY['estate_branch'::text, 'courtyard_branch'::text, 'grid_branch'::text, 'building_group'::text, 'firm_branch'::text]))) OR ((kind = 'owners_committee'::text) AND (form = ANY (ARRAY['owners'::text, 'self_management'::text, 'property_management'::text]))) OR ((kind = 'self_governing_group'::text) AND (form = ANY (ARRAY['self_governing'::text, 'self_entertaining'::text, 'volunteer'::text]))) OR ((kind = 'social_organisation'::text) AND (form = 'mediation_room'::text))));
alter table organisations add constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['party'::text, 'department'::text, 'community_committee'::text, 'partner'::text, 'property_company'::text, 'owners_committee'::text, 'self_governing_group'::text, 'social_organisation'::text, 'merchant'::text, 'enterprise'::text, 'institution'::text])));
alter table organisations add constraint organisations_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 80)));
alter table organisations add constraint organisations_stage CHECK (((stage IS NULL) OR ((kind = 'self_governing_group'::text) AND (stage = ANY (ARRAY['incubating'::text, 'growing'::text, 'independent'::text])))));
alter table organisations add constraint organisations_work_phone_check CHECK ((length(work_phone) <= 30));
alter table own_data_requests add constraint own_data_requests_pkey PRIMARY KEY (district_id, report_id, number);
alter table own_data_requests add constraint own_data_requests_report FOREIGN KEY (district_id, report_id) REFERENCES reports(district_id, id);
alter table own_data_requests add constraint own_data_requests_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'correct'::text, 'erase'::text])));
alter table posts add constraint posts_admin_kinds_apart EXCLUDE USING gist (district_id WITH =, account_id WITH =, role WITH <>, daterange(valid_from, valid_to) WITH &&) WHERE ((role = ANY (ARRAY['district_admin'::text, 'security_admin'::text, 'auditor'::text])));
alter table posts add constraint posts_one_holder EXCLUDE USING gist (district_id WITH =, area_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((role = ANY (ARRAY['grid_leader'::text, 'grid_worker'::text])));
alter table posts add constraint posts_pkey PRIMARY KEY (district_id, id);
alter table posts add constraint posts_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table posts add constraint posts_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table posts add constraint posts_organisation FOREIGN KEY (district_id, organisation_id) REFERENCES organisations(district_id, id);
alter table posts add constraint posts_check CHECK ((valid_to >= valid_from));
alter table posts add constraint posts_duty_check CHECK ((length(duty) <= 300));
alter table posts add constraint posts_work_phone_check CHECK ((length(work_phone) <= 30));
alter table provider_attempts add constraint provider_attempts_pkey PRIMARY KEY (district_id, state_hash);
alter table provider_attempts add constraint provider_attempts_app_check CHECK ((app = ANY (ARRAY['staff'::text, 'work'::text])));
alter table provider_attempts add constraint provider_attempts_wanted_check CHECK ((length(wanted) <= 300));
alter table recovery_codes add constraint recovery_codes_pkey PRIMARY KEY (district_id, account_id, slot);
alter table recovery_codes add constraint recovery_codes_factor FOREIGN KEY (district_id, account_id) REFERENCES second_factors(district_id, account_id) ON DELETE CASCADE;
alter table recovery_codes add constraint recovery_codes_slot_check CHECK (((slot >= 0) AND (slot <= 9)));
alter table regroupings add constraint regroupings_pkey PRIMARY KEY (district_id, id);
alter table regroupings add constraint regroupings_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table regroupings add constraint regroupings_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table regroupings add constraint regroupings_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text, 'move'::text])));
alter table regroupings add constraint regroupings_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text, 'stuck'::text])));
alter table reply_templates add constraint reply_templates_pkey PRIMARY KEY (district_id, id);
alter table reply_templates add constraint reply_templates_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table reply_templates add constraint reply_templates_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table reply_templates add constraint reply_templates_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'explained'::text, 'planned'::text, 'referred'::text])));
alter table reply_templates add constraint reply_templates_title_check CHECK (((title ~ '\S'::text) AND (length(title) <= 40)));
alter table reply_templates add constraint reply_templates_words_check CHECK (((words ~ '\S'::text) AND (length(words) <= 1000)));
alter table report_additions add constraint report_additions_pkey PRIMARY KEY (district_id, id);
alter table report_additions add constraint report_additions_report FOREIGN KEY (district_id, report_id) REFERENCES reports(district_id, id);
alter table report_additions add constraint report_additions_words_check CHECK ((length(words) <= 4000));
alter table reports add constraint reports_pkey PRIMARY KEY (district_id, id);
alter table reports add constraint reports_matter FOREIGN KEY (district_id, matter_id) REFERENCES matters(district_id, id);
alter table reports add constraint reports_channel_check CHECK ((channel = ANY (ARRAY['qr'::text, 'web'::text, 'phone'::text, 'counter'::text, 'visit'::text, 'reception'::text, 'petition'::text, 'worker'::text, 'api'::text])));
alter table reports add constraint reports_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table reports add constraint reports_point CHECK (((lon IS NULL) = (lat IS NULL)));
alter table reports add constraint reports_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
alter table reports add constraint reports_rating_words_check CHECK ((length(rating_words) <= 300));
alter table reports add constraint reports_received_by_check CHECK ((length(received_by) <= 40));
alter table reports add constraint reports_words_check CHECK ((length(words) <= 5000));
alter table routing_rules add constraint routing_rules_pkey PRIMARY KEY (district_id, id);
alter table routing_rules add constraint routing_rules_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table routing_rules add constraint routing_rules_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table routing_rules add constraint routing_rules_organisation FOREIGN KEY (district_id, to_organisation_id) REFERENCES organisations(district_id, id);
alter table routing_rules add constraint routing_rules_check CHECK ((valid_to > valid_from));
alter table routing_rules add constraint routing_rules_goes_somewhere CHECK (((to_level IS NOT NULL) OR (to_organisation_id IS NOT NULL)));
alter table routing_rules add constraint routing_rules_to_level_check CHECK ((to_level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'district'::text])));
alter table saved_filters add constraint saved_filters_pkey PRIMARY KEY (district_id, id);
alter table saved_filters add constraint saved_filters_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table saved_filters add constraint saved_filters_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 40)));
alter table second_factors add constraint second_factors_pkey PRIMARY KEY (district_id, account_id);
alter table second_factors add constraint second_factors_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table sessions add constraint sessions_pkey PRIMARY KEY (district_id, token_hash);
alter table sessions add constraint sessions_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table sessions add constraint sessions_device_check CHECK ((length(device) <= 40));
alter table sessions add constraint sessions_idle_minutes_check CHECK ((idle_minutes > 0));
alter table settings add constraint settings_pkey PRIMARY KEY (district_id, name, version);
alter table settings add constraint settings_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table settings add constraint settings_version_check CHECK ((version > 0));
alter table sign_in_failures add constraint sign_in_failures_pkey PRIMARY KEY (district_id, subject);
alter table sign_in_steps add constraint sign_in_steps_pkey PRIMARY KEY (district_id, ticket_hash);
alter table sign_in_steps add constraint sign_in_steps_account FOREIGN KEY (district_id, account_id) REFERENCES accounts(district_id, id);
alter table sign_in_steps add constraint sign_in_steps_via_check CHECK ((via = ANY (ARRAY['password'::text, 'provider'::text])));
alter table subjects add constraint subjects_pkey PRIMARY KEY (district_id, key);
alter table subjects add constraint subjects_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table subjects add constraint subjects_group FOREIGN KEY (district_id, group_key) REFERENCES subjects(district_id, key);
alter table subjects add constraint subjects_evidence_check CHECK ((evidence = ANY (ARRAY['none'::text, 'photo'::text])));
alter table subjects add constraint subjects_for_offices CHECK (((NOT is_for_offices) OR (group_key IS NULL)));
alter table subjects add constraint subjects_key_check CHECK ((key ~ '^[a-z][a-z0-9_]*$'::text));
alter table subjects add constraint subjects_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'district'::text])));
alter table webhook_messages add constraint webhook_messages_pkey PRIMARY KEY (district_id, id);
alter table webhook_messages add constraint webhook_messages_webhook FOREIGN KEY (district_id, webhook_id) REFERENCES webhooks(district_id, id);
alter table webhook_messages add constraint webhook_messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dropped'::text])));
alter table webhook_tries add constraint webhook_tries_pkey PRIMARY KEY (district_id, message_id, n);
alter table webhook_tries add constraint webhook_tries_message FOREIGN KEY (district_id, message_id) REFERENCES webhook_messages(district_id, id) ON DELETE CASCADE;
alter table webhook_tries add constraint webhook_tries_answer_check CHECK ((length(answer) <= 500));
alter table webhook_tries add constraint webhook_tries_n_check CHECK ((n > 0));
alter table webhooks add constraint webhooks_pkey PRIMARY KEY (district_id, id);
alter table webhooks add constraint webhooks_area FOREIGN KEY (district_id, area_id) REFERENCES areas(district_id, id);
alter table webhooks add constraint webhooks_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);
alter table webhooks add constraint webhooks_kinds_check CHECK ((cardinality(kinds) > 0));
alter table webhooks add constraint webhooks_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 60)));
alter table webhooks add constraint webhooks_old_secret CHECK (((old_secret_sealed IS NULL) = (old_secret_until IS NULL)));
alter table webhooks add constraint webhooks_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'failed'::text, 'gone'::text, 'ended'::text])));
alter table webhooks add constraint webhooks_url_check CHECK ((length(url) <= 500));
alter table work_calendar add constraint work_calendar_pkey PRIMARY KEY (district_id, day);
alter table work_calendar add constraint work_calendar_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id);

CREATE UNIQUE INDEX account_identities_one ON public.account_identities USING btree (district_id, account_id, issuer);
CREATE UNIQUE INDEX accounts_login ON public.accounts USING btree (district_id, login);
CREATE INDEX area_lineage_to_id ON public.area_lineage USING btree (district_id, to_id);
CREATE INDEX area_versions_parent_id ON public.area_versions USING btree (district_id, parent_id, valid_from);
CREATE INDEX areas_changed_at ON public.areas USING btree (district_id, changed_at);
CREATE UNIQUE INDEX areas_code ON public.areas USING btree (district_id, code) WHERE (valid_to IS NULL);
CREATE INDEX areas_parent_id ON public.areas USING btree (district_id, parent_id);
CREATE UNIQUE INDEX areas_sibling_name ON public.areas USING btree (district_id, parent_id, kind, name) WHERE (valid_to IS NULL);
CREATE INDEX audit_entries_action ON public.audit_entries USING btree (district_id, action, at, id);
CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (district_id, actor_id, at, id) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_entries_at ON public.audit_entries USING btree (district_id, at, id);
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (district_id, subject, id);
CREATE INDEX contact_links_area_id ON public.contact_links USING btree (district_id, area_id);
CREATE INDEX demo_messages_sent_at ON public.demo_messages USING btree (district_id, sent_at DESC);
CREATE UNIQUE INDEX districts_one_default ON public.districts USING btree (is_default) WHERE is_default;
CREATE INDEX door_codes_area_id ON public.door_codes USING btree (district_id, area_id);
CREATE INDEX file_uploads_at ON public.file_uploads USING btree (district_id, at);
CREATE INDEX files_unheld ON public.files USING btree (made_at) WHERE (held_by IS NULL);
CREATE UNIQUE INDEX formation_cases_open ON public.formation_cases USING btree (district_id, area_id) WHERE (closed_on IS NULL);
CREATE INDEX idempotency_keys_at ON public.idempotency_keys USING brin (at);
CREATE INDEX log_heads_published_at ON public.log_heads USING btree (district_id, published_at DESC);
CREATE INDEX matter_feed_at ON public.matter_feed USING btree (district_id, at, "position");
CREATE UNIQUE INDEX matter_feed_event ON public.matter_feed USING btree (district_id, matter_id, seq);
CREATE INDEX matter_search_document ON public.matter_search USING gin (document) WITH (gin_pending_list_limit='512');
CREATE INDEX matters_alarm ON public.matters USING btree (district_id, alarm_at, id) WHERE (alarm_at IS NOT NULL);
CREATE INDEX matters_disputed ON public.matters USING btree (district_id, due_at, id) WHERE (disputed_at IS NOT NULL);
CREATE INDEX matters_done_community ON public.matters USING btree (district_id, community_id, status_at DESC, id DESC) WHERE (status = ANY (ARRAY['closed'::text, 'returned'::text, 'merged'::text, 'withdrawn'::text]));
CREATE INDEX matters_done_district ON public.matters USING btree (district_id, status_at DESC, id DESC) WHERE (status = ANY (ARRAY['closed'::text, 'returned'::text, 'merged'::text, 'withdrawn'::text]));
CREATE INDEX matters_done_grid ON public.matters USING btree (district_id, grid_id, status_at DESC, id DESC) WHERE (status = ANY (ARRAY['closed'::text, 'returned'::text, 'merged'::text, 'withdrawn'::text]));
CREATE INDEX matters_done_street ON public.matters USING btree (district_id, street_id, status_at DESC, id DESC) WHERE (status = ANY (ARRAY['closed'::text, 'returned'::text, 'merged'::text, 'withdrawn'::text]));
CREATE INDEX matters_handler_id ON public.matters USING btree (district_id, handler_id, id) WHERE (handler_id IS NOT NULL);
CREATE UNIQUE INDEX matters_number ON public.matters USING btree (district_id, number);
CREATE INDEX matters_open_community ON public.matters USING btree (district_id, community_id, status, due_at, id) INCLUDE (followed_up_at) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_open_district ON public.matters USING btree (district_id, status, due_at, id) INCLUDE (followed_up_at) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_open_grid ON public.matters USING btree (district_id, grid_id, status, due_at, id) INCLUDE (followed_up_at) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_open_handler ON public.matters USING btree (district_id, handler_id, status, due_at, id) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_open_organisation ON public.matters USING btree (district_id, organisation_id, status, due_at, id) WHERE ((organisation_id IS NOT NULL) AND (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text])));
CREATE INDEX matters_open_street ON public.matters USING btree (district_id, street_id, status, due_at, id) INCLUDE (followed_up_at) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_organisation_id ON public.matters USING btree (district_id, organisation_id, id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX matters_place_subject ON public.matters USING btree (district_id, place_id, subject) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text]));
CREATE INDEX matters_raised ON public.matters USING btree (district_id, raised_to, due_at, id) WHERE ((raised_to IS NOT NULL) AND (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text, 'answered'::text])));
CREATE INDEX matters_unheld ON public.matters USING btree (district_id, area_id, due_at) WHERE ((handler_id IS NULL) AND (organisation_id IS NULL) AND (status = ANY (ARRAY['received'::text, 'accepted'::text, 'in_progress'::text])));
CREATE INDEX matters_waiting ON public.matters USING btree (district_id, due_at, id) WHERE (paused_at IS NOT NULL);
CREATE INDEX notice_deliveries_changed_at ON public.notice_deliveries USING btree (district_id, changed_at);
CREATE INDEX notice_deliveries_dead ON public.notice_deliveries USING btree (district_id, changed_at) WHERE (status = 'dead'::text);
CREATE INDEX notice_deliveries_waiting ON public.notice_deliveries USING btree (district_id, due_at) WHERE (status = 'waiting'::text);
CREATE INDEX notice_tries_notice_id ON public.notice_tries USING btree (district_id, notice_id, way);
CREATE INDEX notice_tries_way ON public.notice_tries USING btree (district_id, way, id DESC);
CREATE INDEX notices_about ON public.notices USING btree (district_id, about);
CREATE INDEX notices_of_account ON public.notices USING btree (district_id, account_id, told_at DESC, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX notices_told_at ON public.notices USING btree (district_id, told_at DESC, id DESC);
CREATE UNIQUE INDEX notices_told_once ON public.notices USING btree (district_id, kind, key, recipient);
CREATE INDEX notices_unplanned ON public.notices USING btree (district_id, told_at) WHERE (planned_at IS NULL);
CREATE INDEX notices_unread ON public.notices USING btree (district_id, account_id) WHERE ((account_id IS NOT NULL) AND (read_at IS NULL));
CREATE INDEX one_time_codes_asker ON public.one_time_codes USING btree (district_id, asker, made_at DESC);
CREATE INDEX one_time_codes_subject ON public.one_time_codes USING btree (district_id, subject, made_at DESC);
CREATE UNIQUE INDEX open311_keys_hash ON public.open311_keys USING btree (district_id, key_hash);
CREATE UNIQUE INDEX open311_requests_client_id ON public.open311_requests USING btree (district_id, key_id, client_request_id) WHERE (client_request_id IS NOT NULL);
CREATE INDEX open311_requests_content ON public.open311_requests USING btree (district_id, key_id, content_hash, posted_at);
CREATE UNIQUE INDEX open311_requests_token ON public.open311_requests USING btree (district_id, token);
CREATE INDEX organisation_ties_area_id ON public.organisation_ties USING btree (district_id, area_id);
CREATE INDEX organisation_versions_home_area_id ON public.organisation_versions USING btree (district_id, home_area_id);
CREATE UNIQUE INDEX organisations_credit_code ON public.organisations USING btree (district_id, credit_code) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX organisations_name ON public.organisations USING btree (district_id, home_area_id, name) WHERE (valid_to IS NULL);
CREATE INDEX posts_account_id ON public.posts USING btree (district_id, account_id);
CREATE INDEX posts_area_id ON public.posts USING btree (district_id, area_id);
CREATE INDEX regroupings_area_id ON public.regroupings USING btree (district_id, area_id, decided_at);
CREATE INDEX regroupings_planned ON public.regroupings USING btree (district_id, day) WHERE (state = 'planned'::text);
CREATE INDEX reply_templates_area_id ON public.reply_templates USING btree (district_id, area_id) WHERE (retired_at IS NULL);
CREATE INDEX report_additions_matter ON public.report_additions USING btree (district_id, matter_id);
CREATE INDEX reports_by_channel ON public.reports USING btree (district_id, channel, received_at) WHERE (channel = ANY (ARRAY['visit'::text, 'reception'::text, 'petition'::text]));
CREATE INDEX reports_contact_phone ON public.reports USING btree (district_id, contact_phone_index) WHERE (contact_phone_index IS NOT NULL);
CREATE INDEX reports_contact_tail ON public.reports USING btree (district_id, contact_tail_index, received_at) WHERE (contact_tail_index IS NOT NULL);
CREATE INDEX reports_matter_id ON public.reports USING btree (district_id, matter_id);
CREATE UNIQUE INDEX reports_query_code ON public.reports USING btree (district_id, query_code);
CREATE INDEX reports_taken_by ON public.reports USING btree (district_id, taken_by, received_at) WHERE (taken_by IS NOT NULL);
CREATE INDEX reports_with_contact ON public.reports USING btree (district_id, received_at, id) WHERE (COALESCE(contact_phone_sealed, contact_name_sealed, contact_email_sealed) IS NOT NULL);
CREATE INDEX saved_filters_account_id ON public.saved_filters USING btree (district_id, account_id, "position");
CREATE INDEX sessions_account ON public.sessions USING btree (district_id, account_id);
CREATE INDEX sessions_expires_at ON public.sessions USING btree (expires_at);
CREATE UNIQUE INDEX sessions_id ON public.sessions USING btree (district_id, id);
CREATE INDEX sign_in_steps_account ON public.sign_in_steps USING btree (district_id, account_id);
CREATE INDEX webhook_messages_due ON public.webhook_messages USING btree (district_id, webhook_id, next_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX webhook_messages_event ON public.webhook_messages USING btree (district_id, webhook_id, "position") WHERE ("position" IS NOT NULL);
CREATE INDEX webhook_messages_list ON public.webhook_messages USING btree (district_id, webhook_id, id DESC);
CREATE INDEX webhook_messages_made ON public.webhook_messages USING btree (district_id, made_at);
CREATE INDEX webhook_messages_matter ON public.webhook_messages USING btree (district_id, webhook_id, matter_id, "position") WHERE (state = 'waiting'::text);
