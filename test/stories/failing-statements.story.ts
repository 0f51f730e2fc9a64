import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { person } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

story('of a statement that fails no value is in the log, nor in the answer', async (cast, { databaseUrl, server }) => {
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
});
