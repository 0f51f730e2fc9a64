import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { person } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { sealed } from '../rights/untouched.js';
import { rowsOf } from '../setup/database.js';

story(
  'while the log cannot be sealed, the server’s own log says so once, and not at each turn',
  async ({ secretariat }, stage) => {
    const { databaseUrl, server } = stage;
    const { id } = await secretariat.post('people', person()).created();
    const said = () => server.output().match(/The log could not be sealed/g)?.length ?? 0;
    await rowsOf(databaseUrl, 'revoke execute on function audit.seal(bigint) from registry_server');
    try {
      await secretariat.correct(`people/${id}`, { sex: 'female' }).is();
      for (let tries = 0; tries < 200 && said() === 0; tries += 1) await pause(25);
      await pause(1_200); // two turns more
    } finally {
      await rowsOf(databaseUrl, 'grant execute on function audit.seal(bigint) to registry_server');
    }
    await sealed((sql) => rowsOf(databaseUrl, sql));
    expect(said()).toBe(1);
  },
);
