-- Applications being written, and cases on their way from submission to decision.
create schema casework;
grant usage on schema casework to doudi_app;

-- An application being written by somebody who has no account yet. The page holds the token; only its SM3 is
-- stored, and the row is seen by nobody else: the policy compares with the token of the transaction.
create table casework.draft (
  id uuid primary key,
  token_hash text not null,
  answers_sealed bytea not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  submitted_case uuid
);
alter table casework.draft enable row level security;
alter table casework.draft force row level security;
create policy draft_holder on casework.draft
  using (token_hash = nullif(current_setting('doudi.draft', true), ''))
  with check (token_hash = nullif(current_setting('doudi.draft', true), ''));
grant select, insert, update on casework.draft to doudi_app;

-- One application and what became of it. The columns are a projection of the journal: every change is an act
-- folded by the pure function in case.ts, and a test rebuilds the row from the entries.
create table casework.case_file (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  -- divisionCode(9) + programme(2) + yyyy + seq(6); the office's number.
  number text not null,
  programme text not null,
  pack text not null,
  applicant_name text not null,
  name_key text not null,
  members int not null,
  status text not null,
  -- The role whose turn it is, or null when nobody's.
  awaits text,
  submitted_on date not null,
  accepted_on date,
  -- The legal limit; null before acceptance and while nothing runs.
  due_on date,
  clock_running boolean not null default false,
  flags text[] not null default '{}',
  amount_fen bigint,
  -- Optimistic lock: an act names the version it saw.
  version int not null,
  -- The whole folded state (no class-A values).
  state jsonb not null,
  primary key (id, county),
  constraint case_number_once unique (county, number)
);
-- Addresses name a case by its id alone.
create index case_by_id on casework.case_file (id);
-- What waits for a role in an area is a few hundred rows, sorted when read; everything of a large area is read in the
-- order of its deadlines; counts read only the index, which therefore carries what row security asks for.
create index case_queue on casework.case_file (awaits, division);
create index case_due on casework.case_file (due_on, id);
create index case_place on casework.case_file (division, status, awaits) include (household_id);
create index case_household on casework.case_file (county, household_id);
-- One household, one way to a programme at a time, also when two windows take it in at once.
create unique index case_open_once on casework.case_file (county, household_id, programme)
  where status in ('submitted', 'correcting', 'investigating', 'proposed', 'publicising', 'objected', 'awaiting-decision', 'approved');
create index case_name on casework.case_file (county, name_key text_pattern_ops);
call platform.apply_row_scope('casework.case_file');
grant select, insert, update on casework.case_file to doudi_app;

-- Numbers of a town and year, given out without gaps.
create table casework.case_counter (town char(9) not null, year int not null, last int not null, primary key (town, year));
grant select, insert, update on casework.case_counter to doudi_app;

-- A computation that something rested on: the situation, the pack edition and the whole trace, append-only.
create table casework.assessment (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  stage text not null check (stage in ('proposal', 'decision')),
  pack text not null,
  edition char(64) not null,
  assessed_for date not null,
  situation_sealed bytea not null,
  -- { eligible, route, amountFen, coveredPeople, outputs… } without class-A values.
  result jsonb not null,
  trace_sealed bytea not null,
  -- SM3 of the canonical result and trace; recomputing must give the same.
  result_hash char(64) not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (id, county)
);
create index assessment_by_id on casework.assessment (id);
create index assessment_case on casework.assessment (county, case_id);
call platform.apply_row_scope('casework.assessment');
grant select, insert on casework.assessment to doudi_app;

-- Letters issued: acceptance, correction, approval, refusal. The text is kept as it was sent.
create table casework.letter (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text not null,
  content_sealed bytea not null,
  verification_code text not null,
  issued_at timestamptz not null,
  primary key (id, county)
);
create index letter_by_id on casework.letter (id);
create index letter_case on casework.letter (county, case_id);
call platform.apply_row_scope('casework.letter');
grant select, insert on casework.letter to doudi_app;
