import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';
import { startEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';
import { StartRefusal } from '../../src/platform/problems/start-refusal.js';
import { readPostmasterFile } from '../../src/platform/database/embedded/postmaster-file.js';

const hasty = { fsync: 'off', full_page_writes: 'off' };
const built = pathToFileURL(join(import.meta.dirname, '../../dist/platform/database/embedded/embedded-server.js')).href;

const top = mkdtempSync(join(tmpdir(), 'htx-embedded-'));
chmodSync(top, 0o755); // PostgreSQL's account passes here when the tests run as root
let folder = '';
const running: { stop(): unknown }[] = [];

beforeEach(() => {
  folder = join(mkdtempSync(join(top, 'dự án ')), '.data');
  chmodSync(join(folder, '..'), 0o755);
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder, say: () => undefined, settings: hasty });
  running.push(server);
  return server;
}

async function refusal(): Promise<string> {
  const error = await start().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartRefusal);
  return (error as StartRefusal).message;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Another program with the database of the same folder. */
async function otherProgram(): Promise<{ program: ChildProcess; url: string; postgres: number }> {
  const code = `import { startEmbeddedServer } from ${JSON.stringify(built)};
    const server = await startEmbeddedServer({ folder: process.argv[1], say() {}, settings: ${JSON.stringify(hasty)} });
    console.log(server.url);
    process.stdin.on('end', () => process.exit()).resume();`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', code, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push({ stop: () => program.kill('SIGKILL') });
  const [url] = (await once(createInterface(program.stdout), 'line')) as [string];
  return { program, url, postgres: postmaster() };
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'));
}

test('a first start that was interrupted while it migrated is taken up by the next', async () => {
  const { url } = await start();
  await ask(url, 'create database registry');
  const registry = Object.assign(new URL(url), { pathname: '/registry' }).href;
  const interrupted = { '0003-places': () => Promise.reject(new Error('interrupted')) };
  await expect(migrate(registry, { say: () => undefined, loaders: interrupted })).rejects.toThrow('interrupted');
  expect(await migrate(registry, { say: () => undefined })).toContain('0018-walls');
});

test('a folder whose database is gone begins no other one', async () => {
  await (await start()).stop();
  rmSync(join(folder, 'cluster'), { recursive: true });
  expect(await refusal()).toMatch(/is gone, though its password is there: put the folder cluster back/);
  writeFileSync(join(folder, 'where-the-database-is.txt'), `Its data are in\n${join(top, 'không có')}\n`);
  expect(await refusal()).toMatch(
    /by the note where-the-database-is\.txt, and that folder is not there: carry it over/,
  );
});

test('it starts from nothing, speaks on 127.0.0.1 only, knows Vietnamese, and keeps what was written', async () => {
  const first = await start();
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  expect(await ask(first.url, 'show listen_addresses')).toBe('127.0.0.1');
  expect(await ask(first.url, 'show unix_socket_directories')).toBe('');
  expect(
    await ask(first.url, `select string_agg(x, '' order by x collate "vi-x-icu") from unnest('{ơ,o,đ,ô,d}'::text[]) x`),
  ).toBe('dđoôơ');
  expect(await ask(first.url, `select lower('ĐẠI HỘI')`)).toBe('đại hội');
  await expect(ask(first.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
  await ask(first.url, 'create table kept as select 1 as n');
  await first.stop();
  expect(existsSync(join(folder, 'cluster/postmaster.pid'))).toBe(false);

  const second = await start();
  expect(await ask(second.url, 'select n from kept')).toBe(1);
}, 30_000);

test('a umask that shuts out all others does not shut out PostgreSQL', async () => {
  const before = process.umask(0o077);
  try {
    const { url } = await start();
    expect(await ask(url, 'select 1')).toBe(1);
  } finally {
    process.umask(before);
  }
});

test('a second start beside a living program is refused by its process number, and the first goes on', async () => {
  const server = await start();
  expect(await refusal()).toContain(`in use by process ${process.pid}`);
  expect(await ask(server.url, 'select 1')).toBe(1);
}, 30_000);

test.each(['program', 'postgres', 'both'])(
  'after kill -9 of %s everything committed is there at the next start',
  async (killed) => {
    const { program, url, postgres } = await otherProgram();
    await ask(url, 'create table kept as select 1 as n');
    if (killed !== 'program') process.kill(postgres, 'SIGKILL');
    if (killed !== 'postgres') program.kill('SIGKILL');
    else program.stdin?.end();
    await once(program, 'exit');

    const server = await start();
    expect(await ask(server.url, 'select n from kept')).toBe(1);
  },
  30_000,
);

test('a program whose PostgreSQL is killed is told, and one that stops it itself is not', async () => {
  let losses = 0;
  const begin = () =>
    startEmbeddedServer({ folder, say: () => undefined, onLoss: () => (losses += 1), settings: hasty });
  const stopped = await begin();
  await stopped.stop();
  expect(losses).toBe(0);
  running.push(await begin());
  process.kill(postmaster(), 'SIGKILL');
  for (let tries = 0; tries < 100 && losses === 0; tries++) await pause(50);
  expect(losses).toBe(1);
}, 30_000);

test('a program that ends without stopping takes its PostgreSQL along', async () => {
  const { program } = await otherProgram();
  program.stdin?.end();
  await once(program, 'exit');
  for (let tries = 0; tries < 100 && existsSync(join(folder, 'cluster/postmaster.pid')); tries++) await pause(50);
  expect(existsSync(join(folder, 'cluster/postmaster.pid'))).toBe(false);
  expect(existsSync(join(folder, 'owner'))).toBe(false);
}, 30_000);

test('process numbers that others use by now lock nobody out', async () => {
  await (await start()).stop();
  const { uid, gid } = statSync(join(folder, 'cluster')); // PostgreSQL minds processes of its own account only
  const bystander = spawn('sleep', ['60'], { uid, gid });
  running.push({ stop: () => bystander.kill() });
  writeFileSync(join(folder, 'owner'), `${bystander.pid} 1 of-another-boot\n`);
  writeFileSync(
    join(folder, 'cluster/postmaster.pid'),
    `${bystander.pid}\n${folder}/cluster\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );

  expect(await ask((await start()).url, 'select 1')).toBe(1);
  expect(bystander.exitCode).toBeNull();
}, 30_000);

test('a lock file that comes and goes while it is looked at is there or not, and stops nobody', async () => {
  mkdirSync(folder);
  const path = join(folder, 'postmaster.pid');
  const flicker = `const fs = require('node:fs'); for (;;) { fs.writeFileSync(${JSON.stringify(path)}, '7'); fs.rmSync(${JSON.stringify(path)}); }`;
  const comingAndGoing = spawn(process.execPath, ['-e', flicker]);
  running.push({ stop: () => comingAndGoing.kill('SIGKILL') });
  const seen = { there: 0, missing: 0 };
  while (seen.there < 2_000 || seen.missing < 2_000) seen[readPostmasterFile(folder) ? 'there' : 'missing']++;
  expect(readPostmasterFile(`${folder}-of-nobody`)).toBeUndefined();
}, 30_000);

test('a making that was interrupted is begun again', async () => {
  mkdirSync(join(folder, 'cluster.new/base'), { recursive: true });
  writeFileSync(join(folder, 'cluster.new/PG_VERSION'), '18\n');
  expect(await ask((await start()).url, 'select 1')).toBe(1);
  expect(existsSync(join(folder, 'cluster.new'))).toBe(false);
}, 30_000);

test('data of another major version and a file in the way are refused in a sentence', async () => {
  mkdirSync(join(folder, 'cluster'), { recursive: true });
  writeFileSync(join(folder, 'cluster/PG_VERSION'), '19\n');
  expect(await refusal()).toMatch(/made by PostgreSQL 19, and this program brings PostgreSQL \d+: start the release/);
  expect(existsSync(join(folder, 'owner'))).toBe(false);

  folder = join(folder, 'cluster/PG_VERSION');
  expect(await refusal()).toContain('a file stands in its way');
});
