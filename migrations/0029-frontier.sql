-- The sealer looks for no event below its frontier. So the frontier passes none that has no number: who moved it ahead kept all
-- later events out of the sequence, and of the tree, where they could be taken away again unseen. Back it may go, which only
-- lets the sealer look once more; after a restore into another cluster it counts from the beginning.

create function audit.refuse_to_pass_over() returns trigger language plpgsql set search_path = audit, pg_temp as $$
declare
  seen constant xid8 := case when new.cluster = old.cluster then old.xid else '0' end;
begin
  -- Each number is looked up by itself: a batch is small, the sequence is not.
  if new.xid > pg_snapshot_xmax(pg_current_snapshot()) or exists (
    select from audit.events e
    where e.xid >= seen and e.xid < new.xid and (select s.seq from audit.sequence s where s.event_id = e.id) is null
  ) then
    raise exception 'update of audit.frontier is refused: it would pass over events that have no number'
      using errcode = 'insufficient_privilege', constraint = 'audit_append_only', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger passes_nothing before update on audit.frontier for each row execute function audit.refuse_to_pass_over();
alter table audit.frontier enable always trigger passes_nothing;
