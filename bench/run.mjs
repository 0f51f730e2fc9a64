// npm run bench [-- --organizations 600 --seconds 4]: this server, with sign-in and policy, against the floor.
// Interleaved in one run, medians of three rounds; ratios as a table and in bench/results.json.
import { fork, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { startEmbeddedServer } from '../dist/platform/database/embedded/embedded-server.js';
import { migrateRegistry } from '../dist/commands/migrate-registry.js';
import { generate } from './generate.mjs';
import { statements } from './statements.mjs';

const { values: wanted } = parseArgs({
  options: { organizations: { type: 'string', default: '600' }, seconds: { type: 'string', default: '4' } },
});
const say = (line) => console.log(line);
const password = 'bench password, long enough';

const database = await startEmbeddedServer({ folder: '.data/bench', say });
const admin = new pg.Client({ connectionString: database.url });
await admin.connect();
await admin.query('drop database if exists bench with (force)');
await admin.query('create database bench');
const url = database.url.replace(/\/postgres$/, '/bench');
await migrateRegistry(url, () => undefined);
const client = new pg.Client({ connectionString: url });
await client.connect();
const began = Date.now();
await generate(client, Number(wanted.organizations));
say(`${wanted.organizations} organisations generated in ${((Date.now() - began) / 1000).toFixed(1)} s`);

const run = (command, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, command, { env: { ...process.env, DATABASE_URL: url, PORT: '0', ...env } });
    child.stdout.on('data', (data) => {
      const found = /(http:\S+) |password (.+)/.exec(String(data));
      if (found) resolve({ child, said: found[1] ?? found[2] });
    });
    child.stderr.pipe(process.stderr);
  });
const account = await run(
  ['dist/cli.js', 'accounts', 'add', '--email', 'bench@bench.htx', '--role', 'secretariat'],
  {},
);
const { child, said: address } = await run(['dist/main.js'], { LOG_LEVEL: 'silent' });
const signIn = await fetch(`${address}/api/v1/auth/sessions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: 'bench@bench.htx', password: account.said?.trim() ?? password }),
});
const { accessToken } = await signIn.json();
const headers = { authorization: `Bearer ${accessToken}` };

const { rows } = await client.query(`select id from registry.alliances where code = 'HP'`);
const cases = statements(rows[0].id, (await client.query(`select md5('organization/77')::uuid id`)).rows[0].id);
const floor = fork('bench/floor-process.mjs');
const floorAddress = await new Promise((resolve) => {
  floor.once('message', resolve);
  floor.send({ url, answers: cases });
});

const measure = async (base, path, more = {}) =>
  (await autocannon({ url: base + path, connections: 16, duration: Number(wanted.seconds), ...more })).requests.average;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const results = [];
for (const { label, path } of cases) {
  const check = await fetch(address + path, { headers });
  if (check.status !== 200) throw new Error(`${path}: ${check.status} ${await check.text()}`);
  const ours = [];
  const floors = [];
  for (let round = 0; round < 3; round += 1) {
    floors.push(await measure(floorAddress, path));
    ours.push(await measure(address, path, { headers }));
  }
  const ratio = median(ours) / median(floors);
  results.push({ label, ours: median(ours), floor: median(floors), ratio });
  say(
    `${label.padEnd(34)} ${ratio.toFixed(2)} of the floor (${Math.round(median(ours))}/s, ${Math.round(median(floors))}/s)`,
  );
}
const { rss } = {
  rss: Number((await import('node:fs')).readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4096,
};
say(`memory of the server after the load: ${Math.round(rss / 1e6)} MB`);
writeFileSync(
  'bench/results.json',
  JSON.stringify({ organizations: Number(wanted.organizations), results, rss }, null, 2),
);
floor.kill();
child.kill('SIGTERM');
await new Promise((resolve) => child.once('exit', resolve));
await Promise.all([client.end(), admin.end()]);
await database.stop();
