-- A backlog of thousands of events stayed without numbers: where the statistics took the sequence for empty, each event was
-- compared with every number given so far, the statement took longer than it may, was undone, and was tried again for ever.
drop function audit.seal();

-- As in 0022b, but each number is looked up by itself, and a call ends after `most` events: with the transaction of the last
-- of them, because what one transaction wrote becomes known at one instant.
create function audit.seal(most bigint default 2000) returns bigint language plpgsql
security definer set search_path = audit, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  horizon xid8;
  ceiling xid8;
  moved boolean;
  reached xid8;
  frontier audit.frontier;
  here constant bigint := (select system_identifier from pg_control_system());
  last_seq bigint;
  last_sealed timestamptz;
  instant timestamptz;
  sealed bigint;
begin
  perform audit.require_fresh_snapshots();
  if not pg_try_advisory_xact_lock(audit.sealing_lock()) then
    return 0;
  end if;
  horizon := audit.horizon();
  select * into strict frontier from audit.frontier;
  -- A log restored into another cluster carries transaction numbers of its old one: they say nothing here. What the statement
  -- below sees of this cluster's own is under its snapshot's bound; whatever is not is certainly the old one's, hence final.
  -- One look over the whole log finds it.
  moved := frontier.cluster <> here;
  if moved then
    frontier.xid := '0';
  end if;
  -- What was known to be at work elsewhere may be unknown as it ends: no reason to go back.
  horizon := greatest(horizon, frontier.xid);
  ceiling := case when moved then '18446744073709551615' else horizon end;
  select s.seq, s.sealed_at into last_seq, last_sealed from audit.sequence s order by s.seq desc limit 1;

  instant := greatest(clock_timestamp(), last_sealed);
  with due as (
    select e.xid, e.id from audit.events e
    where e.xid >= frontier.xid and e.xid < ceiling and (e.xid < horizon or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      and (select s.seq from audit.sequence s where s.event_id = e.id) is null
    order by e.xid fetch first most rows with ties
  ), numbered as (
    insert into audit.sequence (seq, event_id, sealed_at)
    select coalesce(last_seq, 0) + row_number() over (order by xid, id), id, instant from due
  )
  select count(*), max(xid) into sealed, reached from due;
  if sealed >= most then
    update audit.frontier set xid = reached where not moved;
  elsif moved or exists (select from audit.events e where e.xid >= frontier.xid and e.xid < horizon) then
    update audit.frontier set xid = horizon, cluster = here;
  end if;
  return sealed;
end $$;
revoke execute on function audit.seal(bigint) from public;
grant execute on function audit.seal(bigint) to registry_server;
