-- A member whose delegate somebody else sends, as the alliance does to the national congress, sees who that is, and the congress.
call own_ids('own_delegations', 'select id from delegations where organization_id = own_organization()
  union select delegation_id from delegates where organization_id = own_organization()');
call wall('delegations', seen_by('id = any ((select own_delegations())::uuid[])', 'organization', 'organization_id'));

-- The territory of the alliance, as of its own time: what it became, an answer says for its day.
select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Its territory since its beginning, not since 1 July 2025', true);
update alliances l set place_id = before.id, version = l.version + 1
from places after join places before on before.code = after.code and before.level = after.level and before.valid_to = after.valid_from
where l.code = 'HP' and after.id = l.place_id and after.level = 'province' and after.code = '31' and after.valid_to is null;
