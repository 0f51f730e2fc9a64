import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { enters, sends } from '../kit/congress-makers.js';
import { congress, decision, delegate, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { statistic } from '../kit/target-makers.js';

/** A paper that declares one figure of a day, and what the rows say of it whenever they are asked. */
async function declares(by: Client, figure: Json): Promise<(more?: Record<string, string>) => Promise<Json>> {
  const code = `BAI-${figure['code']}-${figure['asOf']}-${figure['value']}`.toUpperCase();
  const { id } = await by.post('documents', decision({ code, kind: 'article' })).created();
  const items = [{ relation: 'eq', rank: 1, ...figure }];
  await by.post(`documents/${id}/declared-figures`, { items }).created();
  return async (more = {}) => {
    const { body } = await by.get('reports/reconciliation', { documentCode: code, ...more }).is();
    return (body['rows'] as [Json])[0];
  };
}

story('a figure that is said to be about a value may be off by five percent, up or down', async (cast) => {
  const { secretariat } = cast;
  const compares = async (asOf: string, recorded: number, more: Json = {}) => {
    const figure = { code: 'sector.cooperative_groups', relation: 'approx', asOf, value: 1000, ...more };
    const row = await declares(secretariat, figure);
    const published = { figure: 'sector.cooperative_groups', relation: 'eq', asOf, value: recorded };
    await secretariat.post('sector-statistics', statistic(published)).created();
    return (await row())['state'];
  };
  expect(await compares('2011-01-01', 949)).toBe('short');
  expect(await compares('2012-01-01', 950)).toBe('matched');
  expect(await compares('2013-01-01', 1050)).toBe('matched');
  expect(await compares('2014-01-01', 1051)).toBe('over');
  expect(await compares('2015-01-01', 1001, { relation: 'lte' })).toBe('over');
  expect(await compares('2016-01-01', 1, { relation: 'lte' })).toBe('matched');
  expect(await compares('2017-01-01', 9999, { relation: 'gte' })).toBe('matched');
  expect(await compares('2019-01-01', 1000, { relation: 'between', valueTo: 1000 })).toBe('matched');
  expect(await compares('2020-01-01', 1100, { relation: 'between', valueTo: 1100 })).toBe('matched');
  expect(await compares('2018-01-01', 1101, { relation: 'between', valueTo: 1100 })).toBe('over');
});

story('what was founded in four years is so from the first day of 2017 to the last of 2020', async (cast) => {
  const { secretariat } = cast;
  const founded = await declares(secretariat, { code: 'sector.founded', asOf: '2020-12-31', value: 2 });
  for (const on of ['2016-12-31', '2017-01-01', '2020-12-31', '2021-01-01'])
    await entersOrganization(secretariat, { on });
  expect(await founded()).toMatchObject({ recorded: 2, state: 'matched' });
});

story('members and workers are those of cooperatives, unions and credit funds alone', async ({ secretariat }) => {
  const workers = await declares(secretariat, { code: 'sector.workers', asOf: '2019-12-31', value: 30 });
  for (const [kind, value] of [
    ['cooperative', 10],
    ['peoples_credit_fund', 20],
    ['enterprise', 850],
    ['cooperative_group', 5],
  ] as const) {
    const { id } = await entersOrganization(secretariat, { kind });
    const figure = { year: 2019, measure: 'regular_workers', value, checked: true };
    await secretariat.post(`organizations/${id}/figures`, { items: [figure] }).created();
  }
  expect(await workers()).toMatchObject({ recorded: 30, state: 'matched', rowCount: 2 });
});

story(
  'delegates to the national congress are those of the one that follows, until the end of the next year',
  async (cast) => {
    const { secretariat } = cast;
    const delegation = await declares(secretariat, { code: 'delegation.official', asOf: '2014-11-27', value: 2 });
    for (const [ordinal, startsOn] of [
      [1, '2014-11-26'],
      [2, '2014-11-27'],
      [3, '2015-12-31'],
      [4, '2016-01-01'],
    ] as const) {
      const delegates = [delegate(await enters(secretariat), { namedOn: '2014-11-20' })];
      const days = { level: 'national', ordinal, startsOn, endsOn: startsOn };
      await sends(secretariat, { officialSeats: 1, alternateSeats: 0 }, { delegates }, days);
    }
    expect(await delegation()).toMatchObject({ recorded: 2, state: 'matched' });
  },
);

story('a paper without figures is a paper all the same, also before the day of its issue', async ({ secretariat }) => {
  const { body } = await secretariat.post('documents', decision({ issuedOn: '2018-05-10' })).created();
  const asked = { documentCode: String(body['code']), asOf: '2018-05-09' };
  await secretariat.get('reports/reconciliation', asked).is({ rows: [] });
});

story('of a figure that no rows answer it is said so, and the document names those that are', async (cast) => {
  const { secretariat, anonymous } = cast;
  for (const code of ['members.total', 'constructor']) {
    const row = await declares(secretariat, { code, asOf: '2020-11-27', value: 1 });
    expect(await row()).toMatchObject({ code, counted: null, recorded: null, state: 'not_recorded', rows: null });
  }
  const { body } = await anonymous.get('/docs/openapi.json').is();
  const paths = body['paths'] as Record<string, { get: { description: string } }>;
  expect(paths['/api/v1/reports/reconciliation']?.get.description).toContain('`members.represented`: Tổ chức là ');
});

story('words are another where a congress has others, and not recorded where there was no congress', async (cast) => {
  const { secretariat } = cast;
  const motto = async (asOf: string, wording: string) =>
    (await declares(secretariat, { code: 'congress.motto', asOf, value: null, wording }))();
  await secretariat.post('congresses', congress({ startsOn: '2032-11-27', motto: 'Đoàn kết, đổi mới' })).created();
  const others = { rowCount: 0, recorded: 0, state: 'short' };
  expect(await motto('2032-11-27', 'Hợp tác, phát triển')).toMatchObject(others);
  const none = { rowCount: 0, recorded: null, state: 'not_recorded' };
  expect(await motto('2032-11-28', 'Đoàn kết, đổi mới')).toMatchObject(none);
});

story('a congress of two days is found by either', async ({ secretariat }) => {
  const days = { ordinal: 8, startsOn: '2030-11-27', endsOn: '2030-11-28' };
  await secretariat.post('congresses', congress(days)).created();
  for (const [asOf, recorded] of [
    ['2030-11-26', null],
    ['2030-11-27', 8],
    ['2030-11-28', 8],
    ['2030-11-29', null],
  ] as const) {
    const row = await declares(secretariat, { code: 'congress.ordinal', asOf, value: 8 });
    expect(await row()).toMatchObject({ recorded });
  }
});
