import { expect } from '@jest/globals';
import { sends } from '../kit/congress-makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

story('the report has the congresses that start in the period, its first and its last day among them', async (cast) => {
  const { secretariat, auditor } = cast;
  const seats = { officialSeats: 1, alternateSeats: 0 };
  for (const startsOn of ['2021-06-12', '2021-06-11', '2021-06-10', '2021-06-09'])
    await sends(secretariat, seats, {}, { startsOn, endsOn: '2021-06-12', level: 'provincial' });
  const days = async (period: Record<string, string>) => {
    const { body } = await auditor.get('reports/delegations', { asOf: '2021-12-31', ...period }).is();
    return (body['rows'] as Json[]).filter(({ kind }) => kind === 'official').map(({ startsOn }) => startsOn);
  };
  expect(await days({ from: '2021-06-10', to: '2021-06-11' })).toEqual(['2021-06-10', '2021-06-11']);
  expect(await days({ from: '2021-06-11', to: '2021-06-11' })).toEqual(['2021-06-11']);
  expect(await days({ from: '2021-06-13', to: '2021-12-31' })).toEqual([]);
});
