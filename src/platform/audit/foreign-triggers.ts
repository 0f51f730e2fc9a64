import { migrationNames, textOf } from '../database/migration-files.js';
import { NAME, OF_THE_REGISTRY } from './unwatched.js';

/** How a migration begins to make a trigger, and what it says of it then. */
const MAKES = /create (?:or replace )?(?:constraint )?trigger /;
const NAMED = /^\w+/;
const TABLE = /\son (\S+)/;
const CALLED = /execute function ([\w.]+)/;

const ofTheRegistry = (name: string): string => (name.includes('.') ? name : `registry.${name}`);

/** A trigger by its statement; where a procedure makes it for any table, the table's name is a place to fill in, and here null. */
function triggerOf(statement: string) {
  const [name = ''] = NAMED.exec(statement) ?? [];
  const [, table = ''] = TABLE.exec(statement) ?? [];
  const [, calls = ''] = CALLED.exec(statement) ?? [];
  return { name, table: table.includes('%') ? null : ofTheRegistry(table), calls: ofTheRegistry(calls) };
}

/** The triggers that the migrations make, as JSON. */
export const triggersMade = (): string =>
  JSON.stringify(
    migrationNames()
      .flatMap((name) => textOf(name).split(MAKES).slice(1))
      .map((made) => triggerOf(made.split(';', 1)[0] ?? '')),
  );

/** Triggers that no migration makes ($1: those that one does): each may change or drop what is written. One row each, with the name. */
export const FOREIGN_TRIGGERS = `select format('%I of %s', t.tgname, ${NAME}) as name
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
  where not t.tgisinternal and ${OF_THE_REGISTRY}
    and not exists (select from jsonb_to_recordset($1) made (name text, "table" text, calls text)
      where made.name = t.tgname and coalesce(made.table, ${NAME}) = ${NAME} and made.calls = format('%s.%I', f.pronamespace::regnamespace, f.proname))
  order by name`;

/** Rules that rewrite what is written to a table or a view: the migrations make none. */
export const RULES = `select format('%I of %s', r.rulename, ${NAME}) as name from pg_rewrite r join pg_class c on c.oid = r.ev_class
  where c.relnamespace::regnamespace::text in ('registry', 'audit', 'known', 'known_to_visitors') and (r.ev_type <> '1' or c.relkind in ('r', 'p'))
  order by name`;
