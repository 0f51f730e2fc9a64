import pg from 'pg';
import { DataSource } from 'typeorm';
import { prepareDatabase } from './prepare-database.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { fileOf, migrationClass, migrationNames, type Loaders } from './migration-files.js';
import { asOwner } from './as-owner.js';
import { ownerConnection } from './connection.js';
import { refusalOfDatabaseError } from './database-errors.js';

export interface MigrateOptions {
  /** Told which migrations run. */
  say: (line: string) => void;
  loaders?: Loaders;
}

/** From this one on there are the roles that `prepareDatabase` gives rights to; an interrupted first start may not have come so far. */
const MAKES_THE_ROLES = '0018-walls';

/** Of the advisory lock that one program holds while it migrates this database. */
const LOCK = '4702111234474983746';
/** Of that which reads of the past share (`audit.look_back`). */
const NO_READS_OF_THE_PAST = '4702111234474983747';
const HOLDERS = `select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1
  and database = (select oid from pg_database where datname = current_database())
  and (classid::bigint << 32 | objid::bigint) = ${LOCK}`;

/**
 * Brings the database up to date: runs the pending files of migrations/, each in a transaction of its own, and builds the views of what
 * was known anew. Several programs may do it at once: the others wait.
 *
 * @param url of a login that owns the database and, the first time, may create roles and extensions
 * @returns the names of the migrations that ran
 * @throws StartRefusal one sentence with the file's name and PostgreSQL's message, and that migration was undone; or that a newer
 * program was here
 */
export async function migrate(url: string, { say, loaders = {} }: MigrateOptions): Promise<string[]> {
  const work = async (client: pg.Client): Promise<string[]> => {
    await waitForTurn(client, say);
    const pending = await pendingOn(client);
    if (pending.length > 0 && !pending.includes(MAKES_THE_ROLES)) await prepareDatabase(client); // what is pending rests on it
    if (pending.length > 0) await run(url, client, pending, { say, loaders });
    else await buildMissingViews(client);
    await prepareDatabase(client);
    await takeUpTheLog(client);
    return pending;
  };
  return asOwner(url, work, { application_name: 'htx-registry migrate' }).catch((error: Failure) => {
    if ((error.driverError ?? error).code === READ_ONLY)
      throw new StartRefusal('The database of DATABASE_URL takes no writes: `npm run htx -- doctor` says why.');
    throw refusalOfDatabaseError(error) ?? error;
  });
}

/** As PostgreSQL's client tells it, or TypeORM, which wraps it. */
type Failure = pg.DatabaseError & { driverError?: pg.DatabaseError };
const READ_ONLY = '25006';

/** The lock ends with the connection. */
async function waitForTurn(client: pg.Client, say: MigrateOptions['say']): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${LOCK}) as free`);
  if (rows[0]?.free) return;
  const [holder] = (await client.query<{ pid: number }>(HOLDERS)).rows;
  if (holder)
    say(`Another program brings the database up to date (process ${holder.pid} of PostgreSQL): waiting for it`);
  await client.query(`select pg_advisory_lock(${LOCK})`);
}

/** The names of the migrations that have not run on this database. */
export const pendingMigrations = (url: string): Promise<string[]> => asOwner(url, pendingOn);

async function run(url: string, client: pg.Client, pending: string[], { say, loaders = {} }: MigrateOptions) {
  say(`Preparing the database (${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'})`);
  const source = new DataSource({
    type: 'postgres',
    driver: pg,
    url,
    schema: 'public',
    migrations: migrationNames().map((name) => migrationClass(name, loaders)),
    migrationsTransactionMode: 'each',
    logger: 'debug', // silent: what matters is thrown
    logging: false,
    installExtensions: false,
    extra: { max: 1, application_name: 'htx-registry migrate', options: ownerConnection(url).options },
  });
  await source.initialize();
  await client.query(`select pg_advisory_lock(${NO_READS_OF_THE_PAST})`);
  await callIfThere(client, 'audit.drop_known_views()');
  const failure = await source.runMigrations().then(
    () => undefined,
    (error: Error) => error,
  );
  await source.destroy();
  // Also for what stands when a migration failed, which is what is told then.
  await buildViews(client).catch((error: Error) => Promise.reject(failure ?? error));
  if (failure) throw failure;
}

async function buildViews(client: pg.Client): Promise<void> {
  await callIfThere(client, 'audit.build_known_views()');
  await client.query(`select pg_advisory_unlock(${NO_READS_OF_THE_PAST})`);
}

/** Where a program ended between its last migration and the views, the next one builds them. */
async function buildMissingViews(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select audit.views_missing() limit 1');
  if (rowCount === 0) return;
  await client.query(`select pg_advisory_lock(${NO_READS_OF_THE_PAST})`);
  await buildViews(client);
}

/** Waiting for a number: more than the servers' sealer leaves behind. */
const MANY_EVENTS = 5_000;

const TOO_MUCH_FOR_A_SERVER = `select from audit.frontier f where exists (select from audit.sequence)
  and (xid = '0' or cluster <> (select system_identifier from pg_control_system())
    or exists (select from audit.events e where e.xid >= f.xid offset ${MANY_EVENTS}))`;

/**
 * After a move to another cluster, or where the sealer was sent back to the beginning, it looks at every event once: at millions
 * of them longer than a statement of the servers may take. So may a transaction that wrote as many, which gets its numbers at once.
 * The lock keeps the servers' sealers out, which would try in vain all the while.
 */
async function takeUpTheLog(client: pg.Client): Promise<void> {
  if ((await client.query(TOO_MUCH_FOR_A_SERVER)).rowCount === 0) return;
  await client.query('select pg_advisory_lock(audit.sealing_lock())');
  let numbered: number;
  do {
    const { rows } = await client.query<{ numbered: string }>('select audit.seal() as numbered');
    numbered = Number(rows[0]?.numbered);
  } while (numbered > 0);
  await client.query('select pg_advisory_unlock(audit.sealing_lock())');
}

async function pendingOn(client: pg.Client): Promise<string[]> {
  const names = migrationNames();
  if (!(await exists(client, `to_regclass('public.migrations')`))) return names;
  const { rows } = await client.query<{ name: string }>('select name from public.migrations');
  const done = new Set(rows.map(({ name }) => fileOf(name)));
  const newer = [...done].filter((name) => !names.includes(name));
  if (newer.length > 0) {
    throw new StartRefusal(
      `A newer program has brought the database up to date (${newer.join(', ')}): use that one, or restore the backup from before it.`,
    );
  }
  return names.filter((name) => !done.has(name));
}

async function callIfThere(client: pg.Client, procedure: string): Promise<void> {
  if (await exists(client, `to_regprocedure('${procedure}')`)) await client.query(`call ${procedure}`);
}

async function exists(client: pg.Client, lookup: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`select ${lookup} is not null as found`);
  return rows[0]?.found ?? false;
}
