export const ALLIANCE = '00000000-0000-4000-8000-000000000001';
/** Two tables that the audit watches, and what they are known by. */
export const SCRATCH = `
  create table registry.scratch (
    id uuid primary key, alliance_id uuid not null, version integer not null default 1,
    updated_at timestamptz not null default now(), voided_at timestamptz,
    name text not null, phone text, password text, owner uuid);
  select audit.watch('registry.scratch', '{phone}', '{password}', 'owner');
  create table registry.scratch_plain (id uuid primary key, name text);
  select audit.watch('registry.scratch_plain');
  grant select, insert, update on registry.scratch to registry_server;
  call audit.build_known_views();`;
