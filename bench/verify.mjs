// npm run build && node bench/verify.mjs [--events 1000000] [--minutes 5]: how long `audit verify` takes for so many events. The
// log is a real one: rows entered and changed under the audit's triggers, sealed and signed in batches of 100 events. It is
// kept in .data/bench, and a run goes on where the last one stopped.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrateRegistry } from '../dist/commands/migrate-registry.js';
import { SealedLog } from '../dist/platform/audit/sealed-log.js';
import { signingKey } from '../dist/platform/audit/signing-key.js';
import { readSettings } from '../dist/platform/config/settings.js';
import { Database } from '../dist/platform/database/database.js';
import { startEmbeddedServer } from '../dist/platform/database/embedded/embedded-server.js';

const { values: wanted } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, minutes: { type: 'string', default: '5' } },
});
const FOLDER = '.data/bench';
const NAME = 'bench_verify';
const TICKS_A_SECOND = 100;
const say = (line) => console.log(line);

/** Some 100 events: 20 organisations with a name and a status, 20 people, 20 corrections. */
const BATCH = `with entered as (
    insert into organizations (id, alliance_id, kind, sector, founded_on, founded_precision, organizing_law)
    select gen_random_uuid(), (select id from alliances where code = 'HP'), 'cooperative', 'fishery', date '2000-01-01' + i, 'day', 'cooperatives_2012'
    from generate_series(1, 20) i returning id, alliance_id
  ), named as (
    insert into organization_names (id, alliance_id, organization_id, name, valid_from)
    select gen_random_uuid(), alliance_id, id, 'Hợp tác xã Thủy sản Đông Hải ' || left(id::text, 4), '2019-05-06' from entered
  ), operating as (
    insert into organization_statuses (id, alliance_id, organization_id, status, valid_from)
    select gen_random_uuid(), alliance_id, id, 'operating', '2019-05-06' from entered
  ), known as (
    insert into people (id, alliance_id, full_name, sex, birth_date)
    select gen_random_uuid(), alliance_id, 'Nguyễn Thị ' || left(id::text, 4), 'female', '1970-01-01' from entered
  )
  update organizations set sector = case sector when 'salt' then 'fishery' else 'salt' end, version = version + 1
  where id in (select id from organizations where id >= (select gen_random_uuid()) order by id limit 20)`;

const database = await startEmbeddedServer({ folder: FOLDER, say });
const url = database.url.replace(/\/postgres$/, `/${NAME}`);
const settings = readSettings({ DATA_FOLDER: FOLDER });
const complete = await grow();
if (complete) await verify();
await database.stop();
process.exit(0);

/** Lets the log grow; false when the time is over before it is long enough. */
async function grow() {
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [NAME]);
  if (rowCount === 0) await admin.query(`create database ${NAME}`);
  await admin.query(`alter database ${NAME} set synchronous_commit = off`);
  await admin.end();
  await migrateRegistry(url, say);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set search_path = registry, public');
  const connection = await Database.connect({ url, pool: 1, records: [] });
  const log = new SealedLog(connection, signingKey(settings), null);
  await log.begin();
  const size = async () => Number((await client.query('select audit.tree_size() as size')).rows[0].size);
  const end = performance.now() + Number(wanted.minutes) * 60_000;
  while ((await size()) < Number(wanted.events) && performance.now() < end) {
    await client.query(BATCH);
    await log.seal();
  }
  const reached = await size();
  say(`${reached} events in the log`);
  if (reached >= Number(wanted.events)) await client.query('vacuum analyze');
  await connection.close();
  await client.end();
  return reached >= Number(wanted.events);
}

/** As an operator does: elapsed time, what Node and PostgreSQL worked, and Node's memory at most. */
async function verify() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid`);
  await client.end();
  const postmaster = () => workedBy(rows[0].pid);
  const [before, began] = [postmaster(), performance.now()];
  const env = { ...process.env, DATABASE_URL: url, DATA_FOLDER: FOLDER };
  const child = spawn(process.execPath, ['dist/program/cli.js', 'audit', 'verify'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let [node, memory] = [0, 0];
  const watch = setInterval(() => {
    node = workedBy(child.pid).own;
    memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? memory);
  }, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  const postgres = postmaster().children - before.children;
  say(
    `exit code ${code}; ${seconds.toFixed(1)} s (to reach: 60 s); processor: node ${node.toFixed(1)} s, PostgreSQL ${postgres.toFixed(1)} s; node's memory at most ${Math.round(memory / 1024)} MB`,
  );
}

/** Seconds of processor time of a process, and of its children that have ended (Linux). */
function workedBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
  return { own: (user + system) / TICKS_A_SECOND, children: (childUser + childSystem) / TICKS_A_SECOND };
}
