-- Whoever counts a revocation holds its award first and then the decision that the award belongs to. Held by one statement, an
-- award that somebody had just moved was seen with the decision it came from: that it went to was not held, and could be
-- corrected while the revocation was counted.
create or replace function count_revocation() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  was constant award_revocations := old;
  becomes constant award_revocations := new;
begin
  perform from awards a where a.id in (was.award_id, becomes.award_id) order by a.id for share;
  perform from award_decisions d
  where d.id in (select a.decision_id from awards a where a.id in (was.award_id, becomes.award_id)) order by d.id for share;
  perform count_award_changes(ending(was), ending(becomes));
  return null;
end $$;

-- What may have been counted otherwise before.
call recount_awards();
