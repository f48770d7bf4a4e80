-- The platform's own tables and the one mechanism that scopes every table with people in it.

create schema if not exists platform;

-- Three roles that cannot log in. The server's login takes one of them for each transaction (SET LOCAL ROLE),
-- so that it is never the owner, never bypasses row security and never truncates.
do $$ begin create role doudi_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role doudi_public nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant doudi_app, doudi_public to %I', current_user); exception when others then null; end $$;

grant usage on schema platform to doudi_app, doudi_public;

-- The areas of the running transaction as LIKE patterns. Empty or missing means none: nothing is seen.
create function platform.area_patterns(setting text default 'doudi.areas') returns text[] language sql stable as $$
  select coalesce(array_agg(case when area = '*' then '%' else area || '%' end), '{}')
  from unnest(string_to_array(nullif(current_setting(setting, true), ''), ',')) as area
$$;

create function platform.own_households() returns uuid[] language sql stable as $$
  select coalesce(string_to_array(nullif(current_setting('doudi.households', true), ''), ',')::uuid[], '{}')
$$;

create function platform.own_account() returns uuid language sql stable as $$
  select nullif(current_setting('doudi.account', true), '')::uuid
$$;

-- Row scope for a table with columns `division` and `household_id`: seen and written only inside the caller's
-- areas, or on the caller's own household line. The scalar subselects are evaluated once per query, not per row.
create procedure platform.apply_row_scope(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$
    create policy row_scope on %s
      using (division like any ((select platform.area_patterns())::text[]) or household_id = any ((select platform.own_households())::uuid[]))
      with check (division like any ((select platform.area_patterns())::text[]) or household_id = any ((select platform.own_households())::uuid[]))
  $policy$, target);
end $$;

-- What the server remembers about itself: the offset of the demo clock, the hash of the loaded demo area.
create table platform.setting (key text primary key, value jsonb not null);
grant select, insert, update on platform.setting to doudi_app;

-- Answers already given, by the client's own key: the same key and input get the first answer again, the same
-- key with another input is refused. Written in the transaction that acts.
create table platform.request_key (
  actor text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status int not null default 0,
  reply_sealed bytea,
  created_at timestamptz not null,
  primary key (actor, key)
);
grant select, insert, update on platform.request_key to doudi_app;

-- Letters to people's phones. In the demo they are read on the outbox page; a gateway adapter sends them elsewhere.
create table platform.message (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'totp')),
  recipient_sealed bytea not null,
  text_sealed bytea not null,
  created_at timestamptz not null
);
create index message_latest on platform.message (created_at desc);
grant select, insert on platform.message to doudi_app;
