-- Values set at a desk: drafted by one person, released by another. No people of the register in here; a draft is seen
-- where its pack rules, a release by everybody, because it is law.

create table policies.draft (
  id uuid primary key,
  -- The division that carries the pack and whose officers answer for it.
  division char(12) not null,
  pack text not null,
  title text not null,
  -- Dated entries and the documents they rest on, as `change.ts` describes them.
  changes jsonb not null,
  documents jsonb not null,
  status text not null check (status in ('draft', 'submitted', 'rejected', 'withdrawn', 'released')),
  -- Grows with every change, so that nobody releases what they have not seen.
  version int not null,
  author uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  -- The second person, who released or rejected it, and why it was rejected.
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  constraint draft_two_persons check (decided_by is null or decided_by <> author)
);
-- The list of a pack, newest first.
create index draft_of_pack on policies.draft (pack, id desc);
alter table policies.draft enable row level security;
alter table policies.draft force row level security;
create policy division_scope on policies.draft
  using (division like any ((select platform.area_patterns())::text[])
      or division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]))
  with check (division like any ((select platform.area_patterns())::text[])
      or division like any ((select platform.area_patterns('doudi.admin_areas'))::text[]));
grant select, insert, update, delete on policies.draft to doudi_app;

-- What was released, in the order in which it was. Together with the folder it makes the edition in use; append-only,
-- like the editions.
create table policies.release (
  seq int primary key check (seq > 0),
  draft_id uuid not null constraint release_once unique,
  pack text not null,
  changes jsonb not null,
  documents jsonb not null,
  -- The edition that came to be.
  edition char(64) not null references policies.edition (hash),
  author uuid not null,
  drafted_at timestamptz not null,
  released_by uuid not null,
  released_at timestamptz not null,
  released_on date not null,
  constraint release_two_persons check (released_by <> author)
);
grant select, insert on policies.release to doudi_app;
-- The form of a programme is public, and is read from the edition in use.
grant usage on schema policies to doudi_public;
grant select (seq, draft_id, pack, changes, documents, released_on) on policies.release to doudi_public;
