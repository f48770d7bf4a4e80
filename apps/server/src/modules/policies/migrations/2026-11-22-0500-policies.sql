-- Policy packs as they were when a decision used them. No people: no row scope.
create schema policies;
grant usage on schema policies to doudi_app;

-- The whole folder set by content hash, append-only, so that an old decision recomputes from its own text.
create table policies.edition (
  hash char(64) primary key,
  files jsonb not null,
  loaded_at timestamptz not null
);
grant select, insert on policies.edition to doudi_app;
