import type { ClientBase, DatabaseError } from 'pg';
import { asOwner } from './as-owner.js';
import { StartRefusal } from '../problems/start-refusal.js';

/**
 * Rights that belong to the database as a whole or to the login, which a dump or a clone does not carry along, or not to an owner
 * of another name: nobody makes temporary tables, the login may work as the server's role and as the visitors', and what it makes
 * in the registry later is open to the server. Done again, it changes nothing.
 * @throws StartRefusal when the login may not give itself those roles, or there are none
 */
export async function prepareDatabase(client: ClientBase): Promise<void> {
  await client
    .query(
      `do $$
    declare
      worker name;
      -- From 16 on, who creates a role may grant it but does not yet have it.
      has constant text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
    begin
      if has_database_privilege('public', current_database(), 'TEMP') then
        execute format('revoke temp on database %I from public', current_database());
      end if;
      foreach worker in array array['registry_server', 'registry_visitor'] loop
        if not pg_has_role(current_user, worker, has) then
          execute format('grant %I to current_user', worker);
        end if;
      end loop;
      alter default privileges in schema registry grant select, insert, update on tables to registry_server;
      alter default privileges in schema registry grant usage on sequences to registry_server;
    end $$`,
    )
    .catch((error: DatabaseError) => {
      if (error.code === '42704') {
        throw new StartRefusal(
          'This PostgreSQL lacks the roles registry_server and registry_visitor, so the registry was restored without its rights: make and grant them as docs/operations.md says under Backups, and restore it once more.',
        );
      }
      if (error.code !== '42501') throw error;
      throw new StartRefusal(
        `The login of DATABASE_URL may not work as the roles of the server (${error.message}): let a superuser run \`grant registry_server, registry_visitor to … with admin option\` for that login.`,
      );
    });
}

/** Counts anew what the tables hold: after a great load PostgreSQL would plan for empty ones until it does so by itself. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client.query('analyze'));
}
