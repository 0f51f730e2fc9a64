-- Behind a row policy an index answers only operators that tell nothing of a row that is not seen: `=`, and no function. What was compared
-- through one looked at every row for each of a page: a province's file of 1,400 memberships was not ready in time.
alter table organization_names add column folded_in_full text not null generated always as (in_full(fold(name))) stored;
comment on column organization_names.folded_in_full is 'As two names are compared: without diacritics, and what is written in short in full.';
drop index organization_names_same_name;
create index organization_names_same_name on organization_names (folded_in_full) where voided_at is null;

alter table issuing_body_names add column folded text not null generated always as (fold(name)) stored;
drop index issuing_body_names_folded;
create index issuing_body_names_folded on issuing_body_names (folded) where voided_at is null;

-- A number is the same however it is typed.
create collation any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
drop index memberships_certificate;
create index memberships_certificate on memberships (certificate_number collate any_case) where certificate_number is not null and voided_at is null;
drop index training_participations_certificate;
create index training_participations_certificate on training_participations (certificate_number collate any_case) where certificate_number is not null;

-- Two records of one person are of one alliance.
drop index people_alliance;
drop index people_birth_date;
create index people_alliance on people (alliance_id, birth_date);

-- Whose of an organisation: read from the index alone.
drop index positions_organization;
create index positions_organization on positions (organization_id, valid_from) include (person_id);
drop index awards_organization;
create index awards_organization on awards (organization_id, form_id) include (person_id);
drop index training_participations_organization;
create index training_participations_organization on training_participations (organization_id) include (person_id);
drop index delegates_organization;
create index delegates_organization on delegates (organization_id) include (person_id);

-- As in 0077, but for people first those of one's own organisations, then which of them an alliance above keeps.
create or replace function about_own(what text) returns uuid[] language plpgsql stable
security definer set search_path = registry, pg_temp as $$
declare
  own constant uuid[] := own_alliances();
  above constant uuid[] := array(select id from unnest(alliances_in_line()) id where id <> all (own));
  ids uuid[] := nullif(current_setting('registry.about_own_' || what, true), '')::uuid[];
begin
  if ids is null then
    ids := case what
      when 'organization' then array(select o.id from organizations o where o.alliance_id = any (own))
      when 'membership' then array(select x.id from memberships x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'award' then array(select x.id from awards x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'decision' then array(select x.decision_id from awards x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'delegate' then array(select x.id from delegates x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'person' then array(
        with mine as materialized (select o.id from organizations o where o.alliance_id = any (own)),
        theirs as materialized (
          select x.person_id from positions x where x.organization_id in (select id from mine)
          union select x.person_id from awards x where x.organization_id in (select id from mine)
          union select x.person_id from training_participations x where x.organization_id in (select id from mine)
          union select x.person_id from delegates x where x.organization_id in (select id from mine))
        select pe.id from people pe where pe.alliance_id = any (above) and pe.id in (select person_id from theirs))
      end;
    perform set_config('registry.about_own_' || what, ids::text, true);
  end if;
  return ids;
end $$;

-- The past of an organisation's people, awards, delegates and trainings was found by looking at all of everybody.
create index events_organization on audit.events (table_name, ((after ->> 'organization_id')::uuid))
where table_name in ('positions', 'awards', 'delegations', 'delegates', 'training_participations');
create or replace function audit.column_expressions(watched audit.watched_tables) returns text language sql stable
return (
  select string_agg(case
    when attname = 'id' then 'e.record_id as id'
    when attname = watched.owner then format('e.owner_id as %I', attname)
    when attname = 'organization_id' and not exists (select from audit.renamed_columns r
      where r.table_name = watched.table_name and r.new_key = 'organization_id') then '(e.after ->> ''organization_id'')::uuid as organization_id'
    else format('image.%I', attname) end, ', ' order by attnum)
  from pg_attribute where attrelid = watched.relation and attnum > 0 and not attisdropped);

call own_ids('own_delegates', 'select id from delegates where organization_id = own_organization()
  union select d.id from delegates d where d.delegation_id = any (array(select n.id from delegations n where n.organization_id = own_organization()))');
