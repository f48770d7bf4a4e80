-- The money's ledger: append-only double entry in whole fen, and budgets that the database itself keeps.
create schema funds;
grant usage on schema funds to doudi_app;

create table funds.account (
  county char(6) not null,
  id uuid not null,
  -- fund-bank, allocation-<level>, benefit-expense, in-transit, returned-payable: see account.ts.
  code text not null,
  programme text not null,
  -- Fund line, e.g. central subsidy 2026.
  fund_line text not null,
  primary key (id, county),
  constraint ledger_account_once unique (county, code, programme, fund_line)
);
grant select, insert on funds.account to doudi_app;

create table funds.entry (
  county char(6) not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- What caused it: a batch, a line, an allocation.
  cause_id uuid not null,
  memo text not null,
  posted_by uuid,
  primary key (id, county),
  constraint entry_cause_once unique (county, kind, cause_id)
);
create index entry_cause on funds.entry (cause_id);
grant select, insert on funds.entry to doudi_app;

-- Debit positive, credit negative; each entry sums to zero when the transaction commits.
create table funds.posting (
  county char(6) not null,
  entry_id uuid not null,
  line_no int not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (county, entry_id, line_no),
  foreign key (county, entry_id) references funds.entry (county, id),
  foreign key (county, account_id) references funds.account (county, id)
);
create index posting_account on funds.posting (county, account_id);
grant select, insert on funds.posting to doudi_app;

create function funds.entry_balances() returns trigger language plpgsql as $$
begin
  if (select sum(amount_fen) from funds.posting where county = new.county and entry_id = new.entry_id) <> 0 then
    raise exception 'ledger entry % does not sum to zero', new.entry_id using errcode = '23514', constraint = 'entry_sums_to_zero';
  end if;
  return null;
end $$;
create constraint trigger entry_sums_to_zero after insert on funds.posting
  deferrable initially deferred for each row execute function funds.entry_balances();

-- A budget can never be overdrawn, in any order of events: the row's own check says so.
create table funds.budget (
  county char(6) not null,
  id uuid not null,
  programme text not null,
  fund_line text not null,
  year int not null,
  limit_fen bigint not null check (limit_fen >= 0),
  reserved_fen bigint not null default 0 check (reserved_fen >= 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  primary key (id, county),
  constraint budget_once unique (county, programme, fund_line, year),
  constraint budget_not_overdrawn check (reserved_fen + spent_fen <= limit_fen)
);
grant select, insert, update on funds.budget to doudi_app;

-- No people, but money is a county's own business.
do $$ declare t text; begin
  foreach t in array array['account', 'entry', 'posting', 'budget'] loop
    execute format('alter table funds.%I enable row level security', t);
    execute format('alter table funds.%I force row level security', t);
    execute format($p$create policy county_scope on funds.%I
      using ((county || '000000') like any ((select platform.area_patterns())::text[]))
      with check ((county || '000000') like any ((select platform.area_patterns())::text[]))$p$, t);
  end loop;
end $$;
