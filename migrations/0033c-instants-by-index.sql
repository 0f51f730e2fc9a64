-- A report of what was known at an old instant walked back through the log to it, past every number given since.
create or replace function audit.sequence_at(instant timestamptz) returns bigint language plpgsql
security definer set search_path = audit, pg_temp set enable_seqscan = off as $$
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
    -- Numbers and the instants at which they were given go up together.
    select s.seq into answer from audit.sequence s where s.sealed_at <= instant order by s.sealed_at desc, s.seq desc limit 1;
    raise exception using errcode = 'AUDIT';
  exception when sqlstate 'AUDIT' then
    return coalesce(answer, 0);
  end;
end $$;
