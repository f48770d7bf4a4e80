-- Trying out rules: what was asked, how far it has come, and what would change for whom.
create schema insight;
grant usage on schema insight to doudi_app;

-- Sums by area and category, nobody's name: seen by those who look after the area and by those who set its standards.
create table insight.simulation (
  county char(6) not null,
  id uuid not null,
  -- The area whose households are looked at.
  division char(12) not null,
  -- `register`: the newest facts; `decisions`: past decisions with the facts as known then; `synthetic`: invented.
  over text not null check (over in ('register', 'decisions', 'synthetic')),
  programme text not null,
  assessed_for date not null,
  -- The drafts, and the size and seed of an invented register.
  request jsonb not null,
  -- The policy edition that stands for today.
  edition char(64) not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  done int not null default 0,
  total int not null default 0,
  result jsonb,
  -- Code and details of what kept it from an answer.
  problem jsonb,
  primary key (id, county)
);
create index simulation_latest on insight.simulation (asked_at desc, id desc);
alter table insight.simulation enable row level security;
alter table insight.simulation force row level security;
create policy division_scope on insight.simulation
  using (division like any ((select platform.area_patterns())::text[])
      or division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]))
  with check (division like any ((select platform.area_patterns())::text[])
      or division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]));
grant select, insert, update on insight.simulation to doudi_app;

-- Each household to which something would happen. Written anew when an interrupted run begins again.
create table insight.simulation_change (
  county char(6) not null,
  simulation_id uuid not null,
  -- In the order in which they were found; a page begins after one.
  position int not null,
  division char(12) not null,
  household_id uuid not null,
  -- Position of the comparison in the result.
  comparison smallint not null,
  change text not null check (change in ('enters', 'leaves', 'gains', 'loses', 'undecided')),
  fen_before bigint not null,
  fen_after bigint not null,
  category_before text not null,
  category_after text not null,
  primary key (simulation_id, position, county)
);
create index simulation_change_kind on insight.simulation_change (simulation_id, comparison, change, position);
call platform.apply_row_scope('insight.simulation_change');
grant select, insert, delete on insight.simulation_change to doudi_app;
