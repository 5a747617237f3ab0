-- Grids split, merged, or houses moved between them: what was decided, for which day, and what came of it.
create table regroupings (
  district_id integer not null references districts (id),
  id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'move')),
  day date not null,
  state text not null check (state in ('planned', 'done', 'cancelled', 'stuck')),
  -- The area under which it happens: lists are narrowed by it.
  area_id integer not null,
  -- The whole decision as it was made: grids, parts, who takes over which post.
  decision jsonb not null,
  -- The grid of each part, once done.
  grid_ids integer[],
  -- The problem that kept a planned one from being carried out on its day.
  stuck_on text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  settled_at timestamptz,
  primary key (district_id, id),
  constraint regroupings_area foreign key (district_id, area_id) references areas (district_id, id)
);
create index regroupings_planned on regroupings (district_id, day) where state = 'planned';
create index regroupings_area_id on regroupings (district_id, area_id, decided_at);
