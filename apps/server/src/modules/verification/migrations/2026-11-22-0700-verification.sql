-- Economic-status verification (家庭经济状况核对): consent, request, one query per person and source, answers apart.
create schema verification;
grant usage on schema verification to doudi_app;

-- One person's authorisation (授权书): their own, or for a child the guardian's. No consent, no query.
create table verification.consent (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  text_version text not null,
  text_hash char(64) not null,
  sources text[] not null,
  method text not null check (method in ('phone', 'paper', 'field', 'window', 'guardian')),
  signed_name text not null,
  signature_document_id uuid,
  witness text,
  signed_at timestamptz not null,
  valid_to date not null,
  -- Withdrawn, or replaced by a newer one.
  withdrawn_at timestamptz,
  primary key (id, county)
);
create index consent_case on verification.consent (county, case_id);
-- One authorisation of a person stands at a time; a repeated job adds none.
create unique index consent_once on verification.consent (county, case_id, person_id) where withdrawn_at is null;
call platform.apply_row_scope('verification.consent');
grant select, insert, update on verification.consent to doudi_app;

create table verification.request (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  number text not null,
  round int not null,
  requested_at timestamptz not null,
  requested_by uuid,
  period_from date not null,
  period_to date not null,
  completed_at timestamptz,
  primary key (id, county),
  constraint request_round_once unique (county, case_id, round)
);
call platform.apply_row_scope('verification.request');
grant select, insert, update on verification.request to doudi_app;

-- "queried, none" and "not queried" and "did not answer" are different things and are stored as such.
create table verification.query (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  source text not null,
  mandatory boolean not null,
  status text not null check (status in ('pending', 'answered', 'nothing-found', 'failed', 'no-consent', 'mismatch')),
  attempts int not null default 0,
  last_error text,
  queried_at timestamptz,
  answer_sealed bytea,
  primary key (id, county),
  constraint query_once unique (county, request_id, person_id, source)
);
create index query_request on verification.query (county, request_id);
call platform.apply_row_scope('verification.query');
grant select, insert, update on verification.query to doudi_app;

-- Declared against found, and what an officer made of it (with the applicant's explanation).
create table verification.difference (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  person_id uuid,
  field text not null,
  declared_fact_id uuid,
  found_fact_id uuid not null,
  resolution text check (resolution in ('use-found', 'use-declared', 'excluded')),
  resolution_reason text,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (id, county),
  constraint difference_once unique nulls not distinct (county, request_id, person_id, field)
);
create index difference_case on verification.difference (county, case_id);
call platform.apply_row_scope('verification.difference');
grant select, insert, update on verification.difference to doudi_app;
