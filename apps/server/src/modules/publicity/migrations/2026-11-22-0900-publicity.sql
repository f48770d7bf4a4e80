-- Public notices (公示) before a decision, objections to them, and the minimal public projection.
create schema publicity;
grant usage on schema publicity to doudi_app, doudi_public;

create table publicity.notice (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  posted_on date not null,
  -- Last day on which it hangs, inclusive.
  ends_on date not null,
  status text not null check (status in ('posted', 'ended', 'withdrawn')),
  posted_by uuid,
  board_photo_document_id uuid,
  primary key (id, county)
);
create index notice_case on publicity.notice (county, case_id);
create index notice_ending on publicity.notice (ends_on) where status = 'posted';
call platform.apply_row_scope('publicity.notice');
grant select, insert, update on publicity.notice to doudi_app;

create table publicity.objection (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  notice_id uuid not null,
  case_id uuid not null,
  anonymous boolean not null,
  name text,
  phone_sealed bytea,
  content text not null,
  received_at timestamptz not null,
  status text not null check (status in ('open', 'answered')),
  answer text,
  finding text check (finding in ('unfounded', 'founded')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (id, county)
);
create index objection_case on publicity.objection (county, case_id);
call platform.apply_row_scope('publicity.objection');
grant select, insert, update on publicity.objection to doudi_app;

-- What anybody may read, and nothing else: its own table, so that no query can widen it. Masked name, village,
-- household size, programme, amount, dates; never an ID, phone, address, illness, disability or child's name.
create table publicity.public_notice (
  id uuid primary key,
  county char(6) not null,
  village char(12) not null,
  applicant_masked text not null,
  household_size int not null,
  covered int not null,
  programme text not null,
  programme_name text not null,
  amount_fen bigint not null,
  posted_on date not null,
  ends_on date not null,
  office text not null,
  contact_phone text
);
create index public_notice_place on publicity.public_notice (village, posted_on);
grant select on publicity.public_notice to doudi_public, doudi_app;
grant insert, delete on publicity.public_notice to doudi_app;
