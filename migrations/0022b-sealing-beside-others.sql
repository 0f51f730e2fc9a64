-- Sealing waits for the transactions of this database, no longer for those of others in the same cluster.

-- The first transaction number that an event of this database may still come to have: all below have ended, or are at
-- work in another database of the cluster, where they can write no event of ours.
-- Why that is certain: the snapshot comes first, the look at who is connected where comes after it. A transaction that is
-- under way in the snapshot and belongs to a connection in the later look has been that connection's all the time, and
-- a connection keeps its database. Whatever the look does not show (a prepared transaction, a connection that is only
-- beginning, others' transactions where the owner may not see them) holds the horizon back.
create function audit.horizon() returns xid8 language plpgsql volatile
set search_path = audit, pg_temp as $$
declare
  snapshot constant pg_snapshot := pg_current_snapshot();
  mine constant xid8 := pg_current_xact_id_if_assigned();
begin
  perform pg_stat_clear_snapshot();
  return least(mine, pg_snapshot_xmax(snapshot), (
    select min(running) from pg_snapshot_xip(snapshot) running
    where not exists (select from pg_stat_activity a where a.backend_xid = running::xid
      and a.datid <> (select oid from pg_database where datname = current_database()))));
end $$;
revoke execute on function audit.horizon() from public;

-- As in 0002b, up to that horizon; and with one instant for the batch, which was asked for anew for each event.
create or replace function audit.seal() returns bigint language plpgsql
security definer set search_path = audit, pg_temp set enable_seqscan = off as $$
declare
  horizon xid8;
  beyond xid8;
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
  -- A log restored into another cluster carries transaction numbers of its old one: they say nothing here. Those at or
  -- above what this cluster has begun are certainly the old one's, hence final; one look over the whole log finds them.
  if frontier.cluster <> here then
    frontier.xid := '0';
    beyond := pg_snapshot_xmax(pg_current_snapshot());
  end if;
  -- What was known to be at work elsewhere may be unknown as it ends: no reason to go back.
  horizon := greatest(horizon, frontier.xid);
  select coalesce(max(s.seq), 0), max(s.sealed_at) into last_seq, last_sealed from audit.sequence s;

  instant := greatest(clock_timestamp(), last_sealed);
  insert into audit.sequence (seq, event_id, sealed_at)
  select last_seq + row_number() over (order by e.xid, e.id), e.id, instant
  from audit.events e
  where ((e.xid >= frontier.xid and e.xid < horizon) or e.xid >= beyond)
    and not exists (select from audit.sequence s where s.event_id = e.id);
  get diagnostics sealed = row_count;
  if sealed > 0 or beyond is not null then
    update audit.frontier set xid = horizon, cluster = here;
  end if;
  return sealed;
end $$;
