-- Accounts, roles held somewhere for a time, sessions that really end, one-time codes.
create schema identity;
grant usage on schema identity to doudi_app;

-- Accounts have people in them: seen in the administrator's areas, or by their owner.
create procedure identity.apply_account_scope(target regclass, account_column text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$
    create policy account_scope on %s
      using (division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]) or %I = (select platform.own_account()))
      with check (division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]) or %I = (select platform.own_account()))
  $policy$, target, account_column, account_column);
end $$;

create table identity.account (
  id uuid primary key,
  county char(6) not null,
  division char(12) not null,
  kind text not null check (kind in ('staff', 'resident')),
  -- Staff sign in with this name; residents with their phone.
  login text,
  display_name text not null,
  -- Keyed index of the identity number: one person, one account of a kind.
  identity_index bytea,
  phone_sealed bytea,
  phone_index bytea,
  -- argon2id with its parameters and salt; the password itself is nowhere.
  password_verifier text,
  password_changed_at timestamptz,
  totp_sealed bytea,
  -- The last time-step whose code was used; an older or equal one is a replay.
  totp_last_step bigint,
  -- An invitation to set a password: one use, short-lived, only its SM3.
  activation_hash text,
  activation_expires_at timestamptz,
  -- Only accounts of a demo area: shown on the page of demo accounts, refused outside the demo.
  demo_password_sealed bytea,
  -- Households this resident may act for (own line, or as helper).
  households uuid[] not null default '{}',
  -- Whom to text about a household is asked at every act on a case. No index looks into an array under row security,
  -- so the first household has a column of its own, and the few who act for several are marked.
  first_household uuid generated always as (households[1]) stored,
  several boolean generated always as (cardinality(households) > 1) stored,
  status text not null default 'active' check (status in ('active', 'disabled')),
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  last_sign_in_from text,
  constraint account_login_once unique (login),
  constraint account_person_once unique (kind, identity_index),
  constraint account_phone_once unique (kind, phone_index)
);
create index account_first_household on identity.account (first_household);
create index account_several on identity.account (several) where several;
call identity.apply_account_scope('identity.account', 'id');
grant select, insert, update on identity.account to doudi_app;

-- A role held at a division for a time. Released by a second person.
create table identity.role_grant (
  id uuid primary key,
  county char(6) not null,
  division char(12) not null,
  account_id uuid not null references identity.account (id),
  role text not null,
  valid_from date not null,
  valid_to date,
  proposed_by uuid,
  released_by uuid,
  released_at timestamptz,
  constraint grant_two_persons check (released_by is null or proposed_by is null or released_by <> proposed_by)
);
create index role_grant_account on identity.role_grant (account_id);
create index role_grant_role on identity.role_grant (role, division);
call identity.apply_account_scope('identity.role_grant', 'account_id');
grant select, insert, update on identity.role_grant to doudi_app;

-- The token itself is never stored, only its SM3.
create table identity.session (
  token_hash text primary key,
  county char(6) not null,
  division char(12) not null,
  account_id uuid not null references identity.account (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  stepped_up_at timestamptz,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  -- When and from where the owner had signed in before this session, for them to notice a stranger.
  previous_sign_in_at timestamptz,
  previous_sign_in_from text
);
create index session_account on identity.session (account_id) where ended_at is null;
call identity.apply_account_scope('identity.session', 'account_id');
grant select, insert, update on identity.session to doudi_app;

-- Passwords an account had before: the last five are not taken again.
create table identity.former_password (
  id uuid primary key,
  county char(6) not null,
  division char(12) not null,
  account_id uuid not null references identity.account (id),
  verifier text not null,
  replaced_at timestamptz not null
);
create index former_password_account on identity.former_password (account_id, replaced_at desc);
call identity.apply_account_scope('identity.former_password', 'account_id');
grant select, insert on identity.former_password to doudi_app;

-- Failed tries, for slowing down by account, by source and altogether. No personal data: keys are hashed.
create table identity.attempt (
  key_hash text not null,
  at timestamptz not null
);
create index attempt_recent on identity.attempt (key_hash, at);
grant select, insert, delete on identity.attempt to doudi_app;

-- A code sent to a phone: bound to phone, purpose and request, five minutes, five tries, once.
create table identity.one_time_code (
  id uuid primary key,
  phone_index bytea not null,
  purpose text not null check (purpose in ('sign-in', 'submit', 'sign-consent')),
  code_hash text not null,
  expires_at timestamptz not null,
  tries int not null default 0 check (tries <= 5),
  used_at timestamptz
);
create index one_time_code_phone on identity.one_time_code (phone_index, purpose, expires_at);
grant select, insert, update on identity.one_time_code to doudi_app;
