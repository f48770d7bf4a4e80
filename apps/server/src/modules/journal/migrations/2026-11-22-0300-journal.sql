-- The household's line: one append-only entry per act, in the transaction that acts, hash-chained by county.
create schema journal;
grant usage on schema journal to doudi_app;

create table journal.entry (
  county char(6) not null,
  seq bigint not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid,
  case_id uuid,
  act text not null,
  -- Who, in which role, where; `system` for the clock and the jobs.
  account_id uuid,
  actor_name text not null,
  role text not null,
  actor_division char(12),
  -- Business time of the act, and the real time at which it was written.
  -- To the millisecond, which is what the hash covers.
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  reason text,
  request_id text not null,
  -- What happened, without class-A values: enough to rebuild the state of the case.
  body jsonb not null,
  previous_hash char(64) not null,
  hash char(64) not null,
  primary key (county, seq),
  constraint entry_id_once unique (county, id),
  constraint entry_own_chain check (county = left(division, 6))
);
create index entry_line on journal.entry (county, household_id, seq);
create index entry_case on journal.entry (county, case_id, seq);
create index entry_actor on journal.entry (county, account_id, seq);
alter table journal.entry enable row level security;
alter table journal.entry force row level security;
create policy journal_scope on journal.entry
  using (division like any ((select platform.area_patterns())::text[])
      or division like any ((select platform.area_patterns('doudi.audit_areas'))::text[])
      or household_id = any ((select platform.own_households())::uuid[]))
  -- Refusals and reads are recorded where the actor stands, so writing is not limited by area.
  with check (true);
grant select, insert on journal.entry to doudi_app;

-- The end of each county's chain; locked by whoever appends.
create table journal.chain (
  county char(6) primary key,
  seq bigint not null,
  hash char(64) not null
);
grant select, insert, update on journal.chain to doudi_app;

-- A point of the chain that somebody else holds a copy of.
create table journal.checkpoint (
  county char(6) not null,
  seq bigint not null,
  hash char(64) not null,
  at timestamptz(3) not null,
  mac text not null,
  primary key (county, seq)
);
grant select, insert on journal.checkpoint to doudi_app;
