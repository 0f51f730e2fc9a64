import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { viewsUnlikeLog } from '../../src/platform/audit/known-views.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { runBuilt } from '../setup/built.js';
import { cloneDatabase, emptyDatabase, onServer, rowsOf } from '../setup/database.js';

test('of three that migrate at once one does it, and makes no account (ASVS 6.3.2)', async () => {
  const database = await emptyDatabase();
  try {
    const migrate = () => runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url });
    const said = await Promise.all([migrate(), migrate(), migrate()]);
    const saying = (words: string) => said.filter((one) => one.includes(words));
    expect([saying('Done: 0001-foundation'), saying('The database is up to date.')]).toEqual([
      [expect.anything()],
      [expect.anything(), expect.anything()],
    ]);
    expect(await rowsOf(database.url, 'select from registry.accounts')).toEqual([]);
  } finally {
    await database.drop();
  }
});

test('an older program refuses the database of a newer one', async () => {
  const database = await cloneDatabase();
  const htx = (command: string) => runBuilt('program/cli.ts', [command], { DATABASE_URL: database.url });
  try {
    await rowsOf(
      database.url,
      `update public.migrations set name = '9999-from-tomorrow4000000999900' where id = (select max(id) from public.migrations)`,
    );
    for (const command of ['migrate', 'doctor'])
      await expect(htx(command)).rejects.toThrow(/newer program .*9999-from-tomorrow/);
  } finally {
    await database.drop();
  }
});

test('whatever the database says of its own, it is migrated to its end', async () => {
  const database = await emptyDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const migrate = () => runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url });
  try {
    for (const [setting, value] of [
      ['statement_timeout', '100ms'],
      ['idle_session_timeout', '100ms'],
      ['transaction_timeout', '100ms'],
      ['standard_conforming_strings', 'off'],
      ['default_transaction_read_only', 'on'],
    ])
      await onServer(`alter database ${name} set ${setting} = '${value}'`);
    const refused = 'The database of DATABASE_URL takes no writes: `npm run htx -- doctor` says why.';
    await expect(migrate()).rejects.toThrow(refused);
    const doctor = runBuilt('program/cli.ts', ['doctor'], { DATABASE_URL: database.url });
    await expect(doctor).rejects.toMatchObject({
      stdout: expect.stringContaining('a database that takes writes: default_transaction_read_only is on'),
    });
    await onServer(`alter database ${name} reset default_transaction_read_only`);
    expect(await migrate()).toContain('Done: 0001-foundation');
  } finally {
    await database.drop();
  }
});

test('a migration that the rows contradict names one of them, and undoes itself', async () => {
  const database = await emptyDatabase();
  const broken = { '0003-places': (client: pg.ClientBase) => client.query(TWICE).then(() => undefined) };
  try {
    const migrating = migrate(database.url, { say: () => undefined, loaders: broken });
    await expect(migrating).rejects.toThrow(
      /0003-places\.sql failed and was undone.* \(Key \(number\)=\(7\) is duplicated\.\)\./,
    );
    expect(await rowsOf(database.url, `select to_regclass('registry.places') as places`)).toEqual([{ places: null }]);
  } finally {
    await database.drop();
  }
});
const TWICE = `create table twice as select 7 as number from generate_series(1, 2); create unique index on twice (number)`;

test('a log that was moved to another cluster is taken up by whoever migrates, in pieces', async () => {
  const database = await cloneDatabase();
  try {
    const elsewhere = `update audit.frontier set cluster = 0`;
    const unnumbered = `select from audit.events e where not exists (select from audit.sequence s where s.event_id = e.id)`;
    await rowsOf(database.url, 'select audit.seal(1)');
    await rowsOf(database.url, elsewhere);
    expect(await rowsOf(database.url, unnumbered)).not.toEqual([]);
    await migrate(database.url, { say: () => undefined });
    expect(await rowsOf(database.url, unnumbered)).toEqual([]);
    expect(
      await rowsOf(database.url, 'select from audit.frontier, pg_control_system() where cluster = system_identifier'),
    ).toHaveLength(1);
  } finally {
    await database.drop();
  }
});

test('what a transaction of very many events wrote is numbered by whoever migrates', async () => {
  const database = await cloneDatabase();
  const unnumbered = async (): Promise<number> => {
    const without = `select from audit.events e where not exists (select from audit.sequence s where s.event_id = e.id)`;
    return (await rowsOf(database.url, without)).length;
  };
  const migrates = () => migrate(database.url, { say: () => undefined });
  const sealer = new pg.Client(database.url);
  await sealer.connect();
  try {
    await rowsOf(database.url, 'select audit.seal(1)');
    await migrates();
    expect(await unnumbered()).toBeGreaterThan(0); // few: a server numbers them
    await rowsOf(
      database.url,
      `do $$ begin
         perform set_config('registry.actor', 'the owner', true);
         while (select count(*) from audit.events) <= 5500 loop
           update registry.award_forms set version = version + 1;
         end loop;
       end $$`,
    );
    await sealer.query('begin; select pg_advisory_xact_lock(audit.sealing_lock())'); // a server's, which tries in vain
    const migrating = migrates();
    const waits = `select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`;
    for (let tries = 0; tries < 200 && (await rowsOf(database.url, waits)).length === 0; tries += 1) await pause(25);
    await sealer.query('rollback');
    await migrating;
    expect(await unnumbered()).toBe(0);
  } finally {
    await sealer.end();
    await database.drop();
  }
});

test('whoever waits for another that migrates says so', async () => {
  const database = await cloneDatabase();
  const other = new pg.Client(database.url);
  try {
    await other.connect();
    await other.query('select pg_advisory_lock(4702111234474983746)');
    const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
    const migrating = runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url });
    const waits = `select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`;
    while ((await other.query(waits)).rowCount === 0) await pause(50);
    await other.end();
    expect(await migrating).toContain(`(process ${rows[0]?.pid} of PostgreSQL): waiting for it`);
  } finally {
    await database.drop();
  }
});

test('views that an interrupted upgrade left out are built by the next one, and pointed out until then', async () => {
  const database = await cloneDatabase();
  const htx = (command: string) => runBuilt('program/cli.ts', command.split(' '), { DATABASE_URL: database.url });
  const missing = () => rowsOf(database.url, 'select from audit.views_missing()');
  try {
    await rowsOf(database.url, 'call audit.drop_known_views()');
    await expect(htx('doctor')).rejects.toMatchObject({ stdout: expect.stringContaining('known.memberships, ') });
    expect(await viewsUnlikeLog(database.url)).toContain('known_to_visitors.memberships');
    expect(await htx('migrate')).toContain('The database is up to date.');
    expect(await missing()).toEqual([]);
  } finally {
    await database.drop();
  }
});

test('an upgrade whose connection was lost says to do it again', async () => {
  const database = await cloneDatabase();
  const other = new pg.Client(database.url);
  const ended = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event = 'advisory'`;
  try {
    await other.connect();
    await other.query('select pg_advisory_lock(4702111234474983746)'); // so that it waits
    const interrupted = expect(runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url })).rejects.toThrow(
      /did not answer \(terminating .+\): see .+ and do it again\./,
    );
    while ((await other.query(ended)).rowCount === 0) await pause(50);
    await interrupted;
  } finally {
    await other.end();
    await database.drop();
  }
});
