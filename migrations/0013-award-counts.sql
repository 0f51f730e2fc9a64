-- How many awards count in each cell of the awards report, kept while awards are written: of each year's decisions the
-- changes by day, and their sum by year (on its first of January). The count as of a day is the sum of the years before
-- it and of the days since. An award begins to count on the day of its decision and ends on that of its revocation.

create table award_counts (
  alliance_id uuid not null,
  whole_year boolean not null,
  day date not null,
  issuing_body_id uuid not null,
  form_id uuid not null,
  recipient_kind text not null,
  decision_year integer not null,
  change integer not null,
  constraint award_counts_pkey primary key
    (alliance_id, whole_year, day, issuing_body_id, form_id, recipient_kind, decision_year)
);
comment on table award_counts is 'not audited: derived. Triggers keep it from awards, award_decisions and award_revocations; recount_awards makes it anew. What was known at an instant is counted from the rows.';
revoke insert, update on award_counts from registry_server;

create function year_begins(day date) returns date language sql immutable parallel safe
return make_date(extract(year from day)::integer, 1, 1);

-- What an award of a decision adds to its cell on a day.
create function award_change(award awards, decision award_decisions, day date, change integer) returns award_counts
language sql immutable
return row(award.alliance_id, false, day, decision.issuing_body_id, award.form_id, award.recipient_kind,
  extract(year from decision.decided_on)::integer, change)::award_counts;

-- All that an award changes: it begins on the day of its decision, and ends with its revocation.
create function award_changes(award awards, decision award_decisions) returns setof award_counts language sql stable as $$
  select award_change(award, decision, decision.decided_on, 1) where award.voided_at is null
  union all
  select award_change(award, decision, greatest(r.decided_on, decision.decided_on), -1) from award_revocations r
  where award.voided_at is null and r.award_id = award.id and r.voided_at is null
$$;

-- Adds changes to the counts (`sign` 1) or takes them out (-1); always in one order, so that writers do not cross.
-- A writer reads what it waited for: only read committed shows it.
create function count_award_changes(gone award_counts[], come award_counts[]) returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'awards are counted at the isolation level read committed' using errcode = 'feature_not_supported';
  end if;
  insert into award_counts as kept
  select c.alliance_id, sums.whole_year, case when sums.whole_year then year_begins(c.day) else c.day end,
    c.issuing_body_id, c.form_id, c.recipient_kind, c.decision_year, sum(c.sign * c.change)
  from (select *, -1 from unnest(gone) union all select *, 1 from unnest(come))
    c (alliance_id, whole_year, day, issuing_body_id, form_id, recipient_kind, decision_year, change, sign),
    (values (false), (true)) sums (whole_year)
  group by 1, 2, 3, 4, 5, 6, 7 having sum(c.sign * c.change) <> 0
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict on constraint award_counts_pkey do update set change = kept.change + excluded.change;
end $$;

-- Triggers: whoever writes an award or a revocation holds the decision, so that it is not corrected meanwhile. ------------

create function count_new_awards() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  perform from award_decisions d where d.id in (select decision_id from entered) order by d.id for share;
  perform count_award_changes('{}', array(
    select award_change(a, d, d.decided_on, 1) from entered a join award_decisions d on d.id = a.decision_id
    where a.voided_at is null));
  return null;
end $$;

create function count_changed_award() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  was constant awards := old;
  becomes constant awards := new;
begin
  perform from award_decisions d where d.id in (was.decision_id, becomes.decision_id) order by d.id for share;
  perform count_award_changes(
    array(select c from award_decisions d, award_changes(was, d) c where d.id = was.decision_id),
    array(select c from award_decisions d, award_changes(becomes, d) c where d.id = becomes.decision_id));
  return null;
end $$;

create function count_changed_decision() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  was constant award_decisions := old;
  becomes constant award_decisions := new;
begin
  perform count_award_changes(
    array(select c from awards a, award_changes(a, was) c where a.decision_id = was.id),
    array(select c from awards a, award_changes(a, becomes) c where a.decision_id = was.id));
  return null;
end $$;

create function count_revocation() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  was constant award_revocations := old;
  becomes constant award_revocations := new;
begin
  perform from awards a join award_decisions d on d.id = a.decision_id
  where a.id in (was.award_id, becomes.award_id) order by a.id for share;
  perform count_award_changes(ending(was), ending(becomes));
  return null;
end $$;

create function ending(revocation award_revocations) returns award_counts[] language sql stable as $$
  select array(
    select award_change(a, d, greatest(revocation.decided_on, d.decided_on), -1)
    from awards a join award_decisions d on d.id = a.decision_id
    where a.id = revocation.award_id and a.voided_at is null and revocation.voided_at is null)
$$;

create trigger count_inserted after insert on awards referencing new table as entered
  for each statement execute function count_new_awards();
create trigger count_updated after update on awards for each row
  when ((old.alliance_id, old.decision_id, old.form_id, old.recipient_kind, old.voided_at is null)
    is distinct from (new.alliance_id, new.decision_id, new.form_id, new.recipient_kind, new.voided_at is null))
  execute function count_changed_award();
create trigger count_deleted after delete on awards for each row execute function count_changed_award();
create trigger count_updated after update on award_decisions for each row
  when ((old.issuing_body_id, old.decided_on) is distinct from (new.issuing_body_id, new.decided_on))
  execute function count_changed_decision();
create trigger count_revocation after insert or update or delete on award_revocations for each row
  execute function count_revocation();

-- Makes the counts anew: for the awards that were there before, and after rows were loaded with triggers off.
create procedure recount_awards() language plpgsql set search_path = registry, pg_temp as $$
begin
  lock table award_decisions, awards, award_revocations in share row exclusive mode;
  delete from award_counts;
  perform count_award_changes('{}', array(
    select c from awards a join award_decisions d on d.id = a.decision_id, award_changes(a, d) c));
end $$;
revoke execute on procedure recount_awards from public;
call recount_awards();
