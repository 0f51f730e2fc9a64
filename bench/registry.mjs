// A generated registry, the server on it (started as an operator would, signed in to), and the floor on it.
import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrateRegistry } from '../dist/commands/migrate-registry.js';
import { makeLogins } from '../dist/platform/database/logins.js';
import { casesFor } from './cases.mjs';
import { casesOfRegisters, exampleAward } from './cases-of-registers.mjs';
import { exampleId, generate } from './generate.mjs';

const SETTLING_MS = 4_000;
const RENEWED_MS = 240_000;

export async function startRegistry({ serverUrl, name, organizations, say }) {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database if exists bench_${name} with (force)`);
  await admin.query(`create database bench_${name}`);
  await admin.end();
  const url = serverUrl.replace(/\/postgres$/, `/bench_${name}`);
  await migrateRegistry(url, () => undefined);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  await generate(client, organizations);
  say(
    `${organizations} organisations with their people, awards and trainings generated in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const { rows: alliances } = await client.query(`select id from registry.alliances where code = 'HP'`);
  const { rows: examples } = await client.query(exampleId);
  const { rows: awards } = await client.query(exampleAward);
  const { rows: codes } = await client.query('select code from registry.organizations where id = $1', [examples[0].id]);
  await client.end();

  const server = await startServer(url, codes[0].code);
  const [allianceId, organizationId] = [alliances[0].id, examples[0].id];
  const cases = [
    ...casesFor(allianceId, organizationId),
    ...casesOfRegisters({ scale: name, allianceId, organizationId, awardId: awards[0].id }),
  ];
  const floor = fork('bench/floor.mjs');
  const floorAddress = await new Promise((resolve) => {
    floor.once('message', resolve);
    floor.send({ url, cases });
  });
  const stop = async () => {
    floor.kill();
    await server.stop();
  };
  return { ...server, url, cases, organizationId, floorAddress, stop };
}

/** As `npm start` does, on a database that is up and migrated. */
async function startServer(url, organizationCode) {
  const secretariat = await addAccount(url, 'secretariat');
  const member = await addAccount(url, 'member', '--organization', organizationCode);
  const { databaseUrl: SERVER_DATABASE_URL, visitorUrl: VISITOR_DATABASE_URL } = await makeLogins(url);
  const logins = { SERVER_DATABASE_URL, VISITOR_DATABASE_URL };
  const began = performance.now();
  const { child, said: address } = await spoken(url, ['dist/program/main.js'], /(http:\S+) /, logins);
  const coldStartMs = Math.round(performance.now() - began);
  await pause(SETTLING_MS);
  const idleMegabytes = Math.round(
    (Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6,
  );
  const headers = await signedIn(address, secretariat);
  const memberHeaders = await signedIn(address, member);
  const stop = () => {
    child.kill('SIGTERM');
    return new Promise((resolve) => child.once('exit', resolve));
  };
  return { address, headers, memberHeaders, coldStartMs, idleMegabytes, stop };
}

/** Makes an account as an operator does: the link by which its owner sets a password. */
async function addAccount(url, role, ...more) {
  const email = `${role}@bench.htx`;
  const words = ['dist/program/cli.js', 'accounts', 'add', '--email', email, '--role', role, ...more];
  const { said: token } = await spoken(url, words, /password#(\S+)/);
  return { email, token };
}

/** The headers of somebody signed in, and renewed as long as the bench runs: an access token is good for ten minutes. */
async function signedIn(address, { email, token }) {
  const post = async (path, body) => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${address}/api/v1/auth/${path}`, request)).json();
  };
  const password = randomBytes(15).toString('base64url');
  await post('passwords', { token, password });
  const headers = {};
  const signIn = async () => {
    const { accessToken } = await post('sessions', { email, password });
    headers.authorization = `Bearer ${accessToken}`;
  };
  await signIn();
  setInterval(() => void signIn().catch(() => undefined), RENEWED_MS).unref();
  return headers;
}

function spoken(url, command, pattern, logins = {}) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    ...logins,
    PORT: '0',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000000',
  };
  const child = spawn(process.execPath, command, { env });
  child.stderr.pipe(process.stderr);
  return new Promise((resolve) => {
    child.stdout.on('data', (data) => {
      const found = pattern.exec(String(data));
      if (found) resolve({ child, said: found[1] });
    });
  });
}
