import { asOwner } from '../database/as-owner.js';
import { NAME, OF_THE_REGISTRY } from './unwatched.js';

/** The row policies of a wall (`registry.wall`): the command of each, and for whom it is. */
const OF_WALLS = `(values ('the_server', '*', 'registry_server'), ('visitors_see', 'r', 'registry_visitor'), ('visitors_enter', 'a', 'registry_visitor'),
    ('visitors_change', 'w', 'registry_visitor'), ('visitors_forget', 'd', 'registry_visitor')) wall (name, command, role)`;

/** Row policies that no wall has, or that hide rows from the server. One row each, with the name. */
export const FOREIGN_POLICIES = `select format('%I of %s', p.polname, ${NAME}) as name from pg_policy p join pg_class c on c.oid = p.polrelid
  where ${OF_THE_REGISTRY} and not exists (select from ${OF_WALLS}
    where wall.name = p.polname and wall.command = p.polcmd::text and p.polpermissive and p.polroles = array[to_regrole(wall.role)::oid]
      and (wall.name <> 'the_server' or pg_get_expr(p.polqual, c.oid) = 'true' and pg_get_expr(p.polwithcheck, c.oid) = 'true'))
  order by name`;

/** Tables under row-level security that no policy opens to the server: for it they are empty. */
export const CLOSED = `select ${NAME} as name from pg_class c where ${OF_THE_REGISTRY} and c.relrowsecurity
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'the_server')
  order by name`;

interface Wall {
  table: string;
  seen: string;
}

const SEEN = `select pg_get_expr(polqual, polrelid) as seen from pg_policy where polrelid = to_regclass($1) and polname = 'visitors_see'`;

/**
 * Tables whose wall shows visitors other rows than its own text says: whoever replaces the policy hides rows from members, or opens those of
 * others. Each is compared with what the text makes of a table of the same name, in a transaction that leaves nothing.
 */
export const wallsUnlikeTexts = (ownerUrl: string): Promise<string[]> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('set search_path = registry, public');
    const { rows: walls } = await client.query<Wall>(
      `select quote_ident(table_name) as table, seen from audit.walls order by step`,
    );
    const seenBy = async (table: string) => (await client.query<Wall>(SEEN, [table])).rows[0]?.seen;
    const unlike: string[] = [];
    for (const { table, seen } of walls) {
      const said = await client
        .query(
          `begin; create temporary table ${table} (like registry.${table});
           create policy visitors_see on pg_temp.${table} for select using (${seen})`,
        )
        .then(
          () => seenBy(`pg_temp.${table}`),
          () => null, // a text of which no policy can be made is not the wall's own
        );
      await client.query('rollback'); // before the other is read: it would hide that table's name
      if ((await seenBy(`registry.${table}`)) !== said) unlike.push(`registry.${table}`);
    }
    return unlike;
  });
