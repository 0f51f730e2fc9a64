import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Listener } from '../../src/platform/database/listener.js';
import { emptyDatabase, rowsOf, type TestDatabase } from '../setup/database.js';

/** One connection that listens; the superuser of the run stands in for the server's login. */
let database: TestDatabase;
let listener: Listener;
const heard: string[] = [];
const hearing: boolean[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  listener = new Listener(
    database.url,
    'news',
    (payload) => void heard.push(payload),
    (now) => void hearing.push(now),
  );
  await listener.open();
});

afterAll(async () => {
  await listener.close();
  await database.drop();
});

const LISTENING = `select pid from pg_stat_activity where datname = current_database() and application_name = 'htx-registry'`;
const backend = async (): Promise<number> => (await rowsOf<{ pid: number }>(database.url, LISTENING))[0]?.pid ?? 0;

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await pause(50);
  expect(holds()).toBe(true);
}

const tells = (news: string) => rowsOf(database.url, `select pg_notify('news', $1)`, [news]);

test('a connection that is silent is not believed, until it answers again', async () => {
  const pid = await backend();
  process.kill(pid, 'SIGSTOP');
  await until(() => hearing.at(-1) === false);
  await tells('meanwhile');
  process.kill(pid, 'SIGCONT');
  await until(() => hearing.at(-1) === true);
  expect(heard).toEqual(['meanwhile']);
});

test('one that is lost while it is asked comes back, and stays', async () => {
  const pid = await backend();
  process.kill(pid, 'SIGSTOP');
  await pause(350); // it has been asked, and its answer is not late yet
  await rowsOf(database.url, 'select pg_terminate_backend($1)', [pid]);
  process.kill(pid, 'SIGCONT');
  await until(() => hearing.at(-1) === true && hearing.at(-2) === false && hearing.length > 2);
  await pause(1_000);
  expect(hearing.at(-1)).toBe(true);
  await tells('after');
  await until(() => heard.at(-1) === 'after');
});
