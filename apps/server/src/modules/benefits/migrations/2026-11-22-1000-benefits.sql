-- Awards over time: who gets how much from which month, and on which decision that rests.
create schema benefits;
grant usage on schema benefits to doudi_app;

create table benefits.award (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  programme text not null,
  head_name text not null,
  covered int not null check (covered > 0),
  monthly_fen bigint not null check (monthly_fen > 0),
  -- First and last month, `YYYY-MM`.
  start_month char(7) not null,
  end_month char(7),
  status text not null check (status in ('active', 'held', 'ended')),
  hold_reason text,
  primary key (id, county),
  -- A retried job starts one award, not two.
  constraint award_once unique (county, case_id)
);
create index award_household on benefits.award (county, household_id);
create index award_running on benefits.award (county, programme, status);
call platform.apply_row_scope('benefits.award');
grant select, insert, update on benefits.award to doudi_app;
