-- The second wall (0018) around what came beside it: ways of signing in, and the tree over the log.

call wall('account_identities', 'alliance_id = any ((select own_alliances())::uuid[])');
call wall('second_factors', 'alliance_id = any ((select own_alliances())::uuid[]) or account_id = (select own_account())',
  'alliance_id = any ((select own_alliances())::uuid[])');
call wall('password_links', 'exists (select from accounts a where a.id = account_id and a.alliance_id = any ((select own_alliances())::uuid[]))',
  'exists (select from accounts a where a.id = account_id and a.alliance_id = any ((select own_alliances())::uuid[]))');
-- Who sees the key sees when it was used.
call wall('api_key_uses', 'exists (select from api_keys k where k.id = api_key_id)', null);
-- Nobody's yet: any administrator may be the one who knows them.
call wall('refused_identities', '(select own_alliances()) is not null', null);

-- What only the server itself asks, before anybody is known.
do $$
declare
  name text;
begin
  foreach name in array array['single_sign_ons', 'second_factor_steps', 'recovery_codes'] loop
    execute format('alter table registry.%I enable row level security, force row level security', name);
    execute format('create policy the_server on registry.%I to registry_server using (true) with check (true)', name);
  end loop;
end $$;

grant select on incompatible_positions to registry_visitor;
comment on table incompatible_positions is 'no row-level security: reference data, the same for all';

-- What must reach sessions and links that a visitor cannot see.
alter function end_links_of_account() security definer;
alter function end_sessions_of_second_factor() security definer;
alter function end_sessions_of_identity() security definer;

-- The log: its personal values as far as its events, and the tree, which is hashes.
create policy visitors_see on audit.personal for select to registry_visitor using (exists (
  select from audit.events e where e.id = event_id and e.alliance_id = any ((select registry.own_alliances())::uuid[])));
grant select on audit.personal, audit.formerly_plain, audit.nodes, audit.checkpoints, audit.signing_keys to registry_visitor;
grant execute on function audit.instant_text(timestamptz), audit.leaf_event(audit.events),
  audit.leaf(audit.events, bigint, timestamptz), audit.tree_size(), audit.range_hash(bigint, bigint), audit.split(bigint),
  audit.inclusion_proof(bigint, bigint), audit.consistency_proof(bigint, bigint), audit.verifier_key(text, bytea)
  to registry_visitor;
