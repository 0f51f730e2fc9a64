import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { hostServer } from '../kit/hosted.js';
import { admits, person } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

story(
  'of a statement that fails no value is in the log, nor in the answer (ASVS 16.2.5, 16.3.4, 16.5.1)',
  async (cast, { databaseUrl, server }) => {
    const { secretariat } = cast;
    const secret = { fullName: 'Phạm Thị Kín Đáo', phone: '0912 345 678' };
    await rowsOf(databaseUrl, `alter table registry.people add constraint people_nobody_check check (phone is null)`);
    try {
      const { text, headers } = await secretariat.post('people', person(secret)).refused('unexpected', 500);
      for (let tries = 0; tries < 200 && !server.output().includes('"code":"23514"'); tries += 1) await pause(25);
      const said = `${text} ${[...headers].join(' ')} ${server.output()}`;
      expect(said).toContain('"code":"23514"');
      expect(said).not.toMatch(/Kín Đáo|912345678|people_nobody_check|insert into/i);
    } finally {
      await rowsOf(databaseUrl, 'alter table registry.people drop constraint people_nobody_check');
    }
    await secretariat.post('people', person(secret)).created();
    expect(server.output()).not.toMatch(/Kín Đáo|912345678/);
  },
);

story('a full disk is called so in the log', async ({ secretariat }, { databaseUrl, server }) => {
  await rowsOf(
    databaseUrl,
    `create function registry.no_room() returns trigger language plpgsql as $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
     create trigger no_room before insert on registry.people for each row execute function registry.no_room()`,
  );
  try {
    const { headers } = await secretariat.post('people', person()).refused('unavailable', 503);
    expect(headers.get('retry-after')).toBe('5');
    for (let tries = 0; tries < 200 && !server.output().includes('"code":"53100"'); tries += 1) await pause(25);
    expect(server.output()).toContain('"msg":"the disk of the database is full"');
  } finally {
    await rowsOf(databaseUrl, 'drop trigger no_room on registry.people; drop function registry.no_room');
  }
});

story(
  'what is not done within its time limit says so, and how to ask for less',
  async ({ secretariat }, { databaseUrl }) => {
    await admits(secretariat);
    await rowsOf(
      databaseUrl,
      `alter table registry.memberships rename to memberships_behind;
     create view registry.memberships with (security_invoker = true) as select m.* from registry.memberships_behind m, pg_sleep(20);
     grant select on registry.memberships to registry_server`,
    );
    try {
      const asked = secretariat.get('memberships').refused('took-too-long', 503);
      const ended = `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
      // as the limit of 5 s would
      for (let tries = 0; tries < 200 && (await rowsOf(databaseUrl, ended)).length === 0; tries += 1) await pause(25);
      const { body } = await asked;
      expect(body['detail']).toContain('thu hẹp');
    } finally {
      await rowsOf(
        databaseUrl,
        'drop view registry.memberships; alter table registry.memberships_behind rename to memberships',
      );
    }
  },
);

story('each line of the server’s log is its own, whatever was asked (ASVS 16.4.1)', async (_, { databaseUrl }) => {
  const talkative = await hostServer(databaseUrl, { LOG_LEVEL: 'info' });
  const forged = encodeURIComponent('\n{"level":60,"msg":"forged"}\r\n');
  for (const path of [`/api/v1/organizations?q=${forged}`, `/api/v1/people/${forged}`, `/${forged}`]) {
    await fetch(`${talkative.url}${path}`, { headers: { 'User-Agent': '\t{"msg":"forged"}' } });
  }
  for (let tries = 0; tries < 200 && talkative.output().split('"answered"').length <= 3; tries += 1) await pause(25);
  await talkative.stop();
  const lines = talkative.output().trim().split('\n');
  expect(lines.filter((line) => line.includes('"answered"'))).toHaveLength(3);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  expect(talkative.output()).not.toContain('forged');
});
