-- The audit sequence: an order of all events that is dense and final. Identity numbers are neither: a transaction that
-- took the lower number may commit later, or never. A sealer numbers the events whose transactions can no longer be
-- overtaken, in the order (xid, id); what has a number keeps it, so a report pinned to a number never changes.

create table audit.sequence (
  seq bigint primary key,
  event_id bigint not null constraint sequence_event_id_unique unique
    constraint sequence_event_id_fk references audit.events,
  sealed_at timestamptz not null
);
create index sequence_sealed_at on audit.sequence (sealed_at, seq);

-- One row: every event of a transaction below `xid` has its number, counted by the cluster that `cluster` identifies.
create table audit.frontier (
  only_row boolean primary key default true constraint frontier_only_row_check check (only_row),
  xid xid8 not null,
  cluster bigint not null
);
insert into audit.frontier (xid, cluster) select '0', system_identifier from pg_control_system();

create function audit.sealing_lock() returns bigint language sql immutable
return 4702111234474983745;

-- Both functions below take a lock first and look afterwards: only READ COMMITTED looks again after waiting.
create function audit.require_fresh_snapshots() returns void language plpgsql stable as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' or pg_is_in_recovery() then
    raise exception 'the audit sequence is read and written on the primary, under READ COMMITTED'
      using errcode = 'object_not_in_prerequisite_state', constraint = 'audit_fresh_snapshot';
  end if;
end $$;

-- Numbers all events that are final by now; returns how many (0 also when another sealer is at it).
-- Call it as a transaction of its own. One instant for the batch, never before that of an earlier batch.
create function audit.seal() returns bigint language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  horizon xid8;
  beyond xid8;
  frontier audit.frontier;
  here constant bigint := (select system_identifier from pg_control_system());
  last_seq bigint;
  last_sealed timestamptz;
  sealed bigint;
begin
  perform audit.require_fresh_snapshots();
  if not pg_try_advisory_xact_lock(audit.sealing_lock()) then
    return 0;
  end if;
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  select * into strict frontier from audit.frontier;
  -- A log restored into another cluster carries transaction numbers of its old one: they say nothing here. Those at or
  -- above what this cluster has begun are certainly the old one's, hence final; one look over the whole log finds them.
  if frontier.cluster <> here then
    frontier.xid := '0';
    beyond := pg_snapshot_xmax(pg_current_snapshot());
  end if;
  select coalesce(max(s.seq), 0), max(s.sealed_at) into last_seq, last_sealed from audit.sequence s;

  insert into audit.sequence (seq, event_id, sealed_at)
  select last_seq + row_number() over (order by e.xid, e.id), e.id, batch.at
  from audit.events e, (select greatest(clock_timestamp(), last_sealed) as at offset 0) batch
  where ((e.xid >= frontier.xid and e.xid < horizon) or e.xid >= beyond)
    and not exists (select from audit.sequence s where s.event_id = e.id);
  get diagnostics sealed = row_count;
  if sealed > 0 or beyond is not null then
    update audit.frontier set xid = horizon, cluster = here;
  end if;
  return sealed;
end $$;

-- The last number given at or before an instant that has passed, 0 when there was none: the same answer however often
-- it is asked, whatever commits later. It waits for a sealing under way and gives the lock back at once (by rolling back
-- to the start of its block), so that a caller's long transaction does not keep the sealer waiting.
create function audit.sequence_at(instant timestamptz) returns bigint language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  answer bigint;
begin
  perform audit.require_fresh_snapshots();
  begin
    perform pg_advisory_xact_lock_shared(audit.sealing_lock());
    if instant >= clock_timestamp() then
      raise exception '% has not passed yet', instant
        using errcode = 'invalid_parameter_value', constraint = 'audit_instant_to_come';
    end if;
    select coalesce(max(s.seq), 0) into answer from audit.sequence s where s.sealed_at <= instant;
    raise exception using errcode = 'AUDIT';
  exception when sqlstate 'AUDIT' then
    return answer;
  end;
end $$;

-- Walls ----------------------------------------------------------------------------------------------------------

-- Not even the owner changes what is recorded. (A superuser can switch triggers off: that is for signatures to show.)
do $$
declare name text;
begin
  foreach name in array array['events', 'personal', 'sequence'] loop
    execute format('create trigger append_only before update or delete or truncate on audit.%I '
      'execute function audit.refuse()', name);
    execute format('alter table audit.%I enable always trigger append_only', name);
  end loop;
end $$;
create trigger append_only before delete or truncate on audit.frontier execute function audit.refuse();
alter table audit.frontier enable always trigger append_only;
