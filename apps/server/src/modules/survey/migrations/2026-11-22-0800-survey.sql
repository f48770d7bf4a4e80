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
  -- Accounts of the two who went.
  surveyors uuid[] not null,
  visited_at timestamptz,
  -- `met`, `nobody`, `moved`.
  outcome text,
  -- `true` 情况属实 / `not-true`.
  conclusion text,
  form_sealed bytea,
  signature_document_id uuid,
  version int not null default 1,
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (county, id)
);
create index visit_case on survey.visit (county, case_id);
create index visit_due on survey.visit (planned_for) where status = 'planned';
call platform.apply_row_scope('survey.visit');
grant select, insert, update on survey.visit to doudi_app;

-- What a device sent, as it sent it. A submission that does not fit the version it started from waits for a person.
create table survey.submission (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  visit_id uuid not null,
  base_version int not null,
  status text not null check (status in ('applied', 'conflict', 'resolved')),
  content_sealed bytea not null,
  device text not null,
  captured_at timestamptz not null,
  received_at timestamptz not null,
  sent_by uuid not null,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (county, id)
);
create index submission_visit on survey.submission (county, visit_id);
call platform.apply_row_scope('survey.submission');
grant select, insert, update on survey.submission to doudi_app;
