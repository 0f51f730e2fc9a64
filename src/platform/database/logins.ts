import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Settings } from '../config/settings.js';
import { asOwner, onConnection } from './as-owner.js';
import { limits, SERVER_ROLE, VISITOR_ROLE } from './connection.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { scramVerifier } from './scram-verifier.js';
import { cureOfUnreachable } from './unreachable.js';

/** At which addresses the server logs in. Each login may work as one role, and is nobody otherwise. */
export interface Logins {
  /** Of the login that may work as `registry_server`. */
  databaseUrl: string;
  /** Of the login that may work as `registry_visitor`. */
  visitorUrl: string;
}

type Chosen = Pick<Settings, 'databaseUrl' | 'serverDatabaseUrl' | 'visitorDatabaseUrl'>;

const WITH_OWNERS_LOGIN =
  "The server logs in as the database's owner: one statement that an intruder slips in could rewrite the audit log. Run `npm run htx -- logins make`, and set SERVER_DATABASE_URL and VISITOR_DATABASE_URL to what it says.";

/**
 * The logins of a server on a migrated database: made anew for the program's own, which no other process serves; those of
 * the settings; or, where none are set, the owner's, and that is said.
 * @throws StartRefusal when one of the settings may do more than it should, or less
 */
export async function loginsFor(ownerUrl: string, chosen: Chosen, say: (line: string) => void): Promise<Logins> {
  if (chosen.databaseUrl === null) return makeLogins(ownerUrl);
  const logins = loginsOf(chosen);
  if (logins) await requireConfined(logins, ownerUrl);
  else say(WITH_OWNERS_LOGIN);
  return logins ?? { databaseUrl: ownerUrl, visitorUrl: ownerUrl };
}

/** What is wrong with the logins that servers on a database of one's own have, null when nothing is. */
export async function faultOfLogins(ownerUrl: string, chosen: Chosen): Promise<string | null> {
  const logins = loginsOf(chosen);
  if (!logins) return "the server logs in as the database's owner";
  const said = await requireConfined(logins, ownerUrl).catch((error: Error) => error.message);
  return said ?? null;
}

const loginsOf = ({ serverDatabaseUrl, visitorDatabaseUrl }: Chosen): Logins | null =>
  serverDatabaseUrl === null || visitorDatabaseUrl === null
    ? null
    : { databaseUrl: serverDatabaseUrl, visitorUrl: visitorDatabaseUrl };

/**
 * Makes the two logins of a database, named after it; those that are there get another password.
 * @throws StartRefusal when the owner may not make roles
 */
export async function makeLogins(ownerUrl: string): Promise<Logins> {
  const make = async (client: pg.Client): Promise<Logins> => ({
    databaseUrl: addressFor(ownerUrl, await makeLogin(client, SERVER_ROLE, 'server_login')),
    visitorUrl: addressFor(ownerUrl, await makeLogin(client, VISITOR_ROLE, 'visitor_login')),
  });
  return asOwner(ownerUrl, make).catch((error: unknown) => {
    if ((error as pg.DatabaseError).code !== '42501') throw error;
    throw new StartRefusal(
      `The login of DATABASE_URL may not make the server's logins (${(error as Error).message}): let a superuser grant it registry_server and registry_visitor with admin option, or make the logins, as docs/operations.md shows.`,
    );
  });
}

interface Credentials {
  login: string;
  password: string;
}

async function makeLogin(client: pg.Client, role: string, kind: string): Promise<Credentials> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  const login = `${rows[0]?.database}_${kind}`;
  const password = randomBytes(24).toString('base64url');
  const [name, database] = [login, rows[0]?.database ?? ''].map((text) => client.escapeIdentifier(text));
  await client.query(`
    do $made$ begin create role ${name} noinherit; exception when duplicate_object then null; end $made$;
    alter role ${name} login noinherit password ${client.escapeLiteral(scramVerifier(password))};
    grant ${role} to ${name};
    grant connect on database ${database} to ${name}`);
  return { login, password };
}

/** The owner may be named among the parameters of the address, and would go before this login. */
function addressFor(ownerUrl: string, { login, password }: Credentials): string {
  const url = Object.assign(new URL(ownerUrl), { username: login, password });
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  return url.href;
}

/** What a login is beyond one that may work as the role $1; pg_shdepend knows what a role owns in every database. */
const BEYOND = `select string_agg(what, ', ') as wrong from pg_roles me, lateral (
    select 'is a superuser' as what where me.rolsuper
    union all select 'may make roles or databases, replicate, or pass row policies by'
      where me.rolcreaterole or me.rolcreatedb or me.rolreplication or me.rolbypassrls
    union all select 'owns something' where exists (
      select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = me.oid and deptype = 'o')
    union all select 'may work as ' || string_agg(r.rolname, ', ') from pg_roles r
      where not me.rolsuper and r.oid <> me.oid and r.rolname <> $1 and pg_has_role(me.oid, r.oid, 'MEMBER') having count(*) > 0
    union all select 'may lend ' || $1 || ' to others' where not me.rolsuper and pg_has_role(me.oid, $1, 'MEMBER WITH ADMIN OPTION')
    union all select 'may not work as ' || $1 where not pg_has_role(me.oid, $1, 'MEMBER')
  ) found where me.rolname = session_user`;

/** Which database it is: that of this number in that cluster. Its name is not enough, nor is what it holds: a copy holds the same. */
const WHICH = `select oid || ' of ' || system_identifier as which from pg_database, pg_control_system() where datname = current_database()`;

/**
 * @param ownerUrl the database that the logins are for
 * @throws StartRefusal when a login may do more than work as its role, or not even that, or is of another database
 */
export async function requireConfined({ databaseUrl, visitorUrl }: Logins, ownerUrl: string): Promise<void> {
  const which = await asOwner(ownerUrl, whichDatabase);
  await Promise.all([
    confined('SERVER_DATABASE_URL', databaseUrl, SERVER_ROLE, which),
    confined('VISITOR_DATABASE_URL', visitorUrl, VISITOR_ROLE, which),
  ]);
}

const whichDatabase = async (client: pg.Client): Promise<string | undefined> =>
  (await client.query<{ which: string }>(WHICH)).rows[0]?.which;

async function confined(variable: string, url: string, role: string, which: string | undefined): Promise<void> {
  const ask = async (client: pg.Client) => ({
    here: await whichDatabase(client),
    beyond: await client.query<{ wrong: string | null }>(BEYOND, [role]),
  });
  const { here, beyond } = await onConnection(url, ask, { connectionTimeoutMillis: limits.connecting }).catch(
    (error: Error) => {
      throw new StartRefusal(
        `The login of ${variable} cannot be used (${error.message}): ${cureOfUnreachable(error, variable)}.`,
      );
    },
  );
  if (here !== which) throw new StartRefusal(`${variable} leads to another database than DATABASE_URL.`);
  const wrong = beyond.rows[0]?.wrong ?? null;
  if (wrong === null) return;
  throw new StartRefusal(
    `The login of ${variable} ${wrong}: it must be one that may work as ${role} and is nobody else (\`npm run htx -- logins make\`).`,
  );
}
