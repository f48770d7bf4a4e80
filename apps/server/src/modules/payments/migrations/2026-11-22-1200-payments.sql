-- Monthly batches: reserve → release by a second person → send → settle or return, each line resolved once.
create schema payments;
grant usage on schema payments to doudi_app;

create table payments.batch (
  county char(6) not null,
  id uuid not null,
  number text not null,
  programme text not null,
  month char(7) not null,
  -- 0 for the month's first batch, then supplementary ones.
  round int not null,
  budget_id uuid not null,
  status text not null check (status in ('reserved', 'released', 'sent', 'closed', 'cancelled')),
  line_count int not null,
  total_fen bigint not null,
  made_by uuid not null,
  made_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  -- The bank's file in both layouts; decided once, in the transaction that sends.
  csv_digest char(64),
  fixed_digest char(64),
  sent_at timestamptz,
  closed_at timestamptz,
  primary key (id, county),
  constraint batch_once unique (county, programme, month, round),
  constraint batch_two_persons check (released_by is null or released_by <> made_by),
  constraint batch_sent_with_file check (status not in ('sent', 'closed') or (csv_digest is not null and fixed_digest is not null))
);
alter table payments.batch enable row level security;
alter table payments.batch force row level security;
create policy county_scope on payments.batch
  using ((county || '000000') like any ((select platform.area_patterns())::text[]))
  with check ((county || '000000') like any ((select platform.area_patterns())::text[]));
grant select, insert, update on payments.batch to doudi_app;

create table payments.line (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  batch_id uuid not null,
  line_no int not null,
  award_id uuid not null,
  programme text not null,
  -- The month the money is for.
  month char(7) not null,
  -- 0 first payment, 1 re-issued once after a return.
  attempt int not null default 0 check (attempt in (0, 1)),
  amount_fen bigint not null check (amount_fen > 0),
  payee_name text not null,
  bank_account_id uuid not null,
  account_tail char(4) not null,
  status text not null check (status in ('reserved', 'held', 'sent', 'settled', 'returned', 'cancelled')),
  return_reason text,
  resolved_at timestamptz,
  reissue_of uuid,
  primary key (id, county),
  constraint line_place_once unique (county, batch_id, line_no)
);
-- One award is paid once for a month, however often anything is repeated. Held and cancelled lines no longer stand for it.
create unique index line_once on payments.line (county, award_id, month, attempt) where status not in ('held', 'cancelled');
create index line_batch on payments.line (batch_id, status);
create index line_of_month on payments.line (county, programme, month);
create index line_reissue on payments.line (county, reissue_of) where reissue_of is not null;
create index line_household on payments.line (county, household_id);
call platform.apply_row_scope('payments.line');
grant select, insert, update on payments.line to doudi_app;

-- Awards that run in the month and are not in the batch, with the reason, as it was when the batch was made.
create table payments.left_out (
  county char(6) not null,
  batch_id uuid not null,
  award_id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  name text not null,
  amount_fen bigint not null,
  reason text not null check (reason in ('award-held', 'no-bank-account')),
  primary key (county, batch_id, award_id)
);
call platform.apply_row_scope('payments.left_out');
grant select, insert on payments.left_out to doudi_app;

-- A bank's answer as it came, by content: the same file twice is one file.
create table payments.return_file (
  county char(6) not null,
  id uuid not null,
  batch_id uuid not null,
  digest char(64) not null,
  received_at timestamptz not null,
  received_by uuid,
  settled int not null,
  returned int not null,
  already int not null,
  quarantined jsonb not null,
  complete boolean not null,
  primary key (id, county),
  constraint return_file_once unique (county, batch_id, digest)
);
alter table payments.return_file enable row level security;
alter table payments.return_file force row level security;
create policy county_scope on payments.return_file
  using ((county || '000000') like any ((select platform.area_patterns())::text[]))
  with check ((county || '000000') like any ((select platform.area_patterns())::text[]));
grant select, insert on payments.return_file to doudi_app;
