import { expect, jest } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../kit/client.js';
import { lastNumber } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

jest.setTimeout(120_000);

const MEMBERS = 500;
const WRITERS = 10;
const ROUNDS = 20;

/** Members of the alliance, entered set-wise. */
const ENTER = `
  with made as (insert into organizations (id, alliance_id, code, kind, sector, founded_on, founded_precision, organizing_law)
    select gen_random_uuid(), a.id, 'HTX-K' || n, 'cooperative', 'fishery', '2010-04-01', 'day', 'cooperatives_2012'
    from alliances a, generate_series(1, ${MEMBERS}) n where a.code = 'HP' returning id, alliance_id, code)
  insert into memberships (id, alliance_id, organization_id, number, category, admitted_on)
  select gen_random_uuid(), alliance_id, id, code, 'official', '2018-05-11' from made`;

/** One writer's share: everybody's admission and category change, again and again. */
const correct = (writer: number, round: number): string => `
  update memberships set version = version + 1, category = '${round % 2 ? 'official' : 'associate'}',
    admitted_on = date '2018-05-11' + ${round * 97}, ended_on = ${round % 3 ? 'null' : `date '2024-01-01' + ${writer}`}
  where number like 'HTX-K%' and substr(number, 6)::integer % ${WRITERS} = ${writer}`;

story(
  'what was reported at a number stays the same bytes, after 10,000 corrections by ten writers',
  async (cast, stage) => {
    const { auditor } = cast;
    const connect = async () => {
      const client = new pg.Client({ connectionString: stage.databaseUrl, options: '-c search_path=registry,public' });
      await client.connect();
      return client;
    };
    const writers = await Promise.all(Array.from({ length: WRITERS + 1 }, connect));
    const slow = writers[WRITERS] as pg.Client;
    await (writers[0] as pg.Client).query(ENTER);
    await (writers[0] as pg.Client).query('analyze'); // as autovacuum does elsewhere
    // Under way since before the number was taken, and committed only after the others.
    await slow.query('begin');
    await slow.query(
      `update memberships set version = version + 1, category = 'honorary' where number = 'HTX-K${WRITERS}'`,
    );

    const pinned = { asOf: '2020-11-27', knownAt: await lastNumber(stage.databaseUrl) };
    const asked = () =>
      Promise.all([
        auditor.get('reports/members', pinned),
        auditor.get('reports/members', { ...pinned, format: 'csv' }),
        auditor.get('memberships', { ...pinned, limit: 200, total: true }),
      ]).then((replies) => replies.map(({ text }) => text));
    const before = await asked();
    expect(before[2]).toMatch(new RegExp(`"total":${MEMBERS}`));

    await Promise.all(
      writers.slice(0, WRITERS).map(async (writer, number) => {
        for (let round = 1; round <= ROUNDS; round += 1) {
          if (number === 0 && round === ROUNDS / 2) await slow.query('commit');
          if (number !== 0 || round >= ROUNDS / 2) await writer.query(correct(number, round));
        }
        for (let round = 1; number === 0 && round < ROUNDS / 2; round += 1) await writer.query(correct(number, round));
      }),
    );
    expect(await asked()).toEqual(before);
    expect(await lastNumber(stage.databaseUrl)).toBeGreaterThanOrEqual(pinned.knownAt + 10_001);
    expect(await asked()).toEqual(before);
    const { text } = await auditor.get('reports/members', { asOf: pinned.asOf });
    expect(text).not.toBe(before[0]);
    await Promise.all(writers.map((writer) => writer.end()));
  },
);

story('without its views the past is told to nobody, rather than as it is now', async (cast, { databaseUrl: url }) => {
  const { auditor, member } = cast;
  const knownAt = { knownAt: String(await lastNumber(url)) };
  const looksBack = (by: Client) => by.get('organizations', knownAt);
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query('select pg_advisory_lock(4702111234474983747)'); // as whoever migrates
  for (const by of [auditor, member]) await looksBack(by).refused('unavailable', 503);
  await owner.query('call audit.drop_known_views()');
  await owner.end();
  for (const by of [auditor, member]) await looksBack(by).refused('unavailable', 503);
  await rowsOf(url, 'call audit.build_known_views()');
  for (const by of [auditor, member]) await looksBack(by).is();
});
