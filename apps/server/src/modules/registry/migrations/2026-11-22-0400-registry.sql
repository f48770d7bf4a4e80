-- Persons, households, memberships over time, facts with source and time, documents.
create schema registry;
grant usage on schema registry to doudi_app;

create table registry.household (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  -- 12-digit division + 4: stable when members change; not the case number.
  number text not null,
  head_person_id uuid,
  head_name text not null,
  address_sealed bytea,
  created_at timestamptz not null,
  household_id uuid generated always as (id) stored,
  primary key (id, county),
  constraint household_number_once unique (county, number)
);
create index household_place on registry.household (division, id);
-- An address names a household, a person, a paper by its id alone.
create index household_id on registry.household (id);
call platform.apply_row_scope('registry.household');
grant select, insert, update on registry.household to doudi_app;

-- The last number given in each village, locked by whoever registers a household there. No people: no row scope.
create table registry.household_number (
  division char(12) primary key,
  last int not null check (last between 1 and 9999)
);
grant select, insert, update on registry.household_number to doudi_app;

-- Identity number, phone and health are sealed; found by keyed index, by name, by pinyin initials, by tails.
create table registry.person (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  name text not null,
  -- Folded (繁→简, width, variants) for search.
  name_key text not null,
  pinyin_initials text not null,
  document_kind text not null default 'identity-card',
  identity_sealed bytea,
  identity_index bytea,
  identity_tail_index bytea,
  phone_sealed bytea,
  phone_index bytea,
  phone_tail_index bytea,
  born_on date,
  sex text check (sex in ('male', 'female')),
  died_on date,
  created_at timestamptz not null,
  primary key (id, county),
  constraint person_identity_once unique (county, identity_index)
);
create index person_id on registry.person (id);
create index person_household on registry.person (household_id);
-- A name or its initials by how they begin. What stands in the middle of a name (小舟) has no index: it is looked for
-- among the people of the area, in an index that carries all that is asked and shown.
create index person_name on registry.person (county, name_key text_pattern_ops);
create index person_initials on registry.person (county, pinyin_initials text_pattern_ops);
create index person_place on registry.person (division) include (county, household_id, id, name, name_key, pinyin_initials);
create index person_identity on registry.person (identity_index);
create index person_identity_tail on registry.person (county, identity_tail_index);
create index person_phone on registry.person (county, phone_index);
create index person_phone_tail on registry.person (county, phone_tail_index);
call platform.apply_row_scope('registry.person');
grant select, insert, update on registry.person to doudi_app;

create table registry.membership (
  county char(6) not null,
  household_id uuid not null,
  person_id uuid not null,
  division char(12) not null,
  relation text not null,
  valid_from date not null,
  valid_to date,
  primary key (county, household_id, person_id, valid_from)
);
create index membership_household on registry.membership (household_id);
create index membership_person on registry.membership (person_id);
call platform.apply_row_scope('registry.membership');
grant select, insert, update on registry.membership to doudi_app;

-- What somebody said or found about a household or one of its people. Append-only: a newer fact stands beside
-- the older one, so declared and found can be compared and June can be read in September.
create table registry.fact (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid,
  person_id uuid,
  -- Ascii id of the field in the pack's form or schema, e.g. `wage`, `deposits`.
  field text not null,
  value_sealed bytea not null,
  -- `declared`, `verified`, `visit`, `staff`.
  source text not null check (source in ('declared', 'verified', 'visit', 'staff')),
  -- Which department, visit or document.
  source_detail text not null,
  source_id uuid,
  as_of date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (id, county)
);
create index fact_case on registry.fact (case_id);
create index fact_household on registry.fact (household_id, field);
call platform.apply_row_scope('registry.fact');
grant select, insert on registry.fact to doudi_app;

create table registry.document (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  case_id uuid,
  person_id uuid,
  kind text not null,
  -- SM3 of the stored bytes (a photo is written anew without its camera data), of the bytes as they came in, and
  -- of the bytes as captured on the phone where the phone says so.
  digest char(64) not null,
  received_digest char(64) not null,
  captured_digest char(64),
  captured_at timestamptz,
  media_type text not null,
  bytes bigint not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (id, county)
);
create index document_id on registry.document (id);
create index document_case on registry.document (case_id);
create index document_household on registry.document (household_id);
call platform.apply_row_scope('registry.document');
grant select, insert on registry.document to doudi_app;

create table registry.bank_account (
  county char(6) not null,
  id uuid not null,
  division char(12) not null,
  household_id uuid not null,
  holder_name text not null,
  holder_person_id uuid,
  bank text not null,
  -- Cards carry a check digit, passbook accounts (存折) none.
  kind text not null check (kind in ('card', 'passbook')),
  number_sealed bytea not null,
  number_index bytea not null,
  number_tail char(4) not null,
  -- Why money goes to somebody outside the household, if it does.
  other_holder_reason text,
  -- Null while somebody has proposed it and nobody else has confirmed it: no money goes there.
  valid_from timestamptz,
  replaced_at timestamptz,
  -- Both null for a household's first account, which comes with the application that somebody else decides.
  proposed_by uuid,
  confirmed_by uuid,
  primary key (id, county),
  constraint bank_account_two_persons check (confirmed_by is null or confirmed_by <> proposed_by)
);
create unique index bank_account_current on registry.bank_account (county, household_id)
  where replaced_at is null and valid_from is not null;
create unique index bank_account_proposed on registry.bank_account (county, household_id)
  where replaced_at is null and valid_from is null;
create index bank_account_id on registry.bank_account (id);
create index bank_account_household on registry.bank_account (household_id);
create index bank_account_number on registry.bank_account (county, number_index);
call platform.apply_row_scope('registry.bank_account');
grant select, insert, update on registry.bank_account to doudi_app;
