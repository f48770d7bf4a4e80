-- Divisions (辖区), who may decide where (委托), and the calendar an area keeps.
create schema places;
grant usage on schema places to doudi_app, doudi_public;

-- One row a division of any level, by its 12-digit code. No people: no row scope.
create table places.division (
  code char(12) primary key check (code ~ '^[0-9]{12}$'),
  parent char(12) references places.division (code),
  level text not null check (level in ('province', 'city', 'county', 'town', 'village')),
  name text not null,
  aliases text[] not null default '{}',
  -- The policy pack that rules here; inherited by what lies below.
  pack text,
  -- Telephone and hours shown on every resident page and notice.
  contact_phone text,
  contact_hours text,
  demo boolean not null default false,
  valid_from date not null,
  valid_to date
);
create index division_children on places.division (parent);
grant select on places.division to doudi_app, doudi_public;
grant insert, update on places.division to doudi_app;

-- A county's written delegation of the decision to a town (审核确认权限下放), by programme and time.
create table places.delegation (
  id uuid primary key,
  county char(6) not null,
  town char(12) not null references places.division (code),
  programme text not null,
  basis text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index delegation_town on places.delegation (town, programme);
grant select, insert, update on places.delegation to doudi_app;

-- Days that differ from the national calendar in one area.
create table places.calendar_override (
  area char(12) not null references places.division (code),
  day date not null,
  workday boolean not null,
  reason text not null,
  primary key (area, day)
);
grant select on places.calendar_override to doudi_app, doudi_public;
grant insert, update on places.calendar_override to doudi_app;
