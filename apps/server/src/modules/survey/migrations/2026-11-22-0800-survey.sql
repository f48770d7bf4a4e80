-- Home visits (入户调查): planned, made by two, written offline, synced, conflicts kept side by side.
create schema survey;
grant usage on schema survey to doudi_app;

create table survey.visit (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  status text not null check (status in ('planned', 'made', 'conflict')),
  planned_for date not null,
  -- Accounts of the two who go, later of the two who went.
  surveyors uuid[] not null,
  visited_at timestamptz,
  -- `met`, `nobody`, `moved`.
  outcome text check (outcome in ('met', 'nobody', 'moved')),
  -- `true` 情况属实 / `not-true` 情况不实.
  conclusion text check (conclusion in ('true', 'not-true')),
  signature_document_id uuid,
  -- Version 1 is the plan; each written form is the next one.
  version int not null default 1,
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (id, county)
);
create index visit_case on survey.visit (county, case_id);
create index visit_household on survey.visit (county, household_id);
create index visit_due on survey.visit (planned_for) where status = 'planned';
call platform.apply_row_scope('survey.visit');
grant select, insert, update on survey.visit to doudi_app;

-- Every form as it once stood, append-only: what a device started from is needed to merge what it sends.
create table survey.visit_form (
  county char(6) not null,
  visit_id uuid not null,
  version int not null,
  division char(12) not null,
  household_id uuid not null,
  form_sealed bytea not null,
  -- The entry of the device that made this version.
  submission_id uuid not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (county, visit_id, version)
);
call platform.apply_row_scope('survey.visit_form');
grant select, insert on survey.visit_form to doudi_app;

-- What a device sent, as it sent it, by the id the device gave it. What does not fit waits here for a person: a
-- conflict with the visit's household, a refused entry where its sender works.
create table survey.submission (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid,
  kind text not null check (kind in ('visit.record', 'report.quick')),
  visit_id uuid,
  base_version int,
  status text not null check (status in ('applied', 'conflict', 'resolved', 'refused')),
  -- Code of the refusal.
  problem text,
  content_sealed bytea not null,
  device text not null,
  captured_at timestamptz not null,
  received_at timestamptz not null,
  sent_by uuid,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (id, county)
);
create index submission_visit on survey.submission (county, visit_id);
create index submission_waiting on survey.submission (division, received_at) where status in ('conflict', 'refused');
call platform.apply_row_scope('survey.submission');
grant select, insert, update on survey.submission to doudi_app;
